import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate } from '../../messages/dates';
import { wordStandingReason } from '../../messages/standing';
import type { Translator } from '../../messages/translator';
import type { Purpose } from '../../rules/contribution';
import type { Meeting } from '../../rules/meeting';
import type { StandingDecision } from '../../rules/standing';
import type { WorkingGroup } from '../../rules/workingGroup';
import { commandButton } from './cardCommand';
import { deadlineActions } from './deadlineActions';
import type { Links } from './deadlineActions';
import { meetingLine } from './deadlineCard';
import { deskCard, factRows } from './deskCard';
import type { DeskCard, Fact } from './deskCard';

/** What the deadlines make of a contribution on the day that it arrives. */
export interface Arrival {
  readonly meeting: Meeting;
  readonly purpose: Purpose;
  readonly date: Temporal.PlainDate;
  readonly decision: StandingDecision;
  /** What they make of it one day later, when that is something else. */
  readonly dayAfter?: StandingDecision;
  /** What they make of one for information, when the question does not say what it is for. */
  readonly forInformation?: StandingDecision;
}

/** The answer to "what if my contribution arrives on that day". */
export function arrivalCard(
  { meeting, purpose, date, decision, dayAfter, forInformation }: Arrival,
  { group, translator, ...links }: Links & { readonly group: WorkingGroup; readonly translator: Translator<MessageKey> }
): DeskCard {
  const { language } = translator;
  return deskCard(
    translator.t(`bot.answer.standing.${decision.standing}`, { purpose, date: wordDate(date, language) }),
    [
      meetingLine(meeting, translator),
      ...factRows([
        { label: translator.t('field.standing'), value: translator.t(`standing.${decision.standing}`), note: wordStandingReason(decision, group, translator) },
        ...publicationFact(decision, translator),
        ...(dayAfter === undefined ? [] : [{ label: translator.t('bot.answer.standing.dayAfter'), value: translator.t(`standing.${dayAfter.standing}`), note: wordDate(date.add({ days: 1 }), language) }]),
        ...(forInformation === undefined
          ? []
          : [{ label: translator.t('deadline.opening'), value: translator.t(`standing.${forInformation.standing}`), note: wordStandingReason(forInformation, group, translator) }])
      ])
    ],
    [commandButton(translator.t('bot.answer.ask.howToSubmit'), { command: 'howToSubmit' }, language), ...deadlineActions(meeting, links, translator)],
    translator
  );
}

function publicationFact({ publicationDue }: StandingDecision, translator: Translator<MessageKey>): Fact[] {
  return publicationDue === undefined ? [] : [{ label: translator.t('field.publicationDue'), value: wordDate(publicationDue, translator.language) }];
}
