import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../../rules/language';
import { languageVersionsOf } from '../../../../rules/translation';
import type { LanguageVersion, TranslationSubject } from '../../../../rules/translation';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import type { Contribution } from '../../../../site/contribution';
import type { ListedTranslation } from '../../../../site/translations';
import type { Dossier } from '../secretariat/dossier';

/** What the matrix tells apart: how far a version is, that it is the original, or that it is late. */
export const CELL_STATES = ['due', 'overdue', 'inTranslation', 'available', 'supplied', 'original', 'notDue'] as const;
/** One of {@link CELL_STATES}. */
export type CellState = (typeof CELL_STATES)[number];

/** What documents are looked for by their versions: one state, whatever is still to be done, or whatever is done. */
export type TranslationFilter = Exclude<CellState, 'original'> | 'toDo' | 'done';

const STATES_OF: Readonly<Record<'toDo' | 'done', readonly CellState[]>> = { toDo: ['due', 'inTranslation', 'overdue'], done: ['available', 'supplied'] };

/** A document in one language. */
export interface TranslationCell {
  readonly state: CellState;
  readonly version: LanguageVersion;
  /** The version as it follows from the rules alone, without what the secretariat recorded. */
  readonly derived: LanguageVersion;
  /** The address of the file that the author supplied. */
  readonly suppliedUrl?: string;
}

/** A document in the group's languages. */
export interface TranslationRow {
  readonly contribution: Contribution;
  readonly isReport: boolean;
  /** In the order of the group's languages. */
  readonly cells: readonly TranslationCell[];
}

/**
 * A meeting's documents in the group's languages. A further language version is no document of its own, and what was
 * withdrawn is not looked at any more.
 * @param dossiers the meeting's documents, with their language versions
 * @param today the date in the group's zone
 */
export function translationRows(dossiers: readonly Dossier[], translations: readonly ListedTranslation[], group: WorkingGroup, today: Temporal.PlainDate): TranslationRow[] {
  return dossiers
    .filter(({ contribution }) => contribution.partKind !== 'languageVersion' && contribution.docStatus !== 'withdrawn')
    .map(({ contribution, decided }) => {
      const urls = suppliedUrls(contribution.id, dossiers);
      const recorded = new Map(
        translations
          .filter(({ contributionId }) => contributionId === contribution.id)
          .flatMap(({ language, status }) => (status === 'inTranslation' || status === 'available' ? [[language, status] as const] : []))
      );
      const { originalLanguage, standing, docStatus, publicationDue } = contribution;
      const { isReport } = decided;
      const subject: TranslationSubject = { originalLanguage, standing, docStatus, publicationDue, isReport, supplied: [...urls.keys()], recorded };
      const derived = languageVersionsOf({ ...subject, recorded: new Map() }, group);
      const cells = languageVersionsOf(subject, group).map((version, index): TranslationCell => {
        const suppliedUrl = urls.get(version.language);
        return { version, derived: derived[index], state: stateOf(version, today), ...(suppliedUrl === undefined ? {} : { suppliedUrl }) };
      });
      return { contribution, isReport, cells };
    });
}

/** Whether a version is one of those that are looked for. */
export function isWanted({ state }: TranslationCell, filter: TranslationFilter): boolean {
  return filter === 'toDo' || filter === 'done' ? STATES_OF[filter].includes(state) : state === filter;
}

/** How many versions of a meeting's documents are looked for by a filter. */
export function countVersions(rows: readonly TranslationRow[], filter: TranslationFilter): number {
  return rows.flatMap(({ cells }) => cells.filter((cell) => isWanted(cell, filter))).length;
}

function stateOf({ status, isOriginal, dueDate }: LanguageVersion, today: Temporal.PlainDate): CellState {
  if (isOriginal) {
    return 'original';
  }
  return dueDate !== undefined && Temporal.PlainDate.compare(dueDate, today) < 0 ? 'overdue' : status;
}

/** The author's own versions of a document by language; the latest counts, and none that was withdrawn. */
function suppliedUrls(id: number, dossiers: readonly Dossier[]): ReadonlyMap<Language, string> {
  return new Map(
    dossiers
      .map(({ contribution }) => contribution)
      .filter(({ partKind, partOf, docStatus }) => partKind === 'languageVersion' && partOf === id && docStatus !== 'withdrawn')
      .sort((one, other) => one.id - other.id)
      .flatMap(({ originalLanguage, url }) => (originalLanguage === undefined ? [] : [[originalLanguage, url] as const]))
  );
}
