import type { Language } from '../../../rules/language';

/**
 * The words by which wishes for interpretation are recognised in one language. They are written as people write them;
 * accents and capitals are taken away on both sides. A `*` at the end of a phrase stands for any ending.
 */
export interface WishVocabulary {
  readonly language: Language;
  /** What may stand attached before a word, as a pattern; a script without spaces has `joined` instead. */
  readonly prefixes?: string;
  /** Words are written without spaces between them. */
  readonly joined?: true;
  /** The names of the six languages. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
  /** Phrases that hold a language's name and mean none. */
  readonly traps: readonly string[];
  /** Interpretation at a meeting. */
  readonly interpretation: readonly string[];
  /** Words for translation, which people also use for interpretation. */
  readonly translation: readonly string[];
  /** Languages in general. */
  readonly languages: readonly string[];
  /** A document, so that a language is that of a version of it. */
  readonly document: readonly string[];
  /** Speaking, writing or answering in a language. */
  readonly speaking: readonly string[];
  readonly ask: readonly string[];
  readonly withdraw: readonly string[];
  /** A need that has ended. */
  readonly noLonger: readonly string[];
  readonly negation: readonly string[];
  /** What makes a wish less than one: possibility or condition. */
  readonly doubt: readonly string[];
  /** That it was made already. */
  readonly past: readonly string[];
  /** One thing instead of another. */
  readonly contrast: readonly string[];
  /** What only a question has, without its mark. */
  readonly question: readonly string[];
  /** What makes a question only where it stands first. */
  readonly opening: readonly string[];
  /** What a question about the requests and the decision asks for. */
  readonly state: readonly string[];
  readonly deadline: readonly string[];
  readonly next: readonly string[];
  /** First to fifth. */
  readonly ordinals: readonly (readonly string[])[];
  /** Months by names that `Intl` does not give, January first; absent where it gives all. */
  readonly monthStems?: readonly string[];
  /** Other names of the months, January first, where the language has two sets. */
  readonly otherMonths?: readonly string[];
  /** Frequent words that tell the language. */
  readonly common: readonly string[];
}
