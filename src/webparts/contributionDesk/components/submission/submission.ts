import type { Temporal } from 'temporal-polyfill';
import type { Purpose } from '../../../../rules/contribution';
import type { Language } from '../../../../rules/language';

/** What a delegate says about a document, as far as it is typed. */
export interface SubmissionDetails {
  readonly title: string;
  readonly source: string;
  readonly originalLanguage?: Language;
  readonly purpose?: Purpose;
  readonly meetingId?: number;
  readonly topic: string;
  readonly actionRequired: string;
  readonly abstract: string;
}

/** The document in the library. */
export interface Arrival {
  readonly id: number;
  /** The name that it has there, which differs from the file's when that was taken. */
  readonly fileName: string;
  /** As the library recorded it; this time decides the standing. */
  readonly receivedAt: Temporal.Instant;
}

/** How far a submission has got. */
export type SubmissionPhase =
  | { readonly step: 'drafting'; readonly stopped?: boolean }
  | { readonly step: 'sending'; readonly sent: number; readonly total: number }
  /** The document is in the library, its details are being saved. */
  | { readonly step: 'describing'; readonly arrival: Arrival }
  /** With `arrival`, the document is in the library and only its details are not. */
  | { readonly step: 'failed'; readonly error: unknown; readonly arrival?: Arrival }
  | { readonly step: 'received'; readonly arrival: Arrival };

/** One document on its way from the delegate to the library. */
export interface Submission {
  readonly id: string;
  readonly file: File;
  readonly details: SubmissionDetails;
  readonly phase: SubmissionPhase;
}

/** Whether the page must not be closed now. */
export function isUnderWay({ phase }: Submission): boolean {
  return phase.step === 'sending' || phase.step === 'describing';
}
