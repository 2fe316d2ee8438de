import type { Language } from './language';
import type { QuietHours } from './quietHours';

/** The kind of reminder that tells what was decided on interpretation. */
export const INTERPRETATION_KIND = 'interpretation';
/** The kind that tells of documents that were published. */
export const PUBLISHED_KIND = 'published';
/** The kind that tells of language versions that are there. */
export const VERSIONS_KIND = 'languageVersions';
/** The kind that tells of deadlines for contributions that the group moved. */
export const DEADLINE_MOVED_KIND = 'deadlineMoved';
/**
 * The kind that tells what needs the secretariat's attention. It names documents that nobody else is told of, such as held
 * ones, so it is never among "all" and is chosen by the secretariat only.
 */
export const ATTENTION_KIND = 'attention';
/** The kinds that tell what happened, from when they were chosen on. */
export const NEWS_KINDS = [INTERPRETATION_KIND, PUBLISHED_KIND, VERSIONS_KIND, DEADLINE_MOVED_KIND, ATTENTION_KIND] as const;
/** One of {@link NEWS_KINDS}. */
export type NewsKind = (typeof NEWS_KINDS)[number];
/** Stands for all kinds but {@link ATTENTION_KIND} where that one is chosen as well; also those that are added one day. */
export const ALL_KINDS = 'all';

/** How what is to be told comes: each thing by itself when it happens, or everything of a day in one message in the morning. */
export const POSTING_MODES = ['single', 'daily'] as const;
/** One of {@link POSTING_MODES}. */
export type PostingMode = (typeof POSTING_MODES)[number];

/** What a channel or a person wants of the reminders. */
export interface ReminderSettings {
  readonly language: Language;
  /**
   * Kinds of reminders: kinds of deadlines, and those above; none means all, and so does {@link ALL_KINDS} beside
   * {@link ATTENTION_KIND}.
   */
  readonly kinds: readonly string[];
  /** Hours in which nothing is posted; undefined for none. */
  readonly quietHours?: QuietHours;
  /** `single` unless chosen otherwise. */
  readonly mode?: PostingMode;
}

/** Whether all kinds are wanted that need not be chosen one by one. */
export function wantsAll(kinds: readonly string[]): boolean {
  return kinds.length === 0 || kinds.includes(ALL_KINDS);
}

/** Whether a reminder about some kinds is wanted. */
export function wantsReminder({ kinds }: Pick<ReminderSettings, 'kinds'>, about: readonly string[]): boolean {
  return about.some((kind) => kinds.includes(kind) || (kind !== ATTENTION_KIND && wantsAll(kinds)));
}

/** Of the kinds of news, those that are wanted after a choice and were not before it. */
export function addedNews(before: readonly string[], after: readonly string[]): NewsKind[] {
  return NEWS_KINDS.filter((kind) => wantsReminder({ kinds: after }, [kind]) && !wantsReminder({ kinds: before }, [kind]));
}
