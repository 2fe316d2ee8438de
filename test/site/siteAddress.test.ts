import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { connectSite } from '../../src/site/connection';
import { Configuration } from '../../src/site/configuration';
import { SiteAddressError } from '../../src/site/errors';
import type { SiteError } from '../../src/site/errors';
import { certificateOf } from '../support/certificate';
import { scriptedServer } from './support/scriptedServer';
import type { ScriptedAnswer } from './support/scriptedServer';

const read = (url: string): Promise<unknown> => connectSite(url).sp.web().catch((error: unknown) => error);

async function answered(...script: ScriptedAnswer[]): Promise<{ error: unknown; requests: string[] }> {
  const server = await scriptedServer(...script);
  const error = await read(server.url);
  await server.stop();
  return { error, requests: server.requests };
}

/** What a caller is told by a server with a certificate of its own, which the caller trusts or not. */
async function overTls(certificate: { readonly key: string; readonly cert: string }, isTrusted: boolean): Promise<unknown> {
  const trusted = getCACertificates('default');
  setDefaultCACertificates(isTrusted ? [...trusted, certificate.cert] : trusted);
  const server = createServer(certificate, (_request, response) => void response.end('{}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const error = await read(`https://localhost:${(server.address() as AddressInfo).port}/sites/group`);
  server.closeAllConnections();
  server.close();
  setDefaultCACertificates(trusted);
  return error;
}

describe('an address that leads to no site', () => {
  it('names the server that nobody knows', async () => {
    const error = await read('https://nowhere.invalid/sites/group');
    expect(error).toBeInstanceOf(SiteAddressError);
    expect(error).toMatchObject({ kind: 'unreachable', problem: 'unknownHost', message: expect.stringMatching(/^The name nowhere\.invalid cannot be found \((ENOTFOUND|EAI_AGAIN)\)$/) as string });
  });

  it('says that the certificate has expired, and that one is not to be trusted', async () => {
    expect(await overTls(await certificateOf('localhost', '2020-01-01', '2020-02-01'), true)).toMatchObject({ problem: 'certificate', message: 'The certificate of localhost has expired' });
    const stranger = await certificateOf('localhost', '2020-01-01', '2100-01-01');
    expect(await overTls(stranger, false)).toMatchObject({ problem: 'certificate', message: 'The certificate of localhost is not to be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)' });
    expect(await overTls(stranger, true)).toEqual({});
  }, 60_000);

  it('says when the certificate is another server’s', async () => {
    expect(await overTls(await certificateOf('example.org', '2020-01-01', '2100-01-01'), true)).toMatchObject({ problem: 'certificate', message: 'The certificate of localhost is not to be trusted (ERR_TLS_CERT_ALTNAME_INVALID)' });
  });

  it.each([301, 302, 307, 308])('says where a renamed site sends those who ask, by %i, and does not go there', async (status) => {
    const other = await scriptedServer({ status: 200 });
    const { error, requests } = await answered({ status, headers: { Location: `${other.url}-new/_api/web?token=secret` } });
    expect(error).toMatchObject({ problem: 'moved', movedTo: `${other.url}-new` });
    expect((error as SiteError).message).not.toContain('secret');
    expect([requests.length, other.requests.length]).toEqual([1, 0]);
    await other.stop();
  });

  it('understands a place on the same server, and none at all', async () => {
    expect((await answered({ status: 308, headers: { Location: '/sites/new/_api/web' } })).error).toMatchObject({ movedTo: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/sites\/new$/) as string });
    expect((await answered({ status: 308 })).error).toMatchObject({ problem: 'moved', movedTo: undefined });
  });

  it('tells a site that is gone from a thing that the site does not have, and never asks for it to be set up', async () => {
    expect((await answered({ status: 404, body: '404 FILE NOT FOUND' })).error).toMatchObject({ kind: 'unreachable', problem: 'noSite', status: 404 });
    const server = await scriptedServer({ status: 404 });
    expect(await new Configuration(connectSite(server.url)).read().catch((error: unknown) => error)).toMatchObject({ problem: 'noSite' });
    await server.stop();
  });
});
