import type { IChoiceSetInput, ISubmitAction, ITextInput } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import { deskCard, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { plainText } from './plainText';

/** What the dialog asks. */
export interface AboutQuestion {
  /** What is typed already. */
  readonly document: string;
  /** The link to the message; empty without one. */
  readonly link: string;
  /** Why it is asked again. */
  readonly problem?: string;
  /** The documents to choose from, when what was typed fits several. */
  readonly choices?: readonly { readonly id: number; readonly name: string }[];
}

/** The dialog that asks which document a message is about. */
export function aboutCard({ document, link, problem, choices }: AboutQuestion, translator: Translator<MessageKey>): DeskCard {
  return deskCard(
    translator.t(choices === undefined ? 'bot.extension.about.ask' : 'bot.extension.about.several'),
    [
      choices === undefined ? documentInput(document, translator) : choiceInput(choices, translator),
      ...(problem === undefined ? [] : [{ ...paragraph(problem, { color: 'Attention' }), spacing: 'Small' as const }]),
      paragraph(translator.t('bot.extension.about.then'), { isSubtle: true, size: 'Small' })
    ],
    [continueButton({ link, ...(choices === undefined ? {} : { document }) }, translator)],
    translator
  );
}

function documentInput(value: string, translator: Translator<MessageKey>): ITextInput {
  return {
    type: 'Input.Text',
    id: 'document',
    label: translator.t('field.symbol'),
    placeholder: translator.t('bot.extension.about.example'),
    isRequired: true,
    errorMessage: translator.t('bot.extension.about.missing'),
    ...(value === '' ? {} : { value })
  };
}

function choiceInput(choices: NonNullable<AboutQuestion['choices']>, translator: Translator<MessageKey>): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id: 'choice',
    label: translator.t('field.symbol'),
    style: 'expanded',
    isRequired: true,
    errorMessage: translator.t('bot.extension.about.missing'),
    choices: choices.map(({ id, name }) => ({ value: String(id), title: plainText(name) }))
  };
}

/** Teams sends `data` back with what was typed. */
function continueButton(data: Record<string, string>, translator: Translator<MessageKey>): ISubmitAction {
  return { type: 'Action.Submit', title: translator.t('bot.extension.about.continue'), style: 'positive', data };
}
