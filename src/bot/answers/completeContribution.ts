import type { Contribution } from '../../site/contribution';
import type { DeskSite } from '../../site/deskSite';
import { isSiteError } from '../../site/errors';
import type { CardOutcome } from '../cardOutcome';
import { contributionCard } from '../cards/contributionCard';
import { completionCard } from '../cards/completionCard';
import { messageCard } from '../cards/chooseCard';
import type { DeskCard } from '../cards/deskCard';
import { documentName } from '../cards/documentName';
import { checkForm, choosableMeetings } from '../completion';
import type { CompleteForm, Completion } from '../completion';
import type { VerifiedPerson } from '../verifiedPerson';
import type { AnswerContext } from './answerContext';

/** What completing works with. */
export interface CompletionParts {
  readonly contributions: DeskSite['contributions'];
  readonly isSecretariat: DeskSite['isSecretariat'];
  /** Has a document checked now instead of at its next change in the log. */
  recheck(contributionId: number): Promise<void>;
}

/** After so many changes by others between reading and writing, the person is asked to send it again. */
const ATTEMPTS = 3;

/**
 * Writes the form of a contribution for the person who sent it from a card, and answers with the receipt. Only the
 * document's author and the secretariat may; a document that no longer needs details is left alone.
 * @param person who sent it, as Teams says
 * @throws SiteError when the site fails; nothing was written then, or it is written and checked later
 */
export async function completeContribution(
  completion: Completion,
  person: VerifiedPerson,
  parts: CompletionParts,
  context: AnswerContext
): Promise<CardOutcome> {
  const { group, meetings, now, translator, deskUrl } = context;
  for (let attempt = 1; ; attempt += 1) {
    const contribution = await parts.contributions.get(completion.contributionId);
    if (contribution === undefined) {
      return { kind: 'card', card: messageCard(translator.t('bot.contribution.gone'), deskUrl, translator) };
    }
    if (!(await mayComplete(person, contribution, parts))) {
      return { kind: 'message', text: translator.t('bot.complete.notYours') };
    }
    if (contribution.docStatus !== undefined && contribution.docStatus !== 'needsAttention') {
      const document = documentName(contribution, group, translator);
      return { kind: 'card', card: receipt(contribution, context, translator.t('bot.complete.already', { document })) };
    }
    const offered = choosableMeetings(meetings, contribution.meetingId, now, group.zone);
    const checked = checkForm(completion.typed, offered);
    if ('problems' in checked) {
      const rejected = { typed: completion.typed, problems: checked.problems };
      return { kind: 'card', card: completionCard({ contribution, meetings: offered, group, deskUrl, translator, rejected }) };
    }
    try {
      await parts.contributions.describe(contribution.id, mergedForm(contribution, checked.form), contribution.etag);
    } catch (error) {
      if (isSiteError(error, 'changedByOthers') && attempt < ATTEMPTS) {
        continue;
      }
      throw error;
    }
    return { kind: 'card', card: receipt(await checkedNow({ ...contribution, ...checked.form }, parts), context) };
  }
}

async function mayComplete({ email }: VerifiedPerson, contribution: Contribution, { isSecretariat }: CompletionParts): Promise<boolean> {
  return contribution.createdBy.email.toLowerCase() === email || isSecretariat(email);
}

/** What the card does not ask for stays as it is. */
function mergedForm(contribution: Contribution, form: CompleteForm) {
  const { suppliedLanguages, topic, actionRequired, abstract } = contribution;
  return {
    ...form,
    ...(suppliedLanguages.length === 0 ? {} : { suppliedLanguages }),
    ...(topic === undefined ? {} : { topic }),
    ...(actionRequired === undefined ? {} : { actionRequired }),
    ...(abstract === undefined ? {} : { abstract })
  };
}

/** The contribution after its check. The form is written by now: when the check fails, the library's change log brings it up again. */
async function checkedNow(written: Contribution, { contributions, recheck }: CompletionParts): Promise<Contribution> {
  const { docStatus: _asItWas, ...unchecked } = written;
  try {
    await recheck(written.id);
    return (await contributions.get(written.id)) ?? unchecked;
  } catch (error) {
    if (!isSiteError(error)) {
      throw error;
    }
    return unchecked;
  }
}

function receipt(contribution: Contribution, { group, meetings, deskUrl, translator }: AnswerContext, sentence?: string): DeskCard {
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  return contributionCard(contribution, meeting, group, deskUrl, translator, sentence);
}
