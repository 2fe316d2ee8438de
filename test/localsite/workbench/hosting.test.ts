import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../../support/browser';
import { probeRelease, startSiteForWorkbench, type SiteForWorkbench } from './siteForWorkbench';
import { openWatchedPage, withoutTeamsList } from './watchedPage';

let site: SiteForWorkbench;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSiteForWorkbench(probeRelease), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

beforeEach(async () => {
  ({ page, problems } = await openWatchedPage(browser));
});

afterEach(async () => {
  await page.context().close();
});

async function open(query = ''): Promise<void> {
  await page.goto(`${site.url}/${query}`);
  await page.locator('[data-fact=greeting]').waitFor();
}

async function fact(name: string): Promise<string> {
  return (await page.locator(`[data-fact=${name}]`).textContent()) ?? '';
}

/** Waits until the web part has written a fact, because the page tells it of changes in its own time. */
async function waitForFact(name: string, text: string): Promise<void> {
  await page.locator(`[data-fact=${name}]`, { hasText: text }).waitFor();
}

/** Leaves a mark that a new load of the page wipes out. */
async function markPage(): Promise<void> {
  await page.evaluate(() => document.body.setAttribute('data-mark', 'same page'));
}

async function isMarked(): Promise<boolean> {
  return (await page.locator('body').getAttribute('data-mark')) === 'same page';
}

describe('A web part in the workbench', () => {
  it('runs on the published modules and is told of its site and its reader', async () => {
    await open();
    expect(await fact('greeting')).toBe('Welcome');
    expect(await fact('react')).toBe('17.0.1');
    expect(await fact('web')).toBe('TDAG-WG-SOP /sites/tdag-wg-sop true');
    expect(await fact('user')).toBe('Delegate of France delegate.fr@example.org i:0#.f|membership|delegate.fr@example.org');
    expect(await fact('teams')).toBe('none');
    expect(problems).toEqual([]);
  });

  it('gets the texts of the page language, and Arabic runs from right to left', async () => {
    await open('?lang=fr');
    expect(await fact('greeting')).toBe('Bienvenue');
    expect(await fact('culture')).toBe('fr-FR false');
    await page.getByLabel('Language').selectOption('ar');
    await waitForFact('culture', 'ar-SA true');
    expect(await fact('greeting')).toBe('أهلا');
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar-SA']);
    expect(page.url()).toContain('lang=ar');
  });

  it('gets the default texts in a language that it was not shipped in', async () => {
    await open('?lang=ru');
    expect(await fact('greeting')).toBe('Welcome');
    expect(await fact('culture')).toBe('ru-RU false');
  });

  it('is told of a new theme at once, without a new page', async () => {
    await open();
    expect(await fact('background')).toBe('#ffffff');
    await markPage();
    await page.getByLabel('Theme').selectOption('dark');
    await waitForFact('background', '#1f1f1f');
    expect(await fact('inverted')).toBe('true');
    await page.getByLabel('Theme').selectOption('contrast');
    await waitForFact('background', '#000000');
    expect(await isMarked()).toBe(true);
    expect(page.url()).toContain('theme=contrast');
  });

  it('acts as another user, whom the site learns of by the cookie', async () => {
    await open();
    await page.getByLabel('User').selectOption('secretariat@example.org');
    await waitForFact('user', 'Secretariat secretariat@example.org');
    expect(page.url()).toContain('user=secretariat@example.org');
  });

  it('is not opened for a user whom the site does not know', async () => {
    await page.goto(`${site.url}/?user=nobody@example.org`);
    await page.getByRole('alert').getByText('The local site knows no user nobody@example.org').waitFor();
  });

  it('finds the Teams SDK in a Teams tab only', async () => {
    await page.goto(`${site.url}/?host=teams&user=secretariat@example.org`);
    const teams = page.frameLocator('iframe').locator('[data-fact=teams]');
    await teams.waitFor();
    expect(await teams.textContent()).toBe('secretariat@example.org');
    expect(withoutTeamsList(problems)).toEqual([]);
  });

  it('is told of the width of its column', async () => {
    await open();
    const full = Number(await fact('width'));
    await page.getByLabel('Width').selectOption('narrow');
    await page.waitForFunction((before) => Number(document.querySelector('[data-fact=width]')?.textContent) < before / 2, full);
    expect(Number(await fact('width'))).toBeGreaterThan(300);
  });

  it('is configured in the property pane, and a new load of the page keeps what was set', async () => {
    await open('?mode=edit');
    expect(await fact('mode')).toBe('Edit');
    await page.getByRole('button', { name: 'Properties' }).click();
    await page.getByLabel('Heading').fill('Deadlines');
    await page.getByLabel('Size').selectOption('l');
    await page.getByLabel('Quiet').check();
    await waitForFact('properties', '{"heading":"Deadlines","size":"l","quiet":true}');
    await page.reload();
    await waitForFact('properties', '{"heading":"Deadlines","size":"l","quiet":true}');
  });

  it('opens its property pane itself', async () => {
    await open('?mode=edit');
    await page.getByRole('button', { name: 'Configure' }).click();
    await page.getByRole('complementary', { name: 'Properties' }).waitFor();
    await page.getByLabel('Page', { exact: true }).selectOption('read');
    await waitForFact('mode', 'Read');
    expect(await page.getByRole('complementary', { name: 'Properties' }).count()).toBe(0);
  });
});

describe('The bar of the workbench', () => {
  it('shows the time of the site in Geneva and moves it forward', async () => {
    await open();
    await page.getByText('Mon, 10 Aug 2020, 09:00').waitFor();
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByText('Tue, 11 Aug 2020, 09:00').waitFor();
    await page.getByLabel('Move to').fill('2020-09-11T09:00');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText(/Fri, 11 Sept? 2020, 09:00/).waitFor();
  });

  it.each(['?theme=light', '?theme=dark', '?theme=contrast&lang=ar', '?mode=edit'])('is accessible with %s', async (query) => {
    await open(query);
    const { violations } = await new AxeBuilder({ page }).include('.bar').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it.each(['light', 'dark', 'contrast'])('is accessible together with Teams around the app, in %s', async (theme) => {
    await page.goto(`${site.url}/?host=personal&theme=${theme}`);
    await page.frameLocator('iframe').locator('[data-fact=greeting]').waitFor();
    const { violations } = await new AxeBuilder({ page }).include('.bar').include('.teams').exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('folds its controls away on a phone and shows them on request, with nothing to scroll sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open();
    expect(await page.getByLabel('Theme').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Controls' }).click();
    expect(await page.getByLabel('Theme').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

describe("The page's content security policy", () => {
  it('refuses a script that is written into the page', async () => {
    await open();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    });
    expect(await page.title()).not.toBe('taken over');
    expect(problems.some((problem) => problem.startsWith('policy: script-src'))).toBe(true);
  });

  it('refuses a script from another place', async () => {
    await open();
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const script = document.createElement('script');
          script.src = 'https://scripts.example.org/library.js';
          script.onerror = resolve;
          document.body.append(script);
        })
    );
    expect(problems).toContain('policy: script-src-elem https://scripts.example.org/library.js');
  });
});
