import type { IOpenUrlAction, ISubmitAction } from '@microsoft/teams.cards';
import { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate } from '../../messages/dates';
import { wordDaysLeft, wordRule } from '../../messages/deadline';
import type { Translator } from '../../messages/translator';
import type { DeadlineKind } from '../../rules/deadlineKind';
import { daysLeft } from '../../rules/deadlines';
import type { Deadline } from '../../rules/deadlines';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { commandButton } from './cardCommand';
import { meetingLine, wordDeadlineSentence } from './deadlineCard';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { CardElement, CardPart, DeskCard } from './deskCard';

/** Deadlines of one meeting and one day that are reminded of. */
export interface ShownReminder {
  readonly meeting: Meeting;
  readonly deadlines: readonly [Deadline, ...Deadline[]];
}

const TO_DO = {
  translation: 'bot.reminder.todo.translation',
  publication: 'bot.reminder.todo.action',
  agreed: 'bot.reminder.todo.action',
  languageRequest: 'bot.reminder.todo.languageRequest',
  opening: 'bot.reminder.todo.opening',
  reportDue: 'bot.reminder.todo.reportDue'
} as const satisfies Record<DeadlineKind, MessageKey>;

/**
 * Reminds of deadlines: those of one day, or all for which a reminder falls on one morning, the nearest first. Each with
 * its date and zone, the days that are left, what to do, and its rule.
 * @param at the moment of posting, which can be later than planned
 */
export function reminderCard(
  reminders: readonly [ShownReminder, ...ShownReminder[]],
  at: Temporal.Instant,
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  const { sentence, body, actions } = remindersSaid(reminders, at, group, translator);
  return deskCard(sentence, body, [openDeskButton(deskUrl, translator), ...actions], translator);
}

/** What a card says that reminds of deadlines; see {@link reminderCard}. */
export function remindersSaid(reminders: readonly [ShownReminder, ...ShownReminder[]], at: Temporal.Instant, group: WorkingGroup, translator: Translator<MessageKey>): CardPart {
  const inOrder = [...reminders].sort((a, b) => Temporal.PlainDate.compare(a.deadlines[0].date, b.deadlines[0].date));
  const deadlines = inOrder.flatMap((reminder) => reminder.deadlines);
  const left = wordDaysLeft(daysLeft(deadlines[0], at), translator);
  const isOneDay = deadlines.every(({ date }) => date.equals(deadlines[0].date));
  return {
    sentence: isOneDay ? translator.t('bot.reminder.heading', { left }) : translator.t('bot.reminder.digest', { count: deadlines.length, left }),
    body: [...byMeeting(inOrder)].flatMap(([meeting, ofMeeting]) => [
      meetingLine(meeting, translator),
      ...ofMeeting.flatMap((deadline) => elementsOf(deadline, meeting, at, group, translator))
    ]),
    actions: buttons(inOrder, translator)
  };
}

function elementsOf(deadline: Deadline, meeting: Meeting, at: Temporal.Instant, group: WorkingGroup, translator: Translator<MessageKey>): CardElement[] {
  return [
    { ...paragraph(wordDeadlineSentence({ deadline, daysLeft: daysLeft(deadline, at) }, group, translator), { weight: 'Bolder' }), spacing: 'Medium' },
    { ...paragraph(translator.t(TO_DO[deadline.kind], { opening: wordDate(meeting.start, translator.language) })), spacing: 'Small' },
    { ...paragraph(wordRule(deadline, translator), { isSubtle: true, size: 'Small' }), spacing: 'Small' }
  ];
}

function byMeeting(reminders: readonly ShownReminder[]): Map<Meeting, Deadline[]> {
  const deadlines = new Map<Meeting, Deadline[]>();
  reminders.forEach((reminder) => deadlines.set(reminder.meeting, [...(deadlines.get(reminder.meeting) ?? []), ...reminder.deadlines]));
  return deadlines;
}

/** Interpretation can be asked for here, and a meeting that opens can be joined. */
function buttons(reminders: readonly ShownReminder[], translator: Translator<MessageKey>): (IOpenUrlAction | ISubmitAction)[] {
  const meetingsWith = (kind: DeadlineKind): Meeting[] => reminders.filter(({ deadlines }) => deadlines.some((deadline) => deadline.kind === kind)).map(({ meeting }) => meeting);
  const [toRequest] = meetingsWith('languageRequest');
  const [address] = meetingsWith('opening').flatMap(({ joinUrl = '' }) => (/^https?:\/\//i.test(joinUrl) ? [joinUrl] : []));
  return [
    ...(toRequest === undefined ? [] : [commandButton(translator.t('bot.reminder.button.languages'), { command: 'languages' as const, meetingId: toRequest.id }, translator.language)]),
    ...(address === undefined ? [] : [{ type: 'Action.OpenUrl' as const, title: translator.t('bot.reminder.button.join'), url: address }])
  ];
}
