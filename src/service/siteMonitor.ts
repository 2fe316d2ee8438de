import type { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../bot/groupFacts';
import type { DocStatus } from '../rules/contribution';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import { FOLLOWED_LISTS, perFollowedList } from '../site/followedLists';
import type { FollowedList, PerFollowedList } from '../site/followedLists';
import type { ListChange } from '../site/listChange';
import { evidenceOf } from './arrival';
import type { CheckCounts, DocumentWork } from './documentChecks';
import type { LanguageRequestChecks } from './languageRequestChecks';
import { ListFollower } from './listFollower';
import type { Log } from './log';
import { reconcile } from './reconciliation';

/** What a document without a meeting may be in because of the meetings that there are. */
const DEPENDING_ON_NEXT_MEETING: readonly DocStatus[] = ['needsAttention', 'held'];

/** How far the monitor got, for the health report. */
export interface MonitorState extends CheckCounts {
  /** When a run last came to its end, by the site's clock. */
  readonly lastRunAt?: Temporal.Instant;
  /** The time of the last change that was handled. */
  readonly lastChangeAt?: Temporal.Instant;
}

/** What the monitor works with. */
export interface SiteMonitorParts {
  readonly site: Pick<DeskSite, 'contributions' | 'languageRequests' | 'changeLogs' | 'namedContribution' | 'deskState' | 'clock'>;
  readonly facts: Pick<GroupFactsCache, 'invalidate' | 'changed'>;
  readonly checks: DocumentWork;
  readonly requests: Pick<LanguageRequestChecks, 'check'>;
  readonly log: Log;
  /** Called when a decision was taken or a meeting changed, after its effects are on the site. */
  onDecided(): void;
}

/**
 * Follows the change logs of the library and of the lists that bear on its documents, and has every document checked
 * that is touched: by a change of its own, of its meeting, or by a decision or number that names it. Requests for
 * interpretation are followed and checked beside them.
 *
 * The place in each log is stored after the effects of a page are on the site. A stop at any moment therefore repeats
 * a page at worst, and a repeated check finds nothing to write. Without a place, or with one that is too old, every
 * document is checked once; the log as far as it is kept still tells when each of them came in.
 */
export class SiteMonitor {
  private readonly followers: PerFollowedList<ListFollower>;
  private readonly handlers: PerFollowedList<(changes: readonly ListChange[]) => Promise<void>> = {
    contributions: (changes) => this.onDocuments(changes),
    meetings: (changes) => this.onMeetings(changes),
    decisions: (changes) => this.onNaming('decisions', changes),
    numbers: (changes) => this.onNaming('numbers', changes),
    languageRequests: (changes) => this.parts.requests.check(itemsOf(changes))
  };
  private lastRunAt?: Temporal.Instant;
  private lastChangeAt?: Temporal.Instant;

  public constructor(private readonly parts: SiteMonitorParts) {
    const { site } = parts;
    this.followers = perFollowedList((list) => new ListFollower(list, site.changeLogs[list], site));
  }

  /** How far it got. */
  public state(): MonitorState {
    const { lastRunAt, lastChangeAt } = this;
    return { ...this.parts.checks.counts(), ...(lastRunAt === undefined ? {} : { lastRunAt }), ...(lastChangeAt === undefined ? {} : { lastChangeAt }) };
  }

  /** Whatever was known of the site may be old, because another service followed it meanwhile. */
  public forget(): void {
    FOLLOWED_LISTS.forEach((list) => this.followers[list].forget());
    this.parts.facts.invalidate();
  }

  /**
   * Catches up with the site. Must not run twice at a time.
   * @throws SiteError when the site fails; what is done stays done and the next run goes on from there
   */
  public async run(): Promise<void> {
    await this.findPlaces();
    // The library first: a document must be known from its own log before anything else has it checked.
    for (const list of FOLLOWED_LISTS) {
      await this.followers[list].follow(async (changes) => {
        this.parts.facts.changed(list);
        await this.handlers[list](changes);
        if (list === 'decisions' || list === 'meetings') {
          this.parts.onDecided();
        }
        this.lastChangeAt = changes[changes.length - 1].at;
      });
    }
    await this.parts.checks.due();
    this.lastRunAt = this.parts.site.clock.now();
  }

  /** Where a list cannot be followed from where it was, all that it bears on is checked in its stead. */
  private async findPlaces(): Promise<void> {
    const lost: FollowedList[] = [];
    for (const list of FOLLOWED_LISTS) {
      if (!(await this.followers[list].knowsPlace())) {
        lost.push(list);
      }
    }
    // Asked before anything is read: a change in between is then read twice and not lost.
    const newest: string[] = [];
    for (const list of lost) {
      newest.push(await this.followers[list].newest());
    }
    if (lost.some((list) => list !== 'languageRequests')) {
      await this.reconcile();
    }
    if (lost.includes('languageRequests')) {
      await this.parts.requests.check(await this.parts.site.languageRequests.ids());
    }
    for (const [index, list] of lost.entries()) {
      await this.followers[list].moveTo(newest[index]);
    }
  }

  private async onDocuments(changes: readonly ListChange[]): Promise<void> {
    // Whoever moved a meeting before sending a document expects the new dates to count.
    this.parts.facts.invalidate();
    await this.parts.checks.changed(evidenceOf(changes));
  }

  private async onMeetings(changes: readonly ListChange[]): Promise<void> {
    const { site, checks } = this.parts;
    try {
      for (const meetingId of new Set(changes.map(({ itemId }) => itemId))) {
        for await (const page of site.contributions.pages({ meetingId })) {
          await checks.again(page);
        }
      }
      for (const status of DEPENDING_ON_NEXT_MEETING) {
        for await (const page of site.contributions.pages({ status })) {
          await checks.again(page.filter(({ meetingId }) => meetingId === undefined));
        }
      }
    } catch (error) {
      if (!isSiteError(error, 'tooManyItems')) {
        throw error;
      }
      // More documents than the site gives by an index: then all of them.
      await this.reconcile();
    }
  }

  private async onNaming(list: 'decisions' | 'numbers', changes: readonly ListChange[]): Promise<void> {
    const { site, checks } = this.parts;
    const named = new Set<number>();
    for (const row of itemsOf(changes)) {
      const id = await site.namedContribution(list, row);
      if (id !== undefined) {
        named.add(id);
      }
    }
    await checks.again(await site.contributions.byIds([...named]));
  }

  private async reconcile(): Promise<void> {
    await reconcile(this.parts);
  }
}

/** The items that were touched and are not gone, each once. */
function itemsOf(changes: readonly ListChange[]): Set<number> {
  return new Set(changes.filter(({ type }) => type !== 'delete').map(({ itemId }) => itemId));
}
