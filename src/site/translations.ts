import type { Temporal } from 'temporal-polyfill';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { TRANSLATION_STATUSES } from '../rules/translation';
import type { LanguageVersion, TranslationStatus } from '../rules/translation';
import { choiceOf, instantOf, numberOf, selectedColumns, textOf } from './columnValues';
import type { Row, RowValues } from './columnValues';
import type { SiteConnection } from './connection';
import { isSiteError, SiteError } from './errors';
import { newestItems } from './newestItems';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';
import type { SiteZone } from './siteZone';

/** A language version as the list has it. */
export interface ListedTranslation {
  readonly id: number;
  readonly etag: string;
  readonly contributionId: number;
  readonly language: Language;
  readonly status: TranslationStatus;
  readonly dueDate?: Temporal.PlainDate;
  /** Server-relative address of the file, when there is one. */
  readonly fileRef?: string;
  /** When it got its state at the latest, by the site's clock. */
  readonly modifiedAt: Temporal.Instant;
}

/** The states of a version that people can read. */
const AVAILABLE = ['available', 'supplied'] as const satisfies readonly TranslationStatus[];
/** More at once than a group gets in two weeks. */
const MOST_READ = 500;

/** A version as it is written. */
type RecordedVersion = Omit<LanguageVersion, 'isOriginal'>;

type TranslationsSchema = typeof SITE_SCHEMA.translations;

/** The language versions of documents: one row for a document and language, by a unique key. */
export class Translations {
  private readonly list: SiteList<TranslationsSchema>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.translations);
  }

  /** The versions of a document. */
  public async ofContribution(contributionId: number): Promise<ListedTranslation[]> {
    return this.read(`ContributionId eq ${contributionId}`);
  }

  /** The versions of documents with ids in a range, both ends included. */
  public async ofContributions(from: number, to: number): Promise<ListedTranslation[]> {
    return this.read(`ContributionId ge ${from} and ContributionId le ${to}`);
  }

  /** The versions that are there and were changed from an instant on, the newest first; at most 500. */
  public async availableSince(from: Temporal.Instant): Promise<ListedTranslation[]> {
    const isThere = AVAILABLE.map((status) => `TranslationStatus eq ${quoted(status)}`).join(' or ');
    const condition = `(${isThere}) and Modified ge datetime'${from.toString({ smallestUnit: 'second' })}'`;
    const selection = { select: selectedColumns(SITE_SCHEMA.translations), expand: [] };
    const [rows, zone] = await Promise.all([newestItems<Row<TranslationsSchema>>(this.list.list, condition, MOST_READ, selection), this.connection.zone()]);
    return rows.flatMap((row) => translationOf(row, zone) ?? []);
  }

  /**
   * Writes a version as a person decided it, whatever was there, or enters it when there is none.
   * @throws SiteError `notAllowed` for everybody but the secretariat
   */
  public async record(contributionId: number, version: RecordedVersion): Promise<void> {
    const values = valuesOf(version, await this.connection.zone());
    const key = keyOf(contributionId, version);
    const update = async (): Promise<boolean> => {
      const row = await this.list.find(`TranslationKey eq ${quoted(key)}`);
      if (row !== undefined) {
        await this.list.update(row.Id, values, ANY_VERSION);
      }
      return row !== undefined;
    };
    if (await update()) {
      return;
    }
    try {
      await this.enter(contributionId, version, values);
    } catch (error) {
      if (!isSiteError(error, 'duplicate') || !(await update())) {
        throw error;
      }
    }
  }

  /**
   * Writes a version as the rules have it, unless somebody wrote another one since it was read.
   * @param seen the row that was read; undefined when there was none
   * @param fileRef of the file that its author supplied
   * @throws SiteError `changedByOthers` when the list says something else by now
   */
  public async keep(contributionId: number, version: RecordedVersion, seen: ListedTranslation | undefined, fileRef?: string): Promise<void> {
    const values = { ...valuesOf(version, await this.connection.zone()), ...(fileRef === undefined ? {} : { TranslatedFileRef: fileRef }) };
    if (seen !== undefined) {
      await this.list.update(seen.id, values, seen.etag);
      return;
    }
    try {
      await this.enter(contributionId, version, values);
    } catch (error) {
      throw isSiteError(error, 'duplicate') ? new SiteError('changedByOthers', `Somebody entered ${keyOf(contributionId, version)} meanwhile`, { cause: error }) : error;
    }
  }

  private async enter(contributionId: number, version: RecordedVersion, values: RowValues<TranslationsSchema>): Promise<void> {
    const key = keyOf(contributionId, version);
    await this.list.add({ Title: key, TranslationKey: key, ContributionId: contributionId, Language: version.language, ...values });
  }

  private async read(filter: string): Promise<ListedTranslation[]> {
    const [rows, zone] = await Promise.all([this.list.all(filter), this.connection.zone()]);
    return rows.flatMap((row) => translationOf(row, zone) ?? []);
  }
}

function keyOf(contributionId: number, { language }: RecordedVersion): string {
  return `${contributionId}/${language}`;
}

function valuesOf({ status, dueDate }: RecordedVersion, zone: SiteZone): RowValues<TranslationsSchema> {
  return { TranslationStatus: status, DueDate: dueDate === undefined ? null : zone.toStored(dueDate) };
}

function translationOf(row: Row<TranslationsSchema>, zone: SiteZone): ListedTranslation | undefined {
  const contributionId = numberOf(row.ContributionId);
  const language = choiceOf(row.Language, LANGUAGES);
  const status = choiceOf(row.TranslationStatus, TRANSLATION_STATUSES);
  const modifiedAt = instantOf(row.Modified);
  if (contributionId === undefined || language === undefined || status === undefined || modifiedAt === undefined) {
    return undefined;
  }
  const dueDate = textOf(row.DueDate);
  const fileRef = textOf(row.TranslatedFileRef);
  return {
    id: row.Id,
    etag: row['odata.etag'],
    contributionId,
    language,
    status,
    modifiedAt,
    ...(dueDate === undefined ? {} : { dueDate: zone.toDate(dueDate) }),
    ...(fileRef === undefined ? {} : { fileRef })
  };
}
