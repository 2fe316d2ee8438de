import type { Temporal } from 'temporal-polyfill';
import { deadlinesOf } from '../../../../rules/deadlines';
import type { Deadline } from '../../../../rules/deadlines';
import { isSameDelegation } from '../../../../rules/delegationName';
import { interpretationPhase, proposeInterpretation } from '../../../../rules/interpretation';
import type { InterpretationPhase, LanguageOutcome } from '../../../../rules/interpretation';
import { tallyRequests } from '../../../../rules/languageRequest';
import type { LanguageRequest, LanguageTally } from '../../../../rules/languageRequest';
import type { Meeting } from '../../../../rules/meeting';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import { interpretationDecisionOf } from '../../../../site/decisions';
import type { Decision } from '../../../../site/decisions';
import type { DelegateSite } from '../../../../site/delegateSite';
import type { Delegation } from '../../../../site/delegations';
import type { ListedRequest } from '../../../../site/languageRequests';
import type { LanguageSite } from '../../../../site/languageSite';

/** What the site has on the interpretation at a meeting. */
export interface InterpretationRecord {
  /** Undefined when the meeting is no longer there. */
  readonly meeting: Meeting | undefined;
  readonly requests: readonly ListedRequest[];
  readonly delegations: readonly Delegation[];
  /** What was decided about the meeting and its documents, oldest first. */
  readonly decisions: readonly Decision[];
  readonly readAt: Temporal.Instant;
}

/** Where the interpretation at a meeting stands. */
export interface InterpretationState {
  readonly phase: InterpretationPhase;
  /** By when requests count. */
  readonly deadline: Deadline;
  readonly tallies: readonly LanguageTally[];
  readonly proposal: readonly LanguageOutcome[];
  readonly decision: ReturnType<typeof interpretationDecisionOf>;
}

/** Reads what the site has on the interpretation at a meeting. */
export async function readInterpretation({ meetings, clock }: DelegateSite, languageSite: LanguageSite, meetingId: number): Promise<InterpretationRecord> {
  const [meeting, requests, delegations, decisions] = await Promise.all([
    meetings.get(meetingId),
    languageSite.languageRequests.ofMeeting(meetingId),
    languageSite.delegations.all(),
    languageSite.decisions.ofMeeting(meetingId)
  ]);
  return { meeting, requests, delegations, decisions, readAt: clock.now() };
}

/** What follows from the record by the rules, at an instant. */
export function interpretationState(meeting: Meeting, { requests, decisions }: InterpretationRecord, group: WorkingGroup, at: Temporal.Instant): InterpretationState {
  const tallies = tallyRequests(requests.filter(isCounted), meeting, group);
  const decision = interpretationDecisionOf(decisions, meeting.id);
  return {
    phase: interpretationPhase(meeting, decision, group, at),
    deadline: deadlinesOf(meeting, group).languageRequest,
    tallies,
    proposal: proposeInterpretation(meeting, tallies, group),
    decision
  };
}

/** The request of a delegation for a language, however its name is written. */
export function requestOf(requests: readonly ListedRequest[], language: ListedRequest['language'], delegation: string): ListedRequest | undefined {
  return requests.find((request) => request.language === language && isSameDelegation(request.delegation, delegation));
}

/** What was refused is no request. */
function isCounted(request: ListedRequest): request is ListedRequest & LanguageRequest {
  return request.status !== 'refused';
}
