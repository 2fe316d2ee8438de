import fc from 'fast-check';
import { isAllowedFileUrl, isFileHost } from '../../src/service/fileHosts';
import { createLog } from '../../src/service/log';
import { FileNotFetchedError, TeamsFiles } from '../../src/service/teamsFiles';
import { startFileHost } from '../support/fileHost';
import type { FileHost } from '../support/fileHost';

const TEAMS = ['*.sharepoint.com'];

describe('the addresses of files', () => {
  it.each(['https://contoso-my.sharepoint.com/personal/a/_layouts/15/download.aspx?tempauth=x', 'https://CONTOSO.SharePoint.com:443/x'])('may be %s', (address) => {
    expect(isAllowedFileUrl(address, TEAMS)).toBe(true);
  });

  it.each([
    'http://contoso.sharepoint.com/x',
    'https://contoso.sharepoint.com:8443/x',
    'https://sharepoint.com/x',
    'https://evilsharepoint.com/x',
    'https://contoso.sharepoint.com.evil.example/x',
    'https://contoso.sharepoint.com@evil.example/x',
    'https://evil.example/?contoso.sharepoint.com',
    'https://evil.example\\.sharepoint.com/x',
    'https://user:secret@contoso.sharepoint.com/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'ftp://contoso.sharepoint.com/x',
    'file:///etc/passwd',
    'contoso.sharepoint.com/x',
    ''
  ])('may not be %s', (address) => {
    expect(isAllowedFileUrl(address, TEAMS)).toBe(false);
  });

  it('are of no other host, whatever they look like', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        fc.pre(!new URL(address).hostname.endsWith('.sharepoint.com'));
        expect(isAllowedFileUrl(address, TEAMS)).toBe(false);
      })
    );
  });

  it.each(['*.sharepoint.com', 'files.example.org', 'http://127.0.0.1:8080', 'https://files.example.org'])('are set by hosts such as %s', (host) => {
    expect(isFileHost(host)).toBe(true);
  });

  it.each(['*', '*.', '*.com', 'localhost', '127.0.0.1', 'http://', 'http://files.example.org/path', 'ftp://files.example.org', '*.share*.com'])('are not set by %s', (host) => {
    expect(isFileHost(host)).toBe(false);
  });
});

describe('fetching a file', () => {
  let host: FileHost;
  let files: TeamsFiles;

  beforeAll(async () => {
    host = await startFileHost();
    files = new TeamsFiles([host.origin], createLog('silent'));
  });
  afterAll(() => host.stop());

  async function read(address: string, bytes: number): Promise<number> {
    let size = 0;
    for await (const piece of files.fetch(address, { bytes, seconds: 10 })) {
      size += piece.byteLength;
    }
    return size;
  }

  it('takes one of exactly the size that is allowed, and none of a byte more', async () => {
    const content = new Uint8Array(1000).fill(1);
    expect(await read(host.serve(content), 1000)).toBe(1000);
    await expect(read(host.serve(content), 999)).rejects.toMatchObject({ why: 'tooLarge' });
  });

  it('stops at the limit when nobody says how much will come', async () => {
    await expect(read(host.endless(), 5_000_000)).rejects.toMatchObject({ why: 'tooLarge' });
  });

  it('does not go round in circles', async () => {
    const first = host.sendOn(`${host.origin}/moved/0`);
    await expect(read(first, 1000)).rejects.toBeInstanceOf(FileNotFetchedError);
  });
});
