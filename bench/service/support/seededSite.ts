import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(__dirname, '../../..');

/** A local site in a process of its own, so that its memory and most of its work are not the service's. */
export interface SeededSite {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a site that nobody has set up. */
export async function startEmptySite(): Promise<SeededSite> {
  return serve(await newFolder());
}

/** Starts a site with so many documents that the service has checked already. */
export function startSeededSite(documents: number): Promise<SeededSite> {
  return startSite('seedSite.ts', String(documents));
}

/** Starts a site with so many channels, all of them to be told of one reminder that is due in an hour. */
export function startSiteWithChannels(channels: number, connectorUrl: string): Promise<SeededSite> {
  return startSite('seedChannels.ts', String(channels), connectorUrl);
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'bench-site-'));

async function startSite(script: string, ...settings: readonly string[]): Promise<SeededSite> {
  const dataFolder = await newFolder();
  const seeding = spawn(process.execPath, ['--import', 'tsx', join(__dirname, script), dataFolder, ...settings], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(seeding, 'exit')) as [number];
  if (code !== 0) {
    throw new Error(`The site could not be filled: exit code ${code}`);
  }
  return serve(dataFolder);
}

async function serve(dataFolder: string): Promise<SeededSite> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/localsite/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, SITE_PORT: '0', DESK_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((started) => {
    lines.on('line', (line) => {
      const { event, port } = JSON.parse(line) as { event?: string; port?: number };
      if (event === 'local site started') {
        started(`http://localhost:${port}/sites/tdag-wg-sop`);
      }
    });
  });
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    }
  };
}
