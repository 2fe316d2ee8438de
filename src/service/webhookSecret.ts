import { randomBytes } from 'node:crypto';
import type { DeskSite } from '../site/deskSite';

const STATE_KEY = 'webhook/clientState';

/**
 * The secret by which the site's notifications are recognised. Without one in the settings it is made once and kept on
 * the site, where only the service and the secretariat read it: the subscription outlives the process.
 */
export class WebhookSecret {
  private known: string | undefined;

  public constructor(
    private readonly deskState: DeskSite['deskState'],
    configured?: string
  ) {
    this.known = configured;
  }

  /** The secret; undefined until {@link ensure} has been done once. */
  public current(): string | undefined {
    return this.known;
  }

  /** @throws SiteError when it has to be read from the site, and the site fails */
  public async ensure(): Promise<string> {
    if (this.known === undefined) {
      // Several services may start at once: all of them take what the first one stored.
      this.known = await this.deskState.ensure(STATE_KEY, randomBytes(32).toString('base64url'));
    }
    return this.known;
  }
}
