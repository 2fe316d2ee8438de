import { Document, Packer, Paragraph, TextRun } from 'docx';

import type { Language } from '../../src/rules/language';
import { makeOffice } from '../documents/support/office';

/** How the heading lines of an ITU contribution are labelled in each language. */
const LABELS: Record<Language, { source: string; title: string }> = {
  ar: { source: 'المصدر', title: 'العنوان' },
  zh: { source: '来源', title: '标题' },
  en: { source: 'Source', title: 'Title' },
  fr: { source: 'Origine', title: 'Titre' },
  ru: { source: 'Источник', title: 'Название' },
  es: { source: 'Origen', title: 'Título' }
};

/** What {@link makeDocx} writes. */
export interface DocxOptions {
  readonly title: string;
  readonly source?: string;
  readonly paragraphs?: string[];
  /** Language of the heading lines; English when absent. */
  readonly language?: Language;
}

/** A real Word document with the heading lines of a contribution, then the paragraphs. */
export async function makeDocx(options: DocxOptions): Promise<Uint8Array> {
  const language = options.language ?? 'en';
  const labels = LABELS[language];
  const separator = language === 'zh' ? '：' : ': ';
  const rightToLeft = language === 'ar';
  const lines = [
    ...(options.source === undefined ? [] : [`${labels.source}${separator}${options.source}`]),
    `${labels.title}${separator}${options.title}`,
    ...(options.paragraphs ?? [])
  ];
  const document = new Document({
    title: options.title,
    creator: 'Contribution Desk',
    sections: [
      {
        children: lines.map(
          (text) => new Paragraph({ bidirectional: rightToLeft, children: [new TextRun({ text, rightToLeft })] })
        )
      }
    ]
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The smallest Word document that holds a text, the same bytes for the same text. */
export function smallDocx(text: string): Uint8Array {
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  return makeOffice({ body });
}
