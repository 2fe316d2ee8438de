import { createHash, randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { contentOf } from '../support/content';
import { eventually } from '../support/eventually';
import { accessibilityProblems, chooseDocument, fillForm, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const CONTENT = randomBytes(30 * 1024 * 1024);

/** Chooses a document that goes in pieces, fills its form and sends it. */
async function sendLarge(page: Page, fileName: string, title: string): Promise<void> {
  await page.locator('[data-testid=drop-zone] input[type=file]').setInputFiles({ name: fileName, mimeType: 'application/pdf', buffer: CONTENT });
  await page.locator('[data-reading=read]').waitFor();
  await fillForm(page, title);
  await page.getByRole('button', { name: 'Submit all the same' }).click();
}

describe('an upload in pieces on the page', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' }));
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  async function stored(fileName: string) {
    const all = await webPart.site.desk().contributions.recent(500);
    return all.filter((each) => each.fileName.startsWith(fileName.split('.')[0]));
  }

  it('goes on by itself when the connection is back, and arrives once', async () => {
    const page = await webPart.open();
    await webPart.site.administer('faults', { kind: 'slow', path: 'fileOffset', milliseconds: 700 });
    await sendLarge(page, 'network.pdf', 'Sent over a hotel network');
    await page.getByText(/1\d MB of 30 MB/).waitFor();
    await page.context().setOffline(true);
    await page.getByText(/Stopped at [1-9]\d%/).waitFor();
    await page.getByText('No connection to the site').waitFor();
    await page.getByText('It goes on by itself as soon as the connection is back.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    // What has not arrived is not among the contributions yet.
    expect(await page.getByRole('link', { name: 'network.pdf' }).count()).toBe(0);
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    const documents = await stored('network.pdf');
    expect(documents).toMatchObject([{ fileName: 'network.pdf', title: 'Sent over a hotel network' }]);
    const content = await contentOf(webPart.site.desk().contributions, documents[0].id);
    expect(createHash('sha256').update(content).digest('hex')).toBe(createHash('sha256').update(CONTENT).digest('hex'));
  });

  it('keeps what has arrived when the site is busy, and goes on when told to', async () => {
    const page = await webPart.open();
    await webPart.site.administer('faults', { kind: 'throttle', path: 'fileOffset=15728640', count: 1, retryAfterSeconds: 120 });
    await sendLarge(page, 'busy.pdf', 'Sent to a busy site');
    await page.getByText('The site is very busy').waitFor();
    await page.getByText('Stopped at 50%').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    expect(await stored('busy.pdf')).toMatchObject([{ title: 'Sent to a busy site', size: CONTENT.length }]);
  });

  it('leaves nothing in the library when it is cancelled after it stopped, and the form is as it was', async () => {
    const page = await webPart.open();
    await webPart.site.administer('faults', { kind: 'throttle', path: 'fileOffset', count: 1, retryAfterSeconds: 120 });
    await sendLarge(page, 'given-up.pdf', 'Given up');
    await page.getByText('Stopped at').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing was submitted and what you typed is still here').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Given up');
    await eventually(async () => expect(await stored('given-up.pdf')).toEqual([]));
  });

  it('warns before the page is closed', async () => {
    const page = await webPart.open();
    await webPart.site.administer('faults', { kind: 'slow', path: 'fileOffset', milliseconds: 3000 });
    await sendLarge(page, 'closing.pdf', 'Sent while closing');
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    const warned = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await warned;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
  });
});

describe('a document that a busy site does not take', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('is kept with all that was typed and sent at the next try', async () => {
    const page = await webPart.open();
    await chooseDocument(page, 'Busy', 'short.docx');
    await fillForm(page, 'Typed with care');
    await webPart.site.administer('faults', { kind: 'throttle', path: 'AddUsingPath', count: 1, retryAfterSeconds: 120 });
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByText('Wait a minute, then try again').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Typed with care');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    expect(await webPart.site.desk().contributions.searchTitle(['care'], 5)).toHaveLength(1);
  });
});
