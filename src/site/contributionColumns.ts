import { Temporal } from 'temporal-polyfill';
import { DOC_STATUSES, PART_KINDS, PURPOSES, STANDINGS } from '../rules/contribution';
import { LANGUAGES, isLanguage } from '../rules/language';
import type { Language } from '../rules/language';
import { DOCUMENT_SERIES } from '../rules/numbering';
import { choiceOf, instantOf, listOf, numberOf, selectedColumns, textOf } from './columnValues';
import type { Row, RowValues } from './columnValues';
import type { Contribution, ContributionMetadata, ContributionPart, DecidedColumns, DerivedColumns } from './contribution';
import { personOf } from './personColumn';
import type { PersonRow } from './personColumn';
import { SITE_SCHEMA } from './schema';
import type { SiteZone } from './siteZone';

type ContributionsSchema = typeof SITE_SCHEMA.contributions;

/** An item of the library with its file; a folder has none. */
export type ContributionRow = Row<ContributionsSchema> & {
  readonly FileSystemObjectType: number;
  readonly FileLeafRef: string;
  readonly FileRef: string;
  readonly Created: string;
  readonly Author?: PersonRow;
  readonly Editor?: PersonRow;
  readonly File?: { readonly UniqueId?: string; readonly Length?: string | number; readonly ContentTag?: string };
};

const FILE = 0;

/** What to ask for when reading contributions. */
export const CONTRIBUTION_SELECT: readonly string[] = [
  ...selectedColumns(SITE_SCHEMA.contributions),
  'FileSystemObjectType',
  'FileLeafRef',
  'FileRef',
  'Created',
  'Author/Id',
  'Author/Title',
  'Author/EMail',
  'Editor/Id',
  'Editor/Title',
  'Editor/EMail',
  'File/UniqueId',
  'File/Length',
  'File/ContentTag'
];

/** What {@link CONTRIBUTION_SELECT} looks up. */
export const CONTRIBUTION_EXPAND = ['Author', 'Editor', 'File'] as const;

/** @returns undefined for a folder */
export function contributionOf(row: ContributionRow, zone: SiteZone, siteUrl: string): Contribution | undefined {
  if (row.FileSystemObjectType !== FILE || row.File?.UniqueId === undefined) {
    return undefined;
  }
  const publicationDue = textOf(row.PublicationDue);
  return {
    id: row.Id,
    etag: row['odata.etag'],
    uniqueId: row.File.UniqueId,
    fileName: row.FileLeafRef,
    fileRef: row.FileRef,
    url: absoluteUrl(row.FileRef, siteUrl),
    // Counts beyond 32 bits come as texts.
    size: Number(row.File.Length ?? 0),
    contentTag: row.File.ContentTag ?? '',
    suppliedLanguages: listOf(row.SuppliedLanguages).filter(isLanguage),
    createdAt: Temporal.Instant.from(row.Created),
    modifiedAt: instantOf(row.Modified) ?? Temporal.Instant.from(row.Created),
    createdBy: personOf(row.Author),
    modifiedBy: personOf(row.Editor),
    ...present({
      title: textOf(row.Title),
      meetingId: numberOf(row.MeetingId),
      docSeries: choiceOf(row.DocSeries, DOCUMENT_SERIES),
      docNumber: numberOf(row.DocNumber),
      docSymbol: textOf(row.DocSymbol),
      partOf: numberOf(row.PartOf),
      partKind: choiceOf(row.PartKind, PART_KINDS),
      partCount: numberOf(row.PartCount),
      source: textOf(row.Source),
      originalLanguage: choiceOf(row.OriginalLanguage, LANGUAGES),
      topic: textOf(row.Topic),
      purpose: choiceOf(row.Purpose, PURPOSES),
      actionRequired: textOf(row.ActionRequired),
      abstract: textOf(row.Abstract),
      receivedAt: instantOf(row.ReceivedAt),
      publicationDue: publicationDue === undefined ? undefined : zone.toDate(publicationDue),
      standing: choiceOf(row.Standing, STANDINGS),
      docStatus: choiceOf(row.DocStatus, DOC_STATUSES),
      publishedAt: instantOf(row.PublishedAt),
      findings: textOf(row.Findings),
      sha256: textOf(row.Sha256)
    })
  };
}

/** The columns of the delegate's form. */
export function metadataValues(metadata: ContributionMetadata): RowValues<ContributionsSchema> {
  return {
    Title: metadata.title,
    Source: metadata.source,
    OriginalLanguage: metadata.originalLanguage,
    Purpose: metadata.purpose,
    MeetingId: metadata.meetingId ?? null,
    SuppliedLanguages: metadata.suppliedLanguages?.join(',') ?? null,
    Topic: metadata.topic ?? null,
    ActionRequired: metadata.actionRequired ?? null,
    Abstract: metadata.abstract ?? null
  };
}

/** The column of the languages in which the author supplied a document, beside its original one. */
export function suppliedLanguagesValues(languages: readonly Language[]): RowValues<ContributionsSchema> {
  return { SuppliedLanguages: languages.join(',') };
}

/** The columns that the service derives. */
export function derivedValues(columns: DerivedColumns, zone: SiteZone): RowValues<ContributionsSchema> {
  return {
    ReceivedAt: columns.receivedAt?.toString() ?? null,
    PublicationDue: columns.publicationDue === undefined ? null : zone.toStored(columns.publicationDue),
    Standing: columns.standing ?? null,
    DocStatus: columns.docStatus ?? null,
    Findings: columns.findings ?? null,
    Sha256: columns.sha256 ?? null,
    DocSeries: columns.docSeries ?? null,
    DocNumber: columns.docNumber ?? null,
    DocSymbol: columns.docSymbol ?? null,
    PartCount: columns.partCount ?? null,
    PublishedAt: columns.publishedAt?.toString() ?? null
  };
}

/** The columns that follow from a decision; only those that it names. */
export function decidedValues(columns: DecidedColumns, zone: SiteZone): RowValues<ContributionsSchema> {
  return present({
    MeetingId: columns.meetingId,
    Standing: columns.standing,
    PublicationDue: columns.publicationDue === undefined ? undefined : zone.toStored(columns.publicationDue),
    DocStatus: columns.docStatus,
    DocSeries: columns.docSeries,
    DocNumber: columns.docNumber,
    DocSymbol: columns.docSymbol,
    PartCount: columns.partCount,
    PublishedAt: columns.publishedAt?.toString()
  });
}

/** The columns that tie a document to an earlier one. */
export function partValues({ of, kind }: ContributionPart): RowValues<ContributionsSchema> {
  return { PartOf: of, PartKind: kind };
}

/** The address of a file with each part of its path encoded, so that `#` and `%` in names stay names. */
function absoluteUrl(fileRef: string, siteUrl: string): string {
  return new URL(siteUrl).origin + fileRef.split('/').map(encodeURIComponent).join('/');
}

type Present<T> = { [name in keyof T]?: Exclude<T[name], undefined> };

function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
