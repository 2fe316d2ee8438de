import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

import { finding, FINDING_SEVERITY, type FindingCode, type FindingParameters } from '../../src/documents/findings';
import { localeOf } from '../../src/messages/locale';
import { LANGUAGES, type Language } from '../../src/rules/language';

/** Parameters of each code, so that a sentence with another placeholder fails. */
const EXAMPLES: { [Code in FindingCode]: FindingParameters[Code] } = {
  empty: {},
  incompleteUpload: {},
  tooLarge: { megabytes: 1300, limit: 250 },
  typeNotAllowed: { detected: 'EXE' },
  saveAsAllowedType: { detected: 'DOC', saveAs: 'DOCX' },
  encrypted: {},
  unreadable: {},
  tooDemanding: { seconds: 30 },
  tooManyParts: { limit: 2000 },
  unpackedTooLarge: { limit: 200 },
  suspiciousCompression: { part: 'word/x.xml' },
  unsafePart: { part: '../x' },
  macros: { part: 'word/vbaProject.bin' },
  embeddedProgram: { part: 'word/x.exe' },
  embeddedFile: { part: 'PDF' },
  embeddedObject: { part: 'word/x.bin' },
  externalContent: { target: 'https://example.org/<b>' },
  localTemplate: { target: 'Normal.dotm' },
  documentTypeDeclaration: { part: 'word/x.xml' },
  pdfScript: {},
  pdfLaunch: {},
  nameCharacters: { characters: '* ?' },
  nameReserved: { name: 'CON' },
  nameTooLong: { length: 200, limit: 128 },
  nameMisleading: {},
  doubleExtension: { extension: '.exe' },
  extensionMismatch: { extension: '.pdf', expected: '.docx' },
  sameContent: { document: 'TDAG-WG-SOP/5' },
  meetingCancelled: { meeting: 'Second meeting' },
  meetingHeld: { meeting: 'First meeting' },
  metadataMissing: { field: 'topic' },
  languageDoubtful: { declared: 'fr', detected: 'es' },
  standingInQuestion: { meeting: 'Second meeting', before: 'translated', after: 'delayed' },
  numberClash: { symbol: 'TDAG-WG-SOP/5' }
};

/** Placeholders whose values the sentences put into words of the language. */
const WORDED = ['field', 'declared', 'detected', 'before', 'after'];

const CODES = Object.keys(FINDING_SEVERITY) as FindingCode[];

function catalogue(language: Language): Record<string, string> {
  const file = join(__dirname, `../../src/messages/catalogue/findings.${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

function sentence(language: Language, code: FindingCode, parameters: object): string {
  const format = new IntlMessageFormat(catalogue(language)[`finding.${code}`], localeOf(language), undefined, { ignoreTag: true });
  return String(format.format({ ...parameters }));
}

describe('the sentences of the findings', () => {
  it.each(LANGUAGES)('are complete in %s, and there is none without a finding', (language) => {
    expect(Object.keys(catalogue(language)).sort()).toEqual(CODES.map((code) => `finding.${code}`).sort());
  });

  it.each(LANGUAGES)('say all that a finding carries in %s, with Latin digits', (language) => {
    for (const code of CODES) {
      const said = sentence(language, code, EXAMPLES[code]);
      expect(said).not.toMatch(/[{}]/);
      expect(said).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/);
      Object.entries(EXAMPLES[code])
        .filter(([name, value]) => typeof value === 'string' && !WORDED.includes(name))
        .forEach(([, value]) => expect(said).toContain(value));
    }
  });

  it.each(LANGUAGES)('name every language and every field in %s', (language) => {
    const languages = LANGUAGES.map((declared) => sentence(language, 'languageDoubtful', { declared, detected: 'en' }));
    expect(new Set(languages).size).toBe(LANGUAGES.length);
    const fields = ['meeting', 'source', 'title', 'purpose', 'originalLanguage', 'actionRequired', 'topic', 'abstract', 'unknown'];
    expect(new Set(fields.map((field) => sentence(language, 'metadataMissing', { field }))).size).toBe(fields.length);
  });
});

describe('a finding', () => {
  it('has the severity of its code and survives JSON', () => {
    const found = finding('macros', { part: 'word/vbaProject.bin' });
    expect(found).toEqual({ code: 'macros', severity: 'blocks', parameters: { part: 'word/vbaProject.bin' } });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
