import type { MessageKey } from '../../messages/allMessages';
import { wordDaysLeft, wordRule } from '../../messages/deadline';
import type { Translator } from '../../messages/translator';
import type { PlannedReminder } from '../../rules/reminderPlan';
import type { WorkingGroup } from '../../rules/workingGroup';
import { meetingLine, wordDeadlineSentence } from './deadlineCard';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';

/**
 * A reminder of the deadlines that fall on one day, for a channel.
 * @param daysLeft calendar days until them at the moment of posting, which can be later than planned
 */
export function reminderCard(
  reminder: PlannedReminder,
  daysLeft: number,
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  return deskCard(
    translator.t('bot.reminder.heading', { left: wordDaysLeft(daysLeft, translator) }),
    [
      meetingLine(reminder.meeting, translator),
      ...reminder.deadlines.flatMap((deadline) => [
        paragraph(wordDeadlineSentence({ deadline, daysLeft }, group, translator)),
        { ...paragraph(wordRule(deadline, translator), { isSubtle: true, size: 'Small' }), spacing: 'None' as const }
      ])
    ],
    [openDeskButton(deskUrl, translator)],
    translator
  );
}
