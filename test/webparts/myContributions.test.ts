import type { Page } from 'playwright-core';
import { finding } from '../../src/documents/findings';
import { makeDocx } from '../support/documents';
import { accessibilityProblems, chooseDocument, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

/** A document that came without the form, such as by a synchronised folder, and was checked by the service. */
async function arriveWithoutForm({ site }: HostedWebPart, fileName: string): Promise<number> {
  const { id } = await site.desk('delegate.fr').contributions.upload(fileName, await makeDocx({ title: 'By another way' }));
  const { contributions } = site.desk();
  const { etag } = (await contributions.get(id)) ?? { etag: '' };
  const findings = [finding('metadataMissing', { field: 'source' }), finding('metadataMissing', { field: 'purpose' })];
  await contributions.recordCheck(id, etag, { docStatus: 'needsAttention', findings: JSON.stringify(findings) });
  return id;
}

function entry(page: Page, fileName: string): ReturnType<Page['locator']> {
  return page.getByRole('region', { name: 'My contributions' }).getByRole('listitem').filter({ has: page.getByRole('link', { name: fileName }) });
}

async function completeForm(page: Page, fileName: string): Promise<void> {
  await entry(page, fileName).getByRole('button', { name: 'Complete the details' }).click();
  const form = page.getByRole('form', { name: 'Complete the details' });
  await form.getByLabel('Title').fill('Completed afterwards');
  await form.getByLabel('Source').fill('France');
  await form.getByLabel('Original language').selectOption({ label: 'English' });
  await form.getByLabel('For action').check();
  await form.getByLabel('Meeting', { exact: true }).selectOption({ index: 1 });
}

describe("a delegate's own contributions", () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('say in words what was found and let the delegate complete it', async () => {
    const id = await arriveWithoutForm(webPart, 'synchronised.docx');
    const page = await webPart.open();
    await entry(page, 'synchronised.docx').getByText('The source is missing. Please complete it.').waitFor();
    await completeForm(page, 'synchronised.docx');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('its time of arrival stays the same').waitFor();
    expect(await webPart.site.desk().contributions.get(id)).toMatchObject({ title: 'Completed afterwards', source: 'France', purpose: 'action' });
  });

  it('show what somebody else wrote meanwhile, keep what was typed, and are saved as the delegate decides', async () => {
    const id = await arriveWithoutForm(webPart, 'shared.docx');
    const page = await webPart.open();
    await completeForm(page, 'shared.docx');
    await webPart.site
      .desk('secretariat')
      .contributions.describe(id, { title: 'By the secretariat', source: 'République française', originalLanguage: 'fr', purpose: 'information', topic: 'Item 5' });
    const form = page.getByRole('form', { name: 'Complete the details' });
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    const conflict = form.getByRole('alert');
    await conflict.getByText('Somebody else changed this document in the meantime').waitFor();
    expect(await conflict.innerText()).toContain('By the secretariat');
    expect(await form.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Completed afterwards');
    expect(await accessibilityProblems(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Use this: Source' }).click();
    expect(await form.getByRole('textbox', { name: 'Source' }).inputValue()).toBe('République française');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('its time of arrival stays the same').waitFor();
    expect(await webPart.site.desk().contributions.get(id)).toMatchObject({
      title: 'Completed afterwards',
      source: 'République française',
      originalLanguage: 'en',
      purpose: 'action',
      // Left alone by the delegate, so the other person's word stands.
      topic: 'Item 5'
    });
  });

  it('are saved all the same when only the service wrote meanwhile, also at the very last moment', async () => {
    const id = await arriveWithoutForm(webPart, 'checked.docx');
    const page = await webPart.open();
    await completeForm(page, 'checked.docx');
    let wasChanged = false;
    await page.route(/items\(\d+\)/, async (route) => {
      if (route.request().headers()['x-http-method'] === 'MERGE' && !wasChanged) {
        wasChanged = true;
        const { contributions } = webPart.site.desk();
        await contributions.recordCheck(id, (await contributions.get(id))?.etag ?? '', { docStatus: 'needsAttention', sha256: 'ab' });
      }
      await route.continue();
    });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('its time of arrival stays the same').waitFor();
    expect(wasChanged).toBe(true);
    expect(await webPart.site.desk().contributions.get(id)).toMatchObject({ title: 'Completed afterwards', sha256: 'ab' });
  });

  it('are shown although the recorded findings make no sense', async () => {
    const { id } = await webPart.site.desk('delegate.fr').contributions.upload('odd.docx', await makeDocx({ title: 'Odd' }));
    const { contributions } = webPart.site.desk();
    const found = JSON.stringify([{ code: 'toString', parameters: {} }, { code: 'tooLarge', parameters: {} }, 7]);
    await contributions.recordCheck(id, (await contributions.get(id))?.etag ?? '', { docStatus: 'needsAttention', findings: found });
    const page = await webPart.open();
    await entry(page, 'odd.docx').getByText('Needs attention').waitFor();
  });

  it('follow the library when the page is looked at again, without closing a form', async () => {
    const id = await arriveWithoutForm(webPart, 'followed.docx');
    const page = await webPart.open();
    await completeForm(page, 'followed.docx');
    const { id: other } = await webPart.site.desk('delegate.fr').contributions.upload('new-arrival.docx', await makeDocx({ title: 'New' }));
    const { contributions } = webPart.site.desk();
    await contributions.recordDecided(id, (await contributions.get(id))?.etag ?? '', { docNumber: 71, docSymbol: 'TDAG-WG-SOP/71-E', docStatus: 'accepted' });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await entry(page, 'new-arrival.docx').waitFor();
    await entry(page, 'followed.docx').getByText('TDAG-WG-SOP/71-E').waitFor();
    expect(await page.getByRole('form', { name: 'Complete the details' }).getByLabel('Title').inputValue()).toBe('Completed afterwards');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('its time of arrival stays the same').waitFor();
    expect(await contributions.get(other)).toBeDefined();
  });
});

describe('the ways on from a contribution', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  /** A contribution of the French delegate with its form. */
  async function arrive(fileName: string, title: string): Promise<number> {
    const { contributions } = webPart.site.desk('delegate.fr');
    const { id } = await contributions.upload(fileName, await makeDocx({ title }));
    await contributions.describe(id, { title, source: 'France', originalLanguage: 'en', purpose: 'action', meetingId: 2 });
    return id;
  }

  async function act(page: Page, title: string, action: string): Promise<void> {
    await entry(page, title).getByText('Revise, add or withdraw').first().click();
    await entry(page, title).getByRole('button', { name: action, exact: true }).click();
  }

  it('lead to the form with what is known filled in, and group the parts below their document', async () => {
    const id = await arrive('plan.docx', 'Proposal on the plan');
    const page = await webPart.open();
    await act(page, 'Proposal on the plan', 'Submit a corrigendum');
    await page.getByText('Now choose the document').waitFor();
    expect(await page.getByRole('button', { name: 'Choose a document' }).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await chooseDocument(page, 'Corrigendum to the proposal', 'corrigendum.docx');
    await page.getByText('Now choose the document').waitFor({ state: 'detached' });
    const form = page.getByRole('form', { name: 'corrigendum.docx' });
    await form.locator('option', { hasText: 'Proposal on the plan' }).waitFor({ state: 'attached' });
    expect(await form.getByLabel('What you submit').inputValue()).toBe('corrigendum');
    expect(await form.getByLabel('Of which contribution').inputValue()).toBe(String(id));
    expect(await form.getByLabel('For action').isChecked()).toBe(true);
    await form.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    const parts = page.getByRole('list', { name: 'What belongs to Proposal on the plan' });
    await parts.getByRole('link', { name: 'Corrigendum to the proposal' }).waitFor();
    expect(await webPart.site.desk().contributions.family(id)).toMatchObject([{ id }, { partOf: id, partKind: 'corrigendum' }]);
  });

  it('offer a replacement only until it is published', async () => {
    const id = await arrive('published.docx', 'Already published');
    const { contributions } = webPart.site.desk();
    await contributions.recordDecided(id, (await contributions.get(id))?.etag ?? '', { docNumber: 80, docSymbol: 'TDAG-WG-SOP/80-E', docStatus: 'published' });
    await arrive('unpublished.docx', 'Not published');
    const page = await webPart.open();
    await entry(page, 'Not published').getByText('Revise, add or withdraw').click();
    await entry(page, 'Not published').getByRole('button', { name: 'Replace before publication' }).waitFor();
    await entry(page, 'Already published').getByText('Revise, add or withdraw').click();
    await entry(page, 'Already published').getByRole('button', { name: 'Submit a revision' }).waitFor();
    expect(await entry(page, 'Already published').getByRole('button', { name: 'Replace before publication' }).count()).toBe(0);
  });

  it('end with a withdrawal, after the delegate was told what it means', async () => {
    const id = await arrive('withdrawn.docx', 'Soon withdrawn');
    const { contributions } = webPart.site.desk();
    await contributions.recordDecided(id, (await contributions.get(id))?.etag ?? '', { docNumber: 81, docSymbol: 'TDAG-WG-SOP/81-E', docStatus: 'accepted' });
    const page = await webPart.open();
    await act(page, 'Soon withdrawn', 'Withdraw this document');
    await page.getByText('its number TDAG-WG-SOP/81-E is never given to another document').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect((await contributions.get(id))?.docStatus).toBe('accepted');
    await act(page, 'Soon withdrawn', 'Withdraw this document');
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await entry(page, 'Soon withdrawn').getByText('Withdrawn', { exact: true }).waitFor();
    expect(await entry(page, 'Soon withdrawn').getByText('Revise, add or withdraw').count()).toBe(0);
    expect(await contributions.get(id)).toMatchObject({ docStatus: 'withdrawn', docNumber: 81, modifiedBy: { email: 'delegate.fr@example.org' } });
  });

  it('say so when the withdrawal did not get through, and let the delegate try again', async () => {
    await arrive('kept.docx', 'Kept for now');
    const page = await webPart.open();
    await act(page, 'Kept for now', 'Withdraw this document');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await page.getByText('No connection to the site').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await entry(page, 'Kept for now').getByText('Withdrawn', { exact: true }).waitFor();
  });
});
