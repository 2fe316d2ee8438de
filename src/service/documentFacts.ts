import type { Contribution } from '../site/contribution';
import type { Decision } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import type { GivenNumber } from '../site/numbers';
import type { ListedTranslation } from '../site/translations';
import type { DocumentRecords, FiledRecord } from './documentRecords';
import { idRanges } from './idRanges';

/** What the service reads about a document before it checks it, besides the library's item. */
export interface DocumentFacts {
  /** The service's own record; undefined when the document is new to it. */
  readonly record?: FiledRecord;
  /** What was decided about it, oldest first. */
  readonly decisions: readonly Decision[];
  /** Its language versions as they are listed. */
  readonly translations: readonly ListedTranslation[];
  /** What revises, adds to, corrects, translates or replaces it; absent where it was not read with a page, as few checks need it. */
  readonly parts?: readonly Contribution[];
  /** The number that it was given itself. */
  readonly number?: GivenNumber;
}

/** Reads {@link DocumentFacts}: of one document, or of a page of documents with few requests. */
export class DocumentFactsReader {
  public constructor(
    private readonly site: Pick<DeskSite, 'contributions' | 'decisions' | 'numbers' | 'translations'>,
    private readonly records: Pick<DocumentRecords, 'get' | 'ofPage'>
  ) {}

  /** @throws SiteError */
  public async of(contribution: Contribution): Promise<DocumentFacts> {
    const { decisions, numbers, translations } = this.site;
    const { id } = contribution;
    const [record, decided, listed, number] = await Promise.all([this.records.get(contribution), decisions.ofContribution(id), translations.ofContribution(id), numbers.of(id)]);
    return factsOf(record, decided, listed, number);
  }

  /**
   * A page of documents, each with its facts. One request for each kind of fact reads those of neighbouring ids.
   * @throws SiteError
   */
  public async ofPage(contributions: readonly Contribution[]): Promise<readonly (readonly [Contribution, DocumentFacts])[]> {
    const records = await this.records.ofPage(contributions);
    const decisions = new Map<number, Decision[]>();
    const translations = new Map<number, ListedTranslation[]>();
    const parts = new Map<number, Contribution[]>();
    const numbers = new Map<number, GivenNumber>();
    for (const [from, to] of idRanges(contributions.map(({ id }) => id))) {
      for (const decision of await this.site.decisions.ofContributions(from, to)) {
        append(decisions, decision.contributionId ?? 0, decision);
      }
      for (const translation of await this.site.translations.ofContributions(from, to)) {
        append(translations, translation.contributionId, translation);
      }
      for (const part of await this.site.contributions.partsOfRange(from, to)) {
        append(parts, part.partOf ?? 0, part);
      }
      for (const [id, number] of await this.site.numbers.ofContributions(from, to)) {
        numbers.set(id, number);
      }
    }
    return contributions.map((contribution) => {
      const { id } = contribution;
      return [contribution, { ...factsOf(records.get(id), decisions.get(id) ?? [], translations.get(id) ?? [], numbers.get(id)), parts: parts.get(id) ?? [] }];
    });
  }
}

function append<Value>(lists: Map<number, Value[]>, id: number, value: Value): void {
  const list = lists.get(id);
  if (list === undefined) {
    lists.set(id, [value]);
  } else {
    list.push(value);
  }
}

function factsOf(
  record: FiledRecord | undefined,
  decisions: readonly Decision[],
  translations: readonly ListedTranslation[],
  number: GivenNumber | undefined
): DocumentFacts {
  return { decisions, translations, ...(record === undefined ? {} : { record }), ...(number === undefined ? {} : { number }) };
}
