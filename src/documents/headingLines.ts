import type { DocumentLine, DocumentProperties, DocumentPurpose } from './documentProperties';
import { shownText } from './shownText';

type HeadingField = 'source' | 'title' | 'agendaItem' | 'purpose';

/** Labels of the heading of an ITU contribution in the six languages, as its templates write them. */
const LABELS: Readonly<Record<HeadingField, readonly string[]>> = {
  source: ['source', 'origine', 'origen', 'fuente', 'источник', '来源', 'المصدر'],
  title: ['title', 'titre', 'título', 'название', 'заголовок', '标题', '题目', 'العنوان'],
  agendaItem: [
    'agenda item',
    'point de l’ordre du jour',
    'point à l’ordre du jour',
    'punto del orden del día',
    'пункт повестки дня',
    '议项',
    '议程项目',
    'بند جدول الأعمال'
  ],
  purpose: ['purpose', 'objet', 'objeto', 'finalidad', 'цель', '目的', 'الغرض']
};

/** Names of the paragraph styles in which the ITU's Word templates set the heading where they write no label. */
const STYLES: Readonly<Record<string, HeadingField>> = { source: 'source', title1: 'title', agendaitem: 'agendaItem' };

/** How each purpose is written, in the order in which a line is searched. */
const PURPOSES: readonly (readonly [DocumentPurpose, RegExp])[] = [
  [
    'liaison',
    /liaison statement|(déclaration|note) de liaison|declaración de (coordinación|enlace)|заявление о взаимодействии|联络声明|联络函|بيان (اتصال|الاتصال)/iu
  ],
  ['information', /for information|pour information|para información|для информации|供参考|供通报|情况通报|للعلم|للإحاطة/iu],
  [
    'action',
    /for action|pour (suite à donner|action|décision)|para (acción|actuación|decisión)|для (принятия мер|действий)|供采取行动|采取行动|لاتخاذ (إجراء|الإجراء)|للإجراء/iu
  ]
];

/** A heading stands on the first page: as many lines as its table has at most. */
const HEADING_LINES = 40;
/** A line that is longer is running text, in which `for information` means nothing. */
const LONGEST_PURPOSE_LINE = 120;
const LONGEST_VALUE = 255;
const BOX_TICKED = /[☒☑✓✔]|\[x\]/iu;
const BOXES = /(?=[☐☒☑✓✔□]|\[[x ]?\])/iu;

/**
 * What the heading of a contribution says: a label and its value on a line, a label alone with its value on the next
 * line (as the cells of a table come), or a line in one of the templates' styles. The first of each counts.
 */
export function readHeading(lines: readonly DocumentLine[]): Omit<DocumentProperties, 'declaredLanguage'> {
  const heading = lines.slice(0, HEADING_LINES);
  const purposeLine = heading.map(purposeOf).find((purpose) => purpose !== undefined);
  return {
    title: valueOf(heading, 'title'),
    source: valueOf(heading, 'source'),
    agendaItem: valueOf(heading, 'agendaItem'),
    purpose: purposeLine
  };
}

function valueOf(lines: readonly DocumentLine[], field: HeadingField): string | undefined {
  for (let index = 0; index < lines.length; index += 1) {
    const value = labelledValue(lines, index, field);
    if (value !== undefined) {
      return shownText(value, LONGEST_VALUE);
    }
  }
  const styled = lines.find(({ style }) => style !== undefined && STYLES[style.toLowerCase().replace(/[\s_]/g, '')] === field);
  return styled === undefined ? undefined : shownText(styled.text, LONGEST_VALUE);
}

function labelledValue(lines: readonly DocumentLine[], index: number, field: HeadingField): string | undefined {
  const text = lines[index].text;
  const label = LABELS[field].find((candidate) => startsWithLabel(text, candidate));
  if (label === undefined) {
    return undefined;
  }
  const value = text.slice(label.length).replace(/^\s*[:：]\s*/u, '');
  if (value !== '') {
    return value;
  }
  const next = lines[index + 1]?.text;
  return next === undefined || isLabel(next) ? undefined : next;
}

/** Whether a text is the label, alone or with a colon after it; a word that only begins like it does not count. */
function startsWithLabel(text: string, label: string): boolean {
  const plain = text.replace(/'/g, '’').toLowerCase();
  return plain.startsWith(label) && /^\s*([:：]|$)/u.test(plain.slice(label.length));
}

function isLabel(text: string): boolean {
  return Object.values(LABELS).some((labels) => labels.some((label) => startsWithLabel(text, label)));
}

function purposeOf(line: DocumentLine): DocumentPurpose | undefined {
  if (line.text.length > LONGEST_PURPOSE_LINE) {
    return undefined;
  }
  const choices = line.text.split(BOXES);
  const named = BOX_TICKED.test(line.text) ? choices.filter((choice) => BOX_TICKED.test(choice)).join(' ') : line.text;
  const purposes = PURPOSES.filter(([, pattern]) => pattern.test(named)).map(([purpose]) => purpose);
  // A line that names several is the template's choice, not yet made.
  return purposes.length === 1 ? purposes[0] : undefined;
}
