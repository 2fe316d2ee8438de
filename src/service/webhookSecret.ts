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
      const stored = await this.deskState.get(STATE_KEY);
      const secret = stored?.value ?? randomBytes(32).toString('base64url');
      if (stored === undefined) {
        await this.deskState.set(STATE_KEY, secret);
      }
      this.known = secret;
    }
    return this.known;
  }
}
