import type { Page } from 'playwright-core';
import { finding } from '../../src/documents/findings';
import { makeDocx } from '../support/documents';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
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

  it('keep what was typed when somebody else changed the form meanwhile, and take it at the next try', async () => {
    const id = await arriveWithoutForm(webPart, 'shared.docx');
    const page = await webPart.open();
    await completeForm(page, 'shared.docx');
    await webPart.site
      .desk('secretariat')
      .contributions.describe(id, { title: 'By the secretariat', source: 'France', originalLanguage: 'fr', purpose: 'information' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else changed this document in the meantime').waitFor();
    expect(await page.getByRole('form', { name: 'Complete the details' }).getByLabel('Title').inputValue()).toBe('Completed afterwards');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('its time of arrival stays the same').waitFor();
    expect(await webPart.site.desk().contributions.get(id)).toMatchObject({ title: 'Completed afterwards', originalLanguage: 'en' });
  });

  it('are shown although the recorded findings make no sense', async () => {
    const { id } = await webPart.site.desk('delegate.fr').contributions.upload('odd.docx', await makeDocx({ title: 'Odd' }));
    const { contributions } = webPart.site.desk();
    const found = JSON.stringify([{ code: 'toString', parameters: {} }, { code: 'tooLarge', parameters: {} }, 7]);
    await contributions.recordCheck(id, (await contributions.get(id))?.etag ?? '', { docStatus: 'needsAttention', findings: found });
    const page = await webPart.open();
    await entry(page, 'odd.docx').getByText('Needs attention').waitFor();
  });
});
