import { Temporal } from 'temporal-polyfill';
import type { Standing } from './contribution';
import type { Meeting } from './meeting';
import { rederiveStanding } from './rederivation';
import type { StandingSubject } from './rederivation';
import { planReminders, reminderKey } from './reminderPlan';
import type { PlannedReminder } from './reminderPlan';
import type { WorkingGroup } from './workingGroup';

/** A contribution whose standing a change of its meeting concerns. */
export interface StandingImpact {
  readonly id: number;
  readonly before?: Standing;
  /** What the new deadlines make of it; undefined when the meeting has no date any more. */
  readonly after?: Standing;
}

/** What a change of a meeting's dates, deadlines or state changes elsewhere. */
export interface DeadlineChangeImpact {
  /** Get a new standing. */
  readonly changing: readonly StandingImpact[];
  /** Would lose what was promised; they keep their standing until the secretariat decides. */
  readonly needDecision: readonly StandingImpact[];
  /** Reminders still to come that are not posted any more. */
  readonly droppedReminders: readonly PlannedReminder[];
  /** Reminders to come that the change adds. */
  readonly addedReminders: readonly PlannedReminder[];
}

/**
 * What changes when a meeting becomes another. A meeting that is postponed without a date or cancelled leaves every
 * contribution that was promised something to a decision; see `rederiveStanding`.
 * @param at reminders that are due by then are past and not counted
 */
export function deadlineChangeImpact(
  before: Meeting,
  after: Meeting,
  contributions: readonly (StandingSubject & { readonly id: number })[],
  group: WorkingGroup,
  at: Temporal.Instant
): DeadlineChangeImpact {
  const changing: StandingImpact[] = [];
  const needDecision: StandingImpact[] = [];
  for (const contribution of contributions) {
    const { outcome, standing, decision } = rederiveStanding(contribution, after, group);
    if (outcome !== 'same') {
      const known = { id: contribution.id, ...(contribution.standing === undefined ? {} : { before: contribution.standing }) };
      const derived = outcome === 'changes' ? standing : decision?.standing;
      (outcome === 'changes' ? changing : needDecision).push({ ...known, ...(derived === undefined ? {} : { after: derived }) });
    }
  }
  const [planned, replanned] = [toCome(before, group, at), toCome(after, group, at)];
  return { changing, needDecision, droppedReminders: without(planned, replanned), addedReminders: without(replanned, planned) };
}

function toCome(meeting: Meeting, group: WorkingGroup, at: Temporal.Instant): PlannedReminder[] {
  return planReminders(meeting, group).filter(({ dueAt }) => Temporal.Instant.compare(dueAt.toInstant(), at) > 0);
}

/** The reminders that other plans do not have; two are the same for the site when their keys are. */
function without(reminders: readonly PlannedReminder[], others: readonly PlannedReminder[]): PlannedReminder[] {
  const keys = new Set(others.map((other) => reminderKey(other, '')));
  return reminders.filter((reminder) => !keys.has(reminderKey(reminder, '')));
}
