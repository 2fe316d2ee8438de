import { DocumentInspector } from '../../src/service/documentInspector';
import { makeDocx } from '../support/documents';

const docx = () => makeDocx({ title: 'Proposal on the strategic plan' });

describe('the inspector of documents', () => {
  let inspector: DocumentInspector;
  afterEach(() => inspector.stop());

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
