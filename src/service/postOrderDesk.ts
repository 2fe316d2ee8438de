import type { Temporal } from 'temporal-polyfill';
import { reminderCard } from '../bot/cards/reminderCard';
import { translatorFor } from '../messages/allMessages';
import type { Meeting } from '../rules/meeting';
import { quietUntil } from '../rules/quietHours';
import { planAllReminders, planReminders, reminderAction, reminderKey } from '../rules/reminderPlan';
import type { PlannedReminder } from '../rules/reminderPlan';
import type { WorkingGroup } from '../rules/workingGroup';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { OrderRefusal, PostOrder } from '../site/postOrders';
import type { DateCorrector } from './dateCorrector';
import { isInterpretationDecided } from './decidedInterpretation';
import type { Log } from './log';
import type { OncePoster, PostingWay } from './oncePoster';
import { reminderSubject } from './reminderSubject';
import { subscribersOf } from './subscriber';
import type { Subscriber } from './subscriber';
import { workThrough } from './workThrough';

/** How many are posted to at a time, as the reminder clock does. */
const AT_A_TIME = 8;

/** What it works with. */
export interface PostOrderDeskParts {
  readonly site: Pick<DeskSite, 'postOrders' | 'reminderPause' | 'channels' | 'personalChats' | 'configuration' | 'meetings' | 'decisions' | 'isSecretariat' | 'clock'>;
  readonly deskUrl: string;
  readonly poster: OncePoster;
  readonly corrector: Pick<DateCorrector, 'correct'>;
  readonly way: Pick<PostingWay, 'canReach'>;
  readonly log: Log;
}

/** What an order is carried out by: the site as it is at that moment, not as it was kept. */
interface Present {
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  readonly now: Temporal.Instant;
}

/** What becomes of an order: it is over, or something of it is still to be posted. */
type Outcome = { readonly kind: 'done' } | { readonly kind: 'waiting' } | { readonly kind: 'refused'; readonly reason: OrderRefusal };

/**
 * Carries out the secretariat's orders to post a reminder before its time. Each post is claimed under the reminder's ordinary
 * key, so that it does not come again when its time has come, and an order that was broken off goes on where it stopped.
 * Quiet hours are kept: an order waits for their end.
 */
export class PostOrderDesk {
  public constructor(private readonly parts: PostOrderDeskParts) {}

  /** Does what is ordered. @throws SiteError when the site fails; the next run does the rest */
  public async run(): Promise<void> {
    const { site, log } = this.parts;
    for (const order of await site.postOrders.wanted()) {
      const outcome = await this.carryOut(order);
      if (outcome.kind === 'waiting') {
        continue;
      }
      const reason = outcome.kind === 'refused' ? outcome.reason : undefined;
      try {
        await site.postOrders.settle(order, outcome.kind, reason);
        log.info({ event: `order.${outcome.kind}`, orderId: order.id, planned: order.planned, ...(reason === undefined ? {} : { reason }) });
      } catch (error) {
        if (!isSiteError(error, 'changedByOthers')) {
          throw error;
        }
        // Another service has settled it: both posted under the same keys, so nothing came twice.
      }
    }
  }

  private async carryOut(order: PostOrder): Promise<Outcome> {
    const { site } = this.parts;
    // Whoever may write into the list was checked by the site; who left the secretariat since is no longer obeyed.
    if (!(await site.isSecretariat(order.orderedBy.email))) {
      return { kind: 'refused', reason: 'notSecretariat' };
    }
    if ((await site.reminderPause.read()).isPaused) {
      return { kind: 'refused', reason: 'paused' };
    }
    const [subscribers, group, meetings] = await Promise.all([subscribersOf(site), site.configuration.read(), site.meetings.all()]);
    const present = { group, meetings, now: site.clock.now() };
    const reminder = planAllReminders(meetings, group).find((each) => reminderKey(each, '') === order.planned);
    return reminder === undefined ? { kind: 'refused', reason: 'notPlanned' } : this.post(reminder, subscribers, present);
  }

  private async post(reminder: PlannedReminder, subscribers: readonly Subscriber[], present: Present): Promise<Outcome> {
    const { site, poster, corrector, way, deskUrl } = this.parts;
    const { group, now } = present;
    const circumstances = { at: now, isInterpretationDecided: await isInterpretationDecided(reminder.meeting, group, now, (id) => site.decisions.ofMeeting(id)), isOrdered: true };
    const plan = planReminders(reminder.meeting, group);
    const actions = subscribers
      .filter(({ target }) => way.canReach(target))
      .flatMap((subscriber) => {
        const action = reminderAction(reminder, plan, subscriber, group, circumstances);
        return action === undefined ? [] : [{ subscriber, action }];
      });
    const due = actions.flatMap(({ subscriber, action }) =>
      action.kind === 'due' ? [{ target: subscriber.target, subject: reminderSubject({ ...reminder, deadlines: action.deadlines }, subscriber, reminder), subscriber, deadlines: action.deadlines }] : []
    );
    if (due.length === 0) {
      const skipped = actions.flatMap(({ action }) => (action.kind === 'skipped' ? [action.reason] : []));
      return { kind: 'refused', reason: skipped[0] ?? 'nobody' };
    }
    const closesAt = reminder.deadlines[0].closesAt.toInstant();
    const ready = due.filter(({ subscriber }) => quietUntil(now, closesAt, subscriber.quietHours, group.zone) === undefined);
    await workThrough(await poster.open(ready), AT_A_TIME, async (post) => {
      // Whoever was told another date is told first that it moved.
      const told = await corrector.correct(post.subscriber, [reminder.meeting], present);
      if (!post.deadlines.some(({ kind }) => told.isCorrecting(reminder.meeting, kind))) {
        await poster.send(post, () => reminderCard([{ meeting: reminder.meeting, deadlines: post.deadlines }], site.clock.now(), group, deskUrl, translatorFor(post.subscriber.language)));
      }
    });
    return due.every((post) => poster.isSettled(post)) ? { kind: 'done' } : { kind: 'waiting' };
  }
}
