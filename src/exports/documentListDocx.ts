import { AlignmentType, Document, ExternalHyperlink, Footer, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import type { IRunOptions } from 'docx';
import type { Temporal } from 'temporal-polyfill';
import { wordDate, wordDateRange } from '../messages/dates';
import { documentListOf } from '../rules/documentList';
import type { ListSubject } from '../rules/documentList';
import type { Language } from '../rules/language';
import type { Meeting } from '../rules/meeting';
import type { ExportedDocument } from './documentTables';
import type { ExportWords } from './exportWords';
import { xmlText } from './xmlText';

/** A document of the list. */
export type ListedDocument = ExportedDocument &
  ListSubject & {
    /** The languages in which it is there, the original first. */
    readonly languages: readonly Language[];
  };

/** Half points, as Word counts the size of letters. */
const SIZES = { text: 19, small: 17, group: 22, title: 32 } as const;
/** Twentieths of a point. */
const GAPS = { small: 60, large: 240 } as const;
const MARGIN = 1000;
/** An A4 page on its side, less the margins. */
const TABLE_WIDTH = 16838 - 2 * MARGIN;
const COLUMN_SHARES = [0.17, 0.35, 0.14, 0.1, 0.13, 0.11] as const;
/** Letters of each script that Word has on every system. */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'SimSun' };
const HEAD_SHADE = 'E8EEF4';
const LINK_COLOUR = '0B5CAD';
/** How Word names the languages, for its spelling and its choice of letters. */
const WORD_LANGUAGES: Readonly<Record<Language, string>> = { ar: 'ar-SA', zh: 'zh-CN', en: 'en-GB', fr: 'fr-FR', ru: 'ru-RU', es: 'es-ES' };

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/**
 * A meeting's list of documents as a Word file in the group's own form: the group, the meeting with its dates, and for each
 * document its symbol, title, source, languages, agenda item or topic and purpose. In Arabic it runs from right to left.
 * @param at when it is made
 */
export async function documentListDocx(meeting: Meeting, documents: readonly ListedDocument[], at: Temporal.Instant, words: ExportWords): Promise<Blob> {
  const { group, translator } = words;
  const { t, language, direction } = translator;
  const isRightToLeft = direction === 'rtl';
  const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ text: xmlText(text), rightToLeft: RIGHT_TO_LEFT.test(text), ...options });
  const paragraph = (text: string, options: IRunOptions, after: number, isHeading = false): Paragraph =>
    new Paragraph({
      bidirectional: isRightToLeft,
      alignment: AlignmentType.CENTER,
      spacing: { after },
      ...(isHeading ? { heading: HeadingLevel.TITLE } : {}),
      children: [run(text, options)]
    });
  const today = at.toZonedDateTimeISO(group.zone).toPlainDate();
  const listed = documentListOf(documents);
  const title = t('exports.list');
  const document = new Document({
    title: `${title} · ${xmlText(meeting.title)}`,
    creator: group.acronym,
    styles: { default: { document: { run: { font: FONT, size: SIZES.text, language: { value: WORD_LANGUAGES[language], eastAsia: WORD_LANGUAGES.zh, bidirectional: WORD_LANGUAGES.ar } } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } }
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ bidirectional: isRightToLeft, alignment: AlignmentType.CENTER, children: [new TextRun({ size: SIZES.small, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })]
          })
        },
        children: [
          paragraph(group.name[language], { size: SIZES.group, bold: true }, 0),
          paragraph(group.acronym, { size: SIZES.text }, GAPS.large),
          paragraph(title, { size: SIZES.title, bold: true, color: '000000' }, GAPS.small, true),
          paragraph(meeting.title, { size: SIZES.group, bold: true }, 0),
          ...(meeting.status === 'postponed' ? [] : [paragraph(wordDateRange(meeting.start, meeting.end, language), {}, GAPS.small)]),
          paragraph(t('exports.list.asOf', { date: wordDate(today, language) }), { size: SIZES.small, italics: true }, GAPS.large),
          listed.length === 0 ? paragraph(t('exports.list.empty'), {}, 0) : tableOf(listed, words, run)
        ]
      }
    ]
  });
  return Packer.toBlob(document);
}

function tableOf(documents: readonly ListedDocument[], { group, translator, terms }: ExportWords, run: (text: string, options?: IRunOptions) => TextRun): Table {
  const { t, direction } = translator;
  const isRightToLeft = direction === 'rtl';
  const cell = (index: number, children: readonly (TextRun | ExternalHyperlink)[], isHead = false): TableCell =>
    new TableCell({
      width: { size: Math.round(TABLE_WIDTH * COLUMN_SHARES[index]), type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      verticalAlign: VerticalAlign.TOP,
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: HEAD_SHADE, color: 'auto' } } : {}),
      children: [new Paragraph({ bidirectional: isRightToLeft, alignment: AlignmentType.START, children: [...children] })]
    });
  const headings = [terms.t('field.symbol'), terms.t('field.title'), terms.t('field.source'), t('exports.languages'), t('exports.topic'), terms.t('field.purpose')];
  const rows = documents.map(({ docSymbol, docStatus, title, fileName, source = '', languages, topic = '', purpose, url }) => {
    const symbol = docSymbol === undefined ? run(t('exports.list.notNumbered'), { italics: true }) : run(docSymbol, { bold: true });
    if (docStatus === 'withdrawn') {
      return [[symbol], [run(terms.t('docStatus.withdrawn'), { italics: true })], [], [], [], []];
    }
    return [
      [symbol],
      [new ExternalHyperlink({ link: url, children: [run(title ?? fileName, { color: LINK_COLOUR, underline: {} })] })],
      [run(source)],
      [run(languages.map((each) => group.languageLetters[each]).join(', '))],
      [run(topic)],
      [run(purpose === undefined ? '' : terms.t(`purpose.${purpose}`))]
    ];
  });
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: COLUMN_SHARES.map((share) => Math.round(TABLE_WIDTH * share)),
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: isRightToLeft,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headings.map((heading, index) => cell(index, [run(heading, { bold: true })], true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((children, index) => cell(index, children)) }))
    ]
  });
}
