import type { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import type { DeskSite } from '../site/deskSite';

/** What every answer needs of the site: the group's configuration and its meetings. */
export interface GroupFacts {
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
}

/** How old the facts may be, by the site's clock: a meeting that the secretariat moves shows within this time. */
const LONGEST_AGE_SECONDS = 30;

/**
 * The configuration and the meetings, read from the site and kept for half a minute, so that a busy channel does not
 * become a busy site. The site's webhook tells of the library only, so age is what ends them.
 */
export class GroupFactsCache {
  private kept?: { readonly facts: Promise<GroupFacts>; readonly readAt: Temporal.Instant };

  public constructor(private readonly site: Pick<DeskSite, 'clock' | 'configuration' | 'meetings'>) {}

  /** @throws SiteError when the site cannot be read; the next call tries again */
  public async read(): Promise<GroupFacts> {
    // Before the site's first answer its clock is only the machine's, which may be ahead of it: hence the amount.
    const now = this.site.clock.now();
    if (this.kept === undefined || Math.abs(now.since(this.kept.readAt).total('seconds')) > LONGEST_AGE_SECONDS) {
      const facts = this.load();
      this.kept = { facts, readAt: now };
      facts.catch(() => this.invalidate());
    }
    return this.kept.facts;
  }

  /** The next reader gets what the site says then. */
  public invalidate(): void {
    this.kept = undefined;
  }

  private async load(): Promise<GroupFacts> {
    const [group, meetings] = await Promise.all([this.site.configuration.read(), this.site.meetings.all()]);
    return { group, meetings };
  }
}
