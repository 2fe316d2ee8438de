import type { StandingDecision } from '../rules/standing';
import type { WorkingGroup } from '../rules/workingGroup';
import { wordDate, wordDeadline } from './dates';
import type { TermKey } from './terms';
import type { Translator } from './translator';

/** Why a contribution has its standing, in one or two sentences with the exact deadline. */
export function wordStandingReason(decision: StandingDecision, group: WorkingGroup, translator: Translator<TermKey>): string {
  return translator.t(`standing.${decision.standing}.reason`, {
    deadline: wordDeadline(decision.decidedBy, group, translator),
    missed: decision.missed === undefined ? '' : wordDeadline(decision.missed, group, translator)
  });
}

/** By when it is to be published; undefined for a held contribution. */
export function wordPublicationDue(decision: StandingDecision, translator: Translator<TermKey>): string | undefined {
  return decision.publicationDue === undefined
    ? undefined
    : translator.t('standing.publicationDue', { date: wordDate(decision.publicationDue, translator.language) });
}
