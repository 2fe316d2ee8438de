import type { IOpenUrlAction } from '@microsoft/teams.cards';
import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDateRange } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { commandButton } from './cardCommand';
import { deadlineActions } from './deadlineActions';
import type { Links } from './deadlineActions';
import { deadlineFact } from './deadlineCard';
import type { CountedDeadline } from '../../messages/reminderWording';
import { deskCard, factRows } from './deskCard';
import type { DeskCard, Fact } from './deskCard';

/** What is told of a meeting. */
export interface ShownMeeting {
  readonly meeting: Meeting;
  /** No other one comes before it. */
  readonly isNext: boolean;
  /** Its next deadline that is still open. */
  readonly deadline?: CountedDeadline;
}

/** When a meeting takes place, the way to join it, and what is due for it next. */
export function meetingCard(
  { meeting, isNext, deadline }: ShownMeeting,
  { group, now, translator, ownZone, ...links }: Links & { readonly group: WorkingGroup; readonly now: Temporal.Instant; readonly translator: Translator<MessageKey>; readonly ownZone?: string }
): DeskCard {
  const { language } = translator;
  const dates = wordDateRange(meeting.start, meeting.end, language);
  const days = now.toZonedDateTimeISO(group.zone).toPlainDate().until(meeting.start, { largestUnit: 'day' }).days;
  const kind = days < 0 ? 'underWay' : isNext ? 'next' : 'named';
  const left = days < 0 ? '' : translator.t('bot.answer.meeting.left', { days });
  return deskCard(
    translator.t(`bot.answer.meeting.${kind}`, { meeting: meeting.title, dates, left }),
    factRows([
      { label: translator.t('bot.answer.meeting.dates'), value: dates },
      nextDeadlineFact(deadline, group, translator, ownZone)
    ]),
    [
      ...joinButtons(meeting, translator),
      commandButton(translator.t('bot.answer.button.deadlines'), { command: 'deadline', topic: 'any', meetingId: meeting.id }, language),
      ...deadlineActions(meeting, links, translator)
    ],
    translator
  );
}

function nextDeadlineFact(next: CountedDeadline | undefined, group: WorkingGroup, translator: Translator<MessageKey>, ownZone: string | undefined): Fact {
  const label = translator.t('bot.answer.meeting.nextDeadline');
  if (next === undefined) {
    return { label, value: translator.t('bot.answer.meeting.noDeadline') };
  }
  const fact = deadlineFact(next, label, group, translator, ownZone);
  return { ...fact, note: [translator.t(`deadline.${next.deadline.kind}`), ...[fact.note ?? []].flat()] };
}

/** Only a web address: the column takes any text, and a button opens what it is given. */
function joinButtons({ joinUrl }: Meeting, translator: Translator<MessageKey>): IOpenUrlAction[] {
  const isWeb = joinUrl !== undefined && URL.canParse(joinUrl) && /^https?:$/.test(new URL(joinUrl).protocol);
  return isWeb ? [{ type: 'Action.OpenUrl', title: translator.t('bot.answer.button.join'), url: joinUrl }] : [];
}
