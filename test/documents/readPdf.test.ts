import { DocumentProblem } from '../../src/documents/documentProblem';
import { DOCUMENT_LIMITS } from '../../src/documents/limits';
import { readPdf } from '../../src/documents/readPdf';
import { LANGUAGES } from '../../src/rules/language';
import { makePdf } from './support/pdf';
import { SENTENCES } from './support/sentences';

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readPdf(bytes, DOCUMENT_LIMITS).catch((caught: unknown) => caught);
  return error instanceof DocumentProblem ? error.finding.code : 'none';
}

describe('reading a PDF document', () => {
  it.each(LANGUAGES)('gives its text as it was written in %s', async (language) => {
    const content = await readPdf(await makePdf(SENTENCES[language]), DOCUMENT_LIMITS);
    expect(withoutSpaces(content.lines.map(({ text }) => text).join(''))).toBe(withoutSpaces(SENTENCES[language].join('')));
  });

  it('gives the title that the author entered, not the one that a program wrote', async () => {
    const entered = await readPdf(await makePdf(['Text'], { title: 'Broadband in rural areas' }), DOCUMENT_LIMITS);
    const written = await readPdf(await makePdf(['Text'], { title: 'Microsoft Word - draft.docx' }), DOCUMENT_LIMITS);
    expect(entered.properties.title).toBe('Broadband in rural areas');
    expect(written.properties.title).toBeUndefined();
  });

  it('stops at the length of the sample', async () => {
    const lines = await readPdf(await makePdf(SENTENCES.en), { ...DOCUMENT_LIMITS, sampleCharacters: 100 });
    expect(lines.lines.map(({ text }) => text).join('').length).toBeLessThanOrEqual(100);
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = await makePdf(['Text']);
    const before = bytes.slice();
    await readPdf(bytes, DOCUMENT_LIMITS);
    expect(bytes).toEqual(before);
  });

  it('finds what only a full parser finds', async () => {
    expect(await problemOf(await makePdf(['Text'], { script: 'app.alert(1)' }))).toBe('pdfScript');
    expect(await problemOf(await makePdf(['Text'], { attachment: Uint8Array.of(1, 2, 3) }))).toBe('embeddedFile');
    expect(await problemOf(await makePdf(['Text'], { password: 'secret' }))).toBe('encrypted');
    expect(await problemOf(new TextEncoder().encode('%PDF-1.7\nnothing more'))).toBe('unreadable');
  });
});
