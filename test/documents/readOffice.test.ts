import type { DocumentContent } from '../../src/documents/documentProperties';
import { DOCUMENT_LIMITS } from '../../src/documents/limits';
import { readRelationships } from '../../src/documents/officePackage';
import { readOfficeParts } from '../../src/documents/officeParts';
import { readOffice } from '../../src/documents/readOffice';
import { LANGUAGES } from '../../src/rules/language';
import { makeDocx } from '../support/documents';
import { makeOffice, makeXlsx } from './support/office';
import { makePptx } from './support/pptx';
import { SENTENCES } from './support/sentences';

function read(type: 'docx' | 'pptx' | 'xlsx', bytes: Uint8Array, sampleCharacters = DOCUMENT_LIMITS.sampleCharacters): DocumentContent {
  const parts = readOfficeParts(bytes, DOCUMENT_LIMITS);
  return readOffice(type, parts, readRelationships(parts), { ...DOCUMENT_LIMITS, sampleCharacters });
}

function texts(content: DocumentContent): string[] {
  return content.lines.map(({ text }) => text);
}

describe('reading an Office document', () => {
  it.each(LANGUAGES)('gives the paragraphs of a Word document in %s', async (language) => {
    const docx = await makeDocx({ title: 'Title', language, paragraphs: [...SENTENCES[language]] });
    expect(texts(read('docx', docx)).slice(1)).toEqual(SENTENCES[language]);
  });

  it('leaves out of a Word document what is deleted, and shows a text box once', () => {
    const body = `<w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>
      <w:p><w:pPr><w:pStyle w:val="Title1"/></w:pPr><w:r><w:t>One</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:tab/><w:t>two</w:t></w:r></w:p>
      <w:p><mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:p>
      <w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:body></w:document>`;
    expect(read('docx', makeOffice({ body })).lines).toEqual([{ text: 'One two', style: 'Title1' }, { text: 'box' }]);
  });

  it('gives the slides of a presentation in their order, the title under its style', async () => {
    const content = read('pptx', await makePptx('Rural broadband', ['First slide', 'Second slide']));
    expect(content.lines[0]).toEqual({ text: 'Rural broadband', style: 'Title1' });
    expect(texts(content)).toEqual(['Rural broadband', 'First slide', 'Second slide']);
    expect(content.properties.title).toBeUndefined();
  });

  it('gives the texts of a workbook and its title, but nobody’s name', () => {
    const content = read('xlsx', makeXlsx(['Source:', 'Kenya'], 'Rural broadband'));
    expect(texts(content)).toEqual(['Source:', 'Kenya']);
    expect(content.properties).toEqual({ title: 'Rural broadband', declaredLanguage: undefined });
  });

  it('stops at the length of the sample, also in the middle of a large part', async () => {
    const docx = await makeDocx({ title: 'Title', paragraphs: Array.from({ length: 5000 }, () => SENTENCES.en[2]) });
    const content = read('docx', docx, 500);
    expect(texts(content).join('').length).toBeLessThanOrEqual(500);
    expect(texts(content).length).toBeGreaterThan(3);
  });

  it('is refused when the XML is not well-formed', () => {
    expect(() => read('docx', makeOffice({ body: '<w:document xmlns:w="urn:w"><w:p></w:body>' }))).toThrow('unreadable');
    expect(() => read('docx', makeOffice({ body: '<d>&undefined;</d>' }))).toThrow('unreadable');
  });
});
