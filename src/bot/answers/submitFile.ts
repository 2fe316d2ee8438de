import type { Meeting } from '../../rules/meeting';
import type { Contribution } from '../../site/contribution';
import { isSiteError } from '../../site/errors';
import type { CardOutcome } from '../cardOutcome';
import { messageCard } from '../cards/chooseCard';
import type { DeskCard } from '../cards/deskCard';
import { receiptCard } from '../cards/receiptCard';
import type { Sending } from '../cards/receiptCard';
import { submissionCard } from '../cards/submissionCard';
import { checkForm, choosableMeetings } from '../completion';
import type { ReceivedFile } from '../receivedFile';
import type { SubmissionAnswer } from '../submission';
import type { FileRefusal, SubmissionDesk } from '../submissionDesk';
import { PersonNotVerifiedError } from '../verifiedPerson';
import type { VerifiedPerson } from '../verifiedPerson';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/** So many files of one message are looked at; each is its own card. */
const MOST_FILES = 5;

const MEGABYTE = 1024 * 1024;

/** What submitting works with. */
export interface SubmissionSources extends AnswerSources {
  readonly submissions: SubmissionDesk;
  /** Has a document checked now instead of at its next change in the log. */
  recheck(contributionId: number): Promise<void>;
}

/**
 * Asks of each file that a person sent whether it is to be submitted. A file is fetched only for somebody who may
 * submit, and nothing of it is in the library.
 * @throws SiteError
 */
export async function* offerFiles(files: readonly ReceivedFile[], sources: SubmissionSources, context: AnswerContext): AsyncGenerator<DeskCard> {
  const { translator, deskUrl } = context;
  const say = (sentence: string): DeskCard => messageCard(sentence, deskUrl, translator);
  let person: VerifiedPerson;
  try {
    person = await sources.person();
  } catch (error) {
    if (!(error instanceof PersonNotVerifiedError)) {
      throw error;
    }
    yield say(translator.t('bot.submit.notVerified'));
    return;
  }
  if ((await sources.site.submitter(person.email)) === undefined) {
    yield say(translator.t('bot.submit.notDelegate', { address: context.group.secretariatAddress }));
    return;
  }
  if (offeredMeetings(context) === undefined) {
    yield say(translator.t('bot.submit.noMeeting', { address: context.group.secretariatAddress }));
    return;
  }
  for (const file of files.slice(0, MOST_FILES)) {
    yield await offer(file, person, sources.submissions, context);
  }
  const left = files.slice(MOST_FILES).map(({ name }) => name);
  if (left.length > 0) {
    yield say(translator.t('bot.submit.tooMany', { limit: MOST_FILES, names: left.join(', ') }));
  }
}

/** The answer to a file that was sent where the bot cannot take one. */
export function personalChatOnly({ translator, deskUrl }: AnswerContext): DeskCard {
  return messageCard(translator.t('bot.submit.personalOnly'), deskUrl, translator);
}

async function offer(file: ReceivedFile, person: VerifiedPerson, submissions: SubmissionDesk, context: AnswerContext): Promise<DeskCard> {
  const { group, now, translator, deskUrl } = context;
  const outcome = await submissions.receive(file, person);
  const meetings = offeredMeetings(context);
  return outcome.kind === 'refused' || meetings === undefined
    ? messageCard(wordRefusal(outcome.kind === 'refused' ? outcome.why : 'unavailable', file, submissions, context), deskUrl, translator)
    : submissionCard({ submission: outcome.submission, meetings, group, now, deskUrl, translator });
}

function wordRefusal(why: FileRefusal, { name }: ReceivedFile, { largestFile }: SubmissionDesk, { translator }: AnswerContext): string {
  const document = translator.t('bot.contribution.quoted', { title: name });
  return translator.t(`bot.submit.refused.${why}`, { document, limit: Math.floor(largestFile / MEGABYTE) });
}

/**
 * Submits a file that was confirmed on its card, for whoever pressed the button: verified again, still somebody who may
 * submit, and the one who sent the file. The card becomes the receipt.
 * @throws SiteError when the site fails; pressing again goes on where it stopped
 */
export async function submitFile(answer: SubmissionAnswer, sources: SubmissionSources, context: AnswerContext): Promise<CardOutcome> {
  const { group, now, translator, deskUrl } = context;
  const { submissions } = sources;
  const say = (text: string): CardOutcome => ({ kind: 'message', text });
  const person = await sources.person();
  const submission = submissions.find(answer.fileId, person);
  if (submission === undefined) {
    return say(translator.t('bot.submit.lost'));
  }
  if (!answer.isConfirmed) {
    if (!(await submissions.discard(answer.fileId, person))) {
      return say(translator.t('bot.submit.already'));
    }
    const document = translator.t('bot.contribution.quoted', { title: submission.fileName });
    return { kind: 'card', card: messageCard(translator.t('bot.submit.cancelled', { document }), deskUrl, translator) };
  }
  const submitter = await sources.site.submitter(person.email);
  const meetings = offeredMeetings(context);
  if (submitter === undefined || meetings === undefined) {
    return say(translator.t(submitter === undefined ? 'bot.submit.notDelegate' : 'bot.submit.noMeeting', { address: group.secretariatAddress }));
  }
  const checked = checkForm(answer.typed, meetings);
  if ('problems' in checked) {
    const rejected = { typed: answer.typed, problems: checked.problems };
    return { kind: 'card', card: submissionCard({ submission, meetings, group, now, deskUrl, translator, rejected }) };
  }
  try {
    const outcome = await submissions.submit(answer.fileId, person, submitter.loginName, checked.form);
    if (outcome.kind === 'lost') {
      return say(translator.t('bot.submit.lost'));
    }
    const contribution = await checkedNow(outcome.contributionId, sources);
    return { kind: 'card', card: receiptOf(contribution, { sentAs: submission.fileName, isInTheirName: outcome.isInTheirName }, context) };
  } catch (error) {
    if (isSiteError(error, 'invalid', 'notAllowed')) {
      return say(translator.t('bot.submit.notTaken', { address: group.secretariatAddress }));
    }
    throw error;
  }
}

function receiptOf(contribution: Contribution | undefined, sent: Sending, { group, meetings, translator, deskUrl }: AnswerContext): DeskCard {
  if (contribution === undefined) {
    return messageCard(translator.t('bot.contribution.gone'), deskUrl, translator);
  }
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  return receiptCard({ contribution, meeting, group, translator }, sent, deskUrl);
}

/** It has arrived by now: when the check fails, the library's change log brings it up again. */
async function checkedNow(id: number, { site, recheck }: SubmissionSources): Promise<Contribution | undefined> {
  try {
    await recheck(id);
  } catch (error) {
    if (!isSiteError(error)) {
      throw error;
    }
  }
  return site.contributions.get(id);
}

/** @returns undefined when there is no meeting to submit for */
function offeredMeetings({ meetings, now, group }: AnswerContext): readonly [Meeting, ...Meeting[]] | undefined {
  const [first, ...others] = choosableMeetings(meetings, undefined, now, group.zone);
  return first === undefined ? undefined : [first, ...others];
}
