import type { IChoiceSetInput, IExecuteAction, ITextInput } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import { wordShortDate } from '../../messages/dates';
import { languageName } from '../../messages/locale';
import type { Translator } from '../../messages/translator';
import { PURPOSES } from '../../rules/contribution';
import { LANGUAGES } from '../../rules/language';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { LONGEST_LINE } from '../completion';
import type { FieldProblems, TypedForm } from '../completion';
import { FORM_FIELDS, problemFacts, problemsOf, standingFacts } from './contributionFacts';
import type { FormField } from './contributionFacts';
import { deskCard, factRows, openDeskButton, openDocumentButton, paragraph } from './deskCard';
import type { CardElement, DeskCard } from './deskCard';
import { documentName } from './documentName';
import { plainText } from './plainText';

/** What the card is made from. */
export interface CompletionCardParts {
  readonly contribution: Contribution;
  /** The meetings to choose from. */
  readonly meetings: readonly Meeting[];
  readonly group: WorkingGroup;
  readonly deskUrl: string;
  readonly translator: Translator<MessageKey>;
  /** What was sent already and could not be taken: it stays in its fields, with what is wrong beside them. */
  readonly rejected?: { readonly typed: TypedForm; readonly problems: FieldProblems };
}

/** The verb of the button that sends the form. */
export const COMPLETE_VERB = 'completeContribution';

/**
 * Tells an author what a document of theirs lacks. When details are missing the card is also the form for them, with
 * what is known already filled in.
 */
export function completionCard(parts: CompletionCardParts): DeskCard {
  const { contribution, meetings, group, deskUrl, translator, rejected } = parts;
  const document = documentName(contribution, group, translator);
  const problems = problemsOf(contribution, translator);
  const asks = problems.missing.length > 0 || rejected !== undefined;
  const sentence =
    rejected !== undefined ? translator.t('bot.complete.check') : translator.t(asks ? 'bot.notice.incomplete' : 'bot.notice.problem', { document });
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  return deskCard(
    sentence,
    [
      ...(rejected === undefined ? [] : [paragraph(document, { isSubtle: true })]),
      ...factRows([...problemFacts(problems, translator), ...standingFacts(contribution, meeting, group, translator)]),
      ...(asks ? fields(parts) : []),
      paragraph(translator.t('bot.notice.why'), { isSubtle: true, size: 'Small' })
    ],
    [...(asks ? [sendButton(contribution.id, translator)] : []), openDocumentButton(contribution.url, translator), openDeskButton(deskUrl, translator)],
    translator
  );
}

function fields({ contribution, meetings, translator, rejected }: CompletionCardParts): CardElement[] {
  const known = rejected?.typed ?? knownForm(contribution, meetings);
  const choices: Readonly<Record<Exclude<FormField, 'title' | 'source'>, readonly (readonly [value: string, label: string])[]>> = {
    originalLanguage: LANGUAGES.map((each) => [each, languageName(each, translator.language)]),
    purpose: PURPOSES.map((each) => [each, translator.t(`purpose.${each}`)]),
    meeting: meetings.map(({ id, title, start }) => [String(id), `${title} · ${wordShortDate(start, translator.language)}`])
  };
  return FORM_FIELDS.flatMap((field): CardElement[] => {
    const problem = rejected?.problems[field];
    const input = field === 'title' || field === 'source' ? textInput(field, known[field], translator) : choiceInput(field, known[field], choices[field], translator);
    const words = problem === 'tooLong' ? translator.t('bot.complete.tooLong', { limit: LONGEST_LINE }) : translator.t(`bot.complete.missing.${field}`);
    return problem === undefined ? [input] : [input, { ...paragraph(words, { color: 'Attention' }), spacing: 'Small' }];
  });
}

/** What the library knows already; a single meeting needs no choosing. */
function knownForm({ title, source, originalLanguage, purpose, meetingId }: Contribution, meetings: readonly Meeting[]): TypedForm {
  const meeting = meetings.find(({ id }) => id === meetingId) ?? (meetings.length === 1 ? meetings[0] : undefined);
  return {
    title: title ?? '',
    source: source ?? '',
    originalLanguage: originalLanguage ?? '',
    purpose: purpose ?? '',
    meeting: meeting === undefined ? '' : String(meeting.id)
  };
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

/**
 * `Action.Execute`, so that the card becomes the receipt, with `Action.Submit` for clients that do not know it; both
 * send the same. Source: Microsoft Teams documentation, "Universal Actions for Adaptive Cards", backward compatibility.
 */
function sendButton(id: number, translator: Translator<MessageKey>): IExecuteAction {
  const title = translator.t('bot.complete.send');
  const data = { language: translator.language, desk: { command: 'complete', id } };
  return { type: 'Action.Execute', verb: COMPLETE_VERB, title, data, style: 'positive', fallback: { type: 'Action.Submit', title, data } };
}
