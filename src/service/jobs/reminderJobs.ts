import { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../../bot/groupFacts';
import type { DeskSite } from '../../site/deskSite';
import { isMailingKey } from '../../site/mailingAddress';
import { isInterpretationDecided } from '../decidedInterpretation';
import { DueReminders } from '../dueReminders';
import { KnownMeetings } from '../knownMeetings';
import { failure } from '../log';
import type { Log } from '../log';
import type { PostingWay } from '../oncePoster';
import { subscribersAt } from '../subscriber';
import type { SubscriberReminders } from '../subscriberReminders';
import type { JobMessage } from './job';
import type { JobOutcome } from './jobConsumer';
import type { RemindingKind } from './reminderPlanner';
import { siteTroublePause } from './siteTrouble';

/** While all reminders are paused, and before the next try of something that was not taken. */
const PAUSE_SECONDS = { paused: 300, least: 15, most: 86_400 };

/** What the reminding works with. */
export interface ReminderJobsParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'clock' | 'deskState' | 'reminderPause'>;
  readonly facts: GroupFactsCache;
  readonly reminders: Pick<SubscriberReminders, 'remindAll'>;
  readonly way: Pick<PostingWay, 'canReach'>;
  readonly log: Log;
  /** Sends a job of the same kind. */
  send(kind: RemindingKind, job: { readonly from: number; readonly to: number }): Promise<void>;
}

/** Reminds the subscribers for whom a job was sent. */
export class ReminderJobs {
  public constructor(private readonly parts: ReminderJobsParts) {}

  /**
   * Does what is due to them now, and puts the job off while something is left, such as in quiet hours. When one of several
   * fails, each becomes a job of its own, so that it keeps nothing from the others.
   * @throws SiteError and others when a single one fails
   */
  public async remind(kind: RemindingKind, { job: { from, to }, putOff }: JobMessage<RemindingKind>): Promise<JobOutcome> {
    const { site, facts, reminders, way, log, send } = this.parts;
    let positions: number[] = [];
    try {
      if ((await site.reminderPause.read()).isPaused) {
        return { laterSeconds: PAUSE_SECONDS.paused };
      }
      // Another service follows the lists, so nobody here is told of changes: what was read before the job came may be old.
      facts.invalidate();
      facts.changed('decisions');
      const { present, meetings } = await new KnownMeetings(site).compare(facts);
      const { group } = present;
      const rows = (await subscribersAt(site, from, to)).filter(({ subscriber }) => isMailingKey(subscriber.key) === (kind === 'mailReminders') && way.canReach(subscriber.target));
      positions = rows.map(({ position }) => position);
      const now = site.clock.now();
      const due = await DueReminders.plan({ group, meetings, changes: [], now, isDecided: (meeting) => isInterpretationDecided(meeting, group, now, async (id) => (await facts.languagesOf(id)).decisions) });
      const scope = { includes: () => true, corrects: () => true };
      const unsettled = await reminders.remindAll(rows.map(({ subscriber }) => ({ subscriber, scope })), { group, meetings, changed: meetings, due });
      const [next] = unsettled.map(({ againAt }) => againAt).sort(Temporal.Instant.compare);
      return next === undefined ? 'done' : { laterSeconds: Math.min(Math.max(next.since(now).total('seconds'), PAUSE_SECONDS.least), PAUSE_SECONDS.most) };
    } catch (error) {
      const pause = siteTroublePause(error, putOff);
      if (pause !== undefined) {
        return { laterSeconds: pause };
      }
      if (positions.length < 2) {
        throw error;
      }
      log.warn({ event: 'job.split', kind, from, to, ...failure(error) });
      for (const position of positions) {
        await send(kind, { from: position, to: position });
      }
      return 'done';
    }
  }
}
