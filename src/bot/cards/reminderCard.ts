import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordReminder } from '../../messages/reminderWording';
import type { DeadlineWords, ReminderButton, ShownReminder } from '../../messages/reminderWording';
import type { Translator } from '../../messages/translator';
import type { WorkingGroup } from '../../rules/workingGroup';
import { commandButton } from './cardCommand';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { CardButton, CardElement, DeskCard } from './deskCard';

/**
 * Reminds of deadlines in the words of {@link wordReminder}.
 * @param at the moment of posting, which can be later than planned
 */
export function reminderCard(
  reminders: readonly [ShownReminder, ...ShownReminder[]],
  at: Temporal.Instant,
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  const { heading, meetings, buttons } = wordReminder(reminders, at, group, translator);
  return deskCard(
    heading,
    meetings.flatMap(({ line, deadlines }) => [{ ...paragraph(line, { isSubtle: true }), spacing: 'Small' as const }, ...deadlines.flatMap(elementsOf)]),
    buttons.map((button) => cardButton(button, deskUrl, translator)),
    translator
  );
}

function elementsOf({ sentence, toDo, rule }: DeadlineWords): CardElement[] {
  return [
    { ...paragraph(sentence, { weight: 'Bolder' }), spacing: 'Medium' },
    { ...paragraph(toDo), spacing: 'Small' },
    { ...paragraph(rule, { isSubtle: true, size: 'Small' }), spacing: 'Small' }
  ];
}

function cardButton(button: ReminderButton, deskUrl: string, translator: Translator<MessageKey>): CardButton {
  switch (button.kind) {
    case 'desk':
      return openDeskButton(deskUrl, translator);
    case 'languages':
      return commandButton(button.title, { command: 'languages', meetingId: button.meetingId }, translator.language);
    case 'join':
      return { type: 'Action.OpenUrl', title: button.title, url: button.url };
  }
}
