import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import '@pnp/sp/presets/all';
import { connect } from './support/localSite';

const ROUNDS = 10;

/** What the site acknowledged: titles of items, and fingerprints of files by name. */
interface Acknowledged {
  readonly items: string[];
  readonly files: Map<string, string>;
}

/** The site as a process of its own, so that it can really be killed. */
async function startProcess(dataFolder: string): Promise<{ child: ChildProcess; url: string }> {
  const root = resolve(__dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/localsite/main.ts'], {
    cwd: root,
    env: { ...process.env, SITE_PORT: '0', DESK_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'ignore']
  });
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const { event, port } = JSON.parse(line) as { event?: string; port?: number };
    if (event === 'local site started') {
      return { child, url: `http://localhost:${port}/sites/tdag-wg-sop` };
    }
  }
  throw new Error('The site did not start.');
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Writes until the site is gone, and notes only what it acknowledged. */
async function write(url: string, round: number, writer: number, acknowledged: Acknowledged, onAcknowledged: () => void): Promise<void> {
  const sp = connect(url);
  try {
    for (let count = 0; ; count += 1) {
      const name = `${round}-${writer}-${count}`;
      if (writer % 2 === 0) {
        const { Id } = await sp.web.lists.getByTitle('Papers').items.add({ Title: `draft ${name}` });
        await sp.web.lists.getByTitle('Papers').items.getById(Id).update({ Title: name });
        acknowledged.items.push(name);
      } else {
        const content = randomBytes(count % 3 === 0 ? 2_000_000 : 2000);
        await sp.web.lists.getByTitle('Documents').rootFolder.files.addUsingPath(`${name}.bin`, content as unknown as Blob);
        acknowledged.files.set(`${name}.bin`, createHash('sha256').update(content).digest('hex'));
      }
      onAcknowledged();
    }
  } catch {
    return;
  }
}

describe('A site that is killed while it is written to', () => {
  it(
    'has everything that it acknowledged, and nothing by half',
    async () => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'local-site-kill-'));
      const acknowledged: Acknowledged = { items: [], files: new Map() };
      let running = await startProcess(dataFolder);
      await connect(running.url).web.lists.add('Papers', '', 100, false, { EnableVersioning: true });

      for (let round = 0; round < ROUNDS; round += 1) {
        const killAfter = 1 + Math.floor(Math.random() * 25);
        let count = 0;
        let killed: Promise<void> | undefined;
        const { child, url } = running;
        const onAcknowledged = (): void => {
          count += 1;
          if (count >= killAfter) {
            killed ??= kill(child);
          }
        };
        await Promise.all([0, 1, 2, 3].map((writer) => write(url, round, writer, acknowledged, onAcknowledged)));
        await killed;
        running = await startProcess(dataFolder);
      }

      const sp = connect(running.url);
      const titles: string[] = [];
      for await (const page of sp.web.lists.getByTitle('Papers').items.select('Title').top(500)) {
        titles.push(...(page as { Title: string }[]).map(({ Title }) => Title));
      }
      expect(titles).toEqual(expect.arrayContaining(acknowledged.items));
      expect(new Set(titles).size).toBe(titles.length);

      const files: { Name: string; Length: string }[] = await sp.web.lists.getByTitle('Documents').rootFolder.files.select('Name', 'Length')();
      expect(files.map(({ Name }) => Name)).toEqual(expect.arrayContaining([...acknowledged.files.keys()]));
      for (const { Name, Length } of files) {
        const content = Buffer.from(await sp.web.lists.getByTitle('Documents').rootFolder.files.getByUrl(Name).getBuffer());
        expect(String(content.length)).toBe(Length);
        const expected = acknowledged.files.get(Name);
        if (expected !== undefined) {
          expect(createHash('sha256').update(content).digest('hex')).toBe(expected);
        }
      }

      const added: unknown = await sp.web.lists.getByTitle('Documents').getChanges({ Item: true, Add: true });
      expect(added).toHaveLength(files.length);
      await kill(running.child);
      await rm(dataFolder, { recursive: true, force: true });
    },
    300_000
  );
});
