import type { ReminderDeskKey } from '../../../../messages/loadReminderDesk';
import type { TermKey } from '../../../../messages/terms';
import type { Translator } from '../../../../messages/translator';
import type { DeadlineKind } from '../../../../rules/deadlineKind';
import { wordNames } from '../languages/wordNames';
import type { LedgerGroup } from './ledgerGroups';
import type { Recipients } from './recipients';

type Said = Translator<ReminderDeskKey>;

/** A planned reminder by its deadlines and step, e.g. `Requests for interpretation · 7 days before`. */
export function wordStep(kinds: readonly DeadlineKind[], daysBefore: number, said: Said, terms: Translator<TermKey>): string {
  return `${wordKinds(kinds, terms)} · ${said.t('reminders.step', { days: daysBefore })}`;
}

/** What was posted, by its deadlines and step or by what it is. */
export function wordGroup({ type, kinds, daysBefore }: Pick<LedgerGroup, 'type' | 'kinds' | 'daysBefore'>, said: Said, terms: Translator<TermKey>): string {
  switch (type) {
    case 'step':
      return wordStep(kinds, daysBefore ?? 0, said, terms);
    case 'correction':
      return said.t('reminders.group.correction', { deadline: wordKinds(kinds, terms) });
    default:
      return said.t(`reminders.group.${type}`);
  }
}

/** To how many something goes; undefined when to nobody. */
export function wordRecipients({ channels, mails, people }: Recipients, said: Said): string | undefined {
  const parts = [
    ...(channels === 0 ? [] : [said.t('reminders.count.channels', { count: channels })]),
    ...(mails === 0 ? [] : [said.t('reminders.count.mails', { count: mails })]),
    ...(people === 0 ? [] : [said.t('reminders.count.people', { count: people })])
  ];
  return parts.length === 0 ? undefined : wordNames(parts, said.language);
}

function wordKinds(kinds: readonly DeadlineKind[], terms: Translator<TermKey>): string {
  return kinds.map((kind) => terms.t(`deadline.${kind}`)).join(' / ');
}
