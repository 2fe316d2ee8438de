import { accessibilityProblems, chooseDocument, fillForm, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

describe('a document that belongs to an earlier one', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('is tied to it, keeps it as it was and has its own time of arrival', async () => {
    const earlier = await webPart.site.desk('delegate.fr').contributions.upload('earlier.pdf', new Uint8Array([1]));
    const page = await webPart.open();
    await chooseDocument(page, 'Revised proposal', 'revised.docx');
    await fillForm(page, 'Revised proposal');
    await page.getByLabel('What you submit').selectOption({ label: 'A revision' });
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByText('Choose the earlier contribution that it belongs to.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('Of which contribution').selectOption({ label: 'earlier.pdf' });
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    const family = await webPart.site.desk().contributions.family(earlier.id);
    expect(family.map(({ fileName, partOf, partKind }) => ({ fileName, partOf, partKind }))).toEqual([
      { fileName: 'earlier.pdf', partOf: undefined, partKind: undefined },
      { fileName: 'revised.docx', partOf: earlier.id, partKind: 'revision' }
    ]);
  });
});
