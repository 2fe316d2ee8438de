import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { DocumentInspector } from '../../../src/service/documentInspector';
import { damagedDocument, wholeDocuments } from '../damagedDocument';
import type { FuzzTarget } from '../target';

/** The same through the worker that the service reads documents with. */
export const documentWorker: FuzzTarget = {
  name: 'documentWorker',
  cases: 5_000,
  open: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
    const inspector = new DocumentInspector();
    return {
      property: fc.asyncProperty(damagedDocument(await wholeDocuments()), async (bytes) => {
        const path = join(folder, 'content');
        await writeFile(path, bytes);
        const { findings } = await inspector.inspect(path);
        assert(findings.every(({ code }) => code !== 'tooDemanding'), 'A small document needs more than a worker may use.');
      }),
      close: async () => {
        await inspector.stop();
        await rm(folder, { recursive: true });
      }
    };
  }
};
