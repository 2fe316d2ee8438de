import fc from 'fast-check';

import { checkDocument, type DocumentCheck } from '../../src/documents/checkDocument';
import type { FindingCode } from '../../src/documents/findings';
import { DOCUMENT_LIMITS } from '../../src/documents/limits';
import { LANGUAGES } from '../../src/rules/language';
import { makeDocx } from '../support/documents';
import { makeCompound, makeOffice, makeXlsx } from './support/office';
import { makePdf } from './support/pdf';
import { makePptx } from './support/pptx';
import { SENTENCES } from './support/sentences';

function codes(check: DocumentCheck): FindingCode[] {
  return check.findings.map(({ code }) => code);
}

describe('checking a document', () => {
  it.each(LANGUAGES)('reads title, source and language of a sound document in %s', async (language) => {
    const [title, ...paragraphs] = SENTENCES[language];
    const bytes = await makeDocx({ title, source: 'Kenya', language, paragraphs });
    const check = await checkDocument({ fileName: 'contribution.docx', bytes, declaredLanguage: language });
    expect(check).toMatchObject({ type: 'docx', findings: [], properties: { title, source: 'Kenya' }, language: { language } });
    expect(check.textSample).toContain(paragraphs[0]);
  });

  it('reads every type that is taken', async () => {
    const lines = ['Source: Kenya', `Title: ${SENTENCES.fr[0]}`, 'Pour information', ...SENTENCES.fr];
    const expected = { findings: [], properties: { source: 'Kenya', title: SENTENCES.fr[0], purpose: 'information' }, language: { language: 'fr' } };
    expect(await checkDocument({ fileName: 'a.pdf', bytes: await makePdf(lines.map((line) => line.slice(0, 75))) })).toMatchObject({ type: 'pdf', findings: [] });
    expect(await checkDocument({ fileName: 'a.pptx', bytes: await makePptx('Source: Kenya', lines.slice(1)) })).toMatchObject({ type: 'pptx', findings: [] });
    expect(await checkDocument({ fileName: 'a.xlsx', bytes: makeXlsx(lines) })).toMatchObject({ type: 'xlsx', ...expected });
  });

  it('questions a declared language that differs from the text', async () => {
    const bytes = await makeDocx({ title: SENTENCES.es[0], paragraphs: [...SENTENCES.es] });
    const check = await checkDocument({ fileName: 'a.docx', bytes, declaredLanguage: 'fr' });
    expect(check.findings).toEqual([{ code: 'languageDoubtful', severity: 'asks', parameters: { declared: 'fr', detected: 'es' } }]);
  });

  it('finds an empty document and one over the limit without looking inside', async () => {
    expect(codes(await checkDocument({ fileName: 'a.docx', bytes: new Uint8Array(0) }))).toEqual(['empty']);
    const large = await checkDocument({ fileName: 'a.docx', bytes: new Uint8Array(3 * 1024 * 1024), limits: { fileBytes: 2 * 1024 * 1024 } });
    expect(large.findings).toEqual([{ code: 'tooLarge', severity: 'blocks', parameters: { megabytes: 3, limit: 2 } }]);
  });

  it('finds a macro document that was renamed, by content and by name', async () => {
    const bytes = makeOffice({ mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml', parts: [{ name: 'word/vbaProject.bin', content: 'x' }] });
    expect(codes(await checkDocument({ fileName: 'a.docx', bytes }))).toEqual(['macros']);
    expect(codes(await checkDocument({ fileName: 'a.docm', bytes }))).toEqual(['macros', 'extensionMismatch']);
  });

  it('finds encrypted, old and foreign documents', async () => {
    expect(codes(await checkDocument({ fileName: 'a.docx', bytes: makeCompound(['EncryptedPackage']) }))).toEqual(['encrypted']);
    expect(codes(await checkDocument({ fileName: 'a.pdf', bytes: await makePdf(['Text'], { password: 'secret' }) }))).toEqual(['encrypted']);
    expect(codes(await checkDocument({ fileName: 'a.doc', bytes: makeCompound(['WordDocument']) }))).toEqual(['saveAsAllowedType']);
    expect(codes(await checkDocument({ fileName: 'a.docx', bytes: Uint8Array.of(0x4d, 0x5a) }))).toEqual(['typeNotAllowed']);
  });

  it('puts what blocks before what asks and what informs', async () => {
    const links = [
      { kind: 'attachedTemplate', target: 'Normal.dotm', external: true },
      { kind: 'image', target: 'https://example.org/pixel.png', external: true }
    ];
    const check = await checkDocument({ fileName: 'a?.docx', bytes: makeOffice({ links }) });
    expect(codes(check)).toEqual(['externalContent', 'nameCharacters', 'localTemplate']);
  });

  it('keeps what it learned before a problem stopped it', async () => {
    for (const body of ['<a>', '<a></b>', '<a', '']) {
      const check = await checkDocument({ fileName: 'a.docx', bytes: makeOffice({ body }) });
      expect(check).toMatchObject({ type: 'docx', findings: [{ code: 'unreadable' }] });
    }
  });

  it('answers any bytes and any name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.uint8Array({ minLength: 1, maxLength: 400 }), async (fileName, bytes) => {
        expect((await checkDocument({ fileName, bytes })).findings.length).toBeGreaterThan(0);
      })
    );
  });

  it('answers any damage to real documents, within the bounds', async () => {
    const sound = [
      await makeDocx({ title: SENTENCES.en[0], paragraphs: [...SENTENCES.en] }),
      await makePdf(SENTENCES.ru),
      await makePdf(SENTENCES.en, { objectStreams: false }),
      makeXlsx(SENTENCES.ar)
    ];
    const damage = fc.record({
      which: fc.nat(sound.length - 1),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 0, max: 255 })), { maxLength: 20 })
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ which, cut, changes }) => {
        const bytes = sound[which].slice(0, cut === null ? undefined : Math.floor(sound[which].length * cut));
        changes.forEach(([place, byte]) => (bytes[Math.floor(place * bytes.length)] = byte));
        const before = bytes.slice();
        const check = await checkDocument({ fileName: 'a.docx', bytes });
        expect(check.textSample.length).toBeLessThanOrEqual(DOCUMENT_LIMITS.sampleCharacters * 2);
        expect(bytes).toEqual(before);
      }),
      { numRuns: 300 }
    );
  });
});
