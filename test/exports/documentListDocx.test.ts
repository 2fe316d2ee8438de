import { strFromU8, unzipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { inspectContent } from '../../src/documents/checkDocument';
import { documentListDocx } from '../../src/exports/documentListDocx';
import type { ListedDocument } from '../../src/exports/documentListDocx';
import { wordDate } from '../../src/messages/dates';
import { LANGUAGES } from '../../src/rules/language';
import type { Language } from '../../src/rules/language';
import { exportWords } from '../support/exportWords';
import { geneva, meeting } from '../support/meeting';

const at = geneva('2020-09-21T09:00:00');
const base = { createdAt: at, fileName: 'a.docx', url: 'https://example.org/a.docx', languages: [] } as const;
const documents: readonly ListedDocument[] = [
  { ...base, id: 3, title: 'Without a number', source: 'Kenya', fileName: 'three.docx' },
  { ...base, id: 1, docSeries: 'document', docNumber: 5, docSymbol: 'TDAG-WG-SOP/5-F', title: 'Projet de rapport \u0001<final> & plus', source: 'France', purpose: 'action', topic: '3.2', languages: ['fr', 'en', 'ar'] },
  { ...base, id: 2, docSeries: 'document', docNumber: 4, docSymbol: 'TDAG-WG-SOP/4-E', docStatus: 'withdrawn', title: 'Taken back', source: 'Elsewhere' },
  { ...base, id: 4, docSeries: 'document', docNumber: 6, docSymbol: 'TDAG-WG-SOP/6-E', standing: 'held', title: 'For the next meeting' }
];

const make = async (language: Language, listed = documents): Promise<Uint8Array> => new Uint8Array(await (await documentListDocx(meeting({ title: 'Second meeting' }), listed, at, exportWords(language))).arrayBuffer());
const body = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml']);
/** The texts of each row of the table. */
const rows = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr>[^]*?<\/w:tr>/g)].map(([row]) => [...row.matchAll(/<w:tc>[^]*?<\/w:tc>/g)].map(([cell]) => [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')));

describe("a meeting's list of documents as a Word file", () => {
  it.each(LANGUAGES)('opens in %s as a Word document without anything that would be refused', async (language) => {
    const { type, findings, properties } = await inspectContent(await make(language));
    expect([type, findings]).toEqual(['docx', []]);
    expect(properties.title).toBe(`${exportWords(language).translator.t('exports.list')} · Second meeting`);
  });

  it('says whose list it is, of which meeting and when, and has each document in its row', async () => {
    const xml = body(await make('en'));
    const paragraphs = [...xml.split('<w:tbl>')[0].matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);
    expect(paragraphs).toEqual([exportWords('en').group.name.en, 'TDAG-WG-SOP', 'List of documents', 'Second meeting', wordDate(meeting().start, 'en'), `As of ${wordDate(Temporal.PlainDate.from('2020-09-21'), 'en')}`]);
    expect(rows(xml)).toEqual([
      ['Document', 'Title', 'Source', 'Languages', 'Agenda item or topic', 'Purpose'],
      ['TDAG-WG-SOP/4-E', 'Withdrawn', '', '', '', ''],
      ['TDAG-WG-SOP/5-F', 'Projet de rapport &lt;final&gt; &amp; plus', 'France', 'F, E, A', '3.2', 'For action'],
      ['Not numbered yet', 'Without a number', 'Kenya', '', '', '']
    ]);
    expect(xml).toContain('w:tblHeader');
    expect(/<w:bidiVisual[^>]*>/.exec(xml)?.[0]).toContain('off');
  });

  it('runs from right to left in Arabic: its paragraphs, its table and its words, but not a Latin title', async () => {
    const xml = body(await make('ar'));
    expect(/<w:bidiVisual[^>]*>/.exec(xml)?.[0]).not.toContain('off');
    expect(xml.match(/<w:p>/g)).toHaveLength((xml.match(/<w:bidi\/>/g) ?? []).length);
    const run = (text: string): string => [...xml.matchAll(/<w:r>[^]*?<\/w:r>/g)].map(([each]) => each).find((each) => each.includes(text)) ?? '';
    expect(run('قائمة الوثائق')).toContain('<w:rtl/>');
    expect(run('Projet de rapport')).not.toMatch(/<w:rtl\/>/);
  });

  it('says when there is nothing to list', async () => {
    const xml = body(await make('fr', []));
    expect(xml).toContain('Aucun document n’a encore été reçu pour cette réunion.');
    expect(xml).not.toContain('<w:tbl>');
  });

  it('leaves the dates out while the meeting has none', async () => {
    const file = await documentListDocx(meeting({ status: 'postponed' }), documents, Temporal.Instant.from('2020-09-21T09:00:00Z'), exportWords('en'));
    expect(body(new Uint8Array(await file.arrayBuffer()))).not.toContain('October');
  });
});
