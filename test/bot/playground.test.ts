import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { cards, openChannel, openPlayground, postToBot, say, startPlayground } from '../support/playground';
import type { Playground } from '../support/playground';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { freePort, runService } from '../support/service';
import type { TestService } from '../support/service';

// The newest card need not be the answer: the bot also tells the author what a document lacks.
describe('the bot in the Agents Playground', () => {
  let site: TestSite;
  let service: TestService;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await provisionedSite('2020-08-03T09:00:00+02:00');
    await addMeeting(site);
    service = await runService(site);
    playground = await startPlayground(service.messagesUrl, await freePort(), 'delegate.ke@example.org');
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  });

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await service?.stop();
    await site?.stop();
  });

  it('answers in a personal chat, and a title stays the text that it is', async () => {
    const { contributions } = site.desk('delegate.ke');
    await contributions.upload('__bold__ report.docx', smallDocx('x'));
    await openPlayground(page, playground.url);
    await say(page, 'When is the next deadline?');
    await cards(page).filter({ hasText: /17 August 2020, 23:59 \(Geneva time\)/ }).last().waitFor();
    await say(page, 'Où en est la contribution report ?');
    await cards(page).filter({ hasText: '« __bold__ report.docx »' }).last().waitFor();
  });

  it('answers to the buttons of its cards', async () => {
    await openPlayground(page, playground.url);
    await say(page, 'help');
    await page.getByRole('button', { name: 'Until when can we request interpretation?' }).last().click();
    await cards(page).filter({ hasText: 'Interpretation can be requested until' }).last().waitFor();
  });

  it('tells an author what a document lacks, and takes it from the card', async () => {
    await openPlayground(page, playground.url);
    await say(page, 'hello');
    const { id } = await site.desk('delegate.ke').contributions.upload('from-the-folder.docx', smallDocx('content'));
    const card = cards(page).filter({ hasText: '“from-the-folder.docx” has arrived, but its details are not complete' }).last();
    await card.waitFor();
    await card.getByRole('button', { name: 'Send the details' }).click();
    await eventually(async () => expect(await card.innerText()).toContain('Give the title as it stands on the document.'));
    await card.getByLabel('Title').fill('Rural connectivity');
    await card.getByLabel('Source').fill('Kenya');
    for (const [field, choice] of [['Original language', 'English'], ['Purpose', 'For action']]) {
      await card.getByRole('combobox', { name: field }).click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    }
    await card.getByRole('button', { name: 'Send the details' }).click();
    await eventually(async () => expect((await site.desk().contributions.get(id))?.docStatus).toBe('received'));
    await eventually(async () => expect((await cards(page).allInnerTexts()).join('\n')).toContain('“Rural connectivity” has been received.'));
  });

  it('answers a mention in a channel, and posts the reminder there when the time has come', async () => {
    await openPlayground(page, playground.url);
    await openChannel(page);
    await postToBot(page, 'Quel est le prochain délai ?');
    await eventually(async () => expect((await cards(page).allInnerTexts()).join('\n')).toContain('7 août 2020'));
    await site.administer('clock', { advanceTo: geneva('2020-08-10T09:00:00').toString() });
    await eventually(async () => expect((await cards(page).allInnerTexts()).filter((text) => text.startsWith('Deadline reminder: 7 days left'))).toHaveLength(1));
  });
});
