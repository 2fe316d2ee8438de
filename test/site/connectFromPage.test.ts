import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

/** What the page under test offers to `page.evaluate`. */
interface PageUnderTest {
  upload(bytes: number, cancelAt?: number): Promise<{ fileName?: string; kind?: string; receivedAt?: string; progress: number[] }>;
  /** Gives a document another title, and tells the title that it then has. */
  rename(id: number, title: string): Promise<string | undefined>;
  now(): string;
}

const SCRIPT = `
  import { connectFromPage } from './src/site/connectFromPage';
  import { openDelegateSite } from './src/site/delegateSite';
  const site = openDelegateSite(connectFromPage(location.origin + '/sites/tdag-wg-sop'));
  window.underTest = {
    async upload(bytes, cancelAt = Infinity) {
      const stop = new AbortController();
      const progress = [];
      const onProgress = (sent) => { progress.push(sent); if (sent >= cancelAt) { stop.abort(); } };
      try {
        const sent = await site.contributions.upload('page.pdf', new Blob([new Uint8Array(bytes)]), { onProgress, signal: stop.signal });
        return { fileName: sent.fileName, receivedAt: sent.receivedAt.toString(), progress };
      } catch (error) {
        return { kind: error.kind, progress };
      }
    },
    async rename(id, title) {
      await site.contributions.describe(id, { title, source: 'France', originalLanguage: 'en', purpose: 'action' });
      return (await site.contributions.get(id)).title;
    },
    now: () => site.clock.now().toString()
  };`;

const MEGABYTE = 1024 * 1024;

let site: TestSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const [started, launched, bundle] = await Promise.all([
    provisionedSite(),
    launchBrowser(),
    build({ stdin: { contents: SCRIPT, resolveDir: resolve(__dirname, '../..'), loader: 'ts' }, bundle: true, write: false, format: 'iife', target: 'es2020' })
  ]);
  [site, browser] = [started, launched];
  const { origin } = new URL(site.url);
  const context = await browser.newContext();
  await context.addCookies([{ name: 'localUser', value: 'delegate.fr@example.org', url: origin }]);
  page = await context.newPage();
  await page.route(`${origin}/page-under-test`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Page</title>' }));
  await page.goto(`${origin}/page-under-test`);
  await page.addScriptTag({ content: bundle.outputFiles[0].text });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

function upload(bytes: number, cancelAt?: number): ReturnType<PageUnderTest['upload']> {
  return page.evaluate(([size, at]) => (window as unknown as { underTest: PageUnderTest }).underTest.upload(size as number, at), [bytes, cancelAt]);
}

describe('a page of the site', () => {
  it('uploads as the person who looks at it and reports the progress of a single request', async () => {
    const { fileName, progress } = await upload(8 * MEGABYTE);
    expect(fileName).toBe('page.pdf');
    expect([progress[0], progress[progress.length - 1]]).toEqual([0, 8 * MEGABYTE]);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect((await site.desk().contributions.recent(1))[0]).toMatchObject({ size: 8 * MEGABYTE, createdBy: { email: 'delegate.fr@example.org' } });
  });

  it('gives a taken name a number', async () => {
    expect((await upload(10)).fileName).toBe('page (2).pdf');
  });

  it('cancels an upload', async () => {
    expect((await upload(20 * MEGABYTE, 6 * MEGABYTE)).kind).toBe('cancelled');
    expect((await site.desk().contributions.recent(10)).map(({ fileName }) => fileName)).toEqual(['page (2).pdf', 'page.pdf']);
  });

  // Chromium gives the answer to a change, which has no body, an empty one.
  it('changes a document and hears that it is changed', async () => {
    const [{ id }] = await site.desk().contributions.recent(1);
    expect(await page.evaluate((of) => (window as unknown as { underTest: PageUnderTest }).underTest.rename(of, 'From the page'), id)).toBe('From the page');
  });

  it("knows the site's time and still sends after a night in which its form digest ended", async () => {
    await site.administer('clock', { advanceTo: '2020-08-11T07:00:00Z' });
    const { fileName, receivedAt } = await upload(10);
    expect(fileName).toBe('page (3).pdf');
    expect(receivedAt).toMatch(/^2020-08-11T07:00/);
    expect(await page.evaluate(() => (window as unknown as { underTest: PageUnderTest }).underTest.now())).toMatch(/^2020-08-11T07:00/);
  });
});
