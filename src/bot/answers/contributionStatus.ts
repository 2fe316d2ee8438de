import { formatSymbol, parseSymbol } from '../../rules/numbering';
import type { DocumentSymbol } from '../../rules/numbering';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import type { DeskSite } from '../../site/deskSite';
import { chooseCard, messageCard, MOST_CHOICES } from '../cards/chooseCard';
import { contributionCard } from '../cards/contributionCard';
import type { DeskCard } from '../cards/deskCard';
import type { AnswerContext } from './answerContext';

type Contributions = DeskSite['contributions'];

/** The state of the document with a symbol; a choice when several versions or parts fit. */
export async function answerBySymbol(symbol: DocumentSymbol, contributions: Contributions, context: AnswerContext): Promise<DeskCard> {
  const { group, translator, deskUrl } = context;
  const found = (await contributions.byNumber(symbol.number)).filter((contribution) => fits(contribution, symbol, group));
  return found.length === 0
    ? messageCard(translator.t('bot.contribution.noSuchNumber', { symbol: formatSymbol(symbol, group) }), deskUrl, translator)
    : oneOf(found, translator.t('bot.contribution.several', { count: found.length }), context);
}

/** The state of the contribution with words in its title; a choice when several have them. */
export async function answerByTitle(words: readonly string[], contributions: Contributions, context: AnswerContext): Promise<DeskCard> {
  const { translator, deskUrl } = context;
  const found = await contributions.searchTitle([...words], MOST_CHOICES);
  return found.length === 0
    ? messageCard(translator.t('bot.contribution.noSuchTitle', { words: words.join(' ') }), deskUrl, translator)
    : oneOf(found, translator.t('bot.contribution.several', { count: found.length }), context);
}

/** The latest contributions to choose from, when a question does not say which one is meant. */
export async function answerLatest(contributions: Contributions, context: AnswerContext): Promise<DeskCard> {
  const { group, translator, deskUrl } = context;
  const latest = await contributions.recent(MOST_CHOICES);
  return latest.length === 0
    ? messageCard(translator.t('bot.contribution.none'), deskUrl, translator)
    : chooseCard(translator.t('bot.contribution.which'), latest, group, deskUrl, translator);
}

/** The state of the contribution that was chosen on a card. */
export async function answerById(id: number, contributions: Contributions, context: AnswerContext): Promise<DeskCard> {
  const contribution = await contributions.get(id);
  return contribution === undefined
    ? messageCard(context.translator.t('bot.contribution.gone'), context.deskUrl, context.translator)
    : stateOf(contribution, context);
}

function oneOf(found: readonly Contribution[], sentence: string, context: AnswerContext): DeskCard {
  const [first] = found;
  return found.length === 1 ? stateOf(first, context) : chooseCard(sentence, found, context.group, context.deskUrl, context.translator);
}

function stateOf(contribution: Contribution, { group, meetings, deskUrl, translator }: AnswerContext): DeskCard {
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  return contributionCard(contribution, meeting, group, deskUrl, translator);
}

/** Whether a document is of the series asked for and, where the question names them, has the part and the language. */
function fits({ docSymbol }: Contribution, asked: DocumentSymbol, group: WorkingGroup): boolean {
  const own = docSymbol === undefined ? undefined : parseSymbol(docSymbol, group);
  if (own === undefined) {
    return asked.series === 'document';
  }
  const samePart = asked.part === undefined || (own.part?.kind === asked.part.kind && own.part.count === asked.part.count);
  return own.series === asked.series && samePart && (asked.language === undefined || own.language === undefined || own.language === asked.language);
}
