import type { IColumnSet } from '@microsoft/teams.cards';
import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate, wordDeadline } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import { kindInPlaceOf } from '../../rules/dateCorrection';
import type { DeadlineKind } from '../../rules/deadlineKind';
import type { Deadline } from '../../rules/deadlines';
import type { WorkingGroup } from '../../rules/workingGroup';
import { factRows } from './deskCard';

/** A date that was told, and what holds now. */
export interface ChangedDate {
  /** As what it was told. */
  readonly kind: DeadlineKind;
  /** The last day that was told; undefined when it was told that there is none. */
  readonly was?: Temporal.PlainDate;
  /** Undefined when there is none any more. */
  readonly deadline?: Deadline;
}

/** What holds now as rows of a card, with what was told where that is something else. */
export function changedDateRows(dates: readonly ChangedDate[], group: WorkingGroup, translator: Translator<MessageKey>): IColumnSet[] {
  return factRows(
    dates.map(({ kind, was, deadline }) => ({
      label: translator.t(`deadline.${kindInPlaceOf(kind, deadline)}`),
      value: deadline === undefined ? translator.t('bot.reminder.gone') : wordDeadline(deadline, group, translator),
      ...(was === undefined || deadline?.date.equals(was) === true ? {} : { note: translator.t('bot.reminder.was', { date: wordDate(was, translator.language) }) })
    }))
  );
}
