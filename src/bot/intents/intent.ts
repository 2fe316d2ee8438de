import type { Temporal } from 'temporal-polyfill';
import type { Purpose } from '../../rules/contribution';
import type { Language } from '../../rules/language';
import type { DocumentSymbol } from '../../rules/numbering';
import type { Region } from '../../rules/participation';
import type { MeetingReference } from './wishes/meetingReference';

/** Which deadlines a question is about; `any` when it does not say, `contributions` when it does not say for what. */
export const DEADLINE_TOPICS = ['any', 'contributions', 'translation', 'publication', 'information', 'interpretation'] as const;
/** One of {@link DEADLINE_TOPICS}. */
export type DeadlineTopic = (typeof DEADLINE_TOPICS)[number];

/** What a person wants to do about reminders; `show` asks how they stand. */
export const REMINDER_WISHES = ['on', 'off', 'show'] as const;
/** One of {@link REMINDER_WISHES}. */
export type ReminderWish = (typeof REMINDER_WISHES)[number];

/** What a person wants to know, with what the question says about it. */
export type Intent =
  /** When, and whether, the group meets. */
  | { readonly kind: 'nextMeeting'; readonly meeting: MeetingReference }
  | { readonly kind: 'deadline'; readonly topic: DeadlineTopic; readonly meeting: MeetingReference }
  /** What the deadlines make of a contribution that arrives on a day, in the group's zone: "if I send it tomorrow?" */
  | { readonly kind: 'standing'; readonly arrivesOn: Temporal.PlainDate; readonly purpose?: Purpose; readonly meeting: MeetingReference }
  /** By the document's symbol, or by words of its title; with neither the question does not say which one. */
  | { readonly kind: 'contributionStatus'; readonly symbol?: DocumentSymbol; readonly titleWords: readonly string[] }
  /** What has come or changed; since the day before when the question does not say. */
  | { readonly kind: 'news'; readonly since?: Temporal.PlainDate }
  /** Who coordinates a region; all regions when it names none. */
  | { readonly kind: 'coordinator'; readonly region?: Region }
  /** The programme of work: the meetings and what is due between them. */
  | { readonly kind: 'programme' }
  /** The documents that the group works from. */
  | { readonly kind: 'references' }
  /** Where and how to send a contribution. */
  | { readonly kind: 'howToSubmit' }
  /** Reminders of deadlines in this conversation, and their language when the message names one. */
  | { readonly kind: 'reminders'; readonly wish: ReminderWish; readonly language?: Language }
  /** In which language the bot is to answer; undefined when the message does not say which. */
  | { readonly kind: 'ownLanguage'; readonly language?: Language }
  /** To ask for interpretation into languages, for the sender's delegation. */
  | ({ readonly kind: 'languageRequest' } & LanguagesOfMeeting)
  /** To withdraw such requests. */
  | ({ readonly kind: 'languageWithdrawal' } & LanguagesOfMeeting)
  /** What is asked for and decided; about all languages when it names none. */
  | ({ readonly kind: 'languageState' } & LanguagesOfMeeting)
  /** About interpretation, and not clear what of it. */
  | ({ readonly kind: 'languageUnsure' } & LanguagesOfMeeting)
  | { readonly kind: 'help' }
  /** Not understood. @property closest what it may have meant, the likeliest first */
  | { readonly kind: 'unknown'; readonly closest: readonly IntentKind[] };

/** The name of a kind of {@link Intent}. */
export type IntentKind = Intent['kind'];

/** Languages of a meeting, as far as a message names them. */
export interface LanguagesOfMeeting {
  readonly languages: readonly Language[];
  readonly meeting: MeetingReference;
}

/** A question as it was understood. */
export interface Recognition {
  readonly intent: Intent;
  /** The language in which the question was recognised; undefined when its words do not tell. */
  readonly language?: Language;
}
