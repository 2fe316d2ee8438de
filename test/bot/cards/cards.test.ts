import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { answerNextDeadline } from '../../../src/bot/answers/nextDeadline';
import { chooseCard } from '../../../src/bot/cards/chooseCard';
import { parseCommand } from '../../../src/bot/cards/cardCommand';
import { contributionCard } from '../../../src/bot/cards/contributionCard';
import type { DeskCard } from '../../../src/bot/cards/deskCard';
import { helpCard } from '../../../src/bot/cards/helpCard';
import { reminderCard } from '../../../src/bot/cards/reminderCard';
import { translatorFor } from '../../../src/messages/allMessages';
import { LANGUAGES } from '../../../src/rules/language';
import type { Language } from '../../../src/rules/language';
import { planReminders } from '../../../src/rules/reminderPlan';
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
  return [
    answerNextDeadline('any', context),
    answerNextDeadline('any', { ...context, meetings: [] }),
    answerNextDeadline('contributions', { ...context, now: geneva('2020-09-30T09:00:00') }),
    contributionCard(document, context.meetings[0], group, desk, translator),
    chooseCard(translator.t('bot.contribution.which'), Array.from({ length: 9 }, () => document), group, desk, translator),
    helpCard('asked', group.name[language], desk, translator),
    helpCard('channelWelcome', group.name[language], desk, translator),
    reminderCard(reminder, 7, group, desk, translator)
  ];
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

  it('take nothing for a command that is none', () => {
    for (const value of [undefined, null, 'x', {}, { desk: { command: 'drop' }, language: 'en' }, { desk: { command: 'contribution', id: '1' }, language: 'en' }, { desk: { command: 'contribution', id: -1 }, language: 'en' }]) {
      expect(parseCommand(value)).toBeUndefined();
    }
  });
});
