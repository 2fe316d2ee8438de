import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { changedDateRows } from './changedDates';
import type { ChangedDate } from './changedDates';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';

/** What a reminder told of a meeting. */
export interface ToldDates {
  readonly meeting: Meeting;
  readonly dates: readonly ChangedDate[];
}

/** Takes the place of a reminder of which not everything holds any more: the same deadlines with what holds now. */
export function supersededCard(told: readonly ToldDates[], group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  return deskCard(
    translator.t('bot.reminder.superseded'),
    told.flatMap(({ meeting, dates }) => [
      { ...paragraph(meeting.title, { isSubtle: true }), spacing: 'Medium' as const },
      ...changedDateRows(dates, group, translator)
    ]),
    [openDeskButton(deskUrl, translator)],
    translator
  );
}
