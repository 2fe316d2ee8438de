import type { CompleteForm, TypedForm } from './completion';
import type { ReceivedFile } from './receivedFile';
import type { VerifiedPerson } from './verifiedPerson';

/** What the checks found in a file, as data; see the findings of the documents. */
export interface FileFinding {
  readonly code: string;
  /** `blocks` keeps a document from being accepted, and not from arriving. */
  readonly severity: 'blocks' | 'asks' | 'informs';
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** A file that a person sent and has not submitted yet. */
export interface PendingSubmission {
  /** Names it on the card; it opens nothing for anybody but the person who sent the file. */
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly findings: readonly FileFinding[];
  /** What the document says of itself. */
  readonly suggested: Partial<TypedForm>;
}

/** Why a file was not kept. */
export type FileRefusal =
  | 'empty'
  | 'tooLarge'
  /** It does not lie where Teams keeps files. */
  | 'foreign'
  /** It could not be fetched; the address is good for a few minutes only. */
  | 'unavailable'
  /** The service has no room for it at the moment. */
  | 'noRoom';

/** What became of a file that a person sent. */
export type ReceiveOutcome =
  | { readonly kind: 'pending'; readonly submission: PendingSubmission }
  | { readonly kind: 'refused'; readonly why: FileRefusal };

/** What became of a submission. */
export type SubmitOutcome =
  | {
      readonly kind: 'submitted';
      readonly contributionId: number;
      /** Whether the site let the person be its author; otherwise it is there with its form, in the service's name. */
      readonly isInTheirName: boolean;
    }
  /** The file is not kept any more. */
  | { readonly kind: 'lost' };

/** Keeps the files that people sent until they submit them; the service's part of submitting in the chat. */
export interface SubmissionDesk {
  /** The size in bytes beyond which no file is taken. */
  readonly largestFile: number;
  /** Fetches a file, checks it and keeps it for the person. Nothing is in the library then. @throws SiteError */
  receive(file: ReceivedFile, person: VerifiedPerson): Promise<ReceiveOutcome>;
  /** A file that is kept for the person. */
  find(id: string, person: VerifiedPerson): PendingSubmission | undefined;
  /**
   * Puts a file into the library in the person's name, with its form. Done again, also after it failed, it goes on and
   * makes no second document.
   * @param loginName the person's, as the site says it
   * @throws SiteError
   */
  submit(id: string, person: VerifiedPerson, loginName: string, form: CompleteForm): Promise<SubmitOutcome>;
  /** Forgets a file that the person does not want to submit. @returns false when it is submitted already, or under way */
  discard(id: string, person: VerifiedPerson): Promise<boolean>;
}
