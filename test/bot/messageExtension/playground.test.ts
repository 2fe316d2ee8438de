import type { Browser, Page } from 'playwright-core';
import { COMMANDS } from '../../../src/bot/messageExtension/commands';
import { launchBrowser } from '../../support/browser';
import { addMeeting } from '../../support/meetingOnSite';
import { cards, openPlayground, say, startPlayground } from '../../support/playground';
import type { Playground } from '../../support/playground';
import { freePort } from '../../support/service';
import { startExtensionBench } from './extensionOnSite';
import type { ExtensionBench } from './extensionOnSite';

// The Playground does not read the manifest: people say there which command they mean.
describe('the message extension in the Agents Playground', () => {
  let bench: ExtensionBench;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    bench = await startExtensionBench();
    const meetingId = (await addMeeting(bench.site)).id;
    await bench.document('five.docx', { title: 'Connectivity in rural areas', meetingId }, { docStatus: 'published', docSeries: 'document', docNumber: 5, docSymbol: 'TDAG-WG-SOP/5-E' });
    playground = await startPlayground(bench.service.messagesUrl, await freePort());
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    await openPlayground(page, playground.url);
  });

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await bench?.stop();
  });

  it('finds a document and puts its card into the compose box', async () => {
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByText('Search Command').click();
    await page.getByPlaceholder('Enter a search term').fill('rural');
    await page.getByText('Kenya · Second meeting').click();
    await cards(page).filter({ hasText: 'TDAG-WG-SOP/5-E “Connectivity in rural areas”' }).filter({ hasText: 'Open the document' }).waitFor();
  });

  it('shows a link to a document as its card', async () => {
    await openPlayground(page, playground.url);
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByText('Link Unfurling').click();
    await page.getByRole('textbox').last().fill(`${bench.site.url}/Contributions/five.docx`);
    await page.getByRole('dialog').locator('.ac-adaptiveCard').filter({ hasText: 'TDAG-WG-SOP/5-E' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('says which document a message is about', async () => {
    await say(page, 'I read TDAG-WG-SOP/5 yesterday');
    await page.getByText('I read TDAG-WG-SOP/5 yesterday').first().waitFor();
    await page.getByRole('button', { name: 'Show more information' }).nth(1).click();
    await page.getByText('Action Command').first().click();
    await page.getByPlaceholder('Input command id or leave blanks').fill(COMMANDS.about);
    await page.getByRole('button', { name: 'Create' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('textbox', { name: 'Document' }).inputValue()).toBe('TDAG-WG-SOP/5');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await cards(page).filter({ hasText: 'About TDAG-WG-SOP/5-E “Connectivity in rural areas”' }).waitFor();
  });
});
