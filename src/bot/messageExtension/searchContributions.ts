import { Temporal } from 'temporal-polyfill';
import { wordDate } from '../../messages/dates';
import type { Language } from '../../rules/language';
import type { Meeting } from '../../rules/meeting';
import type { DocumentSymbol } from '../../rules/numbering';
import type { Contribution } from '../../site/contribution';
import type { DeskSite } from '../../site/deskSite';
import { fits } from '../answers/contributionStatus';
import { plainForm } from '../intents/wishes/phrases';
import type { ExtensionTurn } from './extensionSources';
import { languageOf, oneVersionEach } from './languageVersions';
import type { ResultPage, SearchQuery } from './searchQuery';
import { isShownTo } from './visibility';

/** More meetings in one condition make a request too long; the latest are the likeliest. */
const MOST_MEETINGS = 10;

/** Further back nobody leafs; so many rows are read at most. */
const MOST_ROWS = 2000;

/**
 * The documents that a person may find and that fit, the newest first, each in one language: the person's where there
 * is a version in it. A number is looked up by its index in one request, words in two, see `Contributions.search`;
 * only where language versions fill the page are more rows asked for.
 * @throws SiteError
 */
export async function searchContributions(
  query: SearchQuery,
  { skip, count }: ResultPage,
  contributions: DeskSite['contributions'],
  { context, email }: ExtensionTurn
): Promise<Contribution[]> {
  const { group, meetings, translator } = context;
  const numbered = query.symbol === undefined ? [] : await ofNumber(query.symbol, query.isBareNumber, contributions, { context, email });
  if (numbered.length > 0 || (query.symbol !== undefined && !query.isBareNumber)) {
    return numbered.slice(skip, skip + count);
  }
  const chosen = query.meetingWords.length === 0 ? undefined : meetingsWithAll(query.meetingWords, meetings, translator.language);
  if (chosen?.length === 0) {
    return [];
  }
  const search = {
    words: query.words.map((text) => ({ text, meetingIds: meetingsWithAll([text], meetings, translator.language) })),
    ...(chosen === undefined ? {} : { meetingIds: chosen }),
    ...(email === undefined ? {} : { author: email })
  };
  for (let rows = (skip + count) * 2; ; rows *= 3) {
    const found = await contributions.search(search, rows);
    const documents = oneVersionEach(found, translator.language, group);
    if (documents.length >= skip + count || found.length < rows || rows >= MOST_ROWS) {
      return documents.slice(skip, skip + count);
    }
  }
}

async function ofNumber(symbol: DocumentSymbol, isBareNumber: boolean, contributions: DeskSite['contributions'], { context, email }: ExtensionTurn): Promise<Contribution[]> {
  const { group, translator } = context;
  const found = (await contributions.byNumber(symbol.number)).filter(
    (contribution) => isShownTo(contribution, email) && (isBareNumber || fits(contribution, symbol, group))
  );
  const isOwn = (contribution: Contribution): boolean => languageOf(contribution, group) === translator.language;
  return oneVersionEach(found, translator.language, group).sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.id - a.id);
}

/** The ids of the meetings, the latest first, whose title or first day has all the words, in the person's language, in English or in figures. */
function meetingsWithAll(words: readonly string[], meetings: readonly Meeting[], language: Language): number[] {
  return [...meetings]
    .sort((a, b) => Temporal.PlainDate.compare(b.start, a.start))
    .filter(({ title, start }) => {
      const said = ` ${plainForm([title, start.toString(), wordDate(start, language), wordDate(start, 'en')].join(' '))}`;
      return words.every((word) => isIn(said, plainForm(word)));
    })
    .map(({ id }) => id)
    .slice(0, MOST_MEETINGS);
}

/** Words are typed from their beginning; Chinese does not separate them. */
function isIn(said: string, word: string): boolean {
  return word !== '' && (said.includes(` ${word}`) || (/\p{Script=Han}/u.test(word) && said.includes(word)));
}
