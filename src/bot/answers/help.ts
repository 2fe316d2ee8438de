import type { DeskCard } from '../cards/deskCard';
import { helpCard } from '../cards/helpCard';
import type { HelpOccasion } from '../cards/helpCard';
import { suggestionCard } from '../cards/suggestionCard';
import type { IntentKind } from '../intents/intent';
import type { AnswerContext } from './answerContext';

/** What the bot can do, in the group's own name. */
export function helpFor(occasion: HelpOccasion, { group, deskUrl, translator }: AnswerContext): DeskCard {
  return helpCard(occasion, group.name[translator.language], deskUrl, translator);
}

/** The answer to what was not understood: what it may have meant, or else what the bot can do. */
export function helpForUnknown(closest: readonly IntentKind[], context: AnswerContext): DeskCard {
  return suggestionCard(closest, context.deskUrl, context.translator) ?? helpFor('notUnderstood', context);
}
