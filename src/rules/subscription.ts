import { subjectOfKind } from './deadlineKind';
import type { DeadlineKind } from './deadlineKind';
import type { Language } from './language';
import { wantsAll } from './reminderSettings';

/** Whoever gets reminders: a channel, a group chat or a person. */
export interface Subscription {
  /** Names the conversation in the keys of what is posted there; without a slash. */
  readonly key: string;
  readonly language: Language;
  /** The kinds that were chosen; none for all that members act upon. */
  readonly kinds: readonly string[];
}

/**
 * Whether a subscription is about a kind of deadline. The agreed deadline and the general one are the same thing to
 * whoever waits for it; the draft report is the secretariat's and the rapporteur's, so it has to be chosen.
 */
export function isSubscribed({ kinds }: Pick<Subscription, 'kinds'>, kind: DeadlineKind): boolean {
  return (wantsAll(kinds) && kind !== 'reportDue') || kinds.some((chosen) => chosen === kind || subjectOfKind(chosen) === subjectOfKind(kind));
}
