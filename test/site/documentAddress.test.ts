import * as fc from 'fast-check';
import { documentAddress } from '../../src/site/documentAddress';

const site = 'https://example.sharepoint.com/sites/tdag-wg-sop';
const file = { fileRef: '/sites/tdag-wg-sop/Contributions/Été 5%.docx' };
const uniqueId = '2f5b1f2e-8a52-4f4e-9c0a-000000000001';

describe('the address of a document', () => {
  it.each([
    ['the file itself', `${site}/Contributions/%C3%89t%C3%A9%205%25.docx`],
    ['the file itself, opened in the browser', `${site}/Contributions/%C3%89t%C3%A9%205%25.docx?web=1`],
    ['a link copied in SharePoint', 'https://example.sharepoint.com/:w:/r/sites/tdag-wg-sop/Contributions/%C3%89t%C3%A9%205%25.docx?d=w1&csf=1&web=1&e=x'],
    ['the library with the file open', `${site}/Contributions/Forms/AllItems.aspx?id=%2Fsites%2Ftdag%2Dwg%2Dsop%2FContributions%2F%C3%89t%C3%A9%205%25%2Edocx&parent=%2Fsites`]
  ])('is understood as %s', (_name, address) => {
    expect(documentAddress(address, site)).toEqual(file);
  });

  it('is understood as the page of an editor', () => {
    expect(documentAddress(`${site}/_layouts/15/Doc.aspx?sourcedoc=%7B${uniqueId.toUpperCase()}%7D&file=a.docx&action=default`, site)).toEqual({ uniqueId });
    expect(documentAddress(`https://example.sharepoint.com/:w:/r/sites/tdag-wg-sop/_layouts/15/Doc.aspx?sourcedoc=%7B${uniqueId}%7D`, site)).toEqual({ uniqueId });
  });

  it.each([
    ['another host', 'https://example.sharepoint.com.evil.example/sites/tdag-wg-sop/Contributions/a.docx'],
    ['another port', 'https://example.sharepoint.com:8443/sites/tdag-wg-sop/Contributions/a.docx'],
    ['no encryption', 'http://example.sharepoint.com/sites/tdag-wg-sop/Contributions/a.docx'],
    ['another site', 'https://example.sharepoint.com/sites/other/Contributions/a.docx'],
    ['a site whose name begins alike', 'https://example.sharepoint.com/sites/tdag-wg-sop-2/Contributions/a.docx'],
    ['a way out of the site', `${site}/../other/Contributions/a.docx`],
    ['an encoded way out of the site', `${site}/Contributions/Forms/AllItems.aspx?id=/sites/other/a.docx`],
    ['a sharing link that is a secret', 'https://example.sharepoint.com/:w:/s/tdag-wg-sop/EAbcdef?e=x'],
    ['a page', `${site}/SitePages/Home.aspx`],
    ['an editor without a document', `${site}/_layouts/15/Doc.aspx?sourcedoc=nothing`],
    ['a folder', `${site}/Contributions/`],
    ['wrong encoding', `${site}/Contributions/%E0%A4%A.docx`],
    ['no address', 'document 5']
  ])('leads nowhere: %s', (_name, address) => {
    expect(documentAddress(address, site)).toBeUndefined();
  });

  it('is taken as it comes, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((rest) => `${site}/${rest}`)), (address) => {
        const found = documentAddress(address, site);
        expect(found === undefined || 'uniqueId' in found || found.fileRef.toLowerCase().startsWith('/sites/tdag-wg-sop/')).toBe(true);
      })
    );
  });
});
