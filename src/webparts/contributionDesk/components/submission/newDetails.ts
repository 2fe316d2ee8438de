import type { PartKind } from '../../../../rules/contribution';
import type { Language } from '../../../../rules/language';
import type { Meeting } from '../../../../rules/meeting';
import type { Contribution } from '../../../../site/contribution';
import { detailsOf } from '../myContributions/contributionForm';
import type { SubmissionDetails } from './submission';

/** What the next document is to an earlier one. */
export interface RequestedPart {
  readonly kind: PartKind;
  readonly of: Contribution;
}

/** What is known of a new document before it is read. */
export interface KnownBeforehand {
  /** The meeting proposed for it. */
  readonly meetingId: number;
  readonly meetings: readonly Meeting[];
  /** The document before it on the page: several at once mostly come from one delegation, in one language. */
  readonly known: SubmissionDetails | undefined;
  readonly part: RequestedPart | undefined;
  /** The language that the file's name ends with. */
  readonly language: Language | undefined;
}

/** The form of a new document, with what can be known of it; what belongs to an earlier one begins with its form. */
export function newDetails({ meetingId, meetings, known, part, language }: KnownBeforehand): SubmissionDetails {
  if (part === undefined) {
    return {
      title: '',
      source: known?.source ?? '',
      originalLanguage: language ?? known?.originalLanguage,
      meetingId: known?.meetingId ?? meetingId,
      topic: '',
      actionRequired: '',
      abstract: ''
    };
  }
  const earlier = detailsOf(part.of);
  const isStillPlanned = meetings.some(({ id, status }) => id === earlier.meetingId && status === 'planned');
  return {
    ...earlier,
    originalLanguage: language ?? (part.kind === 'languageVersion' ? undefined : earlier.originalLanguage),
    meetingId: isStillPlanned ? earlier.meetingId : meetingId,
    partKind: part.kind,
    partOf: part.of.id
  };
}
