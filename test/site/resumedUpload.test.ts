import { createHash, randomBytes } from 'node:crypto';
import { fileFromServerRelativePath } from '@pnp/sp/files';
import { contentOf } from '../support/content';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { lossyProxy } from './support/lossyProxy';
import type { Loss, LossyProxy } from './support/lossyProxy';

const MEGABYTE = 1024 * 1024;
/** Four pieces: one that starts the upload, two that continue it, one that finishes it. */
const CONTENT = randomBytes(18 * MEGABYTE);

let site: TestSite;
let proxy: LossyProxy | undefined;

beforeAll(async () => {
  site = await provisionedSite();
});
afterEach(async () => {
  await proxy?.stop();
  proxy = undefined;
});
afterAll(() => site.stop());

const cut = (path: string, lost: Loss['lost']): Loss => ({ method: 'POST', path, lost });
const hash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** An upload of a document through a proxy that loses something. */
async function uploadThrough(fileName: string, ...losses: Loss[]) {
  proxy = await lossyProxy(site.url, ...losses);
  return site.desk('delegate.fr', proxy.url).contributions.newUpload(fileName, new Blob([CONTENT]));
}

/** The pieces that reached the site, by the place at which they begin. */
function piecesSent(): string[] {
  return (proxy?.passed ?? []).flatMap((request) => {
    const [, step, offset = '0'] = /\/(\w+)Upload\(uploadId=guid'[^']+'(?:,fileOffset=(\d+))?\)/.exec(request) ?? [];
    return step === undefined || step === 'cancel' ? [] : [`${step} ${Number(offset) / MEGABYTE}`];
  });
}

async function storedOnce(fileName: string): Promise<void> {
  const [stem] = fileName.split('.');
  const stored = (await site.desk().contributions.recent(500)).filter((each) => each.fileName.startsWith(stem));
  expect(stored.map((each) => each.fileName)).toEqual([fileName]);
  expect(hash(await contentOf(site.desk().contributions, stored[0].id))).toBe(hash(CONTENT));
}

describe('an upload in pieces', () => {
  it.each([
    ['startUpload', 'request'],
    ['startUpload', 'half'],
    ['startUpload', 'answer'],
    ['continueUpload', 'request'],
    ['continueUpload', 'half'],
    ['continueUpload', 'answer'],
    ['finishUpload', 'request'],
    ['finishUpload', 'half'],
    ['finishUpload', 'answer']
  ] as const)('goes on by itself when the connection was cut once, at %s, and the %s was lost', async (step, lost) => {
    const fileName = `cut-at-${step.slice(0, -6)}-${lost}.pdf`;
    const upload = await uploadThrough(fileName, cut(step, lost));
    await upload.send();
    await storedOnce(fileName);
    expect(piecesSent().filter((piece) => piece.startsWith('start')).length).toBeLessThanOrEqual(2);
  });

  it('keeps what has arrived when the connection stays lost, and sends only the rest afterwards', async () => {
    const lost = cut('fileOffset=10485760', 'request');
    const upload = await uploadThrough('stopped.pdf', lost, lost, lost);
    await expect(upload.send()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(upload.kept).toBe(10 * MEGABYTE);
    const progress: number[] = [];
    await upload.send({ onProgress: (sent) => progress.push(sent) });
    expect(Math.min(...progress)).toBe(10 * MEGABYTE);
    expect(piecesSent()).toEqual(['start 0', 'continue 5', 'continue 10', 'finish 15']);
    await storedOnce('stopped.pdf');
  });

  it('goes on after a piece that the site had taken although all its answers were lost', async () => {
    const upload = await uploadThrough('taken.pdf', cut('fileOffset=5242880', 'answer'), cut('fileOffset=5242880', 'request'), cut('fileOffset=5242880', 'request'));
    await expect(upload.send()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(upload.kept).toBe(5 * MEGABYTE);
    await upload.send();
    expect(piecesSent()).toEqual(['start 0', 'continue 5', 'continue 5', 'continue 10', 'finish 15']);
    await storedOnce('taken.pdf');
  });

  it('keeps what has arrived when the site asks for a long pause', async () => {
    const upload = await uploadThrough('throttled.pdf');
    await site.administer('faults', { kind: 'throttle', path: 'fileOffset=10485760', count: 1, retryAfterSeconds: 60 });
    await expect(upload.send()).rejects.toMatchObject({ kind: 'throttled', retryAfterSeconds: 60 });
    expect(upload.kept).toBe(10 * MEGABYTE);
    await upload.send();
    expect(piecesSent().filter((piece) => piece.startsWith('start'))).toHaveLength(1);
    await storedOnce('throttled.pdf');
  });

  it('begins again with the same file when the site has forgotten the pieces', async () => {
    const lost = cut('fileOffset=10485760', 'request');
    const upload = await uploadThrough('forgotten.pdf', lost, lost, lost);
    await expect(upload.send()).rejects.toMatchObject({ kind: 'unreachable' });
    const [, uploadId = ''] = /startUpload\(uploadId=guid'([^']+)'/.exec(proxy?.passed.join('\n') ?? '') ?? [];
    await fileFromServerRelativePath(site.connect('service').sp.web, '/sites/tdag-wg-sop/Contributions/forgotten.pdf').cancelUpload(uploadId);
    await upload.send();
    await storedOnce('forgotten.pdf');
  });

  it('begins with a new file when somebody removed the first one', async () => {
    const lost = cut('continueUpload', 'request');
    const upload = await uploadThrough('removed.pdf', lost, lost, lost);
    await expect(upload.send()).rejects.toMatchObject({ kind: 'unreachable' });
    await fileFromServerRelativePath(site.connect('service').sp.web, '/sites/tdag-wg-sop/Contributions/removed.pdf').delete();
    await expect(upload.send()).rejects.toMatchObject({ kind: 'notFound' });
    await upload.send();
    await storedOnce('removed.pdf');
  });

  it('that stopped leaves nothing behind when it is discarded', async () => {
    const lost = cut('continueUpload', 'request');
    const upload = await uploadThrough('discarded.pdf', lost, lost, lost);
    await expect(upload.send()).rejects.toMatchObject({ kind: 'unreachable' });
    await upload.discard();
    expect((await site.desk().contributions.recent(500)).map(({ fileName }) => fileName)).not.toContain('discarded.pdf');
    expect(upload.kept).toBe(0);
  });
});

describe('an upload in one request', () => {
  it('makes no second document when it is sent again after all its answers were lost', async () => {
    const lost = cut('AddUsingPath', 'answer');
    proxy = await lossyProxy(site.url, lost, cut('AddUsingPath', 'request'), cut('AddUsingPath', 'request'));
    const upload = site.desk('delegate.fr', proxy.url).contributions.newUpload('short.docx', new TextEncoder().encode('short'));
    await expect(upload.send()).rejects.toMatchObject({ kind: 'unreachable' });
    expect((await upload.send()).fileName).toBe('short.docx');
  });
});
