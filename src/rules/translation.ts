import type { Temporal } from 'temporal-polyfill';
import type { DocStatus, Standing } from './contribution';
import type { Language } from './language';
import type { WorkingGroup } from './workingGroup';

/**
 * How far a language version of a document is: to be made, being made, there, supplied by its author, or not due.
 * The original is `available`.
 */
export const TRANSLATION_STATUSES = ['due', 'inTranslation', 'available', 'supplied', 'notDue'] as const;
/** One of {@link TRANSLATION_STATUSES}. */
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];

/** A document as far as its language versions go. */
export interface TranslationSubject {
  readonly originalLanguage?: Language;
  readonly standing?: Standing;
  readonly docStatus?: DocStatus;
  /** The last day for its publication, a date in the group's zone. */
  readonly publicationDue?: Temporal.PlainDate;
  /** A report of the group: always due in all languages. */
  readonly isReport: boolean;
  /** The languages that its author supplied, whenever that was. */
  readonly supplied: readonly Language[];
  /** What the secretariat recorded of its translations. */
  readonly recorded: ReadonlyMap<Language, Extract<TranslationStatus, 'inTranslation' | 'available'>>;
}

/** A language version of a document. */
export interface LanguageVersion {
  readonly language: Language;
  readonly status: TranslationStatus;
  readonly isOriginal: boolean;
  /** The last day for it, while it is to be made; a date in the group's zone. */
  readonly dueDate?: Temporal.PlainDate;
}

/**
 * The language versions of a document, one for each of the group's languages in their order. A contribution that is to
 * be translated is due in all of them by its publication, a report of the group always; what was withdrawn is not due
 * any more. The author's own versions count at any time.
 * Source: WTDC Resolution 1 (Rev. Buenos Aires, 2017); TDAG-WG-SOP/5 on reports.
 */
export function languageVersionsOf(subject: TranslationSubject, group: WorkingGroup): LanguageVersion[] {
  const { originalLanguage, standing, docStatus, publicationDue, isReport, supplied, recorded } = subject;
  const isDue = docStatus !== 'withdrawn' && docStatus !== 'held' && (isReport || standing === 'translated');
  return group.languages.map((language) => {
    if (language === originalLanguage) {
      return { language, status: 'available', isOriginal: true };
    }
    const done = recorded.get(language);
    const status: TranslationStatus = done === 'available' ? done : supplied.includes(language) ? 'supplied' : (done ?? (isDue ? 'due' : 'notDue'));
    const isToBeMade = status === 'due' || status === 'inTranslation';
    return { language, status, isOriginal: false, ...(isToBeMade && publicationDue !== undefined ? { dueDate: publicationDue } : {}) };
  });
}
