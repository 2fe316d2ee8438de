import type { MessageKey } from '../../messages/allMessages';
import { wordDate, wordDeadline } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import { kindInPlaceOf } from '../../rules/dateCorrection';
import type { DateCorrection } from '../../rules/dateCorrection';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { commandButton } from './cardCommand';
import { changedDateRows } from './changedDates';
import { meetingLine } from './deadlineCard';
import { deskCard, openDeskButton } from './deskCard';
import type { DeskCard } from './deskCard';

/** Tells that deadlines of a meeting are not on the days that were announced, and what holds now. */
export function correctionCard(
  meeting: Meeting,
  corrections: readonly DateCorrection[],
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  const dates = corrections.map(({ kind, announcement: { date }, deadline }) => ({
    kind,
    ...(date === undefined ? {} : { was: date }),
    ...(deadline === undefined ? {} : { deadline })
  }));
  return deskCard(
    sentenceOf(meeting, corrections, group, translator),
    [...(isOff(meeting) ? [] : [meetingLine(meeting, translator)]), ...changedDateRows(dates, group, translator)],
    [openDeskButton(deskUrl, translator), commandButton(translator.t('bot.reminder.button.deadlines'), { command: 'deadline', topic: 'any' }, translator.language)],
    translator
  );
}

function sentenceOf(meeting: Meeting, corrections: readonly DateCorrection[], group: WorkingGroup, translator: Translator<MessageKey>): string {
  if (isOff(meeting)) {
    return translator.t(meeting.status === 'cancelled' ? 'bot.reminder.cancelled' : 'bot.reminder.postponed', { meeting: meeting.title });
  }
  const [{ kind, announcement, deadline }] = corrections;
  if (corrections.length > 1 || deadline === undefined) {
    return translator.t('bot.reminder.movedSeveral', { meeting: meeting.title, count: corrections.length });
  }
  const [name, after] = [translator.t(`deadline.${kindInPlaceOf(kind, deadline)}`), wordDeadline(deadline, group, translator)];
  return announcement.date === undefined
    ? translator.t('bot.reminder.dated', { deadline: name, after })
    : translator.t('bot.reminder.moved', { deadline: name, before: wordDate(announcement.date, translator.language), after });
}

/** A meeting that has no date any more; the one that it had would mislead. */
function isOff({ status }: Meeting): boolean {
  return status === 'cancelled' || status === 'postponed';
}
