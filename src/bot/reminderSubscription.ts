import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { quietHoursOf } from '../rules/quietHours';
import type { QuietHours } from '../rules/quietHours';
import { ALL_KINDS, ATTENTION_KIND, DEADLINE_MOVED_KIND, INTERPRETATION_KIND, POSTING_MODES, PUBLISHED_KIND, VERSIONS_KIND, wantsReminder } from '../rules/reminderSettings';
import type { ReminderSettings } from '../rules/reminderSettings';

/** What reminders can be about, as it is offered to everybody. */
export const REMINDER_TOPICS = ['translation', 'contributions', 'languageRequest', 'interpretation', 'published', 'languageVersions', 'deadlineMoved'] as const;
/** What is offered to the secretariat besides. */
export const ATTENTION_TOPIC = 'attention' as const;
/** One of {@link REMINDER_TOPICS}, or {@link ATTENTION_TOPIC}. */
export type ReminderTopic = (typeof REMINDER_TOPICS)[number] | typeof ATTENTION_TOPIC;

/** The kinds of reminders of each topic: which of two deadlines for contributions binds differs from meeting to meeting. */
const KINDS: Readonly<Record<ReminderTopic, readonly string[]>> = {
  translation: ['translation'],
  contributions: ['publication', 'agreed'],
  languageRequest: ['languageRequest'],
  interpretation: [INTERPRETATION_KIND],
  published: [PUBLISHED_KIND],
  languageVersions: [VERSIONS_KIND],
  deadlineMoved: [DEADLINE_MOVED_KIND],
  attention: [ATTENTION_KIND]
};

/** A form about reminders that was sent from a card. */
export interface SubscriptionAnswer {
  /** The language of the card. */
  readonly language: Language;
  /** Whether reminders are wanted at all. */
  readonly isOn: boolean;
  readonly typed: TypedSubscription;
}

/** What was chosen, as it came. */
export interface TypedSubscription {
  /** Topics, separated by commas. */
  readonly topics: string;
  readonly reminderLanguage: string;
  /** Empty from a card that does not ask. */
  readonly mode: string;
  readonly quietFrom: string;
  readonly quietTo: string;
}

/** What of a form about reminders cannot be taken. */
export type SubscriptionProblem = 'topics' | 'attention' | 'language' | 'quietHours';

const typed = v.optional(v.fallback(v.string(), ''), '');

const answerSchema = v.object({
  language: v.picklist(LANGUAGES),
  desk: v.object({ command: v.literal('subscribe'), isOn: v.boolean() }),
  topics: typed,
  reminderLanguage: typed,
  mode: typed,
  quietFrom: typed,
  quietTo: typed
});

/**
 * The form in the value that came back from a card.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function parseSubscription(value: unknown): SubscriptionAnswer | undefined {
  const result = v.safeParse(answerSchema, value);
  if (!result.success) {
    return undefined;
  }
  const { language, desk, topics, reminderLanguage, mode, quietFrom, quietTo } = result.output;
  return { language, isOn: desk.isOn, typed: { topics, reminderLanguage, mode, quietFrom, quietTo } };
}

/**
 * Checks a form about reminders; the card's own checks are the client's and prove nothing.
 * @param known what was wanted before
 * @param isSecretariat whether the sender belongs to the secretariat, which alone chooses to be told what needs its attention;
 * for others that stays as it was
 */
export function checkSubscription(
  { topics, reminderLanguage, mode, quietFrom, quietTo }: TypedSubscription,
  known: ReminderSettings,
  isSecretariat: boolean
): { readonly settings: ReminderSettings } | { readonly problem: SubscriptionProblem } {
  const chosen = topics.split(',').map((topic) => topic.trim());
  const wanted = REMINDER_TOPICS.filter((topic) => chosen.includes(topic));
  const language = LANGUAGES.find((each) => each === reminderLanguage);
  const quiet = quietHoursTyped(quietFrom.trim(), quietTo.trim());
  const knewAttention = wantsReminder(known, [ATTENTION_KIND]);
  const asksAttention = chosen.includes(ATTENTION_TOPIC);
  if (asksAttention && !knewAttention && !isSecretariat) {
    return { problem: 'attention' };
  }
  const attention = (isSecretariat ? asksAttention : knewAttention) ? KINDS.attention : [];
  if (wanted.length === 0 && attention.length === 0) {
    return { problem: 'topics' };
  }
  if (language === undefined) {
    return { problem: 'language' };
  }
  if (quiet === 'invalid') {
    return { problem: 'quietHours' };
  }
  const isAll = wanted.length === REMINDER_TOPICS.length;
  // All of them is stored as none, so that a kind that is added one day comes as well.
  const kinds = isAll ? (attention.length === 0 ? [] : [ALL_KINDS, ...attention]) : [...wanted.flatMap((topic) => KINDS[topic]), ...attention];
  return { settings: { language, kinds, mode: POSTING_MODES.find((each) => each === mode) ?? known.mode ?? 'single', ...(quiet === 'none' ? {} : { quietHours: quiet }) } };
}

/** The topics of which reminders are wanted; a topic with one of its kinds counts. */
export function topicsOf(settings: Pick<ReminderSettings, 'kinds'>): ReminderTopic[] {
  return [...REMINDER_TOPICS, ATTENTION_TOPIC].filter((topic) => wantsReminder(settings, KINDS[topic]));
}

function quietHoursTyped(from: string, to: string): QuietHours | 'none' | 'invalid' {
  if (from === '' && to === '') {
    return 'none';
  }
  const [start, end] = [from, to].map((text) => (/^([01]?\d|2[0-3]):[0-5]\d$/.test(text) ? Temporal.PlainTime.from(text.padStart(5, '0')) : undefined));
  return start === undefined || end === undefined ? 'invalid' : quietHoursOf(start, end) ?? 'invalid';
}
