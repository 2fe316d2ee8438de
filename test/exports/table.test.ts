import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { Temporal } from 'temporal-polyfill';
import { writeCsv } from '../../src/exports/csv';
import type { ExportTable } from '../../src/exports/table';
import { writeXlsx } from '../../src/exports/xlsx';

const deadline = Temporal.ZonedDateTime.from('2020-09-18T23:59:59[Europe/Zurich]');
const table: ExportTable = {
  title: 'Requests: [all]/2020',
  headings: ['Delegation', 'Count', 'Day', 'When'],
  rows: [
    ['=HYPERLINK("https://example.org")', -3, Temporal.PlainDate.from('2020-09-18'), deadline],
    ['Côte d’Ivoire, "quoted"\nsecond line', undefined, undefined, undefined]
  ],
  direction: 'rtl'
};

describe('a CSV file', () => {
  it('opens in Excel as UTF-8, without a formula, with numbers, ISO dates and times with their offset', () => {
    expect(writeCsv(table)).toBe(
      '\uFEFFDelegation,Count,Day,When\r\n"\'=HYPERLINK(""https://example.org"")",-3,2020-09-18,2020-09-18T23:59:59+02:00\r\n"Côte d’Ivoire, ""quoted""\nsecond line",,,'
    );
  });

  it('gives back any text, and never one that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (texts) => {
        const read = Papa.parse<string[]>(writeCsv({ ...table, headings: texts.map((_text, index) => `c${index}`), rows: [texts, texts] }).slice(1), { delimiter: ',', newline: '\r\n' });
        for (const row of read.data.slice(1)) {
          expect(row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(texts);
          expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        }
      })
    );
  });
});

describe('an Excel file', () => {
  const parts = async (tables: readonly ExportTable[]): Promise<Record<string, string>> => {
    const files = unzipSync(new Uint8Array(await (await writeXlsx(tables)).arrayBuffer()));
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };

  it('has typed cells, headings that stay in view, and the direction of the language', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': texts } = await parts([table]);
    expect(sheet).toMatch(/<c r="B2"[^>]*><v>-3<\/v>/);
    expect(sheet).toMatch(/<c r="C2"[^>]*><v>44092<\/v>/);
    expect(sheet).toMatch(/<c r="D2"[^>]*><v>44092\.99998/);
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).not.toContain('<f>');
    expect(texts).toContain('<t>=HYPERLINK("https://example.org")</t>');
  });

  it('loses no text, also none that every object of the language has, and holds nothing that XML cannot', async () => {
    const { 'xl/sharedStrings.xml': texts } = await parts([{ ...table, headings: ['h'], rows: [['constructor'], ['toString'], ['a\u0001b'], ['\ud800x']] }]);
    expect([...texts.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text.replace('\u200b', ''))).toEqual(['h', 'constructor', 'toString', 'ab', 'x']);
  });

  it('has a sheet for each table under a name that Excel takes', async () => {
    const { 'xl/workbook.xml': workbook } = await parts([table, { ...table, title: '*?', direction: 'ltr' }]);
    expect([...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['Requests   all  2020', '2']);
  });
});
