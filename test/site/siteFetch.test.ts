import '@pnp/sp/lists';
import { connectSite } from '../../src/site/connection';
import { SiteError } from '../../src/site/errors';
import { scriptedServer } from './support/scriptedServer';
import type { ScriptedAnswer, ScriptedServer } from './support/scriptedServer';

let server: ScriptedServer;

afterEach(() => server.stop());

/** What reading and writing gives over a server with a script. */
async function reading(...script: ScriptedAnswer[]): Promise<unknown> {
  server = await scriptedServer(...script);
  return connectSite(server.url).sp.web().catch((error: unknown) => error);
}

async function writing(...script: ScriptedAnswer[]): Promise<unknown> {
  server = await scriptedServer(...script);
  return connectSite(server.url).sp.web.lists.add('List').catch((error: unknown) => error);
}

function problem(status: number, code: string, message = 'No.'): ScriptedAnswer {
  return { status, body: { 'odata.error': { code, message: { lang: 'en-US', value: message } } } };
}

const OK = { status: 200, body: { Title: 'Group' } };

describe('a request to the site', () => {
  it.each([
    ['invalid', problem(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException')],
    ['notSignedIn', problem(401, '-2147024891, System.UnauthorizedAccessException')],
    ['notAllowed', problem(403, '-2147024891, System.UnauthorizedAccessException')],
    ['notFound', problem(404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException')],
    ['notFound', problem(500, '-2147024894, System.IO.FileNotFoundException')],
    ['changedByOthers', problem(412, '-1, Microsoft.SharePoint.Client.ClientServiceException')],
    ['duplicate', problem(400, '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException')],
    ['duplicate', problem(500, '-2130575257, Microsoft.SharePoint.SPException')],
    ['tooManyItems', problem(500, '-2147024860, Microsoft.SharePoint.SPQueryThrottledException')],
    ['locked', problem(423, '-2147018894, Microsoft.SharePoint.SPFileLockException')],
    ['unexpected', problem(500, '-1, System.Exception')]
  ] as const)('ends as %s when the site says so', async (kind, answer) => {
    const error = await reading(answer);
    expect(error).toBeInstanceOf(SiteError);
    expect(error).toMatchObject({ kind });
    expect(server.requests).toHaveLength(1);
  });

  it("carries SharePoint's status, code and words", async () => {
    const error = await reading(problem(403, '-2147024891, System.UnauthorizedAccessException', 'Access is denied.'));
    expect(error).toMatchObject({ status: 403, code: '-2147024891, System.UnauthorizedAccessException', message: 'Access is denied.' });
  });

  it('waits as long as the site asks for, and then succeeds', async () => {
    expect(await writing({ status: 429, headers: { 'Retry-After': '0' } }, { status: 503, headers: { 'Retry-After': '0' } }, OK)).toMatchObject({ Title: 'Group' });
    expect(server.requests).toHaveLength(3);
  });

  it('ends as throttled with the pause when the site keeps asking for one', async () => {
    expect(await reading({ status: 429, headers: { 'Retry-After': '0' } })).toMatchObject({ kind: 'throttled', status: 429, retryAfterSeconds: 0 });
    expect(server.requests).toHaveLength(3);
  });

  it('leaves a long pause to the caller', async () => {
    expect(await reading({ status: 429, headers: { 'Retry-After': '120' } })).toMatchObject({ kind: 'throttled', retryAfterSeconds: 120 });
    expect(server.requests).toHaveLength(1);
  });

  it('is sent again after a lost answer when it only reads', async () => {
    expect(await reading('drop', { status: 502 }, OK)).toMatchObject({ Title: 'Group' });
  });

  it('is not sent again after a lost answer when it writes', async () => {
    expect(await writing('drop', OK)).toMatchObject({ kind: 'unreachable' });
    expect(server.requests).toHaveLength(1);
  });

  it('is not sent again after a gateway gave up on a write', async () => {
    expect(await writing({ status: 504 }, OK)).toMatchObject({ kind: 'unreachable', status: 504 });
    expect(server.requests).toHaveLength(1);
  });

  it('ends as unreachable when nobody listens', async () => {
    server = await scriptedServer(OK);
    await server.stop();
    expect(await connectSite(server.url).sp.web().catch((error: unknown) => error)).toMatchObject({ kind: 'unreachable' });
  });

  it("sets the clock by the answer's date", async () => {
    server = await scriptedServer({ status: 200, headers: { Date: 'Mon, 10 Aug 2020 07:00:00 GMT' } });
    const { sp, clock } = connectSite(server.url);
    await sp.web();
    expect(clock.now().toString()).toMatch(/^2020-08-10T07:00:0/);
  });
});
