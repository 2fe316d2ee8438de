import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentInspector } from '../../src/service/documentInspector';
import { makeDocx } from '../support/documents';

describe('the inspector of documents', () => {
  let inspector: DocumentInspector;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inspector-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  afterEach(() => inspector.stop());

  /** The path of a document on the disk. */
  async function docx(): Promise<string> {
    const path = join(folder, 'content');
    await writeFile(path, await makeDocx({ title: 'Proposal on the strategic plan' }));
    return path;
  }

  it('says what the inspection says', async () => {
    inspector = new DocumentInspector();
    const check = await inspector.inspect(await docx());
    expect(check).toMatchObject({ type: 'docx', findings: [], properties: { title: 'Proposal on the strategic plan' } });
  });

  it('gives up on a document that takes too long, and checks the next one all the same', async () => {
    inspector = new DocumentInspector({ seconds: 0.001, heapMegabytes: 512 });
    expect((await inspector.inspect(await docx())).findings).toEqual([expect.objectContaining({ code: 'tooDemanding', severity: 'blocks' })]);
    await inspector.stop();
    inspector = new DocumentInspector();
    expect((await inspector.inspect(await docx())).findings).toEqual([]);
  });

  it('gives up on a document that takes too much memory, and lives on', async () => {
    inspector = new DocumentInspector({ seconds: 3, heapMegabytes: 4 });
    expect((await inspector.inspect(await docx())).findings).toEqual([expect.objectContaining({ code: 'tooDemanding' })]);
    await inspector.stop();
    inspector = new DocumentInspector();
    expect((await inspector.inspect(await docx())).findings).toEqual([]);
  });
});
