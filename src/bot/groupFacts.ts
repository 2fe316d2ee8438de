import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Delegation } from '../site/delegations';
import type { DeskSite } from '../site/deskSite';
import type { FollowedList } from '../site/followedLists';
import type { Office } from '../site/offices';
import { KeptReading } from './keptReading';
import { readMeetingLanguages } from './languageBoard';
import type { MeetingLanguages } from './languageBoard';

/** What every answer needs of the site: the group's configuration and its meetings. */
export interface GroupFacts {
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
}

/** The parts of the site that are read through the cache. */
export type FactsSite = Pick<DeskSite, 'clock' | 'configuration' | 'meetings' | 'delegations' | 'offices' | 'languageRequests' | 'decisions'>;

/**
 * What the bot reads of the site again and again, each part kept as a {@link KeptReading} until whoever follows the
 * site's lists says that it changed. For answers only: what acts in somebody's name reads the site itself.
 */
export class GroupFactsCache {
  private readonly facts: KeptReading<GroupFacts>;
  private readonly allDelegations: KeptReading<readonly Delegation[]>;
  private readonly allOffices: KeptReading<readonly Office[]>;
  /** By meeting; a group has few of them. */
  private readonly languages = new Map<number, KeptReading<MeetingLanguages>>();

  public constructor(private readonly site: FactsSite) {
    const { clock } = site;
    this.facts = new KeptReading(clock, async () => {
      const [group, meetings] = await Promise.all([site.configuration.read(), site.meetings.all()]);
      return { group, meetings };
    });
    this.allDelegations = new KeptReading(clock, () => site.delegations.all());
    this.allOffices = new KeptReading(clock, () => site.offices.all());
  }

  /** The configuration and the meetings. @throws SiteError when the site cannot be read; the next call tries again */
  public async read(): Promise<GroupFacts> {
    return this.facts.read();
  }

  /** The delegations. @throws SiteError */
  public async delegations(): Promise<readonly Delegation[]> {
    return this.allDelegations.read();
  }

  /** The offices of the group. @throws SiteError */
  public async offices(): Promise<readonly Office[]> {
    return this.allOffices.read();
  }

  /** What is asked for and decided about a meeting's interpretation. @throws SiteError */
  public async languagesOf(meetingId: number): Promise<MeetingLanguages> {
    const reading = this.languages.get(meetingId) ?? new KeptReading(this.site.clock, () => readMeetingLanguages(this.site, meetingId));
    this.languages.set(meetingId, reading);
    return reading.read();
  }

  /** The configuration and the meetings are read anew. */
  public invalidate(): void {
    this.facts.invalidate();
  }

  /** What is read from a followed list is read anew. */
  public changed(list: FollowedList): void {
    if (list === 'meetings') {
      this.invalidate();
    }
    if (list === 'languageRequests' || list === 'decisions') {
      this.languages.clear();
    }
  }
}
