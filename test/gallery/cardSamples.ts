import { Temporal } from 'temporal-polyfill';
import { answerHowToSubmit } from '../../src/bot/answers/howToSubmit';
import { answerMeetingAt } from '../../src/bot/answers/meetingAnswers';
import { answerNextDeadline } from '../../src/bot/answers/nextDeadline';
import { answerProgramme } from '../../src/bot/answers/programme';
import { answerArrivalAt } from '../../src/bot/answers/standingAnswer';
import { aboutCard } from '../../src/bot/cards/aboutCard';
import { chooseCard, messageCard } from '../../src/bot/cards/chooseCard';
import { attentionCard } from '../../src/bot/cards/attentionCard';
import type { AttentionItem } from '../../src/bot/cards/attentionCard';
import { closedChannelCard } from '../../src/bot/cards/closedChannelCard';
import { completionCard } from '../../src/bot/cards/completionCard';
import { coordinatorCard, coordinatorsCard } from '../../src/bot/cards/coordinatorCard';
import { correctionCard } from '../../src/bot/cards/correctionCard';
import { documentCard } from '../../src/bot/messageExtension/previewCard';
import { contributionCard } from '../../src/bot/cards/contributionCard';
import { dailyCard } from '../../src/bot/cards/dailyCard';
import type { DeskCard } from '../../src/bot/cards/deskCard';
import { eventCard } from '../../src/bot/cards/eventCard';
import type { DeskEvent } from '../../src/bot/cards/eventCard';
import { helpCard } from '../../src/bot/cards/helpCard';
import { interpretationCard } from '../../src/bot/cards/interpretationCard';
import { interpretationProposalCard } from '../../src/bot/cards/interpretationProposalCard';
import { languageStateCard } from '../../src/bot/cards/languageStateCard';
import { newsCard } from '../../src/bot/cards/newsCard';
import { ownContributionsCard } from '../../src/bot/cards/ownContributionsCard';
import { chooseLanguageCard, languageSetCard } from '../../src/bot/cards/ownLanguageCards';
import { receiptCard } from '../../src/bot/cards/receiptCard';
import { referencesCard } from '../../src/bot/cards/referencesCard';
import { reminderCard } from '../../src/bot/cards/reminderCard';
import { submissionCard } from '../../src/bot/cards/submissionCard';
import { subscriptionCard } from '../../src/bot/cards/subscriptionCard';
import { suggestionCard } from '../../src/bot/cards/suggestionCard';
import { supersededCard } from '../../src/bot/cards/supersededCard';
import { standingChangedCard } from '../../src/bot/cards/standingChangedCard';
import { chooseDelegationCard, chooseMeetingCard, confirmWishCard, wishDoneCard } from '../../src/bot/cards/wishCards';
import type { LanguageBoard } from '../../src/bot/languageBoard';
import { translatorFor } from '../../src/messages/allMessages';
import { daysLeft, deadlinesOf } from '../../src/rules/deadlines';
import { dateCorrections } from '../../src/rules/dateCorrection';
import type { Announcement } from '../../src/rules/dateCorrection';
import { proposeInterpretation } from '../../src/rules/interpretation';
import type { Language } from '../../src/rules/language';
import { tallyRequests } from '../../src/rules/languageRequest';
import type { LanguageFunds, Meeting } from '../../src/rules/meeting';
import { REGIONS } from '../../src/rules/participation';
import { planAllReminders, planReminders } from '../../src/rules/reminderPlan';
import type { Contribution } from '../../src/site/contribution';
import { contribution } from '../support/contribution';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const desk = 'https://example.org/desk';
const now = geneva('2020-08-10T09:00:00');
/** Complete, and arrived in time to be translated. */
const received = { docStatus: 'received', standing: 'translated', receivedAt: Temporal.Instant.from('2020-08-10T08:00:00Z') } as const;

const LONG_TITLE =
  'Proposal by the delegations of the region for a revision of the indicators of the strategic plan that concern affordable connectivity in rural, remote and underserved areas, with an addendum on financing';

/**
 * Every card of the bot as it looks in a language, by name.
 * @param document a contribution whose texts stand on the cards; without one, an ordinary one
 */
export function cardSamples(language: Language, document: Contribution = contribution(received)): Readonly<Record<string, DeskCard>> {
  const translator = translatorFor(language);
  const title = document.title ?? '';
  const second = meeting();
  const third = meeting({ id: 3, title: 'Third meeting of TDAG-WG-SOP', start: '2021-02-15', end: '2021-02-16', agreedDeadline: null });
  const context = { group, meetings: [second, third], now, translator, deskUrl: desk };
  const [reminder] = planReminders(second, group);
  const [first, ...others] = planAllReminders([second, third], workingGroup({ reminderDaysBefore: [1] }));
  const americas = { region: 'americas', coordinators: [{ id: 2, name: 'CITEL', type: 'regionalOrganization', representatives: [], coordinator: 'CITEL, Washington', coordinatorLetter: 'CL-20/31' }], viceChairs: [{ kind: 'viceChair', title: 'Paraguay' }] } as const;
  const kenya = { id: 1, name: document.source ?? 'Kenya', type: 'memberState', representatives: [] } as const;
  const wish = { wish: 'ask', languages: ['fr', 'es'], meetingId: 2, delegationId: 1 } as const;
  const early = languageBoard('2020-08-10T09:00:00', kenya.name, second);
  const late = languageBoard('2020-08-20T09:00:00', kenya.name, second);
  const incomplete = contribution({
    docStatus: 'needsAttention',
    title: document.title,
    source: undefined,
    findings: JSON.stringify([{ code: 'metadataMissing', severity: 'asks', parameters: { field: 'source' } }])
  });
  const unusable = { ...incomplete, findings: JSON.stringify([{ code: 'empty', severity: 'blocks', parameters: {} }]) };
  const submission = { id: '5f0c7d53-0f0e-4a63-9d7c-000000000001', fileName: document.fileName, size: 48_000, findings: [], suggested: { title, source: kenya.name } };
  const completion = { meetings: [second, third], group, deskUrl: desk, translator };
  const shownDocument = { ...document, docStatus: 'published', docSymbol: 'TDAG-WG-SOP/5-E' } as const;
  const long = { ...shownDocument, id: 2, title: LONG_TITLE, docSymbol: 'TDAG-WG-SOP/12(Rev.1)-E' };
  const version = (of: Contribution, translated: Language): DeskEvent => ({ kind: 'languageVersions', document: of, language: translated, url: desk });
  const moved: DeskEvent = { kind: 'deadlineMoved', meeting: second, deadlines: [{ kind: 'agreed', was: Temporal.PlainDate.from('2020-09-11'), deadline: deadlinesOf(second, group).binding }] };
  const matters: readonly [AttentionItem, ...AttentionItem[]] = [
    { kind: 'document', document: { ...document, docStatus: 'held', standing: 'held' }, attention: 'late' },
    { kind: 'document', document: { ...incomplete, id: 2, title: LONG_TITLE }, attention: 'attention' },
    { kind: 'interpretation', meeting: second },
    { kind: 'interrupted' },
    { kind: 'channelClosed', title: 'General' }
  ];
  return {
    'published one': eventCard([{ kind: 'published', document: shownDocument }, version(shownDocument, 'fr'), version(shownDocument, 'es')], group, desk, translator),
    'published several': eventCard([{ kind: 'published', document: shownDocument }, { kind: 'published', document: long }], group, desk, translator),
    'translations available': eventCard([version(shownDocument, 'ar'), version(shownDocument, 'zh'), version(shownDocument, 'ru')], group, desk, translator),
    'deadline extended': eventCard([moved], group, desk, translator),
    'attention of the secretariat': attentionCard(matters, group, desk, translator),
    'digest of a day': dailyCard({ reminders: [reminder], events: [{ kind: 'published', document: shownDocument }, version(long, 'fr'), moved], items: matters.slice(0, 1) }, now, group, desk, translator),
    'help, asked': helpCard('asked', group.name[language], desk, translator),
    'help, not understood': helpCard('notUnderstood', group.name[language], desk, translator),
    'welcome in a chat': helpCard('personalWelcome', group.name[language], desk, translator),
    'welcome in a channel': helpCard('channelWelcome', group.name[language], desk, translator),
    'next deadline': answerNextDeadline('any', context),
    'no meeting': answerNextDeadline('any', { ...context, meetings: [] }),
    'deadlines passed': answerNextDeadline('contributions', { ...context, meetings: [second], now: geneva('2020-09-30T09:00:00') }),
    contribution: contributionCard(document, second, group, desk, translator),
    'contribution with a long title': contributionCard({ ...document, title: LONG_TITLE, docSymbol: 'TDAG-WG-SOP/12(Rev.1)-E' }, second, group, desk, translator),
    'contribution published': contributionCard({ ...document, docStatus: 'published', docSymbol: 'TDAG-WG-SOP/5-E' }, second, group, desk, translator),
    'choose a contribution': chooseCard(translator.t('bot.contribution.which'), Array.from({ length: 9 }, () => document), group, desk, translator),
    'details missing': completionCard({ ...completion, contribution: incomplete }),
    'details missing before the deadline': completionCard({ ...completion, contribution: incomplete, before: { deadline: deadlinesOf(second, group).binding, at: now } }),
    'details rejected': completionCard({
      ...completion,
      contribution: incomplete,
      rejected: { typed: { title, source: '', originalLanguage: 'en', purpose: 'action', meeting: '2' }, problems: { source: 'missing' } }
    }),
    'document unusable': completionCard({ ...completion, contribution: unusable }),
    'standing changed': standingChangedCard({ ...document, standing: 'delayed' }, { before: 'translated', cause: 'meeting' }, second, group, desk, translator),
    reminder: reminderCard([reminder], now, group, desk, translator),
    'reminders of one morning': reminderCard([first, ...others], geneva('2020-08-14T09:00:00'), group, desk, translator),
    'channels closed': closedChannelCard(['General', LONG_TITLE], desk, translator),
    'date moved': correctionOf(meeting({ agreedDeadline: '2020-09-16' }), language),
    'meeting cancelled': correctionOf(meeting({ status: 'cancelled' }), language),
    'reminder that no longer holds': supersededCard(
      [{ meeting: second, dates: [{ kind: 'agreed', was: Temporal.PlainDate.from('2020-09-16'), deadline: deadlinesOf(second, group).binding }, { kind: 'opening', was: Temporal.PlainDate.from('2020-09-30') }] }],
      group,
      desk,
      translator
    ),
    'reminders here': subscriptionCard({ whose: 'shared', isOn: true, settings: { language, kinds: [] }, offersAttention: true, nextAt: geneva('2020-08-14T09:00:00'), group, deskUrl: desk, translator }),
    'reminders of a person, off': subscriptionCard({ whose: 'own', isOn: false, settings: { language, kinds: [], mode: 'daily' }, offersAttention: false, group, deskUrl: desk, translator }),
    'next meeting': answerMeetingAt(undefined, context),
    'sent today': answerArrivalAt({}, undefined, context),
    'sent too late': answerArrivalAt({ arrivesOn: Temporal.PlainDate.from('2020-09-25') }, 2, context),
    'programme of work': answerProgramme(context),
    'how to submit': answerHowToSubmit(context),
    'own contributions': ownContributionsCard([document, { ...document, id: 2, title: LONG_TITLE }], context.meetings, group, desk, translator),
    news: newsCard(Temporal.PlainDate.from('2020-08-09'), [{ kind: 'cancel', at: now, meeting: third }], group, desk, translator),
    'no news': newsCard(Temporal.PlainDate.from('2020-08-09'), [], group, desk, translator),
    'coordinator of a region': coordinatorCard(americas, desk, translator),
    'coordinators of all regions': coordinatorsCard(REGIONS.map((region) => ({ ...americas, region })), translator),
    'reference documents': referencesCard([{ symbol: 'TDAG-WG-SOP/2', title: translator.t('bot.answer.ask.references'), url: desk }, { symbol: 'DT/1' }], desk, translator),
    'choose a language': chooseLanguageCard(translator),
    'language chosen': languageSetCard(desk, translator),
    'not sure what is meant': suggestionCard(['news', 'programme', 'standing'], desk, translator) ?? helpCard('notUnderstood', group.name[language], desk, translator),
    'document inserted': documentCard({ ...document, docStatus: 'published', docSymbol: 'TDAG-WG-SOP/5-E', publishedAt: now }, context),
    'about a document': aboutCard({ document: '5', link: '' }, translator),
    'about a document, not found': aboutCard({ document: '99', link: '', problem: translator.t('bot.extension.about.unknown') }, translator),
    'submit a file': submissionCard({ submission, meetings: [second, third], group, now, deskUrl: desk, translator }),
    'file not submitted': submissionCard({ submission, meetings: [second, third], group, now, deskUrl: desk, translator, keptUntil: now.add({ minutes: 15 }) }),
    'receipt of a file': receiptCard({ contribution: document, meeting: second, group, translator }, { sentAs: document.fileName, isInTheirName: true }, desk),
    'languages, requests open': languageStateCard(early, { languages: ['fr'] }, group, desk, translator),
    'languages, not clear what is meant': languageStateCard(late, { languages: [], isUnsure: true }, group, desk, translator),
    'languages, to be decided again': languageStateCard({ ...late, phase: 'reopened' }, { languages: [] }, group, desk, translator),
    'choose a meeting': chooseMeetingCard([second, third], ({ id }) => ({ command: 'languages', meetingId: id }), desk, translator),
    'choose a delegation': chooseDelegationCard([kenya], ({ id }) => ({ command: 'wish', ...wish, languages: ['fr'], delegationId: id }), desk, translator),
    'request interpretation': confirmWishCard(wish, kenya, early, group, translator),
    'request interpretation late': confirmWishCard(wish, kenya, late, group, translator),
    'withdraw a request': confirmWishCard({ ...wish, wish: 'withdraw' }, kenya, early, group, translator),
    'interpretation requested': wishDoneCard({ wish, delegation: kenya, hasChanged: true }, early, group, desk, translator),
    'request withdrawn already': wishDoneCard({ wish: { ...wish, wish: 'withdraw' }, delegation: kenya, hasChanged: false }, late, group, desk, translator),
    'interpretation by demand': announcement('unknown', language, second),
    'interpretation funded': announcement('available', language, second),
    'English only': announcement('none', language, second),
    'interpretation proposed': interpretationProposalCard({ meeting: second, phase: 'toDecide', outcomes: proposeInterpretation(second, late.tallies, group), tallies: late.tallies }, desk, translator),
    'site out of reach': messageCard(translator.t('bot.trouble.site'), desk, translator)
  };
}

/** The correction of what was announced as 18 and 29 September. */
function correctionOf(of: Meeting, language: Language): DeskCard {
  const told = (id: number, kind: 'agreed' | 'opening', date: string): Announcement => ({ id, kinds: [kind], date: Temporal.PlainDate.from(date), isCorrection: false, postedAt: geneva('2020-09-04T09:00:00') });
  return correctionCard(of, dateCorrections([told(1, 'agreed', '2020-09-18'), told(2, 'opening', '2020-09-29')], of, group, geneva('2020-09-07T09:00:00')), group, desk, translatorFor(language));
}

/** What is asked for French at an instant: by a delegation in time and by another one late. */
export function languageBoard(at: string, name: string, of: Meeting): LanguageBoard {
  const deadline = deadlinesOf(of, group).languageRequest;
  const request = { meetingId: of.id, language: 'fr', status: 'active' } as const;
  const requests = [
    { ...request, delegation: name, requestedAt: geneva('2020-08-01T09:00:00') },
    { ...request, delegation: `${name} 2`, requestedAt: geneva('2020-08-18T00:00:00') }
  ];
  return {
    meeting: of,
    tallies: tallyRequests(requests, of, group),
    phase: daysLeft(deadline, geneva(at)) < 0 ? 'toDecide' : 'collecting',
    deadline: { deadline, daysLeft: daysLeft(deadline, geneva(at)) },
    own: [{ delegation: { id: 1, name, type: 'memberState', representatives: [] }, language: 'fr', isLate: false }]
  };
}

/** The announcement of what the rules propose, with Spanish decided otherwise unless there are no funds. */
export function announcement(languageFunds: LanguageFunds, language: Language, of: Meeting): DeskCard {
  const funded = { ...of, languageFunds };
  const outcomes = proposeInterpretation(funded, [{ language: 'fr', delegations: [], late: [], isMet: true }], group).map((outcome) =>
    outcome.language === 'es' && languageFunds !== 'none' ? { ...outcome, isProvided: !outcome.isProvided, reason: 'override' as const } : outcome
  );
  const decision = { outcomes, funds: languageFunds, decidedAt: geneva('2020-08-20T09:00:00'), reason: 'The interpreters are there anyway' };
  return interpretationCard(funded, decision, desk, translatorFor(language));
}
