import * as fc from 'fast-check';
import { startExtensionBench } from './extensionOnSite';
import type { ExtensionBench } from './extensionOnSite';

let bench: ExtensionBench;
let origin: string;
let publishedId: number;
let ownId: number;

beforeAll(async () => {
  bench = await startExtensionBench();
  ({ origin } = new URL(bench.site.url));
  publishedId = await bench.document('Été 5%.docx', { title: 'Connectivity' }, { docStatus: 'published', docNumber: 5, docSymbol: 'TDAG-WG-SOP/5-E' });
  ownId = await bench.document('own.docx', { title: 'My draft' }, { docStatus: 'accepted' });
});
afterAll(() => bench.stop());
beforeEach(() => bench.signIn('member@example.org'));

const path = '/sites/tdag-wg-sop/Contributions/%C3%89t%C3%A9%205%25.docx';

describe('a link that is pasted into the compose box', () => {
  it.each([
    ['the document', () => `${origin}${path}`],
    ['a link copied in SharePoint', () => `${origin}/:w:/r${path}?d=w1&csf=1&web=1`],
    ['the library', () => `${bench.site.url}/Contributions/Forms/AllItems.aspx?id=${encodeURIComponent(decodeURIComponent(path))}`],
    ['the desk', () => `https://example.org/desk?contribution=${publishedId}`],
    ['the desk, after a number sign', () => `https://example.org/desk/#contribution=${publishedId}`]
  ])('becomes a card when it leads to %s', async (_name, url) => {
    const { cards, body } = await bench.paste(url());
    expect(cards.map(({ title }) => title)).toEqual(['TDAG-WG-SOP/5-E “Connectivity”']);
    expect(cards[0].card.version).toBe('1.3');
    expect(body.composeExtension).toMatchObject({ suggestedActions: { actions: [{ type: 'setCachePolicy', value: '{"type":"no-cache"}' }] } });
  });

  it('becomes a card when it leads to the document in an editor', async () => {
    const { uniqueId } = (await bench.site.desk().contributions.get(publishedId)) ?? { uniqueId: '' };
    const { cards } = await bench.paste(`${bench.site.url}/_layouts/15/Doc.aspx?sourcedoc=%7B${uniqueId.toUpperCase()}%7D&action=default`);
    expect(cards).toHaveLength(1);
  });

  it.each([
    ['another host', () => `https://example.com${path}`],
    ['a document that is not there', () => `${bench.site.url}/Contributions/nothing.docx`],
    ['a file of another library', () => `${bench.site.url}/DeskConfiguration/working-group.json`],
    ['the desk itself', () => 'https://example.org/desk'],
    ['a meeting in the desk', () => 'https://example.org/desk?meeting=1'],
    ['no contribution', () => 'https://example.org/desk?contribution=999999'],
    ['another page with a contribution', () => `https://example.org/elsewhere?contribution=${publishedId}`],
    ['a sharing link', () => `${origin}/:w:/s/tdag-wg-sop/Eabc`],
    ['no address at all', () => 'TDAG-WG-SOP/5']
  ])('stays a link when it leads to %s', async (_name, url) => {
    expect((await bench.paste(url())).body).toEqual({});
  });

  it('becomes a card of an unpublished document only for its author', async () => {
    const url = `${bench.site.url}/Contributions/own.docx`;
    expect((await bench.paste(url)).body).toEqual({});
    bench.signIn('secretariat@example.org');
    expect((await bench.paste(`https://example.org/desk?contribution=${ownId}`)).body).toEqual({});
    bench.signIn('delegate.ke@example.org');
    expect((await bench.paste(url)).cards[0].said).toContain('Not published yet');
  });

  it('has an answer whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.webUrl().map((url) => ({ url })), fc.string().map((rest) => ({ url: `${bench.site.url}/Contributions/${rest}` }))), async (value) => {
        expect(await bench.invoke('queryLink', value)).toEqual({});
      }),
      { numRuns: 60 }
    );
  });
});
