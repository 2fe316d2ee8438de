import type { DocumentSymbol } from '../../rules/numbering';
import type { Language } from '../../rules/language';

/** Which deadlines a question is about; `any` when it does not say. */
export const DEADLINE_TOPICS = ['any', 'contributions', 'information', 'interpretation'] as const;
/** One of {@link DEADLINE_TOPICS}. */
export type DeadlineTopic = (typeof DEADLINE_TOPICS)[number];

/** What a person wants to know, with what the question says about it. */
export type Intent =
  | { readonly kind: 'nextDeadline'; readonly topic: DeadlineTopic }
  /** By the document's symbol, or by words of its title; with neither the question does not say which one. */
  | { readonly kind: 'contributionStatus'; readonly symbol?: DocumentSymbol; readonly titleWords: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'unknown' };

/** A question as it was understood. */
export interface Recognition {
  readonly intent: Intent;
  /** The language in which the question was recognised; undefined when its words do not tell. */
  readonly language?: Language;
}
