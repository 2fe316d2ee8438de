import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { commandButton } from './cardCommand';
import { deadlineActions } from './deadlineActions';
import type { Links } from './deadlineActions';
import { deadlineFacts, meetingLine } from './deadlineCard';
import type { CountedDeadline } from '../../messages/reminderWording';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { DeskCard } from './deskCard';

/** The ways in which a contribution can be sent. */
const WAYS = ['desk', 'library', 'chat'] as const;

/** Where and how to send a contribution. @param open the next meeting that takes some, with its deadlines that are not over */
export function submitCard(
  open: { readonly meeting: Meeting; readonly deadlines: readonly CountedDeadline[] } | undefined,
  { group, translator, ownZone, ...links }: Links & { readonly group: WorkingGroup; readonly translator: Translator<MessageKey>; readonly ownZone?: string }
): DeskCard {
  return deskCard(
    translator.t('bot.answer.submit.how'),
    [
      ...factRows([
        ...WAYS.map((way) => ({ label: translator.t(`bot.answer.submit.${way}`), value: translator.t(`bot.answer.submit.${way}.how`) })),
        { label: translator.t('bot.answer.submit.types'), value: translator.t('bot.answer.submit.types.which') }
      ]),
      ...(open === undefined ? [] : [meetingLine(open.meeting, translator), ...factRows(deadlineFacts(open.deadlines, group, translator, ownZone))])
    ],
    open === undefined
      ? [openDeskButton(links.deskUrl, translator)]
      : [commandButton(translator.t('bot.answer.ask.standing'), { command: 'standing', meetingId: open.meeting.id }, translator.language), ...deadlineActions(open.meeting, links, translator)],
    translator
  );
}
