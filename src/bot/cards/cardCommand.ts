import type { ISubmitAction } from '@microsoft/teams.cards';
import * as v from 'valibot';
import { LANGUAGES } from '../../rules/language';
import type { Language } from '../../rules/language';
import { DEADLINE_TOPICS } from '../intents/intent';
import { plainText } from './plainText';

/** The longest label of a button that clients show in full. */
const LONGEST_LABEL = 45;

const commandSchema = v.object({
  language: v.picklist(LANGUAGES),
  desk: v.variant('command', [
    v.object({ command: v.literal('deadline'), topic: v.picklist(DEADLINE_TOPICS) }),
    v.object({ command: v.literal('contribution'), id: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    v.object({ command: v.literal('latestContributions') })
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
