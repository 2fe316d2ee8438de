import type { Temporal } from 'temporal-polyfill';
import { DEADLINE_KINDS } from '../../../../rules/deadlineKind';
import type { Meeting } from '../../../../rules/meeting';
import { planReminders, reminderAction, reminderKey } from '../../../../rules/reminderPlan';
import type { PlannedReminder } from '../../../../rules/reminderPlan';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import type { PostOrder } from '../../../../site/postOrders';
import type { LedgerGroups } from './ledgerGroups';

/** A planned reminder that is still to come. */
export interface ComingStep {
  /** `reminderKey` without a subscriber. */
  readonly key: string;
  readonly reminder: PlannedReminder;
  /** Whether its time has come. */
  readonly isDue: boolean;
  /** The orders to post it before its time, oldest first. */
  readonly orders: readonly PostOrder[];
}

/** The planned reminders of a meeting that are still to come, in order of their posting; those that were ordered and sent are not. */
export function comingSteps(meeting: Meeting, group: WorkingGroup, groups: LedgerGroups, orders: readonly PostOrder[], at: Temporal.Instant): ComingStep[] {
  const plan = planReminders(meeting, group);
  return plan.flatMap((reminder) => {
    const key = reminderKey(reminder, '');
    const ofStep = orders.filter(({ planned }) => planned === key);
    const action = reminderAction(reminder, plan, { kinds: DEADLINE_KINDS }, group, { at, isInterpretationDecided: false });
    const isDue = reminder.dueAt.epochMilliseconds <= at.epochMilliseconds;
    const isBehind = action === undefined || action.kind === 'skipped' || ofStep.some(({ status }) => status === 'done') || (isDue && groups.has(key));
    return isBehind ? [] : [{ key, reminder, isDue, orders: ofStep }];
  });
}
