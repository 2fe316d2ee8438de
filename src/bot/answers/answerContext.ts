import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { GroupFacts } from '../groupFacts';

/** What an answer is given from, read once for each question. */
export interface AnswerContext extends GroupFacts {
  /** The moment of the question by the site's clock. */
  readonly now: Temporal.Instant;
  /** In the language of the answer. */
  readonly translator: Translator<MessageKey>;
  /** The page with the web part. */
  readonly deskUrl: string;
}
