import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { Disk } from '../../src/service/disk';
import { PendingFiles } from '../../src/service/pendingFiles';

describe('files that wait for their senders', () => {
  let now: Temporal.Instant;
  let files: PendingFiles;

  beforeEach(() => {
    now = Temporal.Instant.from('2020-08-10T07:00:00Z');
    files = new PendingFiles(() => now, new Disk(), { minutes: 60, filesOfPerson: 2, bytes: 100 });
  });
  afterEach(() => files.stop());

  const keep = (owner: string, size: number, name = 'report.docx') =>
    files.keep(
      owner,
      name,
      (async function* () {
        yield new Uint8Array(size);
      })()
    );

  it('are kept for an hour to the second', async () => {
    const { id } = await keep('a', 10);
    now = now.add({ minutes: 60 });
    expect(files.find(id, 'a')).toBeDefined();
    now = now.add({ seconds: 1 });
    expect(files.find(id, 'a')).toBeUndefined();
  });

  it('are their sender’s only', async () => {
    const { id } = await keep('a', 10);
    expect(files.find(id, 'b')).toBeUndefined();
  });

  it('give way to newer ones of the same person, and to those of all when there are too many bytes', async () => {
    const first = await keep('a', 10);
    const others = [await keep('a', 10), await keep('a', 10)];
    expect(files.find(first.id, 'a')).toBeUndefined();
    expect(others.map(({ id }) => files.find(id, 'a')?.id)).toEqual(others.map(({ id }) => id));
    const large = await keep('b', 95);
    expect(others.map(({ id }) => files.find(id, 'a'))).toEqual([undefined, undefined]);
    expect(files.find(large.id, 'b')).toBeDefined();
  });

  it('leave nothing on the disk', async () => {
    const file = await keep('a', 10);
    const folder = dirname(file.path);
    await files.forget(file);
    await keep('a', 10);
    now = now.add({ minutes: 61 });
    await files.tidy();
    expect(await readdir(folder)).toEqual([]);
    const broken = files.keep(
      'a',
      'x',
      (async function* () {
        yield new Uint8Array(10);
        throw new Error('the line broke');
      })()
    );
    await expect(broken).rejects.toThrow('the line broke');
    expect(await readdir(folder)).toEqual([]);
  });
});
