import type { IRichTextBlock } from '@microsoft/teams.cards';
import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDeadline, wordOwnTime } from '../../messages/dates';
import { wordDaysLeft, wordRule } from '../../messages/deadline';
import { wordDeadlineSentence, wordMeeting } from '../../messages/reminderWording';
import type { CountedDeadline } from '../../messages/reminderWording';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { deadlineActions } from './deadlineActions';
import type { Links } from './deadlineActions';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { DeskCard, Fact } from './deskCard';

/** A deadline as a row of a card: when in the group's zone and in the reader's own where that differs, how many days are left and by which rule. */
export function deadlineFact({ deadline, daysLeft }: CountedDeadline, label: string, group: WorkingGroup, translator: Translator<MessageKey>, ownZone?: string): Fact {
  const at = deadline.closesAt.toInstant();
  return {
    label,
    value: wordDeadline(deadline, group, translator),
    ...(ownZone === undefined || isSameTime(at, ownZone, group.zone) ? {} : { also: wordOwnTime(at, ownZone, translator) }),
    note: `${wordDaysLeft(daysLeft, translator)} · ${wordRule(deadline, translator)}`
  };
}

/** Deadlines as rows of a card, each by what is due. */
export function deadlineFacts(deadlines: readonly CountedDeadline[], group: WorkingGroup, translator: Translator<MessageKey>, ownZone?: string): Fact[] {
  return deadlines.map((each) => deadlineFact(each, translator.t(`deadline.${each.deadline.kind}`), group, translator, ownZone));
}

function isSameTime(at: Temporal.Instant, one: string, other: string): boolean {
  return at.toZonedDateTimeISO(one).offsetNanoseconds === at.toZonedDateTimeISO(other).offsetNanoseconds;
}

/** The meeting that deadlines belong to, as a line of a card. */
export function meetingLine(meeting: Meeting, translator: Translator<MessageKey>): IRichTextBlock {
  return { ...paragraph(wordMeeting(meeting, translator), { isSubtle: true }), spacing: 'Small' };
}

/**
 * The answer to "when is the next deadline".
 * @param next the next open one; undefined when all have passed
 */
export function deadlineCard(
  { meeting, next, deadlines }: { readonly meeting: Meeting; readonly next?: CountedDeadline; readonly deadlines: readonly CountedDeadline[] },
  { group, translator, ownZone, ...links }: Links & { readonly group: WorkingGroup; readonly translator: Translator<MessageKey>; readonly ownZone?: string }
): DeskCard {
  const sentence =
    next === undefined ? translator.t('bot.deadline.allPassed', { meeting: meeting.title }) : wordDeadlineSentence(next, group, translator);
  return deskCard(
    sentence,
    [meetingLine(meeting, translator), ...factRows(deadlineFacts(deadlines, group, translator, ownZone))],
    deadlineActions(meeting, links, translator),
    translator
  );
}

/** The answer when no meeting is planned. */
export function noMeetingCard(deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  return deskCard(translator.t('bot.deadline.noMeeting'), [], [openDeskButton(deskUrl, translator)], translator);
}
