import type { IOpenUrlAction } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import { commandButton } from './cardCommand';
import { openDeskButton } from './deskCard';
import type { CardButton } from './deskCard';
import { deskLink } from './deskLink';

/** Where the buttons of a card lead to. */
export interface Links {
  /** The page with the web part. */
  readonly deskUrl: string;
  /** Where the service gives out its calendars; absent when it gives out none. */
  readonly calendarUrl?: string;
}

/** What can be done about the deadlines of a meeting. */
export function deadlineActions(meeting: Meeting, { deskUrl, calendarUrl }: Links, translator: Translator<MessageKey>): CardButton[] {
  const { language } = translator;
  return [
    ...(calendarUrl === undefined ? [] : [calendarButton(meeting, calendarUrl, translator)]),
    commandButton(translator.t('bot.answer.button.remindMe'), { command: 'remindMe', meetingId: meeting.id }, language),
    commandButton(translator.t('bot.answer.button.requestLanguage'), { command: 'languages', meetingId: meeting.id }, language),
    openDeskButton(deskLink(deskUrl, { kind: 'meeting', id: meeting.id }, meeting.title), translator)
  ];
}

/** The meeting and its deadlines as a calendar file, which every calendar opens. */
function calendarButton({ id }: Meeting, calendarUrl: string, translator: Translator<MessageKey>): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title: translator.t('bot.answer.button.calendar'), url: `${calendarUrl}/${translator.language}/meeting-${id}.ics` };
}
