import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { WorkingGroup } from '../../src/rules/workingGroup';
import { launchBrowser } from './browser';
import { BrowserContexts } from './browserContexts';
import { makeDocx } from './documents';
import { teamsTab } from './teamsTab';
import type { TeamsTab } from './teamsTab';
import { demoSite } from './provisionedSite';
import type { TestSite } from './provisionedSite';

/** The shipped web part on the workbench page over a local site with the demo programme, in a real browser. */
export interface HostedWebPart {
  readonly site: TestSite;
  /** Opens the page in a browser context of its own; the query is the workbench's, e.g. `lang=fr&theme=dark`. */
  open(query?: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** The same in a tab of the local Teams: the query says `host=teams` or `host=personal`. */
  openInTeams(query: string, options?: Parameters<Browser['newContext']>[0]): Promise<TeamsTab>;
  /** Closes every page: one that is left open goes on asking the site and drawing, which slows the tests after it. */
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

/** The build must be there: `npm run build`. Settings of the group may be changed. */
export async function hostWebPart(now?: string, changes: Partial<WorkingGroup> = {}): Promise<HostedWebPart> {
  const [site, browser] = await Promise.all([demoSite(now, changes), launchBrowser()]);
  const contexts = new BrowserContexts(browser);
  const openPage: HostedWebPart['open'] = async (query = '', options = {}) => {
    const context = await contexts.take({ viewport: { width: 1280, height: 1000 }, timezoneId: 'America/Havana', ...options });
    const page = await context.newPage();
    const state = new URLSearchParams({ user: 'delegate.fr@example.org', lang: 'en', ...Object.fromEntries(new URLSearchParams(query)) });
    await page.goto(`${new URL(site.url).origin}/?${state.toString()}`);
    return page;
  };
  return {
    site,
    closePages: () => contexts.giveBack(),
    openInTeams: async (query, options) => teamsTab(await openPage(query, options)),
    open: async (query, options) => {
      const page = await openPage(query, options);
      await page.locator('section[aria-busy=false]').first().waitFor();
      return page;
    },
    stop: async () => {
      await browser.close();
      await site.stop();
    }
  };
}

/** Chooses a Word document with a title, as with the file picker, and waits until it was read. */
export async function chooseDocument(page: Page, title: string, fileName = 'proposal.docx'): Promise<void> {
  await page.locator('[data-testid=drop-zone] input[type=file]').setInputFiles({
    name: fileName,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(await makeDocx({ title, source: 'France' }))
  });
  await page.getByRole('form', { name: fileName }).waitFor();
  await page.locator('[data-reading=read]').first().waitFor();
}

/** Fills the required fields of the form for a contribution for action. */
export async function fillForm(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Source').fill('France');
  await page.getByLabel('Original language').selectOption({ label: 'English' });
  await page.getByLabel('For action').check();
}

/** What an accessibility check of the web part finds, by WCAG 2.2 A and AA: rule and element of each violation; in a frame if one is named. */
export async function accessibilityProblems(page: Page, frame?: string): Promise<string[]> {
  // Whatever lies under the workbench's own bar at the moment would count as covered by it.
  await page.evaluate(() => document.scrollingElement?.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    .include(frame === undefined ? '[data-testid=web-part]' : [frame, '[data-testid=web-part]'])
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
