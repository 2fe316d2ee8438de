import * as v from 'valibot';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';

/** To ask for interpretation, or to withdraw a request for it. */
export const WISHES = ['ask', 'withdraw'] as const;
/** One of {@link WISHES}. */
export type Wish = (typeof WISHES)[number];

/** What a delegation wants of the interpretation at a meeting. */
export interface LanguageWish {
  readonly wish: Wish;
  readonly languages: readonly Language[];
  readonly meetingId: number;
  /** The delegation's id on the site; whoever sends it must be verified to speak for it. */
  readonly delegationId: number;
}

/** The answer to "shall I?" on a card. */
export interface WishConfirmation {
  readonly wish: LanguageWish;
  /** The language of the card. */
  readonly language: Language;
  readonly isConfirmed: boolean;
}

const id = v.pipe(v.number(), v.integer(), v.minValue(1));
/** The languages of a wish, as they come back from a card. */
export const wishedLanguages = v.pipe(v.array(v.picklist(LANGUAGES)), v.maxLength(LANGUAGES.length));

const confirmationSchema = v.object({
  language: v.picklist(LANGUAGES),
  desk: v.object({
    command: v.literal('confirmWish'),
    wish: v.picklist(WISHES),
    languages: v.pipe(wishedLanguages, v.minLength(1)),
    meetingId: id,
    delegationId: id,
    isConfirmed: v.boolean()
  })
});

/**
 * The confirmation in the value that came back from a card.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function parseConfirmation(value: unknown): WishConfirmation | undefined {
  const result = v.safeParse(confirmationSchema, value);
  if (!result.success) {
    return undefined;
  }
  const { language, desk } = result.output;
  const { wish, languages, meetingId, delegationId, isConfirmed } = desk;
  return { wish: { wish, languages: [...new Set(languages)], meetingId, delegationId }, language, isConfirmed };
}
