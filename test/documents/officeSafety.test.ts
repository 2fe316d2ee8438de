import type { Finding, FindingCode } from '../../src/documents/findings';
import { DOCUMENT_LIMITS } from '../../src/documents/limits';
import { readContentTypes, readRelationships } from '../../src/documents/officePackage';
import { readOfficeParts } from '../../src/documents/officeParts';
import { checkOfficeSafety } from '../../src/documents/officeSafety';
import { makeDocx } from '../support/documents';
import { makeCompound, makeOffice, type OfficeOptions } from './support/office';
import { makePptx } from './support/pptx';

function findingsOf(bytes: Uint8Array): Finding[] {
  const parts = readOfficeParts(bytes, DOCUMENT_LIMITS);
  const contentTypes = readContentTypes(parts);
  return contentTypes === undefined ? [] : checkOfficeSafety(parts, contentTypes, readRelationships(parts), DOCUMENT_LIMITS);
}

function codes(options: OfficeOptions): FindingCode[] {
  return findingsOf(makeOffice(options)).map(({ code }) => code);
}

describe('what an Office document would do', () => {
  it('finds nothing in documents as programs write them', async () => {
    expect(findingsOf(await makeDocx({ title: 'Broadband', paragraphs: ['Text'] }))).toEqual([]);
    expect(findingsOf(await makePptx('Broadband', ['Text']))).toEqual([]);
    expect(codes({ type: 'xlsx' })).toEqual([]);
  });

  it('finds macros by the name of a part, a content type or a link, whatever the document is called', () => {
    expect(codes({ parts: [{ name: 'word/vbaProject.bin', content: 'x' }] })).toEqual(['macros']);
    expect(codes({ mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })).toEqual(['macros']);
    expect(codes({ links: [{ kind: 'vbaProject', target: 'renamed.bin' }] })).toEqual(['macros']);
    expect(codes({ type: 'xlsx', parts: [{ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }] })).toEqual(['macros']);
    expect(codes({ parts: [{ name: 'word/activeX/activeX1.xml', content: '<a/>' }] })).toEqual(['macros']);
  });

  it('finds macros in an embedded workbook, but takes the workbook behind a chart', () => {
    const embed = (content: Uint8Array): OfficeOptions => ({ parts: [{ name: 'word/embeddings/sheet1.xlsx', content, stored: true }] });
    expect(codes(embed(makeOffice({ type: 'xlsx' })))).toEqual([]);
    expect(codes(embed(makeOffice({ type: 'xlsx', parts: [{ name: 'xl/vbaProject.bin', content: 'x' }] })))).toEqual(['macros']);
    expect(codes(embed(new TextEncoder().encode('no archive')))).toEqual(['unreadable']);
  });

  it('finds programs by content and by name', () => {
    expect(codes({ parts: [{ name: 'word/media/image1.png', content: Uint8Array.of(0x4d, 0x5a, 0x90, 0) }] })).toEqual(['embeddedProgram']);
    expect(codes({ parts: [{ name: 'word/embeddings/run.vbs', content: 'x' }] })).toEqual(['embeddedProgram']);
  });

  it('tells an embedded package from an embedded object and from another file', () => {
    const embed = (name: string, content: Uint8Array | string): OfficeOptions => ({ parts: [{ name: `word/embeddings/${name}`, content }] });
    expect(codes(embed('oleObject1.bin', makeCompound(['\u0001Ole10Native'])))).toEqual(['embeddedProgram']);
    expect(codes(embed('oleObject1.bin', makeCompound(['Equation Native'])))).toEqual(['embeddedObject']);
    expect(codes(embed('attachment.pdf', '%PDF-1.7'))).toEqual(['embeddedFile']);
  });

  it('finds content that would be loaded from elsewhere, and leaves links that people follow', () => {
    const link = (kind: string, target: string): OfficeOptions => ({ links: [{ kind, target, external: true }] });
    expect(codes(link('attachedTemplate', 'https://example.org/t.dotm'))).toEqual(['externalContent']);
    expect(codes(link('attachedTemplate', 'file:///\\\\server.example.org\\share\\t.dotm'))).toEqual(['externalContent']);
    expect(codes(link('image', 'https://example.org/pixel.png'))).toEqual(['externalContent']);
    expect(codes(link('oleObject', 'file:///\\\\server.example.org\\x.xlsx'))).toEqual(['externalContent']);
    expect(codes({ links: [{ kind: 'image', target: 'https://example.org/pixel.png' }] })).toEqual(['externalContent']);
    expect(codes(link('hyperlink', 'https://example.org/'))).toEqual([]);
  });

  it('only tells of a template on the author’s own disk', () => {
    const link = (target: string): OfficeOptions => ({ links: [{ kind: 'attachedTemplate', target, external: true }] });
    expect(codes(link('file:///C:\\Users\\author\\Templates\\PE_TDAG.dotm'))).toEqual(['localTemplate']);
    expect(codes(link('Normal.dotm'))).toEqual(['localTemplate']);
  });

  it.each(['word/document2.xml', 'word/theme/theme1.xml', 'customXml/item1.xml', 'word/vmlDrawing1.vml'])(
    'refuses a document type declaration in %s',
    (name) => {
      const content = '<?xml version="1.0"?><!-- a comment before it --><!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>';
      expect(() => findingsOf(makeOffice({ parts: [{ name, content }] }))).toThrow('documentTypeDeclaration');
    }
  );

  it('refuses a document type declaration in UTF-16 and unknown encodings', () => {
    const utf16 = Uint8Array.from(Array.from('\ufeff<!DOCTYPE x><x/>').flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]));
    expect(() => findingsOf(makeOffice({ parts: [{ name: 'word/a.xml', content: utf16 }] }))).toThrow('documentTypeDeclaration');
    const utf7 = '<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE x+AD4-<x/>';
    expect(() => findingsOf(makeOffice({ parts: [{ name: 'word/a.xml', content: utf7 }] }))).toThrow('unreadable');
  });
});
