import type { Language } from '../../rules/language';
import type { DeadlineTopic } from './intent';

/**
 * The words by which questions are recognised in one language. Phrases are written as {@link normalise} leaves them:
 * small letters, no accents. A phrase is found as whole words; a `*` at its end stands for any ending.
 */
export interface Vocabulary {
  readonly language: Language;
  /** Greetings and calls for help. */
  readonly help: readonly string[];
  /** The question is about a date until which something is possible, or about the next meeting. */
  readonly deadline: readonly string[];
  /** What the deadline is for, in order of precedence. */
  readonly topics: readonly (readonly [Exclude<DeadlineTopic, 'any'>, readonly string[]])[];
  /** The question is about the state of a document. */
  readonly status: readonly string[];
  /** A document of the group. */
  readonly document: readonly string[];
  /** Words that say nothing about which document is meant. */
  readonly filler: readonly string[];
}
