import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate } from '../../messages/dates';
import type { ShownReminder } from '../../messages/reminderWording';
import type { Translator } from '../../messages/translator';
import type { WorkingGroup } from '../../rules/workingGroup';
import { attentionSaid, countOfItems } from './attentionCard';
import type { AttentionItem } from './attentionCard';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { CardPart, DeskCard } from './deskCard';
import { countOfEvents, eventsSaid } from './eventCard';
import type { DeskEvent } from './eventCard';
import { wordList } from './languageRows';
import { remindersSaid } from './reminderCard';

/** What one message tells; at least one thing. */
export interface DailyNews {
  readonly reminders: readonly ShownReminder[];
  readonly events: readonly DeskEvent[];
  readonly items: readonly AttentionItem[];
}

/**
 * Everything of a day in one message: deadlines that are reminded of first, then what happened, then what needs the
 * secretariat's attention. What is only about one of these says it without headings.
 * @param at the moment of posting
 */
export function dailyCard({ reminders, events, items }: DailyNews, at: Temporal.Instant, group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const parts: readonly (CardPart & { readonly counted: string })[] = [
    ...(isSome(reminders) ? [{ ...remindersSaid(reminders, at, group, translator), counted: translator.t('bot.daily.deadlines', { count: reminders.flatMap(({ deadlines }) => deadlines).length }) }] : []),
    ...(isSome(events) ? [{ ...eventsSaid(events, group, translator), counted: translator.t('bot.daily.events', { count: countOfEvents(events) }) }] : []),
    ...(isSome(items) ? [{ ...attentionSaid(items, group, deskUrl, translator), counted: translator.t('bot.daily.attention', { count: countOfItems(items) }) }] : [])
  ];
  const [only] = parts;
  const date = wordDate(at.toZonedDateTimeISO(group.zone).toPlainDate(), translator.language);
  const counts = wordList(
    parts.map(({ counted }) => counted),
    translator.language
  );
  return deskCard(
    parts.length === 1 ? only.sentence : translator.t('bot.daily.sentence', { date, counts }),
    parts.length === 1 ? only.body : parts.flatMap(({ sentence, body }) => [{ ...paragraph(sentence, { weight: 'Bolder' }), spacing: 'Large' as const, separator: true }, ...body]),
    [openDeskButton(deskUrl, translator), ...parts.flatMap(({ actions }) => actions)],
    translator
  );
}

function isSome<T>(things: readonly T[]): things is readonly [T, ...T[]] {
  return things.length > 0;
}
