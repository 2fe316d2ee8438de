import type { Temporal } from 'temporal-polyfill';
import type { PartKind, Purpose } from '../../../../rules/contribution';
import type { Language } from '../../../../rules/language';
import type { FileReading } from './fileReading';

/** What a delegate says about a document, as far as it is typed. */
export interface SubmissionDetails {
  readonly title: string;
  readonly source: string;
  readonly originalLanguage?: Language;
  readonly purpose?: Purpose;
  readonly meetingId?: number;
  /** What the document is to an earlier one; a new document without it. */
  readonly partKind?: PartKind;
  /** The earlier document's id. */
  readonly partOf?: number;
  readonly topic: string;
  readonly actionRequired: string;
  readonly abstract: string;
}

/** The fields for which a document may say something itself. */
export const SUGGESTED_FIELDS = ['title', 'source', 'originalLanguage', 'purpose', 'topic'] as const;
/** One of {@link SUGGESTED_FIELDS}. */
export type SuggestedField = (typeof SUGGESTED_FIELDS)[number];

/** The document in the library. */
export interface Arrival {
  readonly id: number;
  /** The name that it has there, which differs from the file's when that was taken. */
  readonly fileName: string;
  /** As the library recorded it; this time decides the standing. */
  readonly receivedAt: Temporal.Instant;
}

/** How far the sending of a document has got. */
export type SendingPhase =
  | { readonly step: 'sending'; readonly sent: number; readonly total: number }
  /** The document is in the library, its details are being saved. */
  | { readonly step: 'describing'; readonly arrival: Arrival }
  /** With `arrival`, the document is in the library and only its details are not; with `kept`, a part of it is. */
  | { readonly step: 'failed'; readonly error: unknown; readonly arrival?: Arrival; readonly kept?: KeptPart }
  | { readonly step: 'received'; readonly arrival: Arrival };

/** How much of a document has arrived and is not sent again, in bytes. */
export interface KeptPart {
  readonly sent: number;
  readonly total: number;
}

/** How far a submission has got. */
export type SubmissionPhase = { readonly step: 'drafting'; readonly stopped?: boolean } | SendingPhase;

/** How far a language version has got. */
export type VersionPhase = { readonly step: 'waiting' } | SendingPhase;

/** The author's own translation of a document; it is sent after the original, as a document of its own. */
export interface LanguageVersion {
  readonly id: string;
  readonly file: File;
  readonly language?: Language;
  /** The person chose the language; a suggestion never touches it. */
  readonly isTyped: boolean;
  readonly reading: FileReading;
  readonly phase: VersionPhase;
}

/** One document on its way from the delegate to the library. */
export interface Submission {
  readonly id: string;
  readonly file: File;
  readonly details: SubmissionDetails;
  /** The fields that the person changed; a suggestion never touches them. */
  readonly typed: ReadonlySet<keyof SubmissionDetails>;
  /** The fields that hold what the document itself says. */
  readonly suggested: ReadonlySet<SuggestedField>;
  readonly reading: FileReading;
  readonly versions: readonly LanguageVersion[];
  readonly phase: SubmissionPhase;
}

/** Whether the page must not be closed now: something is being sent, or has been sent in part. */
export function isUnderWay({ phase, versions }: Submission): boolean {
  return [phase, ...versions.map((version) => version.phase)].some(
    (each) => each.step === 'sending' || each.step === 'describing' || (each.step === 'failed' && each.kept !== undefined)
  );
}
