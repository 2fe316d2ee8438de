import type { IColumnSet, IRichTextBlock } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import { wordDateRange, wordDeadline } from '../../messages/dates';
import { wordDaysLeft, wordRule } from '../../messages/deadline';
import type { Translator } from '../../messages/translator';
import type { Deadline, DeadlineKind } from '../../rules/deadlines';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';

/** A deadline with the calendar days that are left until it, negative when it has passed. */
export interface CountedDeadline {
  readonly deadline: Deadline;
  readonly daysLeft: number;
}

const SENTENCES = {
  translation: 'bot.deadline.answer.translation',
  publication: 'bot.deadline.answer.action',
  agreed: 'bot.deadline.answer.action',
  languageRequest: 'bot.deadline.answer.languageRequest',
  opening: 'bot.deadline.answer.opening'
} as const satisfies Record<DeadlineKind, MessageKey>;

/** What a deadline means for the reader, with its date, zone and the days left, in one sentence. */
export function wordDeadlineSentence({ deadline, daysLeft }: CountedDeadline, group: WorkingGroup, translator: Translator<MessageKey>): string {
  return translator.t(SENTENCES[deadline.kind], {
    when: wordDeadline(deadline, group, translator),
    left: wordDaysLeft(daysLeft, translator)
  });
}

/** Deadlines as rows of a card: what is due, when in the group's zone, how many days are left and by which rule. */
function deadlineRows(deadlines: readonly CountedDeadline[], group: WorkingGroup, translator: Translator<MessageKey>): IColumnSet[] {
  return factRows(
    deadlines.map(({ deadline, daysLeft }) => ({
      label: translator.t(`deadline.${deadline.kind}`),
      value: wordDeadline(deadline, group, translator),
      note: `${wordDaysLeft(daysLeft, translator)} · ${wordRule(deadline, translator)}`
    }))
  );
}

/** The meeting that deadlines belong to, as a line of a card. */
export function meetingLine(meeting: Meeting, translator: Translator<MessageKey>): IRichTextBlock {
  return { ...paragraph(`${meeting.title} · ${wordDateRange(meeting.start, meeting.end, translator.language)}`, { isSubtle: true }), spacing: 'Small' };
}

/**
 * The answer to "when is the next deadline".
 * @param next the next open one; undefined when all have passed
 */
export function deadlineCard(
  { meeting, next, deadlines }: { readonly meeting: Meeting; readonly next?: CountedDeadline; readonly deadlines: readonly CountedDeadline[] },
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  const sentence =
    next === undefined ? translator.t('bot.deadline.allPassed', { meeting: meeting.title }) : wordDeadlineSentence(next, group, translator);
  return deskCard(
    sentence,
    [meetingLine(meeting, translator), ...deadlineRows(deadlines, group, translator)],
    [openDeskButton(deskUrl, translator)],
    translator
  );
}

/** The answer when no meeting is planned. */
export function noMeetingCard(deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  return deskCard(translator.t('bot.deadline.noMeeting'), [], [openDeskButton(deskUrl, translator)], translator);
}
