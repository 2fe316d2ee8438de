import type { IExecuteAction } from '@microsoft/teams.cards';
import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDeadline } from '../../messages/dates';
import { wordDaysLeft } from '../../messages/deadline';
import type { Translator } from '../../messages/translator';
import { daysLeft } from '../../rules/deadlines';
import type { Deadline } from '../../rules/deadlines';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import type { FieldProblems, TypedForm } from '../completion';
import { problemFacts, problemsOf, standingFacts } from './contributionFacts';
import { deskCard, factRows, openDeskButton, openDocumentButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { documentName } from './documentName';
import { formFields } from './formFields';

/** What the card is made from. */
export interface CompletionCardParts {
  readonly contribution: Contribution;
  /** The meetings to choose from. */
  readonly meetings: readonly Meeting[];
  readonly group: WorkingGroup;
  readonly deskUrl: string;
  readonly translator: Translator<MessageKey>;
  /** The deadline before which its author is reminded of it, and the moment of that. */
  readonly before?: { readonly deadline: Deadline; readonly at: Temporal.Instant };
  /** Whether the secretariat asks for it by hand. */
  readonly isAskedFor?: boolean;
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
  const sentence = rejected === undefined ? noticeSentence(parts, document, asks) : translator.t('bot.complete.check');
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  return deskCard(
    sentence,
    [
      ...(rejected === undefined ? [] : [paragraph(document, { isSubtle: true })]),
      ...factRows([...problemFacts(problems, translator), ...standingFacts(contribution, meeting, group, translator)]),
      ...(asks ? formFields(rejected?.typed ?? knownForm(contribution, meetings), rejected?.problems ?? {}, meetings, translator) : []),
      paragraph(translator.t('bot.notice.why'), { isSubtle: true, size: 'Small' })
    ],
    [...(asks ? [sendButton(contribution.id, translator)] : []), openDocumentButton(contribution.url, translator), openDeskButton(deskUrl, translator)],
    translator
  );
}

function noticeSentence({ before, isAskedFor = false, group, translator }: CompletionCardParts, document: string, asks: boolean): string {
  if (isAskedFor) {
    return translator.t('bot.notice.asked', { document });
  }
  if (before === undefined) {
    return translator.t(asks ? 'bot.notice.incomplete' : 'bot.notice.problem', { document });
  }
  const { deadline, at } = before;
  return translator.t('bot.notice.deadline', { document, when: wordDeadline(deadline, group, translator), left: wordDaysLeft(daysLeft(deadline, at), translator) });
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

/**
 * `Action.Execute`, so that the card becomes the receipt, with `Action.Submit` for clients that do not know it; both
 * send the same. Source: Microsoft Teams documentation, "Universal Actions for Adaptive Cards", backward compatibility.
 */
function sendButton(id: number, translator: Translator<MessageKey>): IExecuteAction {
  const title = translator.t('bot.complete.send');
  const data = { language: translator.language, desk: { command: 'complete', id } };
  return { type: 'Action.Execute', verb: COMPLETE_VERB, title, data, style: 'positive', fallback: { type: 'Action.Submit', title, data } };
}
