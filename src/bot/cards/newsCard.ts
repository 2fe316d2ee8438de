import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate, wordDateRange, wordInstant } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import type { LanguageOutcome } from '../../rules/interpretation';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { DeskCard, Fact } from './deskCard';
import { documentName } from './documentName';
import { wordOutcomes } from './languageRows';
import { moreLine } from './longLists';

/** More rows do not fit on a phone. */
const MOST_NEWS = 6;

/** Decisions that change when a meeting takes place or until when it takes contributions. */
export const MEETING_NEWS = ['extendDeadline', 'postpone', 'cancel'] as const;
/** One of {@link MEETING_NEWS}. */
export type MeetingNewsKind = (typeof MEETING_NEWS)[number];

/** Something that happened. */
export type News =
  | { readonly kind: 'received' | 'published'; readonly at: Temporal.Instant; readonly document: Contribution }
  | { readonly kind: 'interpretation'; readonly at: Temporal.Instant; readonly meeting: Meeting; readonly outcomes: readonly LanguageOutcome[] }
  | { readonly kind: MeetingNewsKind; readonly at: Temporal.Instant; readonly meeting: Meeting };

/** What is new since a day. @param news newest first */
export function newsCard(since: Temporal.PlainDate, news: readonly News[], group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const count = news.length;
  const date = wordDate(since, translator.language);
  const shown = news.slice(0, MOST_NEWS);
  return deskCard(
    count === 0 ? translator.t('bot.answer.news.none', { date }) : translator.t('bot.answer.news.some', { count, date }),
    [...factRows(shown.map((each) => factOf(each, group, translator))), ...moreLine(count - shown.length, translator)],
    [openDeskButton(deskUrl, translator)],
    translator
  );
}

function factOf(news: News, group: WorkingGroup, translator: Translator<MessageKey>): Fact {
  const when = wordInstant(news.at, group, translator);
  switch (news.kind) {
    case 'received':
    case 'published': {
      const { document } = news;
      const { source } = document;
      return {
        label: translator.t(`docStatus.${news.kind}`),
        value: documentName(document, group, translator),
        url: document.url,
        note: source === undefined ? when : `${source} · ${when}`
      };
    }
    case 'interpretation':
      return { label: translator.t('bot.answer.news.interpretation'), value: wordOutcomes(news.outcomes, news.meeting.title, translator), note: when };
    default: {
      const { title, start, end, status } = news.meeting;
      const stands = status === 'planned' ? wordDateRange(start, end, translator.language) : translator.t(`bot.answer.programme.${status}`);
      return { label: translator.t(`bot.answer.news.${news.kind}`), value: title, also: stands, note: when };
    }
  }
}
