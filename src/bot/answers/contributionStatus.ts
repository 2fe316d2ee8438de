import { formatSymbol, parseSymbol } from '../../rules/numbering';
import type { DocumentSymbol } from '../../rules/numbering';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { chooseCard, messageCard, MOST_CHOICES } from '../cards/chooseCard';
import { contributionCard } from '../cards/contributionCard';
import type { DeskCard } from '../cards/deskCard';
import { ownContributionsCard } from '../cards/ownContributionsCard';
import { selfRefreshing } from '../cards/refresh';
import { PersonNotVerifiedError } from '../verifiedPerson';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/** The state of the document with a symbol; a choice when several versions or parts fit. */
export async function answerBySymbol(symbol: DocumentSymbol, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, translator, deskUrl } = context;
  const found = (await sources.site.contributions.byNumber(symbol.number)).filter((contribution) => fits(contribution, symbol, group));
  return found.length === 0
    ? messageCard(translator.t('bot.contribution.noSuchNumber', { symbol: formatSymbol(symbol, group) }), deskUrl, translator)
    : oneOf(found, translator.t('bot.contribution.several', { count: found.length }), sources, context);
}

/** The state of the contribution with words in its title; a choice when several have them. */
export async function answerByTitle(words: readonly string[], sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { translator, deskUrl } = context;
  const found = await sources.site.contributions.searchTitle([...words], MOST_CHOICES);
  return found.length === 0
    ? messageCard(translator.t('bot.contribution.noSuchTitle', { words: words.join(' ') }), deskUrl, translator)
    : oneOf(found, translator.t('bot.contribution.several', { count: found.length }), sources, context);
}

/** The latest contributions to choose from. @param sentence what to say first instead of asking which one is meant */
export async function answerLatest({ site }: AnswerSources, context: AnswerContext, sentence?: string): Promise<DeskCard> {
  const { group, translator, deskUrl } = context;
  const latest = await site.contributions.recent(MOST_CHOICES);
  return latest.length === 0
    ? messageCard(translator.t('bot.contribution.none'), deskUrl, translator)
    : chooseCard(sentence ?? translator.t('bot.contribution.which'), latest, group, deskUrl, translator);
}

/**
 * The person's own contributions, when nobody else reads the answer. A whole conversation sees what has been published;
 * the card then becomes the person's own for them alone.
 */
export async function answerOwn(sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { translator, readerId } = context;
  const card = await (context.isPrivate === true ? ownOf(sources, context) : publishedOnly(sources, context));
  return selfRefreshing(card, { command: 'ownContributions' }, translator.language, readerId);
}

/** The state of the contribution that was chosen on a card. */
export async function answerById(id: number, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const contribution = await sources.site.contributions.get(id);
  return contribution === undefined
    ? messageCard(context.translator.t('bot.contribution.gone'), context.deskUrl, context.translator)
    : stateOf(contribution, sources, context);
}

async function ownOf(sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, meetings, translator, deskUrl } = context;
  const email = await addressOf(sources);
  const own = email === undefined ? [] : await sources.site.contributions.createdByAddress(email, MOST_CHOICES);
  if (own.length === 0) {
    return answerLatest(sources, context, translator.t('bot.answer.own.none'));
  }
  return own.length === 1 ? stateOf(own[0], sources, context) : ownContributionsCard(own, meetings, group, deskUrl, translator);
}

async function publishedOnly({ site }: AnswerSources, { group, deskUrl, translator }: AnswerContext): Promise<DeskCard> {
  const published = await site.contributions.recentlyPublished(MOST_CHOICES);
  return published.length === 0
    ? messageCard(translator.t('bot.answer.own.nothingPublished'), deskUrl, translator)
    : chooseCard(translator.t('bot.answer.own.elsewhere'), published, group, deskUrl, translator);
}

async function oneOf(found: readonly Contribution[], sentence: string, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const [first] = found;
  return found.length === 1 ? stateOf(first, sources, context) : chooseCard(sentence, found, context.group, context.deskUrl, context.translator);
}

async function stateOf(contribution: Contribution, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { group, meetings, deskUrl, translator, readerId } = context;
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  const shown = (await maySeeFindings(contribution, sources, context)) ? contribution : withoutFindings(contribution);
  return selfRefreshing(contributionCard(shown, meeting, group, deskUrl, translator), { command: 'contribution', id: contribution.id }, translator.language, readerId);
}

/**
 * What is wrong with a document is told to its author and the secretariat, and to them alone. Everything else stands in
 * the library, which every member reads.
 */
async function maySeeFindings({ docStatus, createdBy }: Contribution, sources: AnswerSources, { isPrivate }: AnswerContext): Promise<boolean> {
  if (docStatus !== 'needsAttention') {
    return true;
  }
  const email = isPrivate === true ? await addressOf(sources) : undefined;
  return email !== undefined && (createdBy.email.toLowerCase() === email || sources.site.isSecretariat(email));
}

/** A document with findings is one that is still being looked at, to everybody else. */
function withoutFindings({ docStatus: _status, findings: _findings, ...contribution }: Contribution): Contribution {
  return contribution;
}

/** The person's address; undefined for one whom Teams does not vouch for. */
async function addressOf({ person }: AnswerSources): Promise<string | undefined> {
  try {
    return (await person()).email;
  } catch (error) {
    if (error instanceof PersonNotVerifiedError) {
      return undefined;
    }
    throw error;
  }
}

/** Whether a document is of the series asked for and, where the question names them, has the part and the language. */
export function fits({ docSymbol }: Contribution, asked: DocumentSymbol, group: WorkingGroup): boolean {
  const own = docSymbol === undefined ? undefined : parseSymbol(docSymbol, group);
  if (own === undefined) {
    return asked.series === 'document';
  }
  const samePart = asked.part === undefined || (own.part?.kind === asked.part.kind && own.part.count === asked.part.count);
  return own.series === asked.series && samePart && (asked.language === undefined || own.language === undefined || own.language === asked.language);
}
