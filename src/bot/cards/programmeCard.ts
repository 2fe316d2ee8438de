import type { MessageKey } from '../../messages/allMessages';
import { wordDateRange, wordShortDate } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import { commandButton } from './cardCommand';
import type { CountedDeadline } from '../../messages/reminderWording';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { DeskCard, Fact } from './deskCard';
import { moreLine, newestOf } from './longLists';

/** More rows do not fit on a phone. */
const MOST_MEETINGS = 8;

/** A meeting of the programme of work. */
export interface ProgrammeEntry {
  readonly meeting: Meeting;
  /** Planned, and not over. */
  readonly isComing: boolean;
  /** What is due for it, for one to come. */
  readonly deadlines: readonly CountedDeadline[];
}

/** The programme of work. @param entries in order of their dates; of many the latest are shown */
export function programmeCard(entries: readonly ProgrammeEntry[], deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const { language } = translator;
  const next = entries.find(({ isComing }) => isComing)?.meeting;
  const count = entries.length;
  const sentence =
    count === 0
      ? translator.t('bot.answer.programme.none')
      : next === undefined
        ? translator.t('bot.answer.programme.noNext', { count })
        : translator.t('bot.answer.programme.next', { count, meeting: next.title, dates: wordDateRange(next.start, next.end, language) });
  const shown = newestOf(entries, MOST_MEETINGS);
  return deskCard(
    sentence,
    [...factRows(shown.map((entry) => factOf(entry, translator))), ...moreLine(count - shown.length, translator)],
    [
      ...(next === undefined ? [] : [commandButton(translator.t('bot.answer.button.deadlines'), { command: 'deadline', topic: 'any', meetingId: next.id }, language)]),
      openDeskButton(deskUrl, translator)
    ],
    translator
  );
}

function factOf({ meeting, isComing, deadlines }: ProgrammeEntry, translator: Translator<MessageKey>): Fact {
  const { language } = translator;
  const state = meeting.status === 'planned' && !isComing ? 'over' : meeting.status;
  const due = deadlines.map(({ deadline }) => translator.t('bot.answer.programme.deadline', { deadline: translator.t(`deadline.${deadline.kind}`), date: wordShortDate(deadline.date, language) }));
  return {
    label: meeting.start.equals(meeting.end) ? wordShortDate(meeting.start, language) : `${wordShortDate(meeting.start, language)} – ${wordShortDate(meeting.end, language)}`,
    value: meeting.title,
    note: [translator.t(`bot.answer.programme.${state}`), ...due]
  };
}
