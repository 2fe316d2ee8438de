import { DOCUMENT_PARTS, DOCUMENT_SERIES } from '../rules/numbering';
import type { DocumentPart, DocumentSeries } from '../rules/numbering';
import { choiceOf, numberOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** A number that was given to a document, or to a counted part of the document that has it. */
export interface GivenNumber {
  readonly series: DocumentSeries;
  readonly number: number;
  readonly part?: DocumentPart;
}

type NumbersSchema = typeof SITE_SCHEMA.numbers;
type NumberRow = Row<NumbersSchema>;

/** How often the site may leave a request unanswered before numbering gives up. */
const UNANSWERED_TRIES = 3;
/** How many other writers may be first before numbering gives up; far more than a secretariat has people. */
const TAKEN_TRIES = 100;

/**
 * The numbers of the group's documents. A number, and the count of a part within it, is claimed by inserting its unique
 * key, and no row is ever deleted, so that no two documents get one number and none is given again. Only the
 * secretariat may write here.
 * Source: the numbering of the group's documents, TDAG-WG-SOP/5.
 */
export class Numbers {
  private readonly list: SiteList<NumbersSchema>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.numbers);
  }

  /**
   * The number of a document: the one that it has, in whatever series, or the next of the series. Safe to repeat after
   * a crash or a lost answer.
   * @throws SiteError `notAllowed` for everybody but the secretariat, `unreachable` when the site does not answer
   */
  public async give(series: DocumentSeries, contributionId: number): Promise<GivenNumber> {
    return this.claim(contributionId, () => this.next(series));
  }

  /** The number that a series would give next; nobody has it before {@link give} gives it. */
  public async next(series: DocumentSeries): Promise<GivenNumber> {
    return { series, number: (await this.highest(series)) + 1 };
  }

  /**
   * The number of a revision, an addendum or a corrigendum: the one that it has, or its document's with the next count
   * of its kind. Safe to repeat like {@link give}.
   * @param of the number of the document
   * @throws SiteError as {@link give}
   */
  public async givePart(of: GivenNumber, kind: DocumentPart['kind'], contributionId: number): Promise<GivenNumber> {
    return this.claim(contributionId, () => this.nextPart(of, kind));
  }

  /** The number that a document would give the next of its parts of a kind; see {@link next}. */
  public async nextPart({ series, number }: GivenNumber, kind: DocumentPart['kind']): Promise<GivenNumber> {
    const counts = (await this.list.all(`NumberValue eq ${number}`))
      .flatMap((row) => givenNumberOf(row) ?? [])
      .map((given) => (given.series === series && given.part?.kind === kind ? given.part.count : 0));
    return { series, number, part: { kind, count: Math.max(0, ...counts) + 1 } };
  }

  /**
   * Enters a number that was given elsewhere, such as before the desk was set up. Safe to repeat.
   * @throws SiteError `duplicate` when another document has the number
   */
  public async enter(given: GivenNumber, contributionId: number): Promise<void> {
    try {
      await this.insert(given, contributionId);
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      const row = await this.list.find(`NumberKey eq ${quoted(keyOf(given))}`);
      if (row?.ContributionId !== contributionId) {
        throw new SiteError('duplicate', `The number ${keyOf(given)} belongs to another document`, { cause: error });
      }
    }
  }

  /**
   * The number of a document; undefined when it has none. Where two writers numbered it at once, the row that came
   * first counts for everybody, and the other number stays unused.
   */
  public async of(contributionId: number): Promise<GivenNumber | undefined> {
    const rows = await this.list.all(`ContributionId eq ${contributionId}`);
    return rows.flatMap((row) => givenNumberOf(row) ?? [])[0];
  }

  /** The numbers of documents with ids in a range, both ends included, by the document's id; see {@link of}. */
  public async ofContributions(from: number, to: number): Promise<ReadonlyMap<number, GivenNumber>> {
    const numbers = new Map<number, GivenNumber>();
    for (const row of await this.list.all(`ContributionId ge ${from} and ContributionId le ${to}`)) {
      const id = numberOf(row.ContributionId);
      const given = givenNumberOf(row);
      if (id !== undefined && given !== undefined && !numbers.has(id)) {
        numbers.set(id, given);
      }
    }
    return numbers;
  }

  /** Inserts what `next` proposes until a row of the document is there, whoever wrote it. */
  private async claim(contributionId: number, next: () => Promise<GivenNumber>): Promise<GivenNumber> {
    let unanswered = 0;
    let taken = 0;
    for (;;) {
      const given = await this.of(contributionId);
      if (given !== undefined) {
        return given;
      }
      try {
        await this.insert(await next(), contributionId);
      } catch (error) {
        const tryAgain =
          (isSiteError(error, 'duplicate') && (taken += 1) < TAKEN_TRIES) ||
          (isSiteError(error, 'unreachable') && (unanswered += 1) < UNANSWERED_TRIES);
        if (!tryAgain) {
          throw error;
        }
      }
      // Whatever happened, the next round reads what the list says: it decides for two writers of one document as well.
    }
  }

  /** The highest number of a series; 0 when none was given. A series stays below the site's threshold of 5,000. */
  private async highest(series: DocumentSeries): Promise<number> {
    const [row] = await this.list.list.items
      .select('NumberValue')
      .filter(`NumberSeries eq ${quoted(series)}`)
      .orderBy('NumberValue', false)
      .top(1)<NumberRow[]>();
    return numberOf(row?.NumberValue) ?? 0;
  }

  private async insert(given: GivenNumber, contributionId: number): Promise<void> {
    const key = keyOf(given);
    await this.list.add({
      Title: key,
      NumberKey: key,
      NumberSeries: given.series,
      NumberValue: given.number,
      PartKind: given.part?.kind ?? null,
      PartCount: given.part?.count ?? null,
      ContributionId: contributionId
    });
  }
}

function keyOf({ series, number, part }: GivenNumber): string {
  return part === undefined ? `${series}/${number}` : `${series}/${number}/${part.kind}/${part.count}`;
}

/** @returns undefined for an item that was entered by hand without series or number */
function givenNumberOf(row: NumberRow): GivenNumber | undefined {
  const series = choiceOf(row.NumberSeries, DOCUMENT_SERIES);
  const number = numberOf(row.NumberValue);
  const kind = choiceOf(row.PartKind, DOCUMENT_PARTS);
  const count = numberOf(row.PartCount);
  return series === undefined || number === undefined
    ? undefined
    : { series, number, ...(kind === undefined || count === undefined ? {} : { part: { kind, count } }) };
}
