import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/rules/language';
import { launchBrowser } from '../support/browser';
import { drawCards } from './cardPage';
import { cardSamples } from './cardSamples';

const CARDS = join(__dirname, '../../src/bot/cards');
/** The check compares elements with one another: of all cards at once it takes minutes. */
const CARDS_A_PAGE = 8;
const samplesText = readFileSync(join(__dirname, 'cardSamples.ts'), 'utf8');

describe('the gallery of cards', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext()).newPage();
  });
  afterAll(() => browser?.close());

  it('has every card that the bot can draw', () => {
    const modules = readdirSync(CARDS).map((name) => readFileSync(join(CARDS, name), 'utf8'));
    const drawn = modules.flatMap((text) => [...text.matchAll(/export function (\w+Card)\(/g)].map(([, name]) => name)).filter((name) => name !== 'deskCard');
    // These are drawn by the answer that is sampled.
    const byAnswers: Readonly<Record<string, string>> = {
      deadlineCard: 'answerNextDeadline',
      noMeetingCard: 'answerNextDeadline',
      meetingCard: 'answerMeetingAt',
      arrivalCard: 'answerArrivalAt',
      programmeCard: 'answerProgramme',
      submitCard: 'answerHowToSubmit'
    };
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter((name) => !samplesText.includes(`${byAnswers[name] ?? name}(`))).toEqual([]);
  });

  it.each(LANGUAGES)('ends no sentence twice in %s: a Russian date brings a full stop of its own', (language) => {
    const doubled = Object.entries(cardSamples(language)).filter(([, { card }]) => /[^.]\.\.(?!\.)|。。/.test(JSON.stringify(card)));
    expect(doubled.map(([name]) => name)).toEqual([]);
  });

  // A theme's colours are the same in every language, and so is a card's structure in every direction.
  it.each([['en', 'light'], ['en', 'dark'], ['en', 'contrast'], ['ar', 'light']] as const)('is accessible in %s, %s', async (language, theme) => {
    const shown = Object.entries(cardSamples(language)).map(([name, { card }]) => ({ name, theme, card }));
    const problems: string[] = [];
    for (let first = 0; first < shown.length; first += CARDS_A_PAGE) {
      await drawCards(page, shown.slice(first, first + CARDS_A_PAGE), 340);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      problems.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)));
    }
    expect(problems).toEqual([]);
  });

  it.each(LANGUAGES)('fits a phone of 340 pixels in %s: no text is wider than its column, no button wider than its card', async (language) => {
    // A button to choose a meeting or document holds its title, which Teams shortens at its end; what tells them apart stands first.
    const shown = Object.entries(cardSamples(language))
      .filter(([name]) => !name.startsWith('choose'))
      .map(([name, { card }]) => ({ name, theme: 'light' as const, card }));
    await drawCards(page, shown, 340);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('.ac-adaptiveCard, .ac-container, .ac-columnSet > div, .ac-pushButton, .ac-textRun')]
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          const around = element.closest('.ac-columnSet > div')?.getBoundingClientRect() ?? element.closest('section')?.getBoundingClientRect();
          const isOutside = around !== undefined && (left < around.left - 1 || right > around.right + 1);
          return isOutside || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1);
        })
        .map((element) => `${element.closest('section')?.firstChild?.textContent ?? ''}: ${element.textContent ?? ''}`)
    );
    expect(wide).toEqual([]);
  });
});
