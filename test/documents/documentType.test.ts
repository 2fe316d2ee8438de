import { DOCUMENT_LIMITS } from '../../src/documents/limits';
import { detectOfficeType, detectType } from '../../src/documents/documentType';
import { findMainPart, readContentTypes, readRelationships } from '../../src/documents/officePackage';
import { readOfficeParts } from '../../src/documents/officeParts';
import { makeCompound, makeOffice } from './support/office';
import { makePdf } from './support/pdf';
import { makePptx } from './support/pptx';
import { writeZip } from './support/zip';

function officeType(bytes: Uint8Array): ReturnType<typeof detectOfficeType> {
  const parts = readOfficeParts(bytes, DOCUMENT_LIMITS);
  return detectOfficeType(parts, readContentTypes(parts), findMainPart(readRelationships(parts)));
}

describe('the type of a document', () => {
  it('is told by the content of the documents that are taken', async () => {
    expect(detectType(await makePdf(['Text']))).toEqual({ kind: 'pdf' });
    expect(officeType(makeOffice({ type: 'docx' }))).toBe('docx');
    expect(officeType(makeOffice({ type: 'xlsx' }))).toBe('xlsx');
    expect(officeType(await makePptx('Title', []))).toBe('pptx');
  });

  it('is told apart from Office documents of other kinds', () => {
    const template = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';
    expect(officeType(makeOffice({ mainType: template }))).toMatchObject({ code: 'saveAsAllowedType', parameters: { saveAs: 'DOCX' } });
    const binary = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main';
    expect(officeType(makeOffice({ mainType: binary }))).toMatchObject({ code: 'saveAsAllowedType', parameters: { detected: 'XLSB', saveAs: 'XLSX' } });
    const odt = writeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }]);
    expect(officeType(odt)).toMatchObject({ code: 'saveAsAllowedType', parameters: { detected: 'ODT', saveAs: 'DOCX' } });
    expect(officeType(writeZip([{ name: 'a.txt', content: 'x' }]))).toMatchObject({ code: 'typeNotAllowed', parameters: { detected: 'ZIP' } });
  });

  it('goes by the main part, not by a type that another part declares', () => {
    const decoy = makeOffice({ mainType: 'application/x-other', parts: [{ name: 'word/vbaProject.bin', content: 'x' }] });
    expect(officeType(decoy)).toMatchObject({ code: 'typeNotAllowed' });
  });

  it.each([
    ['WordDocument', 'DOC', 'DOCX'],
    ['PowerPoint Document', 'PPT', 'PPTX'],
    ['Workbook', 'XLS', 'XLSX']
  ])('advises to save an old document with the stream %s as a new one', (stream, detected, saveAs) => {
    expect(detectType(makeCompound([stream]))).toMatchObject({ finding: { code: 'saveAsAllowedType', parameters: { detected, saveAs } } });
  });

  it('is encrypted when the document is packed into an encrypted package', () => {
    expect(detectType(makeCompound(['EncryptionInfo', 'EncryptedPackage']))).toMatchObject({ finding: { code: 'encrypted' } });
  });

  it.each([
    ['EXE', [0x4d, 0x5a, 0x90]],
    ['PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['TXT', Array.from('Hello').map((letter) => letter.charCodeAt(0))],
    ['BIN', [0, 1, 2, 3]]
  ])('is not allowed for %s', (detected, bytes) => {
    expect(detectType(Uint8Array.from(bytes))).toMatchObject({ finding: { code: 'typeNotAllowed', parameters: { detected } } });
  });
});
