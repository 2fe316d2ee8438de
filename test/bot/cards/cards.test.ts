import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { answerHowToSubmit } from '../../../src/bot/answers/howToSubmit';
import { answerMeetingAt } from '../../../src/bot/answers/meetingAnswers';
import { answerNextDeadline } from '../../../src/bot/answers/nextDeadline';
import { answerProgramme } from '../../../src/bot/answers/programme';
import { answerArrivalAt } from '../../../src/bot/answers/standingAnswer';
import { chooseCard } from '../../../src/bot/cards/chooseCard';
import { parseCommand } from '../../../src/bot/cards/cardCommand';
import { contributionCard } from '../../../src/bot/cards/contributionCard';
import { coordinatorCard, coordinatorsCard } from '../../../src/bot/cards/coordinatorCard';
import type { DeskCard } from '../../../src/bot/cards/deskCard';
import { helpCard } from '../../../src/bot/cards/helpCard';
import { interpretationCard } from '../../../src/bot/cards/interpretationCard';
import { languageStateCard } from '../../../src/bot/cards/languageStateCard';
import { newsCard } from '../../../src/bot/cards/newsCard';
import { ownContributionsCard } from '../../../src/bot/cards/ownContributionsCard';
import { chooseLanguageCard, languageSetCard } from '../../../src/bot/cards/ownLanguageCards';
import { referencesCard } from '../../../src/bot/cards/referencesCard';
import { suggestionCard } from '../../../src/bot/cards/suggestionCard';
import { chooseDelegationCard, chooseMeetingCard, confirmWishCard, wishDoneCard } from '../../../src/bot/cards/wishCards';
import type { LanguageBoard } from '../../../src/bot/languageBoard';
import { aboutCard } from '../../../src/bot/cards/aboutCard';
import { documentCard } from '../../../src/bot/messageExtension/previewCard';
import { parseConfirmation } from '../../../src/bot/languageWish';
import { correctionCard } from '../../../src/bot/cards/correctionCard';
import { reminderCard } from '../../../src/bot/cards/reminderCard';
import { supersededCard } from '../../../src/bot/cards/supersededCard';
import { translatorFor } from '../../../src/messages/allMessages';
import { LANGUAGES } from '../../../src/rules/language';
import type { Language } from '../../../src/rules/language';
import type { LanguageFunds, Meeting } from '../../../src/rules/meeting';
import { dateCorrections } from '../../../src/rules/dateCorrection';
import type { Announcement } from '../../../src/rules/dateCorrection';
import { proposeInterpretation } from '../../../src/rules/interpretation';
import { tallyRequests } from '../../../src/rules/languageRequest';
import { daysLeft, deadlinesOf } from '../../../src/rules/deadlines';
import { REGIONS } from '../../../src/rules/participation';
import { planAllReminders, planReminders } from '../../../src/rules/reminderPlan';
import type { Contribution } from '../../../src/site/contribution';
import { contribution } from '../../support/contribution';
import { geneva, meeting } from '../../support/meeting';
import { workingGroup } from '../../support/workingGroup';

const group = workingGroup();
const desk = 'https://example.org/desk';
const received = { docStatus: 'received', standing: 'translated', receivedAt: Temporal.Instant.from('2020-08-10T08:00:00Z') } as const;

function allCards(language: Language, document: Contribution): DeskCard[] {
  const translator = translatorFor(language);
  const context = { group, meetings: [meeting({ title: document.title })], now: geneva('2020-08-10T09:00:00'), translator, deskUrl: desk };
  const [reminder] = planReminders(context.meetings[0], group);
  const title = document.title ?? '';
  const kenya = { id: 1, name: title, type: 'memberState', representatives: [] } as const;
  const late = board('2020-08-20T09:00:00', title);
  const wish = { wish: 'ask', languages: ['fr', 'es'], meetingId: 2, delegationId: 1 } as const;
  const news = [
    { kind: 'published', at: context.now, document },
    { kind: 'interpretation', at: context.now, meeting: context.meetings[0], outcomes: proposeInterpretation(context.meetings[0], [], group) },
    { kind: 'cancel', at: context.now, meeting: context.meetings[0] }
  ] as const;
  const region = { region: 'americas', coordinators: [{ ...kenya, coordinator: title, coordinatorLetter: title }], viceChairs: [{ kind: 'viceChair', title }] } as const;
  return [
    answerMeetingAt(undefined, context),
    answerMeetingAt(undefined, { ...context, meetings: [meeting({ title, end: '2020-10-03' })], now: geneva('2020-10-02T09:00:00') }),
    answerArrivalAt({}, undefined, context),
    answerArrivalAt({ purpose: 'liaison', arrivesOn: Temporal.PlainDate.from('2020-09-18') }, undefined, context),
    answerArrivalAt({ purpose: 'information', arrivesOn: Temporal.PlainDate.from('2020-10-01') }, undefined, context),
    answerProgramme(context),
    answerHowToSubmit(context),
    ownContributionsCard(Array.from({ length: 5 }, () => document), context.meetings, group, desk, translator),
    newsCard(Temporal.PlainDate.from('2020-08-09'), news, group, desk, translator),
    newsCard(Temporal.PlainDate.from('2020-08-09'), [], group, desk, translator),
    coordinatorCard(region, desk, translator),
    coordinatorsCard(REGIONS.map((each) => ({ ...region, region: each })), translator),
    referencesCard([{ symbol: title, title, url: desk }, { symbol: title }], desk, translator),
    chooseLanguageCard(translator),
    languageSetCard(desk, translator),
    suggestionCard(['news', 'programme'], desk, translator) ?? helpCard('notUnderstood', group.name[language], desk, translator),
    answerNextDeadline('any', context),
    answerNextDeadline('any', { ...context, meetings: [] }),
    answerNextDeadline('contributions', { ...context, now: geneva('2020-09-30T09:00:00') }),
    contributionCard(document, context.meetings[0], group, desk, translator),
    chooseCard(translator.t('bot.contribution.which'), Array.from({ length: 9 }, () => document), group, desk, translator),
    helpCard('asked', group.name[language], desk, translator),
    helpCard('channelWelcome', group.name[language], desk, translator),
    reminderCard([reminder], context.now, group, desk, translator),
    digest(language, title),
    ...(['planned', 'cancelled', 'postponed'] as const).map((status) => corrections(language, meeting({ title, status, agreedDeadline: '2020-09-16' }))),
    supersededCard([{ meeting: context.meetings[0], dates: [{ kind: 'agreed', was: Temporal.PlainDate.from('2020-09-16'), deadline: deadlinesOf(meeting(), group).binding }, { kind: 'opening', was: Temporal.PlainDate.from('2020-09-30') }] }], group, desk, translator),
    languageStateCard(board('2020-08-10T09:00:00', title), { languages: ['fr'] }, group, desk, translator),
    languageStateCard(late, { languages: [], isUnsure: true }, group, desk, translator),
    languageStateCard({ ...late, phase: 'reopened' }, { languages: [] }, group, desk, translator),
    chooseMeetingCard(context.meetings, ({ id }) => ({ command: 'languages', meetingId: id }), desk, translator),
    chooseDelegationCard([kenya], ({ id }) => ({ command: 'wish', ...wish, languages: ['fr'], delegationId: id }), desk, translator),
    confirmWishCard(wish, kenya, late, group, translator),
    confirmWishCard({ ...wish, wish: 'withdraw' }, kenya, late, group, translator),
    wishDoneCard({ wish, delegation: kenya, hasChanged: true }, late, group, desk, translator),
    wishDoneCard({ wish: { ...wish, wish: 'withdraw' }, delegation: kenya, hasChanged: false }, late, group, desk, translator),
    ...(['unknown', 'available', 'none'] as const).map((funds) => announcement(funds, language, title)),
    documentCard({ ...document, docStatus: 'published', publishedAt: geneva('2020-08-10T09:00:00') }, context),
    documentCard(document, context, { sentence: translator.t('bot.extension.about.heading', { document: title }) }),
    aboutCard({ document: title, link: '', problem: translator.t('bot.extension.about.unknown') }, translator),
    aboutCard({ document: title, link: '', choices: [{ id: 1, name: title }] }, translator)
  ];
}

/** All reminders of two meetings in one message, the report's as well. */
function digest(language: Language, title = 'Second meeting of TDAG-WG-SOP'): DeskCard {
  const third = meeting({ id: 3, title: `${title} (3)`, start: '2020-12-01', agreedDeadline: null, joinUrl: 'https://example.org/join' });
  const [first, ...others] = planAllReminders([meeting({ title }), third], workingGroup({ reminderDaysBefore: [1] }));
  return reminderCard([first, ...others], geneva('2020-08-14T09:00:00'), group, desk, translatorFor(language));
}

/** The correction of what was announced as 18 and 30 September. */
function corrections(language: Language, of: Meeting): DeskCard {
  const announcement = (id: number, kind: 'agreed' | 'opening', date: string): Announcement => ({ id, kinds: [kind], date: Temporal.PlainDate.from(date), isCorrection: false, postedAt: geneva('2020-09-04T09:00:00') });
  const told = [announcement(1, 'agreed', '2020-09-18'), announcement(2, 'opening', '2020-09-29')];
  return correctionCard(of, dateCorrections(told, of, group, geneva('2020-09-07T09:00:00')), group, desk, translatorFor(language));
}

/** What is asked for French at an instant: by a delegation in time and by another one late. */
function board(now: string, name: string): LanguageBoard {
  const second = meeting({ title: name });
  const deadline = deadlinesOf(second, group).languageRequest;
  const request = { meetingId: 2, language: 'fr', status: 'active' } as const;
  const requests = [
    { ...request, delegation: name, requestedAt: geneva('2020-08-01T09:00:00') },
    { ...request, delegation: `${name} 2`, requestedAt: geneva('2020-08-18T00:00:00') }
  ];
  return {
    meeting: second,
    tallies: tallyRequests(requests, second, group),
    phase: daysLeft(deadline, geneva(now)) < 0 ? 'toDecide' : 'collecting',
    deadline: { deadline, daysLeft: daysLeft(deadline, geneva(now)) },
    own: [{ delegation: { id: 1, name, type: 'memberState', representatives: [] }, language: 'fr', isLate: false }]
  };
}

/** The announcement of what the rules propose, with Spanish decided otherwise unless there are no funds. */
function announcement(languageFunds: LanguageFunds, language: Language, title = 'Second meeting of TDAG-WG-SOP'): DeskCard {
  const second = meeting({ languageFunds, title });
  const outcomes = proposeInterpretation(second, [{ language: 'fr', delegations: [], late: [], isMet: true }], group).map((outcome) =>
    outcome.language === 'es' && languageFunds !== 'none' ? { ...outcome, isProvided: !outcome.isProvided, reason: 'override' as const } : outcome
  );
  const decision = { outcomes, funds: languageFunds, decidedAt: geneva('2020-08-20T09:00:00'), reason: 'The interpreters are there anyway' };
  return interpretationCard(second, decision, desk, translatorFor(language));
}

/** Every element and action of a card, however deep. */
function parts(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) {
    return node.flatMap(parts);
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(parts)];
}

function shownText({ card }: DeskCard): string {
  const texts = parts(card.body).filter(({ type }) => type === 'TextRun').map(({ text }) => text);
  return withoutComma(texts.join('\n'));
}

/** Releases of the ICU data differ in the comma after a day of the week. */
function withoutComma(text: string): string {
  return text.replace(/day, /g, 'day ');
}

describe('the cards', () => {
  it.each(LANGUAGES)('are Adaptive Cards 1.5 in %s with at most six buttons, the sentence first and a plain fallback', (language) => {
    for (const each of allCards(language, contribution(received))) {
      const { card, summary } = each;
      expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language, rtl: language === 'ar', fallbackText: summary });
      expect(summary).not.toBe('');
      expect(shownText(each).startsWith(withoutComma(summary))).toBe(true);
      expect(card.actions?.length).toBeLessThanOrEqual(6);
      expect(card.actions?.length).toBeGreaterThan(0);
    }
  });

  it('hold no element whose text clients read as Markdown, so that no title can become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), fc.constantFrom(...LANGUAGES), (hostile, language) => {
        const document = contribution({ ...received, title: hostile, source: hostile, fileName: hostile, docSymbol: hostile });
        const types = allCards(language, document).flatMap(({ card }) => parts(card).map(({ type }) => type));
        expect(types).not.toContain('TextBlock');
        expect(types).not.toContain('FactSet');
        expect(types).toContain('TextRun');
      }),
      { numRuns: 50 }
    );
  });

  it('say the next deadline with its date in Geneva time, the days that are left and the rule', () => {
    const context = { group, meetings: [meeting()], now: geneva('2020-09-01T09:00:00'), translator: translatorFor('en'), deskUrl: desk };
    const answer = answerNextDeadline('contributions', context);
    expect(withoutComma(answer.summary)).toBe('A contribution for action must arrive by Friday 18 September 2020, 23:59 (Geneva time): 17 days left.');
    expect(shownText(answer)).toContain('Monday 17 August 2020, 23:59 (Geneva time)');
    expect(shownText(answer)).toContain('17 days left · Agreed by the group for this meeting');
    expect(shownText(answer)).toContain('passed · WTDC Resolution 1: 45 calendar days before the meeting');
  });

  it('remind of several deadlines in one message: the nearest first, each with its date, what to do and its rule', () => {
    const shown = digest('en');
    expect(shown.summary).toBe('Deadline reminder: 10 deadlines; for the first: 3 days left');
    const lines = shownText(shown).split('\n');
    expect(lines.slice(2, 5)).toEqual([
      'To be translated, a contribution must arrive by Monday 17 August 2020, 23:59 (Geneva time): 3 days left.',
      'Send your contribution by then if it is to be translated into the six languages. Later, it is published but not translated.',
      'WTDC Resolution 1: 45 calendar days before the meeting'
    ]);
    expect(lines).toContain('Send contributions for information by then. The meeting opens on Tuesday 1 December 2020.');
    expect(lines).toContain('By the group’s programme of work');
    expect(shown.card.actions?.map(({ title }) => title)).toEqual(['Open Contribution Desk', 'Request interpretation', 'Join the meeting']);
    expect(parseCommand((shown.card.actions?.[1] as { data?: unknown }).data)?.command).toEqual({ command: 'languages', meetingId: 2 });
  });

  it('lead only to addresses of the web to join a meeting', () => {
    const second = meeting({ joinUrl: 'javascript:alert(1)' });
    const { opening } = deadlinesOf(second, group);
    const shown = reminderCard([{ meeting: second, deadlines: [opening] }], geneva('2020-09-30T09:00:00'), group, desk, translatorFor('en'));
    expect(JSON.stringify(shown.card)).not.toContain('javascript');
  });

  it('say from which day to which a deadline has moved, and what was announced', () => {
    const shown = corrections('en', meeting({ agreedDeadline: '2020-09-16' }));
    expect(shown.summary).toBe('Second meeting of TDAG-WG-SOP: 2 deadlines have changed');
    expect(shownText(shown)).toContain('Wednesday 16 September 2020, 23:59 (Geneva time)\nAnnounced: Friday 18 September 2020');
    expect(withoutComma(corrections('fr', meeting({ status: 'cancelled' })).summary)).toBe('Réunion annulée : Second meeting of TDAG-WG-SOP. Les délais annoncés ne s’appliquent plus.');
  });

  it('say the last day as open up to its last second, and as passed a second later', () => {
    const answer = (now: string): string =>
      answerNextDeadline('contributions', { group, meetings: [meeting()], now: geneva(now), translator: translatorFor('en'), deskUrl: desk }).summary;
    expect(answer('2020-09-18T23:59:59')).toContain('last day');
    expect(answer('2020-09-19T00:00:00')).toBe('The deadlines for Second meeting of TDAG-WG-SOP have passed. A contribution that arrives now is held for the next meeting.');
  });

  it('look for an open deadline in a later meeting', () => {
    const later = meeting({ id: 3, title: 'Third meeting', start: '2020-12-01', agreedDeadline: null });
    const answer = answerNextDeadline('contributions', { group, meetings: [meeting(), later], now: geneva('2020-09-25T12:00:00'), translator: translatorFor('fr'), deskUrl: desk });
    expect(answer.summary).toBe('Pour être traduite, une contribution doit parvenir au plus tard le samedi 17 octobre 2020, 23:59 (heure de Genève) : 22 jours restants.');
    expect(shownText(answer)).toContain('Third meeting');
  });

  it('say the state of a contribution with its standing and the reason, and name no person', () => {
    const shown = contributionCard(contribution({ ...received, docSymbol: 'TDAG-WG-SOP/5-E' }), meeting(), group, desk, translatorFor('en'));
    expect(shown.summary).toBe('TDAG-WG-SOP/5-E “Connectivity in rural areas” has been received.');
    expect(shownText(shown)).toContain('Received by Monday 17 August 2020, 23:59 (Geneva time). It will be translated into the six languages.');
    expect(shownText(shown)).toContain('Kenya');
    expect(JSON.stringify(shown)).not.toContain('delegate.ke');
    expect(JSON.stringify(shown)).not.toContain('Delegation of Kenya');
  });

  it('promise nothing any more for a contribution that is published', () => {
    const published = contribution({ ...received, docStatus: 'published', publicationDue: Temporal.PlainDate.from('2020-09-24') });
    const shown = shownText(contributionCard(published, meeting(), group, desk, translatorFor('en')));
    expect(shown).toContain('To be translated');
    expect(shown).not.toMatch(/will be translated|Publication due/);
  });

  it('give no reason for a standing that today’s deadlines would not give', () => {
    const moved = meeting({ start: '2020-09-01', agreedDeadline: null });
    const shown = contributionCard(contribution(received), moved, group, desk, translatorFor('en'));
    expect(shownText(shown)).toContain('To be translated');
    expect(shownText(shown)).not.toContain('Received after');
  });

  it('say what is missing', () => {
    const findings = JSON.stringify([{ code: 'metadataMissing', severity: 'asks', parameters: { field: 'source' } }, { code: 'metadataMissing', severity: 'asks', parameters: { field: 'title' } }]);
    const shown = contributionCard(contribution({ docStatus: 'needsAttention', findings, title: undefined }), undefined, group, desk, translatorFor('fr'));
    expect(shown.summary).toBe('« connectivity.docx » : document reçu, mais il manque quelque chose.');
    expect(shownText(shown)).toContain('Titre, Origine');
  });

  it('say what else is wrong and what to do about it', () => {
    const findings = JSON.stringify([{ code: 'empty', severity: 'blocks', parameters: {} }, { code: 'tooLarge', severity: 'blocks', parameters: {} }, { code: 'unheardOf', severity: 'blocks', parameters: {} }]);
    const shown = contributionCard(contribution({ docStatus: 'needsAttention', findings }), undefined, group, desk, translatorFor('en'));
    expect(shownText(shown)).toContain('The file is empty. Check that it was saved, then send it again.');
  });

  it('take findings that somebody wrote by hand for none', () => {
    const shown = contributionCard(contribution({ docStatus: 'needsAttention', findings: 'see mail' }), undefined, group, desk, translatorFor('en'));
    expect(shownText(shown)).not.toContain('Missing');
  });

  it('offer choices whose buttons come back as commands in the language of the card', () => {
    const { card } = chooseCard('?', [contribution({ id: 12 })], group, desk, translatorFor('es'));
    const [choice] = card.actions ?? [];
    expect(parseCommand((choice as { data?: unknown }).data)).toEqual({ command: { command: 'contribution', id: 12 }, language: 'es' });
  });

  it.each<[Language, string, string]>([
    ['en', 'Interpretation at Second meeting of TDAG-WG-SOP: English, French and Spanish.', 'Second meeting of TDAG-WG-SOP is held in English only.'],
    ['fr', 'Interprétation pour cette réunion (Second meeting of TDAG-WG-SOP) : anglais, français et espagnol.', 'Cette réunion se tient en anglais seulement : Second meeting of TDAG-WG-SOP.'],
    ['es', 'Interpretación en Second meeting of TDAG-WG-SOP: inglés, francés y español.', 'Second meeting of TDAG-WG-SOP: se celebra solo en inglés.'],
    ['ru', 'Устный перевод, Second meeting of TDAG-WG-SOP: английский, французский и испанский.', 'Second meeting of TDAG-WG-SOP: только на английском языке.'],
    ['zh', 'Second meeting of TDAG-WG-SOP的口译：英语、法语和西班牙语。', 'Second meeting of TDAG-WG-SOP仅使用英文。'],
    ['ar', 'الترجمة الشفوية في Second meeting of TDAG-WG-SOP: الإنكليزية والفرنسية والإسبانية.', 'Second meeting of TDAG-WG-SOP: يُعقد بالإنكليزية فقط.']
  ])('announce in %s which languages are interpreted, and that there is only English without funds', (language, provided, englishOnly) => {
    const translator = translatorFor(language);
    const byDemand = announcement('unknown', language);
    expect(byDemand.summary).toBe(provided);
    for (const reason of ['always', 'demand', 'belowThreshold', 'override'] as const) {
      expect(shownText(byDemand)).toContain(translator.t(`bot.language.reason.${reason}`));
    }
    expect(shownText(byDemand)).toContain('The interpreters are there anyway');
    const withoutFunds = announcement('none', language);
    expect(withoutFunds.summary).toBe(englishOnly);
    expect(shownText(withoutFunds)).toContain(translator.t('bot.language.reason.noFunds'));
    expect(shownText(withoutFunds)).not.toContain('The interpreters are there anyway');
  });

  it('ask with the same in both kinds of button whether a wish is meant', () => {
    const kenya = { id: 7, name: 'Kenya', type: 'memberState', representatives: [] } as const;
    const wish = { wish: 'ask', languages: ['fr'], meetingId: 2, delegationId: 7 } as const;
    const { card } = confirmWishCard(wish, kenya, board('2020-08-10T09:00:00', 'Kenya'), group, translatorFor('es'));
    const buttons = card.actions as unknown as { type: string; data: unknown; fallback: { type: string; data: unknown } }[];
    expect(buttons.map(({ type, fallback }) => [type, fallback.type])).toEqual(Array.from({ length: 2 }, () => ['Action.Execute', 'Action.Submit']));
    for (const [index, isConfirmed] of [true, false].entries()) {
      expect(parseConfirmation(buttons[index].data)).toEqual({ wish, language: 'es', isConfirmed });
      expect(buttons[index].fallback.data).toEqual(buttons[index].data);
    }
    expect(parseConfirmation({ language: 'en', desk: { command: 'confirmWish', wish: 'ask', languages: [], meetingId: 2, delegationId: 7, isConfirmed: true } })).toBeUndefined();
  });

  it('take nothing for a command that is none', () => {
    for (const value of [undefined, null, 'x', {}, { desk: { command: 'drop' }, language: 'en' }, { desk: { command: 'contribution', id: '1' }, language: 'en' }, { desk: { command: 'contribution', id: -1 }, language: 'en' }]) {
      expect(parseCommand(value)).toBeUndefined();
    }
    for (const day of ['2020-02-31', '2020-13-01', 'tomorrow', '+012020-01-01']) {
      expect(parseCommand({ desk: { command: 'standing', arrivesOn: day }, language: 'en' })).toBeUndefined();
      expect(parseCommand({ desk: { command: 'news', since: day }, language: 'en' })).toBeUndefined();
    }
  });
});
