import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { putDocument, secondMeeting } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

describe('the regions', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
    const meeting = await secondMeeting(webPart.site);
    await putDocument(webPart.site, meeting, { title: 'From France' });
    await putDocument(webPart.site, meeting, { title: 'From Cuba', metadata: { source: 'cuba ' } });
    await putDocument(webPart.site, meeting, { title: 'From elsewhere', metadata: { source: 'Some company' } });
    const desk = webPart.site.desk('secretariat');
    await desk.languageRequests.ask({ meetingId: meeting.id, language: 'es', delegation: 'Cuba' }, 'secretariat@example.org');
    await desk.delegations.add({
      name: 'Office of the Americas',
      type: 'regionalOrganization',
      region: 'americas',
      regionalOrganization: 'CITEL',
      coordinator: 'Coordinator for the Americas',
      coordinatorSince: Temporal.PlainDate.from('2020-06-01'),
      coordinatorLetter: 'Circular letter 12',
      representatives: []
    });
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  const open = async (query = ''): Promise<Page> => {
    const page = await webPart.open(query);
    await page.locator('details > summary').last().click();
    await page.locator('[data-region-card=americas]').waitFor();
    return page;
  };

  it('are folded for a delegate and show who belongs to each, in its regional organization or outside it', async () => {
    const page = await webPart.open();
    expect(await page.locator('[data-region-card]').count()).toBe(0);
    await page.getByText('Regions and participation').click();
    const americas = page.getByRole('region', { name: 'Americas' });
    await americas.waitFor();
    const text = await americas.innerText();
    expect(text).toMatch(/CITEL\s+\u2068?Brazil/);
    expect(text).toMatch(/Outside the regional organization\s+\u2068?Cuba/);
    expect(text).toContain('Vice-Chair 1 of TDAG for Americas');
    expect(text).toContain('Vice-Chair 2 of TDAG for Americas');
    expect(text).toMatch(/Coordinator for the Americas\s+since 1 Jun 2020\s+by \u2068?Circular letter 12/);
    expect(await page.locator('[data-region-card]').count()).toBe(6);
  });

  it('show their participation as bars and as the same table', async () => {
    const page = await open();
    await page.getByText('As a table').click();
    const cells = (region: string): Promise<string[]> => page.locator(`tr[data-region=${region}] td`).allInnerTexts();
    expect(await cells('americas')).toEqual(['5', '1', '1']);
    expect(await cells('europe')).toEqual(['4', '1', '0']);
    // Beside the one put there, the group's reference documents.
    await page.getByText(/^\d contributions come from none of the listed delegations\.$/).waitFor();
  });

  it('give out their participation as Excel and as CSV', async () => {
    const page = await open();
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'This table as CSV' }).click()]);
    expect(csv.suggestedFilename()).toBe('TDAG-WG-SOP-participation-2020-10-01.csv');
    expect(readFileSync(await csv.path(), 'utf8')).toMatch(/Region.+Delegations[^]+Americas\W+5\W+1\W+1/);
    const [xlsx] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'This table as Excel' }).click()]);
    expect(xlsx.suggestedFilename()).toBe('TDAG-WG-SOP-participation-2020-10-01.xlsx');
  });

  it("are a part of the secretariat's view of a meeting", async () => {
    const page = await webPart.open('user=secretariat@example.org');
    await page.locator('#desk-part-tab-regions').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Asia-Pacific' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it.each(['theme=light', 'theme=dark', 'theme=contrast', 'lang=ar', 'width=phone'])('are accessible with %s', async (query) => {
    const page = await open(query);
    await page.locator('figure summary').click();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
