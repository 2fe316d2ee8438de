import type { MessageKey } from '../../messages/allMessages';
import { wordDate } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import type { Attention } from '../../rules/attention';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { problemsOf } from './contributionFacts';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { CardPart, DeskCard, Fact } from './deskCard';
import { deskLink } from './deskLink';
import { documentName } from './documentName';
import { wordList } from './languageRows';
import { moreLine } from './longLists';

/** More rows of one message nobody reads on a phone; the desk has the whole list. */
const MOST_ROWS = 8;

/** What a document asks of the secretariat that cannot wait until its publication. */
export type DocumentAttention = Exclude<Attention, 'publish' | 'none'>;

/** Something that needs the secretariat's attention. */
export type AttentionItem =
  | { readonly kind: 'document'; readonly document: Contribution; readonly attention: DocumentAttention }
  /** The interpretation at a meeting waits for the secretariat's decision. */
  | { readonly kind: 'interpretation'; readonly meeting: Meeting }
  /** A message of which nobody knows whether it was posted. */
  | { readonly kind: 'interrupted' }
  /** A channel or mailing address that gets nothing any more. */
  | { readonly kind: 'channelClosed'; readonly title: string };

type Items = readonly [AttentionItem, ...AttentionItem[]];

/** Tells the secretariat what has come to need its attention since the last message. */
export function attentionCard(items: Items, group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const { sentence, body, actions } = attentionSaid(items, group, deskUrl, translator);
  return deskCard(sentence, body, [openDeskButton(deskUrl, translator), ...actions], translator);
}

/** What a card says that tells what needs attention; see {@link attentionCard}. */
export function attentionSaid(items: Items, group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): CardPart {
  const facts = factsOf(items, group, deskUrl, translator);
  const shown = facts.slice(0, MOST_ROWS);
  return {
    sentence: translator.t('bot.attention.sentence', { count: countOfItems(items) }),
    body: [...factRows(shown), ...moreLine(facts.length - shown.length, translator)],
    actions: []
  };
}

/** How many things need attention; a document for several reasons is one. */
export function countOfItems(items: readonly AttentionItem[]): number {
  return documentsOf(items).size + items.filter(({ kind }) => kind !== 'document').length;
}

function factsOf(items: Items, group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): Fact[] {
  const interrupted = items.filter(({ kind }) => kind === 'interrupted').length;
  const closed = items.flatMap((item) => (item.kind === 'channelClosed' ? [item.title] : []));
  return [
    ...[...documentsOf(items).values()].map(({ document, attention }) => documentFact(document, attention, group, deskUrl, translator)),
    ...items.flatMap((item) => (item.kind === 'interpretation' ? [interpretationFact(item.meeting, deskUrl, translator)] : [])),
    ...(interrupted === 0 ? [] : [{ label: translator.t('bot.attention.interrupted'), value: translator.t('bot.attention.interrupted.count', { count: interrupted }), note: translator.t('bot.attention.interrupted.hint') }]),
    ...(closed.length === 0 ? [] : [{ label: translator.t('bot.attention.closed'), value: translator.t('bot.closed.sentence', { count: closed.length }), note: [wordList(closed, translator.language), translator.t('bot.closed.next')] }])
  ];
}

function documentFact(document: Contribution, attention: DocumentAttention, group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): Fact {
  const { id, source, publicationDue } = document;
  const { missing, others } = problemsOf(document, translator);
  const name = documentName(document, group, translator);
  return {
    label: translator.t(`bot.attention.${attention}`),
    value: name,
    url: deskLink(deskUrl, { kind: 'contribution', id }, name),
    note: [
      ...(source === undefined ? [] : [source]),
      ...(attention === 'overdue' && publicationDue !== undefined ? [translator.t('standing.publicationDue', { date: wordDate(publicationDue, translator.language) })] : []),
      ...(missing.length === 0 ? [] : [`${translator.t('bot.contribution.missing')}: ${missing.map((field) => translator.t(`field.${field}`)).join(', ')}`]),
      ...others
    ]
  };
}

function interpretationFact({ id, title }: Meeting, deskUrl: string, translator: Translator<MessageKey>): Fact {
  return { label: translator.t('bot.answer.news.interpretation'), value: title, url: deskLink(deskUrl, { kind: 'meeting', id }, title), note: translator.t('bot.attention.interpretation') };
}

type DocumentItem = Extract<AttentionItem, { kind: 'document' }>;

/** Each document once. */
function documentsOf(items: readonly AttentionItem[]): ReadonlyMap<number, DocumentItem> {
  return new Map(items.flatMap((item) => (item.kind === 'document' ? [[item.document.id, item] as const] : [])));
}
