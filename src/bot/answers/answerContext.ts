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
  /** Where the service gives out its calendars; absent when it gives out none. */
  readonly calendarUrl?: string;
  /** Nobody but the person who asks reads the answer. Without it the answer holds nothing that is one person's. */
  readonly isPrivate?: true;
  /** The person's own time zone (IANA), when only they read the answer and Teams told it. */
  readonly ownZone?: string;
  /** The person's id in Teams: whose card refreshes itself. */
  readonly readerId?: string;
}
