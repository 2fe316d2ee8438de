import type { SiteConnection } from './connection';
import { Decisions } from './decisions';
import { Delegations } from './delegations';
import { LanguageRequests } from './languageRequests';
import { Offices } from './offices';
import { Translations } from './translations';

/** What the languages of a meeting and its participation are read from. */
export interface LanguageSite {
  readonly languageRequests: LanguageRequests;
  readonly translations: Translations;
  readonly delegations: Delegations;
  readonly offices: Offices;
  readonly decisions: Decisions;
}

/** The part of the site that is about languages and delegations; a page opens it when it shows them. */
export function openLanguageSite(connection: SiteConnection): LanguageSite {
  return {
    languageRequests: new LanguageRequests(connection),
    translations: new Translations(connection),
    delegations: new Delegations(connection),
    offices: new Offices(connection),
    decisions: new Decisions(connection)
  };
}
