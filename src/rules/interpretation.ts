import type { Temporal } from 'temporal-polyfill';
import { deadlinesOf, isOpen } from './deadlines';
import type { Language } from './language';
import type { LanguageTally } from './languageRequest';
import type { LanguageFunds, Meeting } from './meeting';
import type { WorkingGroup } from './workingGroup';

/**
 * Why a language is interpreted at a meeting or not:
 * - `always`: English is always there;
 * - `funded`: the group recommends all its languages, and there are funds;
 * - `demand`: enough delegations asked for it (at a statutory meeting, any);
 * - `belowThreshold`: not enough delegations asked for it, or none;
 * - `noFunds`: there are no funds, so the meeting is held in English only;
 * - `override`: the secretariat decided otherwise, with a reason of its own.
 */
export const INTERPRETATION_REASONS = ['always', 'funded', 'demand', 'belowThreshold', 'noFunds', 'override'] as const;
/** One of {@link INTERPRETATION_REASONS}. */
export type InterpretationReason = (typeof INTERPRETATION_REASONS)[number];

/** Whether a language is interpreted at a meeting, and why. */
export interface LanguageOutcome {
  readonly language: Language;
  readonly isProvided: boolean;
  readonly reason: InterpretationReason;
}

/** What was decided about the interpretation at a meeting. */
export interface InterpretationDecision {
  /** One for each of the group's languages. */
  readonly outcomes: readonly LanguageOutcome[];
  /** What was known of the funds when it was decided. */
  readonly funds: LanguageFunds;
  readonly decidedAt: Temporal.Instant;
}

/**
 * The decision that the rules propose, for each of the group's languages in their order.
 * Source: TDAG-WG-SOP/5: all languages within the budget; without funds English only; a non-statutory meeting takes at
 * least five requests for a language. While nothing is known of the funds the demand decides (assumed).
 */
export function proposeInterpretation(meeting: Meeting, tallies: readonly LanguageTally[], group: WorkingGroup): LanguageOutcome[] {
  return group.languages.map((language) => {
    const outcome = (isProvided: boolean, reason: InterpretationReason): LanguageOutcome => ({ language, isProvided, reason });
    if (language === 'en') {
      return outcome(true, 'always');
    }
    switch (meeting.languageFunds) {
      case 'available':
        return outcome(true, 'funded');
      case 'none':
        return outcome(false, 'noFunds');
      case 'unknown':
        return tallies.some((tally) => tally.language === language && tally.isMet) ? outcome(true, 'demand') : outcome(false, 'belowThreshold');
    }
  });
}

/** The proposal with what the secretariat decided otherwise. English cannot be taken away. */
export function overrideOutcomes(proposed: readonly LanguageOutcome[], chosen: ReadonlyMap<Language, boolean>): LanguageOutcome[] {
  return proposed.map((outcome) => {
    const isProvided = chosen.get(outcome.language);
    return outcome.language === 'en' || isProvided === undefined || isProvided === outcome.isProvided
      ? outcome
      : { language: outcome.language, isProvided, reason: 'override' };
  });
}

/**
 * Where the decision on the interpretation at a meeting stands:
 * - `collecting`: requests are taken until the deadline;
 * - `toDecide`: the deadline has passed and nothing is decided;
 * - `decided`;
 * - `reopened`: what is known of the funds has changed since it was decided.
 */
export type InterpretationPhase = 'collecting' | 'toDecide' | 'decided' | 'reopened';

/** Where the decision stands at an instant. */
export function interpretationPhase(meeting: Meeting, decision: InterpretationDecision | undefined, group: WorkingGroup, at: Temporal.Instant): InterpretationPhase {
  if (decision !== undefined) {
    return decision.funds === meeting.languageFunds ? 'decided' : 'reopened';
  }
  return isOpen(deadlinesOf(meeting, group).languageRequest, at) ? 'collecting' : 'toDecide';
}
