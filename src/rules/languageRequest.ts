import type { Temporal } from 'temporal-polyfill';
import { deadlinesOf, isOpen } from './deadlines';
import type { Language } from './language';
import type { Meeting } from './meeting';
import type { WorkingGroup } from './workingGroup';

/** Whether a request for interpretation still stands. */
export const REQUEST_STATUSES = ['active', 'withdrawn'] as const;
/** One of {@link REQUEST_STATUSES}. */
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** A request for interpretation as it counts: one delegation and one language at one meeting. */
export interface LanguageRequest {
  readonly meetingId: number;
  readonly language: Language;
  readonly delegation: string;
  readonly status: RequestStatus;
  /** When the delegation asked, or withdrew, by the site's own record. */
  readonly requestedAt: Temporal.Instant;
}

/** A version of a request as the site kept it. */
export interface RequestVersion {
  readonly status: RequestStatus;
  /** Who wrote it, by the site's own record: the account's address. */
  readonly writtenBy: string;
  /** For whom it was written, by the version's own word: the service writes it for those whom Teams verified. */
  readonly onBehalfOf?: string;
  readonly writtenAt: Temporal.Instant;
}

/** What a request says by those who may say it. */
export interface RequestState {
  readonly status: RequestStatus;
  /** Since when it says so. */
  readonly requestedAt: Temporal.Instant;
  readonly requestedBy: string;
}

/** Who is heard about a request. */
export interface RequestVoices {
  /** Whether the person with an address may speak for the delegation. */
  maySpeak(address: string): boolean;
  /** Whether an account is the service's own; nobody else is believed about writing for others. */
  isService(account: string): boolean;
}

/**
 * What a request says, by its history: only what those wrote counts who may speak for the delegation, and asking again
 * for what is asked already changes nothing, so that a repeated click does not make a request late. What the service
 * wrote counts as written by the person for whom it was.
 * @param versions oldest first
 * @param known what an earlier part of the history came to, when only the rest of it is given
 * @returns undefined when nobody who may speak for it ever wrote
 */
export function requestStateOf(versions: readonly RequestVersion[], { maySpeak, isService }: RequestVoices, known?: RequestState): RequestState | undefined {
  return versions.reduce<RequestState | undefined>((state, { status, writtenAt, writtenBy, onBehalfOf }) => {
    const speaker = isService(writtenBy) ? (onBehalfOf ?? '') : writtenBy;
    return maySpeak(speaker) && status !== state?.status ? { status, requestedAt: writtenAt, requestedBy: speaker } : state;
  }, known);
}

/** The requests for one language at a meeting. */
export interface LanguageTally {
  readonly language: Language;
  /** The delegations whose request counts, each once, in order of their requests. */
  readonly delegations: readonly string[];
  /** Those that asked after the deadline; recorded and not counted. */
  readonly late: readonly string[];
  /** How many delegations it takes; a statutory meeting has no threshold. */
  readonly threshold?: number;
  /** Whether enough have asked. */
  readonly isMet: boolean;
}

/**
 * The requests for each of the group's languages but English, which is always there. One request a delegation and
 * language counts (assumed), made by the end of the deadline for requests.
 * Source: WTDC Resolution 1 (deadline); TDAG-WG-SOP/5 (at least five requests at a non-statutory meeting).
 */
export function tallyRequests(requests: readonly LanguageRequest[], meeting: Meeting, group: WorkingGroup): LanguageTally[] {
  const { languageRequest } = deadlinesOf(meeting, group);
  const active = requests
    .filter(({ meetingId, status }) => meetingId === meeting.id && status === 'active')
    .sort((a, b) => Math.sign(a.requestedAt.epochMilliseconds - b.requestedAt.epochMilliseconds));
  const namesOf = (asked: readonly LanguageRequest[]): string[] => [...new Set(asked.map(({ delegation }) => delegation))];
  return group.languages
    .filter((language) => language !== 'en')
    .map((language) => {
      const asked = active.filter((request) => request.language === language);
      const delegations = namesOf(asked.filter(({ requestedAt }) => isOpen(languageRequest, requestedAt)));
      const late = namesOf(asked).filter((delegation) => !delegations.includes(delegation));
      const needed = meeting.statutory ? 1 : group.languageThreshold;
      return { language, delegations, late, ...(meeting.statutory ? {} : { threshold: needed }), isMet: delegations.length >= needed };
    });
}
