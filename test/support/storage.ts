import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The account and key that every Azurite has; they are published with it and open nothing else. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Microsoft's own emulator of Azure Storage, with an empty account. */
export interface TestStorage {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** Starts Azurite as a process of its own on free ports; it keeps everything in its memory. */
export async function startStorage(): Promise<TestStorage> {
  const script = join(__dirname, '../../node_modules/azurite/dist/src/azurite.js');
  const ports = ['blob', 'queue', 'table'].flatMap((service) => [`--${service}Port`, '0']);
  const child = spawn(process.execPath, [script, '--inMemoryPersistence', '--skipApiVersionCheck', '--silent', '--disableTelemetry', ...ports], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const addressOf = (service: string): string | undefined => new RegExp(`${service} service is successfully listening at (http://\\S+)`).exec(output)?.[1];
  await new Promise<void>((started, failed) => {
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (['Blob', 'Queue', 'Table'].every((service) => addressOf(service) !== undefined)) {
        started();
      }
    });
    child.once('exit', () => failed(new Error(`Azurite did not start:\n${output}`)));
  });
  const endpoints = ['Blob', 'Queue'].map((service) => `${service}Endpoint=${addressOf(service)}/${ACCOUNT}`).join(';');
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};${endpoints}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  };
}
