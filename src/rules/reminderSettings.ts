import type { Language } from './language';
import type { QuietHours } from './quietHours';

/** The kind of reminder that tells what was decided on interpretation; all others are kinds of deadlines. */
export const INTERPRETATION_KIND = 'interpretation';

/** What a channel or a person wants of the reminders. */
export interface ReminderSettings {
  readonly language: Language;
  /** Kinds of reminders: kinds of deadlines, and {@link INTERPRETATION_KIND}; none means all. */
  readonly kinds: readonly string[];
  /** Hours in which nothing is posted; undefined for none. */
  readonly quietHours?: QuietHours;
}

/** Whether a reminder about some kinds is wanted. */
export function wantsReminder({ kinds }: Pick<ReminderSettings, 'kinds'>, about: readonly string[]): boolean {
  return kinds.length === 0 || about.some((kind) => kinds.includes(kind));
}
