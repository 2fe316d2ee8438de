import type { IChoiceSetInput, ITextInput } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import { wordShortDate } from '../../messages/dates';
import { languageName } from '../../messages/locale';
import type { Translator } from '../../messages/translator';
import { PURPOSES } from '../../rules/contribution';
import { LANGUAGES } from '../../rules/language';
import type { Meeting } from '../../rules/meeting';
import { LONGEST_LINE } from '../completion';
import type { FieldProblems, TypedForm } from '../completion';
import { FORM_FIELDS } from './contributionFacts';
import type { FormField } from './contributionFacts';
import { paragraph } from './deskCard';
import type { CardElement } from './deskCard';
import { plainText } from './plainText';

/**
 * The form that makes a contribution complete.
 * @param known what stands in the fields
 * @param problems what could not be taken is said beside its field
 * @param meetings those to choose from
 */
export function formFields(known: TypedForm, problems: FieldProblems, meetings: readonly Meeting[], translator: Translator<MessageKey>): CardElement[] {
  const choices: Readonly<Record<Exclude<FormField, 'title' | 'source'>, readonly (readonly [value: string, label: string])[]>> = {
    originalLanguage: LANGUAGES.map((each) => [each, languageName(each, translator.language)]),
    purpose: PURPOSES.map((each) => [each, translator.t(`purpose.${each}`)]),
    meeting: meetings.map(({ id, title, start }) => [String(id), `${title} · ${wordShortDate(start, translator.language)}`])
  };
  return FORM_FIELDS.flatMap((field): CardElement[] => {
    const problem = problems[field];
    const input = field === 'title' || field === 'source' ? textInput(field, known[field], translator) : choiceInput(field, known[field], choices[field], translator);
    const words = problem === 'tooLong' ? translator.t('bot.complete.tooLong', { limit: LONGEST_LINE }) : translator.t(`bot.complete.missing.${field}`);
    return problem === undefined ? [input] : [input, { ...paragraph(words, { color: 'Attention' }), spacing: 'Small' }];
  });
}

/** A field's name, label and the client's own check of it. */
function inputBase(field: FormField, value: string, translator: Translator<MessageKey>) {
  return {
    id: field,
    label: translator.t(`field.${field}`),
    isRequired: true,
    errorMessage: translator.t(`bot.complete.missing.${field}`),
    ...(value === '' ? {} : { value })
  };
}

/** What was typed goes back as it was: an input's value is shown as it is, and a text that was too long must not be cut. */
function textInput(field: FormField, value: string, translator: Translator<MessageKey>): ITextInput {
  return { type: 'Input.Text', ...inputBase(field, value, translator) };
}

function choiceInput(field: FormField, value: string, choices: readonly (readonly [value: string, label: string])[], translator: Translator<MessageKey>): IChoiceSetInput {
  const offered = choices.some(([each]) => each === value) ? value : '';
  return {
    type: 'Input.ChoiceSet',
    ...inputBase(field, offered, translator),
    style: 'compact',
    placeholder: translator.t('bot.complete.choose'),
    choices: choices.map(([each, label]) => ({ value: each, title: plainText(label) }))
  };
}
