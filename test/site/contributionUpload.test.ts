import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { numberedFileName } from '../../src/site/contributionUpload';
import { contentOf } from '../support/content';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { lossyProxy } from './support/lossyProxy';

let site: TestSite;

beforeAll(async () => {
  site = await provisionedSite();
});
afterAll(() => site.stop());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MEGABYTE = 1024 * 1024;

async function fileNames(): Promise<string[]> {
  return (await site.desk().contributions.recent(500)).map(({ fileName }) => fileName);
}

describe('an upload', () => {
  it('gives a taken name a number and keeps both files', async () => {
    const { contributions } = site.desk('delegate.fr');
    const first = await contributions.upload('Plan.v2.docx', bytes('one'));
    const second = await contributions.upload('Plan.v2.docx', bytes('two'));
    expect([first.fileName, second.fileName]).toEqual(['Plan.v2.docx', 'Plan.v2 (2).docx']);
    expect(new TextDecoder().decode(await contentOf(contributions, first.id))).toBe('one');
    expect(new TextDecoder().decode(await contentOf(contributions, second.id))).toBe('two');
  });

  it('arrives when several people send the same name at the same moment', async () => {
    const sent = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((text) => site.desk('delegate.ke').contributions.upload('race.docx', bytes(text))));
    expect(new Set(sent.map(({ fileName }) => fileName)).size).toBe(6);
    const contents = await Promise.all(sent.map(async ({ id }) => new TextDecoder().decode(await contentOf(site.desk().contributions, id))));
    expect(contents).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it.each(["L'été à 100 % #1 & [x] {y}.docx", '关于战略规划工作组的贡献.docx', `${'文'.repeat(120)}.docx`, 'مساهمة.docx', 'no extension', '.hidden'])('keeps the name %s', async (name) => {
    const { contributions } = site.desk('delegate.fr');
    const { fileName, id } = await contributions.upload(name, bytes(name));
    expect(fileName).toBe(name);
    expect((await contributions.get(id))?.fileName).toBe(name);
  });

  it('is refused with a name that the library does not take', async () => {
    await expect(site.desk('delegate.fr').contributions.upload('what?.docx', bytes('x'))).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('is received when the library recorded it, by the clock of the site', async () => {
    const desk = site.desk('delegate.fr');
    const { receivedAt } = await desk.contributions.upload('time.docx', bytes('x'));
    expect(receivedAt.toZonedDateTimeISO('Europe/Zurich').toPlainDate().toString()).toBe('2020-08-10');
    expect(desk.clock.now().since(receivedAt).abs().total('seconds')).toBeLessThan(5);
  });

  it('sends 25 MB in pieces and reports its progress', async () => {
    const content = randomBytes(25 * MEGABYTE);
    const progress: number[] = [];
    const { contributions } = site.desk('delegate.fr');
    const { id } = await contributions.upload('large.pdf', new Blob([content]), { onProgress: (sent) => progress.push(sent) });
    const stored = await contentOf(contributions, id);
    expect(createHash('sha256').update(stored).digest('hex')).toBe(createHash('sha256').update(content).digest('hex'));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.length).toBeGreaterThan(4);
    expect([progress[0], progress[progress.length - 1]]).toEqual([0, content.length]);
  });

  it('in pieces is received when the last one was, not when its name was taken', async () => {
    const { contributions } = site.desk('delegate.fr');
    let moved = false;
    const { receivedAt } = await contributions.upload('late.pdf', randomBytes(11 * MEGABYTE), {
      onProgress: (sent) => {
        if (sent > 0 && !moved) {
          moved = true;
          void site.administer('clock', { advanceBy: 'PT1H' });
        }
      }
    });
    expect(Temporal.Instant.compare(receivedAt, Temporal.Instant.from('2020-08-10T08:00:00Z'))).toBeGreaterThanOrEqual(0);
  });

  it('in pieces leaves nothing behind when it is cancelled', async () => {
    const stop = new AbortController();
    const upload = site.desk('delegate.fr').contributions.upload('cancelled.pdf', randomBytes(25 * MEGABYTE), {
      signal: stop.signal,
      onProgress: (sent) => {
        if (sent >= 5 * MEGABYTE) {
          stop.abort();
        }
      }
    });
    await expect(upload).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await fileNames()).not.toContain('cancelled.pdf');
  });

  it('that was cancelled before it began sends nothing', async () => {
    const upload = site.desk('delegate.fr').contributions.upload('never.docx', bytes('x'), { signal: AbortSignal.abort() });
    await expect(upload).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await fileNames()).not.toContain('never.docx');
  });

  it.each(['answer', 'request'] as const)('arrives once when the %s was lost', async (lost) => {
    const proxy = await lossyProxy(site.url, { method: 'POST', path: 'AddUsingPath', lost });
    try {
      const { fileName, id } = await site.desk('delegate.fr', proxy.url).contributions.upload(`lost-${lost}.docx`, bytes('precious'));
      expect(fileName).toBe(`lost-${lost}.docx`);
      expect(new TextDecoder().decode(await contentOf(site.desk().contributions, id))).toBe('precious');
      expect((await fileNames()).filter((name) => name.startsWith(`lost-${lost}`))).toEqual([fileName]);
    } finally {
      await proxy.stop();
    }
  });

  it("does not take somebody else's file for its own after a lost answer", async () => {
    await site.desk('delegate.ke').contributions.upload('shared.docx', bytes('same'));
    const proxy = await lossyProxy(site.url, { method: 'POST', path: 'AddUsingPath', lost: 'request' });
    try {
      expect((await site.desk('delegate.fr', proxy.url).contributions.upload('shared.docx', bytes('same'))).fileName).toBe('shared (2).docx');
    } finally {
      await proxy.stop();
    }
  });

  it('in pieces is complete when only the last answer was lost', async () => {
    const proxy = await lossyProxy(site.url, { method: 'POST', path: 'finishUpload', lost: 'answer' });
    try {
      const { id } = await site.desk('delegate.fr', proxy.url).contributions.upload('last-answer.pdf', randomBytes(11 * MEGABYTE));
      expect((await site.desk().contributions.get(id))?.size).toBe(11 * MEGABYTE);
    } finally {
      await proxy.stop();
    }
  });
});

describe('an upload in one go', () => {
  it('removes what is there when it does not get through', async () => {
    const cut = { method: 'POST', path: 'continueUpload', lost: 'request' } as const;
    const proxy = await lossyProxy(site.url, cut, cut, cut);
    try {
      await expect(site.desk('delegate.fr', proxy.url).contributions.upload('broken-off.pdf', randomBytes(16 * MEGABYTE))).rejects.toMatchObject({ kind: 'unreachable' });
      expect(await fileNames()).not.toContain('broken-off.pdf');
    } finally {
      await proxy.stop();
    }
  });
});

describe('a numbered file name', () => {
  it.each([
    ['report.docx', 1, 'report.docx'],
    ['report.docx', 2, 'report (2).docx'],
    ['a.b.docx', 3, 'a.b (3).docx'],
    ['report', 2, 'report (2)'],
    ['.hidden', 2, '.hidden (2)']
  ])('%s, copy %i, is %s', (name, copy, numbered) => {
    expect(numberedFileName(name, copy)).toBe(numbered);
  });
});
