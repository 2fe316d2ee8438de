import type { ISubmitAction } from '@microsoft/teams.cards';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { PURPOSES } from '../../rules/contribution';
import { LANGUAGES } from '../../rules/language';
import type { Language } from '../../rules/language';
import { REGIONS } from '../../rules/participation';
import { DEADLINE_TOPICS, REMINDER_WISHES } from '../intents/intent';
import { WISHES, wishedLanguages } from '../languageWish';
import { plainText } from './plainText';

/** The longest label of a button that clients show in full. */
const LONGEST_LABEL = 45;

const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const date = v.pipe(v.string(), v.isoDate(), v.check(isInCalendar));

const commandSchema = v.object({
  language: v.picklist(LANGUAGES),
  desk: v.variant('command', [
    v.object({ command: v.literal('nextMeeting'), meetingId: v.optional(id) }),
    v.object({ command: v.literal('deadline'), topic: v.picklist(DEADLINE_TOPICS), meetingId: v.optional(id) }),
    v.object({ command: v.literal('standing'), arrivesOn: v.optional(date), purpose: v.optional(v.picklist(PURPOSES)), meetingId: v.optional(id) }),
    v.object({ command: v.literal('contribution'), id }),
    v.object({ command: v.literal('latestContributions') }),
    v.object({ command: v.literal('ownContributions') }),
    v.object({ command: v.literal('news'), since: v.optional(date) }),
    v.object({ command: v.literal('coordinator'), region: v.optional(v.picklist(REGIONS)) }),
    v.object({ command: v.literal('programme') }),
    v.object({ command: v.literal('references') }),
    v.object({ command: v.literal('howToSubmit') }),
    v.object({ command: v.literal('ownLanguage'), choice: v.optional(v.picklist(LANGUAGES)) }),
    v.object({ command: v.literal('help') }),
    v.object({ command: v.literal('languages'), meetingId: v.optional(id), languages: v.optional(wishedLanguages) }),
    v.object({ command: v.literal('wish'), wish: v.picklist(WISHES), languages: wishedLanguages, meetingId: id, delegationId: v.optional(id) }),
    v.object({ command: v.literal('reminders'), wish: v.picklist(REMINDER_WISHES) }),
    v.object({ command: v.literal('remindMe'), meetingId: v.optional(id) })
  ])
});

/** What a button of a card asks the bot for. */
export type CardCommand = v.InferOutput<typeof commandSchema>['desk'];

/**
 * A button that asks the bot for something, in every language, whether or not questions in it are understood.
 *
 * `Action.Submit` and not `Action.Execute`: the answer is a new message and the card that was asked from stays. Without
 * `messageBack`, which the Agents Playground drops without a word.
 */
export function commandButton(label: string, command: CardCommand, language: Language): ISubmitAction {
  const title = plainText(label, LONGEST_LABEL);
  return {
    type: 'Action.Submit',
    title,
    data: { language, desk: command }
  };
}

/**
 * The command in the value that came back with a message.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function parseCommand(value: unknown): { readonly command: CardCommand; readonly language: Language } | undefined {
  const result = v.safeParse(commandSchema, value);
  return result.success ? { command: result.output.desk, language: result.output.language } : undefined;
}

/** The form alone lets 31 February through. */
function isInCalendar(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
