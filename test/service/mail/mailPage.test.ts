import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../src/rules/language';
import { launchBrowser } from '../../support/browser';
import { mailOf } from '../../support/reminderMail';
import type { MailOccasion } from '../../support/reminderMail';

describe('the page of a message, as a mail program shows it', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(occasion: MailOccasion, language: Language, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 720, height: 560 }, ...options })).newPage();
    await page.setContent(mailOf(occasion, language).html);
    return page;
  }

  const problems = async (page: Page): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };

  it.each(['light', 'dark'] as const)('is accessible in %s colours', async (colorScheme) => {
    for (const [occasion, language] of [['reminder', 'fr'], ['interpretation', 'en'], ['reminder', 'ar'], ['interpretation', 'ar']] as const) {
      const page = await open(occasion, language, { colorScheme });
      expect([occasion, language, await problems(page)]).toEqual([occasion, language, []]);
      const [text, ground] = await page.locator('body').evaluate((body) => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]);
      expect([text, ground]).toEqual(colorScheme === 'dark' ? ['rgb(245, 245, 245)', 'rgb(31, 31, 31)'] : ['rgb(36, 36, 36)', 'rgb(255, 255, 255)']);
      await page.context().close();
    }
  });

  it('is written from right to left in Arabic', async () => {
    const page = await open('interpretation', 'ar');
    const [label, value] = await Promise.all([page.locator('th').first().boundingBox(), page.locator('td').first().boundingBox()]);
    expect(label?.x).toBeGreaterThan(value?.x ?? Infinity);
    const heading = await page.locator('h1').evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return { words: range.getBoundingClientRect().right, line: element.getBoundingClientRect().right };
    });
    expect(heading.words).toBeCloseTo(heading.line, 0);
  });

  it('fits a phone without scrolling sideways', async () => {
    for (const language of ['ar', 'ru'] as const) {
      const page = await open('interpretation', language, { viewport: { width: 320, height: 600 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const [table, heading] = await Promise.all([page.locator('table').boundingBox(), page.locator('h1').boundingBox()]);
      expect(table?.width).toBe(heading?.width);
    }
  });
});
