import type { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../bot/groupFacts';
import { deadlinesOf, isOpen } from '../rules/deadlines';
import { interpretationPhase } from '../rules/interpretation';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import { interpretationDecisionOf } from '../site/decisions';

/** Whether interpretation at a meeting could still be asked for and is decided already. @throws SiteError */
export async function isInterpretationDecided(meeting: Meeting, group: WorkingGroup, now: Temporal.Instant, facts: Pick<GroupFactsCache, 'languagesOf'>): Promise<boolean> {
  if (meeting.status !== 'planned' || !isOpen(deadlinesOf(meeting, group).languageRequest, now)) {
    return false;
  }
  const { decisions } = await facts.languagesOf(meeting.id);
  return interpretationPhase(meeting, interpretationDecisionOf(decisions, meeting.id), group, now) === 'decided';
}
