import '@pnp/sp/lists';
import { connectFromPage } from '../../src/site/connectFromPage';
import { scriptedServer } from './support/scriptedServer';
import type { ScriptedServer } from './support/scriptedServer';

const DIGEST = { status: 200, body: { FormDigestValue: '0x1,10 Aug 2020 07:00:00 -0000', FormDigestTimeoutSeconds: 1800 } };
const SHORT_DIGEST = { status: 200, body: { FormDigestValue: '0x2', FormDigestTimeoutSeconds: 60 } };
const REFUSED = { status: 403, body: { 'odata.error': { code: '-2130575251, Microsoft.SharePoint.SPException', message: { value: 'The security validation for this page is invalid.' } } } };
const OK = { status: 200, body: { Title: 'List' } };

let server: ScriptedServer;

afterEach(() => server.stop());

async function lists(...script: Parameters<typeof scriptedServer>): Promise<{ add(title: string): Promise<unknown> }> {
  server = await scriptedServer(...script);
  return connectFromPage(server.url).sp.web.lists;
}

const ask = 'POST /sites/group/_api/contextinfo';
const add = 'POST /sites/group/_api/web/lists';

describe("a page's writes", () => {
  it('ask for a form digest once', async () => {
    const page = await lists(DIGEST, OK);
    await page.add('A');
    await page.add('B');
    expect(server.requests).toEqual([ask, add, add]);
  });

  it('renew a digest that is about to end', async () => {
    const page = await lists(SHORT_DIGEST, OK, SHORT_DIGEST, OK);
    await page.add('A');
    await page.add('B');
    expect(server.requests).toEqual([ask, add, ask, add]);
  });

  it('are sent again with a new digest when the site refuses the one they had', async () => {
    const page = await lists(DIGEST, REFUSED, DIGEST, OK);
    expect(await page.add('A')).toMatchObject({ Title: 'List' });
    expect(server.requests).toEqual([ask, add, ask, add]);
  });

  it('fail when the site refuses a new digest as well', async () => {
    const page = await lists(DIGEST, REFUSED, DIGEST, REFUSED);
    await expect(page.add('A')).rejects.toMatchObject({ kind: 'notAllowed' });
  });

  it('ask again after no digest could be had', async () => {
    const page = await lists({ status: 401 }, DIGEST, OK);
    await expect(page.add('A')).rejects.toMatchObject({ kind: 'notSignedIn' });
    expect(await page.add('A')).toMatchObject({ Title: 'List' });
  });
});
