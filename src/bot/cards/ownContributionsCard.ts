import type { MessageKey } from '../../messages/allMessages';
import { wordDate } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { commandButton } from './cardCommand';
import { problemsOf } from './contributionFacts';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { DeskCard, Fact } from './deskCard';
import { documentName } from './documentName';

/** A person's contributions with where each stands; each opens by its own button. For that person alone. */
export function ownContributionsCard(own: readonly Contribution[], meetings: readonly Meeting[], group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  return deskCard(
    translator.t('bot.answer.own.some'),
    factRows(own.map((contribution) => factOf(contribution, meetings, group, translator))),
    [
      ...own.map((contribution) => commandButton(documentName(contribution, group, translator), { command: 'contribution', id: contribution.id }, translator.language)),
      openDeskButton(deskUrl, translator)
    ],
    translator
  );
}

/** What it is, where it stands and what is to be done about it. */
function factOf(contribution: Contribution, meetings: readonly Meeting[], group: WorkingGroup, translator: Translator<MessageKey>): Fact {
  const { docStatus, standing, publicationDue, meetingId } = contribution;
  const { missing } = problemsOf(contribution, translator);
  const meeting = meetings.find(({ id }) => id === meetingId);
  const isSettled = docStatus === 'published' || docStatus === 'withdrawn';
  const notes = [
    ...(missing.length === 0 ? [] : [`${translator.t('bot.contribution.missing')}: ${missing.map((field) => translator.t(`field.${field}`)).join(', ')}`]),
    ...(standing === undefined || isSettled ? [] : [translator.t(`standing.${standing}`)]),
    ...(publicationDue === undefined || isSettled ? [] : [translator.t('standing.publicationDue', { date: wordDate(publicationDue, translator.language) })]),
    ...(meeting === undefined ? [] : [meeting.title])
  ];
  return {
    label: documentName(contribution, group, translator),
    value: translator.t(docStatus === undefined ? 'docStatus.received' : `docStatus.${docStatus}`),
    url: contribution.url,
    ...(notes.length === 0 ? {} : { note: notes.join(' · ') })
  };
}
