import type { Browser, Page } from 'playwright-core';
import { connectFromNode } from '../../src/service/siteConnection';
import { openSite } from '../../src/site/deskSite';
import { launchBrowser } from '../support/browser';
import { startDesk } from '../support/desk';
import type { RunningDesk } from '../support/desk';
import { makeDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { cards, lastCardText, openChannel, openPlayground, postToBot, say } from '../support/playground';

const TITLE = 'Proposal on the indicators of the strategic plan';

describe('one contribution goes all the way', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let webPart: Page;
  let channel: Page;

  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
    webPart = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
    channel = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it('the bot is installed in a channel, answers there, and reminds of the deadline that is seven days away', async () => {
    await openPlayground(channel, desk.playgroundUrl);
    await openChannel(channel);
    await postToBot(channel, 'When is the next deadline?');
    await eventually(async () => {
      const texts = (await cards(channel).allInnerTexts()).join('\n');
      expect(texts).toContain('17 August 2020');
      expect(texts).toContain('Geneva');
    });
  });

  it('a delegate uploads a document and gets a receipt with the time that the library recorded', async () => {
    await webPart.goto(`${desk.workbenchUrl}?user=delegate.fr@example.org&lang=en`);
    await webPart.locator('input[type=file]').setInputFiles({
      name: 'proposal.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(await makeDocx({ title: TITLE, source: 'France' }))
    });
    // What is read from the document comes into the fields; typing at that moment would come beside it.
    await webPart.locator('[data-reading=read]').first().waitFor();
    await webPart.getByLabel('Title').fill(TITLE);
    await webPart.getByLabel('Source').fill('France');
    await webPart.getByLabel('Original language').selectOption({ label: 'English' });
    await webPart.getByLabel('For action').check();
    await webPart.getByText('It will be translated into the six languages.').first().waitFor();
    await webPart.getByRole('button', { name: 'Submit', exact: true }).click();
    await webPart.getByRole('heading', { name: 'Received' }).waitFor();
  });

  it('the library has it, and the service gives it the same standing as the receipt', async () => {
    const site = openSite(connectFromNode({ siteUrl: desk.siteUrl, headers: { 'X-Local-User': 'member@example.org' } }));
    await eventually(async () => {
      const [contribution] = await site.contributions.searchTitle(['indicators'], 5);
      expect(contribution).toMatchObject({ title: TITLE, source: 'France', standing: 'translated', docStatus: 'received' });
      expect(contribution.receivedAt?.toString()).toBe(contribution.createdAt.toString());
      expect(await webPart.locator('body').innerText()).toContain(contribution.receivedAt?.toZonedDateTimeISO('Europe/Zurich').toPlainTime().toString().slice(0, 5));
    });
  });

  it('the bot names it to a member who asks in a chat', async () => {
    const chat = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await openPlayground(chat, desk.playgroundUrl);
    await say(chat, 'What is the status of the contribution on the indicators?');
    await eventually(async () => {
      const text = await lastCardText(chat);
      expect(text).toContain(TITLE);
      expect(text).toContain('To be translated');
    });
  });

  it('the channel is reminded of the agreed deadline seven days before, once', async () => {
    await webPart.getByLabel(/Move to/).fill('2020-09-11T09:00');
    await webPart.getByRole('button', { name: 'Move', exact: true }).click();
    const reminders = async () => (await cards(channel).allInnerTexts()).filter((text) => text.startsWith('Deadline reminder') && text.includes('18 September 2020'));
    await eventually(async () => {
      expect(await reminders()).toHaveLength(1);
    });
    await eventually(async () => {
      const health = (await (await fetch(`${desk.serviceUrl}/healthz`)).json()) as { reminders: { posted: number } };
      // One of August; in September also those of the opening and of the meeting of November, in the same message.
      expect(health.reminders.posted).toBe(4);
    });
    expect(await reminders()).toHaveLength(1);
  });

  it('Ctrl-C stops everything', async () => {
    expect(await desk.stop()).toBe(0);
    await expect(fetch(desk.workbenchUrl)).rejects.toThrow();
    await expect(fetch(desk.serviceUrl)).rejects.toThrow();
    await expect(fetch(desk.playgroundUrl)).rejects.toThrow();
  });
});
