import type { Temporal } from 'temporal-polyfill';
import { deadlinesOf, isOpen } from '../rules/deadlines';
import { interpretationPhase } from '../rules/interpretation';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import { interpretationDecisionOf } from '../site/decisions';
import type { Decision } from '../site/decisions';

/**
 * Whether interpretation at a meeting could still be asked for and is decided already.
 * @param decisionsOf the decisions about a meeting
 * @throws what `decisionsOf` throws
 */
export async function isInterpretationDecided(meeting: Meeting, group: WorkingGroup, now: Temporal.Instant, decisionsOf: (meetingId: number) => Promise<readonly Decision[]>): Promise<boolean> {
  if (meeting.status !== 'planned' || !isOpen(deadlinesOf(meeting, group).languageRequest, now)) {
    return false;
  }
  const decision = interpretationDecisionOf(await decisionsOf(meeting.id), meeting.id);
  return interpretationPhase(meeting, decision, group, now) === 'decided';
}
