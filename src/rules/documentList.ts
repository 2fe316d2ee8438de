import type { DocStatus, PartKind, Standing } from './contribution';
import { DOCUMENT_SERIES } from './numbering';
import type { DocumentSeries } from './numbering';

/** A document as far as a meeting's list of documents goes. */
export interface ListSubject {
  /** Grows with arrival. */
  readonly id: number;
  readonly docSeries?: DocumentSeries;
  readonly docNumber?: number;
  readonly partKind?: PartKind;
  readonly partCount?: number;
  readonly standing?: Standing;
  readonly docStatus?: DocStatus;
}

/**
 * What a meeting's list of documents has, in the order of series and numbers, a document before its further parts, and
 * those without a number last, as they came. What is held for the next meeting is not distributed at this one; a language
 * version and a replacement stand under the number of their document; of what was withdrawn only a number is left, which
 * is never given again.
 */
export function documentListOf<Document extends ListSubject>(documents: readonly Document[]): Document[] {
  return documents
    .filter(
      ({ docNumber, docStatus, partKind, standing }) =>
        partKind !== 'languageVersion' && partKind !== 'replacement' && (docStatus === 'withdrawn' ? docNumber !== undefined : standing !== 'held' && docStatus !== 'held')
    )
    .sort((one, other) => compareKeys(keyOf(one), keyOf(other)));
}

/** The numbers by which documents are ordered; nothing comes after every number. */
function keyOf({ id, docSeries = 'document', docNumber, partKind, partCount }: ListSubject): readonly number[] {
  const last = Number.MAX_SAFE_INTEGER;
  const series = docNumber === undefined ? last : DOCUMENT_SERIES.indexOf(docSeries);
  return [series, docNumber ?? last, partKind === undefined ? 0 : 1, partCount ?? last, id];
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  return one.map((value, index) => value - other[index]).find((difference) => difference !== 0) ?? 0;
}
