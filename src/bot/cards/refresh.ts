import * as v from 'valibot';
import type { Language } from '../../rules/language';
import { parseCommand } from './cardCommand';
import type { CardCommand } from './cardCommand';
import type { DeskCard } from './deskCard';

/** The verb by which a card asks to be made again. */
export const REFRESH_VERB = 'refresh';

/** The ids that Teams takes in `userIds`: those of its own people. Another client, such as the Agents Playground, has others and shows no such cards. */
const TEAMS_ID = /^(29|8):./;

/** What is only said or done when a person asks for it, never because a card came into view. */
const NEVER_REFRESHED: readonly CardCommand['command'][] = ['wish', 'ownLanguage', 'reminders', 'remindMe'];

/** How a card is made again. */
export interface Refresh {
  readonly command: CardCommand;
  /** The language of the card. */
  readonly language: Language;
  /** The id in Teams of the person whom the card answered. */
  readonly askedBy: string;
}

const askedBySchema = v.object({ askedBy: v.pipe(v.string(), v.minLength(1)) });

/**
 * A card that is made anew, and for the person who looks at it, whenever it comes into view. Teams does so by itself for
 * the people in `userIds`, at most 60, and where no more than 60 are in the conversation for everybody; others find it in
 * the card's menu. Named is the one who asked, so that a channel of hundreds does not become hundreds of requests.
 * Source: Microsoft Teams documentation, "Work with Universal Actions for Adaptive Cards".
 * @param command what the card answers
 * @param askedBy undefined for a card that nobody asked for, which stays as it is
 */
export function selfRefreshing({ card, summary }: DeskCard, command: CardCommand, language: Language, askedBy: string | undefined): DeskCard {
  return askedBy === undefined || !TEAMS_ID.test(askedBy)
    ? { card, summary }
    : { summary, card: { ...card, refresh: { action: { type: 'Action.Execute', verb: REFRESH_VERB, data: { language, desk: command, askedBy } }, userIds: [askedBy] } } };
}

/**
 * The request to make a card again, in the value that came back from it.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function parseRefresh(value: unknown): Refresh | undefined {
  const asked = parseCommand(value);
  const by = v.safeParse(askedBySchema, value);
  return asked === undefined || !by.success || NEVER_REFRESHED.includes(asked.command.command) ? undefined : { ...asked, askedBy: by.output.askedBy };
}
