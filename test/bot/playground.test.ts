import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { makeDocx, smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { startFileHost } from '../support/fileHost';
import type { FileHost } from '../support/fileHost';
import { startFileRelay } from '../support/fileRelay';
import type { FileRelay } from '../support/fileRelay';
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
  let host: FileHost;
  let relay: FileRelay;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await provisionedSite('2020-08-03T09:00:00+02:00');
    await addMeeting(site);
    host = await startFileHost();
    service = await runService(site, { fileHosts: [host.origin] });
    relay = await startFileRelay(service.messagesUrl);
    playground = await startPlayground(relay.messagesUrl, await freePort(), 'delegate.ke@example.org');
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  });

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await relay?.stop();
    await host?.stop();
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
    // A click is lost when the Playground draws its cards anew at that moment; a person clicks again.
    await eventually(async () => {
      await page.getByRole('button', { name: 'Until when can we request interpretation?' }).last().click();
      await cards(page).filter({ hasText: 'Interpretation can be requested until' }).last().waitFor({ timeout: 15_000 });
    });
  });

  it('answers to the examples of its help', async () => {
    await openPlayground(page, playground.url);
    await say(page, 'help');
    await page.getByText('What is the programme of work?').last().click();
    await cards(page).filter({ hasText: 'Programme of work: 1 meeting.' }).last().waitFor();
    await page.getByText('What if my contribution arrives today?').last().click();
    await cards(page).filter({ hasText: 'is translated into the six languages.' }).last().waitFor();
  });

  it('takes a request for interpretation from its card, and the card then says what the site holds', async () => {
    await site.desk().delegations.add({ name: 'Kenya', type: 'memberState', representatives: ['delegate.ke@example.org'] });
    await openPlayground(page, playground.url);
    await say(page, 'I need French on 1 October');
    const question = cards(page).filter({ hasText: 'Request interpretation for Kenya: French?' }).last();
    await question.waitFor();
    await question.getByRole('button', { name: 'Yes, request it' }).click();
    await cards(page).filter({ hasText: 'Kenya has requested interpretation: French.' }).last().waitFor();
    const [meeting] = await site.desk().meetings.all();
    expect(await site.desk().languageRequests.ofMeeting(meeting.id)).toMatchObject([{ language: 'fr', delegation: 'Kenya', status: 'active', requestedBy: 'delegate.ke@example.org' }]);
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

  it('asks whether a file is to be submitted, and the card becomes the receipt', async () => {
    await openPlayground(page, playground.url);
    relay.attach([{ name: 'satellites.docx', downloadUrl: host.serve(await makeDocx({ title: 'Satellites for rural areas', source: 'Kenya' })) }]);
    await say(page, 'here it is');
    const card = cards(page).filter({ hasText: 'Shall I submit “satellites.docx”?' }).last();
    await card.waitFor();
    expect(await card.getByLabel('Title').inputValue()).toBe('Satellites for rural areas');
    for (const [field, choice] of [['Original language', 'English'], ['Purpose', 'For action']]) {
      await card.getByRole('combobox', { name: field }).click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    }
    await card.getByRole('button', { name: 'Submit', exact: true }).click();
    await cards(page).filter({ hasText: '“Satellites for rural areas” has been received.' }).last().waitFor();
    const [document] = await site.desk().contributions.recent(1);
    expect(document).toMatchObject({ fileName: 'satellites.docx', source: 'Kenya', docStatus: 'received', createdBy: { email: 'delegate.ke@example.org' } });
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
