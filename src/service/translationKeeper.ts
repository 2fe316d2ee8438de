import { decidedState } from '../rules/decision';
import type { DecidedState } from '../rules/decision';
import type { Language } from '../rules/language';
import { languageVersionsOf } from '../rules/translation';
import type { TranslationSubject } from '../rules/translation';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Contribution, DerivedColumns } from '../site/contribution';
import { documentDecisionOf } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { ListedTranslation } from '../site/translations';

/** What a document's language versions are kept from, besides the document itself. */
interface TranslationBasis {
  readonly columns: Pick<DerivedColumns, 'standing' | 'docStatus' | 'publicationDue'>;
  readonly decided: DecidedState;
  /** The rows that are there. */
  readonly rows: readonly ListedTranslation[];
  /** The documents that belong to it, where they were read with the rows. */
  readonly parts?: readonly Contribution[];
}

/** So often the list is read anew because somebody wrote there meanwhile; then the document is looked at again later. */
const MOST_READINGS = 3;

/** Keeps the list of language versions in step with the documents, beside what the secretariat records there. */
export class TranslationKeeper {
  public constructor(private readonly site: Pick<DeskSite, 'contributions' | 'decisions' | 'translations'>) {}

  /**
   * Writes the rows of a document that say something else than the rules, and none for what is not due anyway. For a
   * language version it is the document's rows that it belongs to. Doing it again writes nothing.
   * @throws SiteError when the site fails
   */
  public async keep(contribution: Contribution, basis: TranslationBasis, group: WorkingGroup): Promise<void> {
    if (contribution.partKind !== 'languageVersion') {
      await this.keepRows(contribution, basis, group);
      return;
    }
    const original = contribution.partOf === undefined ? undefined : await this.site.contributions.get(contribution.partOf);
    if (original !== undefined && original.partKind !== 'languageVersion') {
      const { decisions, translations } = this.site;
      const [taken, rows] = await Promise.all([decisions.ofContribution(original.id), translations.ofContribution(original.id)]);
      await this.keepRows(original, { columns: original, decided: decidedState(taken.map(documentDecisionOf), original.meetingId), rows }, group);
    }
  }

  /** What the secretariat writes at the same time is never overwritten: then it is decided anew. */
  private async keepRows(contribution: Contribution, basis: TranslationBasis, group: WorkingGroup): Promise<void> {
    for (let { rows, parts } = basis, readings = 1; ; readings += 1) {
      try {
        await this.writeRows(contribution, { ...basis, rows, parts }, group);
        return;
      } catch (error) {
        if (!isSiteError(error, 'changedByOthers') || readings === MOST_READINGS) {
          throw error;
        }
        rows = await this.site.translations.ofContribution(contribution.id);
        // What somebody wrote may come from a file that was not there either.
        parts = undefined;
      }
    }
  }

  private async writeRows(contribution: Contribution, { columns, decided, rows, parts }: TranslationBasis, group: WorkingGroup): Promise<void> {
    const { id, originalLanguage, suppliedLanguages } = contribution;
    const isConcerned = columns.standing === 'translated' || decided.isReport || suppliedLanguages.length > 0;
    // Nothing is entered before the original's language is known; what is there is kept right.
    if (rows.length === 0 && (!isConcerned || originalLanguage === undefined)) {
      return;
    }
    const files = suppliedFiles(parts ?? (await this.site.contributions.partsOf(id)));
    const subject: TranslationSubject = {
      ...columns,
      originalLanguage,
      isReport: decided.isReport,
      supplied: [...files.keys()],
      recorded: new Map(rows.flatMap(({ language, status }) => (status === 'inTranslation' || status === 'available' ? [[language, status] as const] : [])))
    };
    for (const each of languageVersionsOf(subject, group)) {
      // The original is no version of itself; a row from before its language was corrected says so.
      const version = each.isOriginal ? { language: each.language, status: 'notDue' as const } : each;
      const row = rows.find(({ language }) => language === version.language);
      const dueDate = 'dueDate' in version ? version.dueDate : undefined;
      const fileRef = version.status === 'supplied' ? files.get(version.language) : undefined;
      const isRight = row !== undefined && row.status === version.status && row.dueDate?.toString() === dueDate?.toString() && (fileRef === undefined || row.fileRef === fileRef);
      const isNothing = row === undefined && version.status === 'notDue';
      if (!isRight && !isNothing) {
        await this.site.translations.keep(id, version, row, fileRef);
      }
    }
  }
}

/** The files that the author supplied in further languages, by language; the latest counts, and none that was withdrawn. */
function suppliedFiles(parts: readonly Contribution[]): ReadonlyMap<Language, string> {
  const versions = parts.filter(({ partKind, docStatus }) => partKind === 'languageVersion' && docStatus !== 'withdrawn');
  return new Map(versions.flatMap(({ originalLanguage, fileRef }) => (originalLanguage === undefined ? [] : [[originalLanguage, fileRef] as const])));
}
