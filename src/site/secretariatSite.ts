import type { SiteConnection } from './connection';
import { Decisions } from './decisions';
import { openDelegateSite } from './delegateSite';
import type { DelegateSite } from './delegateSite';
import { Numbers } from './numbers';

/** What the secretariat's work needs of the site. */
export interface SecretariatSite extends DelegateSite {
  readonly numbers: Numbers;
  readonly decisions: Decisions;
}

/** The part of the site that the secretariat's work needs; the site itself refuses writing to everybody else. */
export function openSecretariatSite(connection: SiteConnection): SecretariatSite {
  return { ...openDelegateSite(connection), numbers: new Numbers(connection), decisions: new Decisions(connection) };
}
