import type { Temporal } from 'temporal-polyfill';
import type { DocStatus, PartKind, Purpose, Standing } from '../rules/contribution';
import type { Language } from '../rules/language';
import type { DocumentSeries } from '../rules/numbering';

/** A person as the site names them. */
export interface SitePerson {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** A document in the group's library with what is known of it. */
export interface Contribution {
  /** The item's id; numbers grow with arrival and are not used twice. */
  readonly id: number;
  /** The item's version, for {@link Contributions.recordCheck}. */
  readonly etag: string;
  /** The file's GUID; stays when the file is renamed or moved within the site. */
  readonly uniqueId: string;
  readonly fileName: string;
  /** Server-relative address. */
  readonly fileRef: string;
  /** Absolute address. */
  readonly url: string;
  /** Bytes. */
  readonly size: number;
  /** Changes when the content changes, not when a column does. */
  readonly contentTag: string;
  readonly title?: string;
  readonly meetingId?: number;
  /** The series in which it is numbered. */
  readonly docSeries?: DocumentSeries;
  readonly docNumber?: number;
  readonly docSymbol?: string;
  /** The id of the document that it revises, adds to, corrects, translates or replaces. */
  readonly partOf?: number;
  readonly partKind?: PartKind;
  /** The count of its kind, e.g. 1 for Rev.1. */
  readonly partCount?: number;
  readonly source?: string;
  readonly originalLanguage?: Language;
  readonly suppliedLanguages: readonly Language[];
  readonly topic?: string;
  readonly purpose?: Purpose;
  readonly actionRequired?: string;
  readonly abstract?: string;
  /** When the library received it, as the service recorded it. */
  readonly receivedAt?: Temporal.Instant;
  readonly publicationDue?: Temporal.PlainDate;
  readonly standing?: Standing;
  readonly docStatus?: DocStatus;
  readonly publishedAt?: Temporal.Instant;
  /** What the check found, JSON. */
  readonly findings?: string;
  readonly sha256?: string;
  /** The library's own record of the item's creation. */
  readonly createdAt: Temporal.Instant;
  readonly modifiedAt: Temporal.Instant;
  readonly createdBy: SitePerson;
  readonly modifiedBy: SitePerson;
}

/** What a delegate says of a contribution: the ITU-D submission form. What is left out is emptied. */
export interface ContributionMetadata {
  readonly title: string;
  readonly source: string;
  readonly originalLanguage: Language;
  readonly purpose: Purpose;
  readonly meetingId?: number;
  readonly suppliedLanguages?: readonly Language[];
  readonly topic?: string;
  readonly actionRequired?: string;
  readonly abstract?: string;
}

/** What a document is to an earlier one. */
export interface ContributionPart {
  /** The earlier document's id. */
  readonly of: number;
  readonly kind: PartKind;
}

/** What the service derives from the library. What is left out is emptied. */
export interface DerivedColumns {
  readonly receivedAt?: Temporal.Instant;
  readonly publicationDue?: Temporal.PlainDate;
  readonly standing?: Standing;
  readonly docStatus?: DocStatus;
  /** JSON. */
  readonly findings?: string;
  /** Hexadecimal. */
  readonly sha256?: string;
  readonly docSeries?: DocumentSeries;
  readonly docNumber?: number;
  /** See rules/numbering. */
  readonly docSymbol?: string;
  /** The count of its kind, e.g. 1 for Rev.1. */
  readonly partCount?: number;
  readonly publishedAt?: Temporal.Instant;
}

/**
 * What follows for a document from the secretariat's decision. It is the service's to derive; the page that decides
 * writes it too, so that the list shows it at once. What is left out stays as it is.
 */
export type DecidedColumns = Partial<Pick<DerivedColumns, 'standing' | 'publicationDue' | 'docStatus' | 'docSeries' | 'docNumber' | 'docSymbol' | 'partCount' | 'publishedAt'>> & {
  readonly meetingId?: number;
};

/** One version of a file. */
export interface FileVersion {
  /** When it was made, as the library recorded it. */
  readonly at: Temporal.Instant;
  /** Bytes of its content. */
  readonly size: number;
}

/** What an upload left in the library. */
export interface UploadedFile {
  readonly id: number;
  /** The name under which it is stored: a taken name got a number. */
  readonly fileName: string;
  /** Server-relative address. */
  readonly fileRef: string;
  /** When the library had all of it, by the library's own record. */
  readonly receivedAt: Temporal.Instant;
}

/** How an upload reports and is stopped. */
export interface UploadOptions {
  /** Bytes of the file that have gone out, and all of them. */
  readonly onProgress?: (sent: number, total: number) => void;
  readonly signal?: AbortSignal;
}
