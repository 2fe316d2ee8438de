import type { Temporal } from 'temporal-polyfill';
import { DEADLINE_KINDS } from '../rules/deadlineKind';
import type { Meeting } from '../rules/meeting';
import { droppedReminders, dueReminders, inPostingOrder, isRecorded, isRemindedOf, planReminders, reminderKey } from '../rules/reminderPlan';
import type { DueReminder, PlannedReminder } from '../rules/reminderPlan';
import { isSubscribed } from '../rules/subscription';
import type { Subscription } from '../rules/subscription';
import type { WorkingGroup } from '../rules/workingGroup';
import { breather } from './breather';
import type { MeetingChange } from './knownMeetings';

/** A reminder that is due to be posted or recorded as not posted, to whoever subscribed to it. */
export interface DueItem extends DueReminder {
  /** Names it among all reminders, whoever gets it. */
  readonly key: string;
}

/** What is planned by. */
export interface PlanningFacts {
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  /** Meetings whose dates are no longer as reminders were planned by them. */
  readonly changes: readonly MeetingChange[];
  readonly now: Temporal.Instant;
  /** Whether the interpretation at a meeting is decided; asked only of meetings at which it could be reminded of. */
  isDecided(meeting: Meeting): Promise<boolean>;
}

interface MeetingPlan {
  readonly plan: readonly PlannedReminder[];
  readonly isInterpretationDecided: boolean;
}

/**
 * What is due at one instant. It is worked out once for each meeting and set of kinds, not for each subscriber: there are
 * thousands of these and they chose among few kinds.
 */
export class DueReminders {
  private readonly byKinds = new Map<string, Promise<readonly DueItem[]>>();

  private constructor(
    private readonly plans: readonly MeetingPlan[],
    private readonly dropped: readonly DueItem[],
    private readonly group: WorkingGroup,
    /** The instant at which it is due. */
    public readonly now: Temporal.Instant
  ) {}

  /** Plans for the meetings of which something can be due. @throws what `isDecided` throws */
  public static async plan({ group, meetings, changes, now, isDecided }: PlanningFacts): Promise<DueReminders> {
    const pause = breather();
    const plans: MeetingPlan[] = [];
    for (const meeting of meetings) {
      if (isRemindedOf(meeting, group, now)) {
        const plan = planReminders(meeting, group);
        const asksForRequests = plan.some(({ deadlines, dueAt }) => dueAt.epochMilliseconds <= now.epochMilliseconds && deadlines.some(({ kind }) => kind === 'languageRequest'));
        plans.push({ plan, isInterpretationDecided: asksForRequests && (await isDecided(meeting)) });
      }
      await pause();
    }
    const dropped = changes
      .flatMap(({ before, after }) => droppedReminders(before, after, group, now))
      .filter(({ reminder }) => isRecorded(reminder, now))
      .map(({ reminder, reason }) => itemOf({ reminder, action: { kind: 'skipped', reason } }));
    return new DueReminders(plans, dropped, group, now);
  }

  /** What is due to whoever chose some kinds, in order of posting. */
  public of({ kinds }: Pick<Subscription, 'kinds'>): Promise<readonly DueItem[]> {
    const name = kinds.join(',');
    const items = this.byKinds.get(name) ?? this.workOut(kinds);
    this.byKinds.set(name, items);
    return items;
  }

  /** The keys of everything that is due to anybody. */
  public async keys(): Promise<string[]> {
    return (await this.of({ kinds: DEADLINE_KINDS })).map(({ key }) => key);
  }

  private async workOut(kinds: readonly string[]): Promise<readonly DueItem[]> {
    const pause = breather();
    const items: DueItem[] = [];
    for (const { plan, isInterpretationDecided } of this.plans) {
      items.push(...dueReminders(plan, { kinds }, this.group, { at: this.now, isInterpretationDecided }).map(itemOf));
      await pause();
    }
    items.sort((one, other) => inPostingOrder(one.reminder, other.reminder));
    const wanted = this.dropped.filter(({ reminder }) => reminder.deadlines.some(({ kind }) => isSubscribed({ kinds }, kind)));
    return [...wanted, ...items];
  }
}

function itemOf(due: DueReminder): DueItem {
  return { ...due, key: reminderKey(due.reminder, '') };
}
