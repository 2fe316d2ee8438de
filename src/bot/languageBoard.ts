import type { Temporal } from 'temporal-polyfill';
import { isSameDelegation } from '../rules/delegationName';
import { daysLeft, deadlinesOf, isOpen } from '../rules/deadlines';
import type { Language } from '../rules/language';
import { interpretationPhase } from '../rules/interpretation';
import type { InterpretationDecision, InterpretationPhase } from '../rules/interpretation';
import { tallyRequests } from '../rules/languageRequest';
import type { LanguageRequest, LanguageTally } from '../rules/languageRequest';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import { interpretationDecisionOf } from '../site/decisions';
import type { Decision } from '../site/decisions';
import type { Delegation } from '../site/delegations';
import type { ListedRequest } from '../site/languageRequests';
import type { LanguageSite } from '../site/languageSite';
import type { CountedDeadline } from '../messages/reminderWording';

/** A request of a delegation that the reader speaks for. */
export interface OwnRequest {
  readonly delegation: Delegation;
  readonly language: Language;
  readonly isLate: boolean;
}

/** What is asked for and decided about the interpretation at a meeting. */
export interface LanguageBoard {
  readonly meeting: Meeting;
  readonly tallies: readonly LanguageTally[];
  readonly phase: InterpretationPhase;
  readonly decision?: InterpretationDecision & { readonly reason: string };
  readonly deadline: CountedDeadline;
  readonly own: readonly OwnRequest[];
}

/** The same as the site lists it. */
export interface MeetingLanguages {
  readonly requests: readonly ListedRequest[];
  readonly decisions: readonly Decision[];
}

/** Reads what is asked for and decided about the interpretation at a meeting. @throws SiteError */
export async function readMeetingLanguages(site: Pick<LanguageSite, 'languageRequests' | 'decisions'>, meetingId: number): Promise<MeetingLanguages> {
  const [requests, decisions] = await Promise.all([site.languageRequests.ofMeeting(meetingId), site.decisions.ofMeeting(meetingId)]);
  return { requests, decisions };
}

/**
 * The board of a meeting.
 * @param delegations those that the reader speaks for
 */
export function languageBoardOf(
  meeting: Meeting,
  delegations: readonly Delegation[],
  { requests: listed, decisions }: MeetingLanguages,
  group: WorkingGroup,
  now: Temporal.Instant
): LanguageBoard {
  const requests = listed.flatMap(({ status, ...request }): LanguageRequest[] => (status === 'refused' ? [] : [{ ...request, status }]));
  const decision = interpretationDecisionOf(decisions, meeting.id);
  const deadline = deadlinesOf(meeting, group).languageRequest;
  return {
    meeting,
    tallies: tallyRequests(requests, meeting, group),
    phase: interpretationPhase(meeting, decision, group, now),
    ...(decision === undefined ? {} : { decision }),
    deadline: { deadline, daysLeft: daysLeft(deadline, now) },
    own: requests
      .filter(({ status }) => status === 'active')
      .flatMap(({ language, delegation: name, requestedAt }) =>
        delegations.filter((delegation) => isNamed(delegation, name)).map((delegation) => ({ delegation, language, isLate: !isOpen(deadline, requestedAt) }))
      )
  };
}

/** Whether a delegation is the one that a request names. */
export function isNamed(delegation: Delegation, name: string): boolean {
  return isSameDelegation(delegation.name, name);
}
