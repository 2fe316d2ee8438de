import { zlibSync } from 'fflate';

import type { FindingCode } from '../../src/documents/findings';
import { DOCUMENT_LIMITS } from '../../src/documents/limits';
import { checkPdfSafety } from '../../src/documents/pdfSafety';
import { makePdf } from './support/pdf';
import { concatenate } from './support/zip';

function codes(bytes: Uint8Array): FindingCode[] {
  return checkPdfSafety(bytes, DOCUMENT_LIMITS).map(({ code }) => code);
}

/** A PDF document by hand: one object, and objects packed into a stream. */
function rawPdf(object: string, packed = '', label = '/Type /ObjStm'): Uint8Array {
  const text = new TextEncoder();
  return concatenate([
    text.encode(`%PDF-1.7\n1 0 obj\n${object}\nendobj\n2 0 obj\n<< ${label} /Filter /FlateDecode >>\nstream\n`),
    zlibSync(text.encode(packed)),
    text.encode('\nendstream\nendobj\nstartxref\n0\n%%EOF')
  ]);
}

describe('what a PDF document would do', () => {
  it('finds nothing in a document that is only text', async () => {
    expect(codes(await makePdf(['A contribution about JavaScript, Launch and EmbeddedFiles']))).toEqual([]);
  });

  it.each([true, false])('finds scripts, programs and attachments (object streams: %s)', async (objectStreams) => {
    expect(codes(await makePdf(['Text'], { script: 'app.alert(1)', objectStreams }))).toEqual(['pdfScript']);
    expect(codes(await makePdf(['Text'], { launch: 'cmd.exe', objectStreams }))).toEqual(['pdfLaunch']);
    expect(codes(await makePdf(['Text'], { attachment: Uint8Array.of(1, 2, 3), objectStreams }))).toEqual(['embeddedFile']);
  });

  it('says of an encrypted document only that it is encrypted', async () => {
    expect(codes(await makePdf(['Text'], { password: 'secret', script: 'app.alert(1)' }))).toEqual(['encrypted']);
  });

  it('finds a name that is written with escapes', () => {
    expect(codes(rawPdf('<< /S /J#61vaScr#69pt /JS (x) >>'))).toEqual(['pdfScript']);
  });

  it('finds a name inside an object stream that is labelled as a picture', () => {
    expect(codes(rawPdf('<< >>', '3 0 4 30 << /S /Launch /F (x) >>', '/Subtype /Image'))).toEqual(['pdfLaunch']);
  });

  it('finds a name that lies on the edge of what is searched at once', () => {
    const padding = ' '.repeat(1024 * 1024 - '%PDF-1.7\n1 0 obj\n'.length - 8);
    expect(codes(rawPdf(`${padding}<< /S /JavaScript /JS (x) >>`))).toEqual(['pdfScript']);
  });

  it('stops at the bound when object streams unpack to more', () => {
    const bomb = rawPdf('<< >>', `3 0 ${' '.repeat(3 * 1024 * 1024)}`);
    expect(() => checkPdfSafety(bomb, { ...DOCUMENT_LIMITS, unpackedBytes: 1024 * 1024 })).toThrow('unpackedTooLarge');
  });

  it('refuses a document without its end', async () => {
    const whole = await makePdf(['Text'.repeat(3000)], { objectStreams: false });
    expect(() => checkPdfSafety(whole.slice(0, whole.length / 4), DOCUMENT_LIMITS)).toThrow('unreadable');
  });
});
