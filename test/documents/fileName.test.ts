import fc from 'fast-check';

import { checkFileName } from '../../src/documents/fileName';
import type { FindingCode } from '../../src/documents/findings';
import { DOCUMENT_LIMITS } from '../../src/documents/limits';

function codes(name: string): FindingCode[] {
  return checkFileName(name, 'docx', DOCUMENT_LIMITS).map(({ code }) => code);
}

describe('the name of a document', () => {
  it.each(['Contribution 5.docx', 'TDAG-WG-SOP-5(Rev.1)-F.DOCX', 'مساهمة.docx', '文稿 2020.09.18.docx', 'Вклад №5.docx', 'می‌خواهم.docx', 'a.pdf.docx'])(
    'takes %j',
    (name) => {
      expect(codes(name)).toEqual([]);
    }
  );

  it.each(['a:b.docx', 'a*b.docx', 'what?.docx', 'a/b.docx', 'a\\b.docx', 'a|b.docx', '"a".docx', '<a>.docx'])('refuses the characters in %j', (name) => {
    expect(codes(name)).toEqual(['nameCharacters']);
  });

  it.each(['CON.docx', 'lpt1.docx', '~$draft.docx', 'a_vti_b.docx', ' a.docx', '.docx'])('refuses the name %j', (name) => {
    expect(codes(name)).toContain('nameReserved');
  });

  it('refuses a name over the limit and takes one at the limit', () => {
    expect(codes(`${'x'.repeat(124)}.docx`)).toEqual(['nameTooLong']);
    expect(codes(`${'x'.repeat(123)}.docx`)).toEqual([]);
  });

  it.each(['a\u202excod.docx', 'a\u200b.docx', 'a\u2066b.docx', 'a\nb.docx', '\ufeffa.docx'])('refuses what cannot be seen in %j', (name) => {
    expect(codes(name)).toContain('nameMisleading');
  });

  it.each(['a.exe.docx', 'a.docx.exe', 'a.PDF.Js', 'a.vbs .docx'])('refuses the ending of a program in %j', (name) => {
    expect(codes(name)).toEqual(['doubleExtension']);
  });

  it('asks for the ending that belongs to the content', () => {
    expect(checkFileName('a.pdf', 'docx', DOCUMENT_LIMITS)).toEqual([
      { code: 'extensionMismatch', severity: 'blocks', parameters: { extension: '.pdf', expected: '.docx' } }
    ]);
    expect(codes('a')).toEqual(['extensionMismatch']);
  });

  it('answers any name, and finds every character that SharePoint refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(codes(name).includes('nameCharacters')).toBe(/["*:<>?/\\|]/.test(name));
      })
    );
  });
});
