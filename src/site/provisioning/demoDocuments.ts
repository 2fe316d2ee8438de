import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { DocumentSeries } from '../../rules/numbering';

/** A reference document of the group. */
export interface DemoDocument {
  readonly fileName: string;
  readonly series: DocumentSeries;
  readonly number: number;
  readonly title: string;
  readonly source: string;
  readonly topic: string;
  readonly abstract: string;
  readonly paragraphs: readonly string[];
}

const BDT = 'Telecommunication Development Bureau';

/** The reference documents that the group's first report names. Source: TDAG-WG-SOP/5, 2020. */
export const DEMO_DOCUMENTS: readonly DemoDocument[] = [
  {
    fileName: 'TDAG-WG-SOP-2-list-of-references.docx',
    series: 'document',
    number: 2,
    title: 'List of reference documents',
    source: BDT,
    topic: 'Working methods',
    abstract: 'The documents that the group bases its work on.',
    paragraphs: [
      'The group bases its work on WTDC Resolution 1 (Rev. Buenos Aires, 2017).',
      'It also builds on the strategic plan of the Union and the four-year rolling operational plan of ITU-D.',
      'Document 3 describes how the strategic plan was made; Document 35 is the annual report to the Council.',
      'DT/1 is the programme of work.'
    ]
  },
  {
    fileName: 'TDAG-WG-SOP-3-making-of-the-strategic-plan.docx',
    series: 'document',
    number: 3,
    title: 'How the strategic plan was made',
    source: BDT,
    topic: 'Strategic plan',
    abstract: 'The steps, the bodies and the calendar of the strategic plan.',
    paragraphs: [
      'The strategic plan is prepared by the Council with the three Sectors.',
      'It is adopted by the Plenipotentiary Conference.',
      'The contribution of ITU-D to the strategic plan is prepared by the Telecommunication Development Advisory Group.'
    ]
  },
  {
    fileName: 'TDAG-WG-SOP-35-annual-report-to-the-council.docx',
    series: 'document',
    number: 35,
    title: 'Annual report to the Council',
    source: BDT,
    topic: 'Operational plan',
    abstract: 'What was carried out of the operational plan.',
    paragraphs: ['The report presents the results of the operational plan by objective, with the agreed indicators.']
  },
  {
    fileName: 'DT-1-programme-of-work.docx',
    series: 'temporary',
    number: 1,
    title: 'Programme of work',
    source: 'Chair of TDAG-WG-SOP',
    topic: 'Programme of work',
    abstract: 'The meetings and deadlines of the group in 2020 and 2021.',
    paragraphs: [
      '16-17 July 2020: first series of virtual meetings (this group: 17 July).',
      '18 September 2020: contributions for the second meeting, agreed deadline.',
      '1 October 2020: second meeting of TDAG-WG-SOP (virtual).',
      '8 October 2020: draft report ready.',
      '23 November 2020: extraordinary TDAG meeting (planned).',
      '2021: final report, to TDAG 2021, then to Council 2021.'
    ]
  }
];

/** The document as a Word file. */
export async function demoFile(document: DemoDocument): Promise<Blob> {
  const file = new Document({
    title: document.title,
    creator: document.source,
    sections: [
      {
        children: [
          new Paragraph(`Source: ${document.source}`),
          new Paragraph({ text: `Title: ${document.title}`, heading: HeadingLevel.HEADING_1 }),
          ...document.paragraphs.map((text) => new Paragraph(text))
        ]
      }
    ]
  });
  return Packer.toBlob(file);
}
