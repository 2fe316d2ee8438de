import { extname, join } from 'node:path';
import Piscina from 'piscina';
import type { ContentInspection } from '../documents/checkDocument';
import { finding } from '../documents/findings';

/** What one document may cost. */
export interface InspectionLimits {
  readonly seconds: number;
  /** Heap of the worker, in megabytes; what is unpacked is bounded by the checks themselves. */
  readonly heapMegabytes: number;
}

const LIMITS: InspectionLimits = { seconds: 30, heapMegabytes: 512 };

/** From source the worker is TypeScript and needs the same loader as its parent; built, neither is there. */
const ENDING = extname(__filename);

/**
 * Inspects documents in a worker thread with limits of time and memory, so that a hostile file can stop neither the
 * service nor the inspection of the next document.
 */
export class DocumentInspector {
  private readonly pool: Piscina;

  public constructor(private readonly limits: InspectionLimits = LIMITS) {
    this.pool = new Piscina({
      filename: join(__dirname, `documentInspection${ENDING}`),
      execArgv: ENDING === '.ts' ? ['--import', 'tsx'] : [],
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 30_000,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes }
    });
    // A worker that runs out of memory between two documents has nobody to tell; the next document gets a new one.
    this.pool.on('error', () => undefined);
  }

  /**
   * What {@link inspectContent} says, or the finding `tooDemanding` when the document needs more than its limits.
   * Only the worker reads the file.
   */
  public async inspect(path: string): Promise<ContentInspection> {
    const signal = AbortSignal.timeout(this.limits.seconds * 1000);
    try {
      const inspection: unknown = await this.pool.run(path, { signal });
      return inspection as ContentInspection;
    } catch (error) {
      if (signal.aborted || isOutOfMemory(error)) {
        return { findings: [finding('tooDemanding', { seconds: this.limits.seconds })], properties: {}, textSample: '' };
      }
      throw error;
    }
  }

  /** Ends the worker. */
  public async stop(): Promise<void> {
    await this.pool.destroy();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
