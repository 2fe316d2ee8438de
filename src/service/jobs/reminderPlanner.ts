import type { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../../bot/groupFacts';
import type { DeskSite } from '../../site/deskSite';
import { isMailingKey } from '../../site/mailingAddress';
import { isInterpretationDecided } from '../decidedInterpretation';
import { DueReminders } from '../dueReminders';
import { KnownMeetings } from '../knownMeetings';
import type { OncePoster, PostingWay } from '../oncePoster';
import type { ReminderState } from '../reminderClock';
import { subscriberPages } from '../subscriber';
import type { Subscriber, SubscriberRow } from '../subscriber';
import type { SubscriberReminders } from '../subscriberReminders';
import type { JobOf } from './job';

/** The kinds of jobs by which subscribers are reminded. */
export type RemindingKind = 'remindSubscribers' | 'mailReminders';

/** How many subscribers are one job: enough to ask for in one request, few enough that a big group of them is shared. E-mail is slow. */
const TOGETHER: Readonly<Record<RemindingKind, number>> = { remindSubscribers: 20, mailReminders: 5 };

/** What the planner works with. */
export interface ReminderPlannerParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'clock' | 'deskState' | 'reminderPause'>;
  readonly facts: GroupFactsCache;
  readonly poster: OncePoster;
  readonly way: Pick<PostingWay, 'canReach'>;
  readonly reminders: Pick<SubscriberReminders, 'remindAll'>;
  send<Kind extends RemindingKind>(kind: Kind, job: JobOf<Kind>): Promise<void>;
}

/** A subscriber with its place among all. */
type Placed = SubscriberRow & { readonly subscriber: Subscriber };

/**
 * Finds what is due, as the reminder clock does, and sends jobs for those to whom it is due in place of posting it. A job is
 * sent once for each change of what is due to somebody, not at each look; until everything of it is settled it stays in its
 * queue. A planner that begins sends a job for everybody once: what was done already is found in the ledger.
 */
export class ReminderPlanner {
  private lastTickAt?: Temporal.Instant;
  private isPaused = false;
  private knownMeetings: KnownMeetings;
  /** What was due to each subscriber when a job was last sent for it. */
  private readonly sent = new Map<number, string>();

  public constructor(private readonly parts: ReminderPlannerParts) {
    this.knownMeetings = new KnownMeetings(parts.site);
  }

  /** What this service posted since its start, and when it last planned. */
  public state(): ReminderState {
    const { lastTickAt, isPaused: paused } = this;
    return { ...this.parts.poster.state(), paused, ...(lastTickAt === undefined ? {} : { lastTickAt }) };
  }

  /** Another service planned meanwhile: what was sent by this one may be long done, or lost with it. */
  public forget(): void {
    this.sent.clear();
    this.knownMeetings = new KnownMeetings(this.parts.site);
  }

  /** Sends what is due now. @throws SiteError, or what the storage throws; the next tick does the rest */
  public async tick(): Promise<void> {
    const { site, facts, poster, way } = this.parts;
    this.isPaused = (await site.reminderPause.read()).isPaused;
    const now = site.clock.now();
    if (this.isPaused) {
      this.lastTickAt = now;
      return;
    }
    const { present, meetings, changes } = await this.knownMeetings.compare(facts);
    const { group } = present;
    const isDecided = (meeting: (typeof meetings)[number]): Promise<boolean> => isInterpretationDecided(meeting, group, now, async (id) => (await facts.languagesOf(id)).decisions);
    const due = await DueReminders.plan({ group, meetings, changes: [], now, isDecided });
    // Only who planned by the old dates knows what is dropped with them, so that is recorded here.
    const dropped = changes.length === 0 ? undefined : await DueReminders.plan({ group, meetings: [], changes, now, isDecided });
    const dates = JSON.stringify(meetings);
    const reopened = await poster.freeSubscribers();
    for await (const page of subscriberPages(site)) {
      const placed = page.flatMap((row): Placed[] => (row.subscriber === undefined ? [] : [{ ...row, subscriber: row.subscriber }])).filter(({ subscriber }) => way.canReach(subscriber.target));
      if (dropped !== undefined) {
        const scope = { includes: () => true, corrects: () => false };
        await this.parts.reminders.remindAll(placed.map(({ subscriber }) => ({ subscriber, scope })), { group, meetings, changed: [], due: dropped });
      }
      await this.send(placed, due, { dates, reopened });
    }
    await this.knownMeetings.keep(meetings);
    await poster.endLeft(group.zone);
    await poster.reportInterrupted();
    this.lastTickAt = now;
  }

  private async send(placed: readonly Placed[], due: DueReminders, { dates, reopened }: { readonly dates: string; readonly reopened: ReadonlySet<string> }): Promise<void> {
    const news: (Placed & { readonly print: string })[] = [];
    for (const row of placed) {
      const items = (await due.of(row.subscriber)).map(({ key, action }) => `${key} ${action.kind}`);
      // Whether something is to be tried again, such as what the secretariat asks for when it was interrupted.
      const print = [row.modifiedAt.toString(), dates, reopened.has(row.subscriber.key), ...items].join('\n');
      if (this.sent.get(row.position) !== print) {
        news.push({ ...row, print });
      }
    }
    const isMail = ({ subscriber }: Placed): boolean => isMailingKey(subscriber.key);
    for (const [kind, rows] of [['remindSubscribers', news.filter((row) => !isMail(row))], ['mailReminders', news.filter(isMail)]] as const) {
      for (let from = 0; from < rows.length; from += TOGETHER[kind]) {
        const group = rows.slice(from, from + TOGETHER[kind]);
        await this.parts.send(kind, { from: group[0].position, to: group[group.length - 1].position });
        group.forEach(({ position, print }) => this.sent.set(position, print));
      }
    }
  }
}
