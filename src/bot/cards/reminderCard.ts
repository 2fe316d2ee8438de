import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordReminder } from '../../messages/reminderWording';
import type { DeadlineWords, ReminderButton, ShownReminder } from '../../messages/reminderWording';
import type { Translator } from '../../messages/translator';
import type { WorkingGroup } from '../../rules/workingGroup';
import { commandButton } from './cardCommand';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { CardButton, CardElement, CardPart, DeskCard } from './deskCard';

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
  const { sentence, body, actions } = remindersSaid(reminders, at, group, translator);
  return deskCard(sentence, body, [openDeskButton(deskUrl, translator), ...actions], translator);
}

/** What a card says that reminds of deadlines; see {@link reminderCard}. */
export function remindersSaid(reminders: readonly [ShownReminder, ...ShownReminder[]], at: Temporal.Instant, group: WorkingGroup, translator: Translator<MessageKey>): CardPart {
  const { heading, meetings, buttons } = wordReminder(reminders, at, group, translator);
  return {
    sentence: heading,
    body: meetings.flatMap(({ line, deadlines }) => [{ ...paragraph(line, { isSubtle: true }), spacing: 'Small' as const }, ...deadlines.flatMap(elementsOf)]),
    actions: buttons.flatMap((button) => cardButton(button, translator) ?? [])
  };
}

function elementsOf({ sentence, toDo, rule }: DeadlineWords): CardElement[] {
  return [
    { ...paragraph(sentence, { weight: 'Bolder' }), spacing: 'Medium' },
    { ...paragraph(toDo), spacing: 'Small' },
    { ...paragraph(rule, { isSubtle: true, size: 'Small' }), spacing: 'Small' }
  ];
}

/** @returns undefined for the button that every card has */
function cardButton(button: ReminderButton, translator: Translator<MessageKey>): CardButton | undefined {
  switch (button.kind) {
    case 'desk':
      return undefined;
    case 'languages':
      return commandButton(button.title, { command: 'languages', meetingId: button.meetingId }, translator.language);
    case 'join':
      return { type: 'Action.OpenUrl', title: button.title, url: button.url };
  }
}
