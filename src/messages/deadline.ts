import type { Deadline } from '../rules/deadlines';
import type { TermKey } from './terms';
import type { Translator } from './translator';

const RULE_KEYS = {
  resolution1: 'deadline.rule.resolution1',
  agreement: 'deadline.rule.agreement',
  programme: 'deadline.rule.programme',
  assumption: 'deadline.rule.assumption'
} as const satisfies Record<Deadline['rule'], TermKey>;

/** Which rule a deadline comes from, e.g. `WTDC Resolution 1: 45 calendar days before the meeting`. */
export function wordRule(deadline: Deadline, translator: Translator<TermKey>): string {
  return translator.t(RULE_KEYS[deadline.rule], { days: deadline.daysBefore });
}

/** The days that are left, in words; `passed` when there are none. */
export function wordDaysLeft(days: number, translator: Translator<TermKey>): string {
  return days < 0 ? translator.t('deadline.passed') : translator.t('deadline.daysLeft', { days });
}
