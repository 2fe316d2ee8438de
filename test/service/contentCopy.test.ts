import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withContentCopy } from '../../src/service/contentCopy';
import { Disk } from '../../src/service/disk';

const MEGABYTE = 1024 * 1024;

describe('the copy of a content', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copies-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
    for (const text of texts) {
      yield new TextEncoder().encode(text);
    }
  }

  it('is there with its fingerprint while it is used, and gone afterwards', async () => {
    const used = await withContentCopy(pieces('one ', 'two'), async ({ path, sha256 }) => {
      expect(sha256).toBe(createHash('sha256').update('one two').digest('hex'));
      return readFile(path, 'utf8');
    }, new Disk(), folder);
    expect(used).toBe('one two');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is gone as well when its use fails or its content breaks off', async () => {
    await expect(withContentCopy(pieces('one'), () => Promise.reject(new Error('use')), new Disk(), folder)).rejects.toThrow('use');
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* pieces('one');
      throw new Error('line');
    }
    await expect(withContentCopy(broken(), () => Promise.resolve(), new Disk(), folder)).rejects.toThrow('line');
    expect(await readdir(folder)).toEqual([]);
  });

  it('holds no more than a few pieces in memory, however large the content is', async () => {
    const piece = new Uint8Array(MEGABYTE);
    let ahead = 0;
    const written = (): number => statSync(join(folder, readdirSync(folder)[0], 'content'), { throwIfNoEntry: false })?.size ?? 0;
    async function* large(): AsyncGenerator<Uint8Array> {
      for (let count = 0; count < 250; count += 1) {
        ahead = Math.max(ahead, count * MEGABYTE - written());
        yield piece;
      }
    }
    const size = await withContentCopy(large(), ({ path }) => Promise.resolve(statSync(path).size), new Disk(), folder);
    expect(size).toBe(250 * MEGABYTE);
    expect(ahead).toBeLessThanOrEqual(8 * MEGABYTE);
  });
});
