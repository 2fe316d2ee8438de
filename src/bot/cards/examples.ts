import type { ISubmitAction } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { IntentKind } from '../intents/intent';
import { commandButton } from './cardCommand';
import type { CardCommand } from './cardCommand';

/** A question as somebody may put it, and what its button asks for. */
interface Example {
  readonly question: MessageKey;
  readonly command: CardCommand;
}

/** An example of each kind of question; of some there is none that stands for itself. */
const EXAMPLES: Readonly<Partial<Record<IntentKind, Example>>> = {
  deadline: { question: 'bot.ask.deadline', command: { command: 'deadline', topic: 'any' } },
  nextMeeting: { question: 'bot.answer.ask.nextMeeting', command: { command: 'nextMeeting' } },
  standing: { question: 'bot.answer.ask.standing', command: { command: 'standing' } },
  contributionStatus: { question: 'bot.answer.ask.contributionStatus', command: { command: 'ownContributions' } },
  news: { question: 'bot.answer.ask.news', command: { command: 'news' } },
  languageState: { question: 'bot.ask.interpretation', command: { command: 'languages' } },
  languageRequest: { question: 'bot.answer.ask.languageRequest', command: { command: 'languages' } },
  howToSubmit: { question: 'bot.answer.ask.howToSubmit', command: { command: 'howToSubmit' } },
  programme: { question: 'bot.answer.ask.programme', command: { command: 'programme' } },
  references: { question: 'bot.answer.ask.references', command: { command: 'references' } },
  coordinator: { question: 'bot.answer.ask.coordinator', command: { command: 'coordinator' } },
  ownLanguage: { question: 'bot.answer.ask.ownLanguage', command: { command: 'ownLanguage' } },
  help: { question: 'bot.answer.ask.help', command: { command: 'help' } }
};

/** A button for each of some kinds of question, which asks it. */
export function exampleButtons(kinds: readonly IntentKind[], translator: Translator<MessageKey>): ISubmitAction[] {
  return kinds.flatMap((kind) => {
    const example = EXAMPLES[kind];
    return example === undefined ? [] : [commandButton(translator.t(example.question), example.command, translator.language)];
  });
}
