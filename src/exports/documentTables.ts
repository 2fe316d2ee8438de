import type { Temporal } from 'temporal-polyfill';
import { languageName } from '../messages/locale';
import type { DocStatus, Purpose, Standing } from '../rules/contribution';
import type { Language } from '../rules/language';
import type { ExportWords } from './exportWords';
import type { ExportTable } from './table';

/** A document as it is given out. */
export interface ExportedDocument {
  readonly docSymbol?: string;
  readonly title?: string;
  readonly source?: string;
  readonly purpose?: Purpose;
  readonly topic?: string;
  readonly originalLanguage?: Language;
  readonly standing?: Standing;
  readonly docStatus?: DocStatus;
  readonly receivedAt?: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  readonly publicationDue?: Temporal.PlainDate;
  readonly publishedAt?: Temporal.Instant;
  readonly fileName: string;
  readonly url: string;
}

/** Documents in the order in which they are given, with the times in the group's zone. */
export function documentsTable(documents: readonly ExportedDocument[], { group, translator, terms }: ExportWords): ExportTable {
  const { t, language, direction } = translator;
  return {
    title: t('exports.documents'),
    headings: [
      terms.t('field.symbol'),
      terms.t('field.title'),
      terms.t('field.source'),
      terms.t('field.purpose'),
      t('exports.topic'),
      terms.t('field.originalLanguage'),
      terms.t('field.standing'),
      terms.t('field.status'),
      t('exports.received', { zone: group.zoneName[language] }),
      terms.t('field.publicationDue'),
      t('exports.published'),
      t('exports.file'),
      t('exports.address')
    ],
    rows: documents.map(({ docSymbol, title, source, purpose, topic, originalLanguage, standing, docStatus, receivedAt, createdAt, publicationDue, publishedAt, fileName, url }) => [
      docSymbol,
      title,
      source,
      purpose && terms.t(`purpose.${purpose}`),
      topic,
      originalLanguage && languageName(originalLanguage, language),
      standing && terms.t(`standing.${standing}`),
      docStatus && terms.t(`docStatus.${docStatus}`),
      (receivedAt ?? createdAt).toZonedDateTimeISO(group.zone),
      publicationDue,
      publishedAt?.toZonedDateTimeISO(group.zone).toPlainDate(),
      fileName,
      url
    ]),
    direction
  };
}

/** A document in the group's languages as it is given out. */
export interface ExportedTranslations {
  readonly docSymbol?: string;
  readonly title: string;
  readonly publicationDue?: Temporal.PlainDate;
  /** How far each version is, in words, in the order of the group's languages. */
  readonly states: readonly string[];
}

/** Documents by languages, in the order in which they are given. */
export function translationsTable(documents: readonly ExportedTranslations[], { group, translator, terms }: ExportWords): ExportTable {
  const { t, language, direction } = translator;
  return {
    title: t('exports.translations'),
    headings: [terms.t('field.symbol'), terms.t('field.title'), terms.t('field.publicationDue'), ...group.languages.map((each) => languageName(each, language))],
    rows: documents.map(({ docSymbol, title, publicationDue, states }) => [docSymbol, title, publicationDue, ...states]),
    direction
  };
}
