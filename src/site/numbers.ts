import { DOCUMENT_SERIES } from '../rules/numbering';
import type { DocumentSeries } from '../rules/numbering';
import { choiceOf, numberOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** A number that was given to a document. */
export interface GivenNumber {
  readonly series: DocumentSeries;
  readonly number: number;
}

type NumbersSchema = typeof SITE_SCHEMA.numbers;
type NumberRow = Row<NumbersSchema>;

/** How often the site may leave a request unanswered before numbering gives up. */
const UNANSWERED_TRIES = 3;
/** How many other writers may be first before numbering gives up; far more than a secretariat has people. */
const TAKEN_TRIES = 100;

/**
 * The numbers of the group's documents. A number is claimed by inserting its unique key, and no row is ever deleted,
 * so that no two documents get one number and none is given again. Only the secretariat may write here.
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
  public async give(series: DocumentSeries, contributionId: number): Promise<number> {
    let unanswered = 0;
    let taken = 0;
    for (;;) {
      const given = await this.of(contributionId);
      if (given !== undefined) {
        return given.number;
      }
      const number = (await this.highest(series)) + 1;
      try {
        await this.insert({ series, number }, contributionId);
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
      ContributionId: contributionId
    });
  }
}

function keyOf({ series, number }: GivenNumber): string {
  return `${series}/${number}`;
}

/** @returns undefined for an item that was entered by hand without series or number */
function givenNumberOf(row: NumberRow): GivenNumber | undefined {
  const series = choiceOf(row.NumberSeries, DOCUMENT_SERIES);
  const number = numberOf(row.NumberValue);
  return series === undefined || number === undefined ? undefined : { series, number };
}
