import type { IExecuteAction } from '@microsoft/teams.cards';
import type { Temporal } from 'temporal-polyfill';
import type { MessageKey } from '../../messages/allMessages';
import { wordDate, wordInstant } from '../../messages/dates';
import { wordSize } from '../../messages/size';
import { wordStandingReason } from '../../messages/standing';
import type { Translator } from '../../messages/translator';
import type { Purpose } from '../../rules/contribution';
import type { Meeting } from '../../rules/meeting';
import { standingOf } from '../../rules/standing';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { FieldProblems, TypedForm } from '../completion';
import type { FileFinding, PendingSubmission } from '../submissionDesk';
import { wordFinding } from './contributionFacts';
import { meetingLine } from './deadlineCard';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { CardElement, DeskCard, Fact } from './deskCard';
import { formFields } from './formFields';

/** The verb of the buttons that answer whether a file is to be submitted. */
export const SUBMIT_VERB = 'submitFile';

/** The purposes of which the card says what the deadlines make of them; a liaison statement is as one for action. */
const SHOWN_PURPOSES = ['action', 'information'] as const satisfies readonly Purpose[];

/** What the card is made from. */
export interface SubmissionCardParts {
  readonly submission: PendingSubmission;
  /** The meetings to choose from, in order of their dates; at least one. */
  readonly meetings: readonly [Meeting, ...Meeting[]];
  readonly group: WorkingGroup;
  readonly now: Temporal.Instant;
  readonly deskUrl: string;
  readonly translator: Translator<MessageKey>;
  /** Until when the file is kept, where its sender is reminded of it. */
  readonly keptUntil?: Temporal.Instant;
  /** What was sent already and could not be taken: it stays in its fields, with what is wrong beside them. */
  readonly rejected?: { readonly typed: TypedForm; readonly problems: FieldProblems };
}

/**
 * Asks whether a file is to be submitted: what the checks found, what the deadlines would make of it now, and the form.
 * Nothing has been taken yet.
 */
export function submissionCard({ submission, meetings, group, now, deskUrl, translator, keptUntil, rejected }: SubmissionCardParts): DeskCard {
  const { fileName, size, findings, suggested } = submission;
  const document = translator.t('bot.contribution.quoted', { title: fileName });
  const meeting = meetings.find(({ id }) => String(id) === rejected?.typed.meeting) ?? meetings.find(({ status }) => status === 'planned') ?? meetings[0];
  const known: TypedForm = rejected?.typed ?? { title: '', source: '', originalLanguage: '', purpose: '', ...suggested, meeting: String(meeting.id) };
  return deskCard(
    translator.t(rejected !== undefined ? 'bot.complete.check' : keptUntil !== undefined ? 'bot.submit.left' : 'bot.submit.offer', { document }),
    [
      ...(keptUntil === undefined ? [] : [paragraph(translator.t('bot.submit.left.until', { time: wordInstant(keptUntil, group, translator) }))]),
      ...factRows([{ label: translator.t('bot.submit.file'), value: fileName, note: wordSize(size, translator.language) }]),
      ...foundIn(findings, translator),
      { ...paragraph(translator.t('bot.submit.ifNow'), { weight: 'Bolder' }), spacing: 'Large' },
      meetingLine(meeting, translator),
      ...factRows(SHOWN_PURPOSES.flatMap((purpose) => standingFacts(purpose, meeting, group, now, translator))),
      ...formFields(known, rejected?.problems ?? {}, meetings, translator),
      paragraph(translator.t('bot.submit.counts'), { isSubtle: true, size: 'Small' })
    ],
    [answerButton(submission, true, translator), answerButton(submission, false, translator), openDeskButton(deskUrl, translator)],
    translator
  );
}

/** What the checks found, the most severe first, and what it means for submitting. */
function foundIn(findings: readonly FileFinding[], translator: Translator<MessageKey>): CardElement[] {
  const sentences = findings.flatMap((each) => wordFinding(each, translator) ?? []);
  if (sentences.length === 0) {
    return [];
  }
  const isBlocked = findings.some(({ severity }) => severity === 'blocks');
  const onlyTells = findings.every(({ severity }) => severity === 'informs');
  return [
    paragraph(translator.t(isBlocked ? 'bot.submit.found.blocks' : onlyTells ? 'bot.submit.found.informs' : 'bot.submit.found.asks'), {
      weight: 'Bolder',
      color: isBlocked ? 'Attention' : onlyTells ? 'Default' : 'Warning'
    }),
    ...sentences.map((sentence) => ({ ...paragraph(sentence), spacing: 'Small' as const })),
    ...(isBlocked ? [{ ...paragraph(translator.t('bot.submit.sendAnyway'), { isSubtle: true }), spacing: 'Small' as const }] : [])
  ];
}

function standingFacts(purpose: Purpose, meeting: Meeting, group: WorkingGroup, now: Temporal.Instant, translator: Translator<MessageKey>): Fact[] {
  const decision = standingOf(purpose, now, meeting, group);
  const { standing, publicationDue } = decision;
  return [
    { label: translator.t(`purpose.${purpose}`), value: translator.t(`standing.${standing}`), note: wordStandingReason(decision, group, translator) },
    ...(publicationDue === undefined ? [] : [{ label: translator.t('field.publicationDue'), value: wordDate(publicationDue, translator.language) }])
  ];
}

/** `Action.Execute` with the same as `Action.Submit` for clients that do not know it; see the completion card. */
function answerButton({ id }: PendingSubmission, isConfirmed: boolean, translator: Translator<MessageKey>): IExecuteAction {
  const title = translator.t(isConfirmed ? 'bot.submit.yes' : 'bot.submit.no');
  const data = { language: translator.language, desk: { command: 'submitFile', file: id, isConfirmed } };
  // Who does not want to submit need not fill in the form first.
  const inputs = isConfirmed ? {} : ({ associatedInputs: 'none' } as const);
  return {
    type: 'Action.Execute',
    verb: SUBMIT_VERB,
    title,
    data,
    ...inputs,
    ...(isConfirmed ? { style: 'positive' as const } : {}),
    fallback: { type: 'Action.Submit', title, data, ...inputs }
  };
}
