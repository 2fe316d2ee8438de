import Papa from 'papaparse';
import { writeCsv } from '../../src/exports/csv';
import { documentsTable, translationsTable } from '../../src/exports/documentTables';
import { arrivalsTable, participationTable } from '../../src/exports/meetingReport';
import { arrivalsByPeriod, milestonesOf } from '../../src/rules/meetingOverview';
import { exportWords } from '../support/exportWords';
import { geneva, meeting } from '../support/meeting';

const words = exportWords('en');
const base = { createdAt: geneva('2020-08-01T10:00:00'), fileName: 'a.docx', url: 'https://example.org/a.docx' };

describe('the table of documents', () => {
  it('has what the list shows, in the order of the list, and no formula', () => {
    const table = documentsTable(
      [
        { ...base, title: '=cmd|calc', source: '@evil', docSymbol: 'TDAG-WG-SOP/5-F', purpose: 'action', originalLanguage: 'fr', standing: 'delayed', docStatus: 'accepted', receivedAt: geneva('2020-09-01T23:30:00'), publicationDue: geneva('2020-09-04T00:00:00').toZonedDateTimeISO('Europe/Zurich').toPlainDate() },
        base
      ],
      words
    );
    const [headings, ...rows] = Papa.parse<string[]>(writeCsv(table).slice(1)).data;
    expect(headings).toEqual(['Document', 'Title', 'Source', 'Purpose', 'Agenda item or topic', 'Original language', 'Standing', 'Status', 'Received (Geneva time)', 'Publication due', 'Published', 'File', 'Address']);
    expect(rows).toEqual([
      ['TDAG-WG-SOP/5-F', "'=cmd|calc", "'@evil", 'For action', '', 'French', 'Delayed contribution', 'Accepted', '2020-09-01T23:30:00+02:00', '2020-09-04', '', 'a.docx', 'https://example.org/a.docx'],
      ['', '', '', '', '', '', '', '', '2020-08-01T10:00:00+02:00', '', '', 'a.docx', 'https://example.org/a.docx']
    ]);
  });
});

describe('the table of translations', () => {
  it('has a column for each language of the group', () => {
    const { headings, rows } = translationsTable([{ title: 'A title', states: ['a', 'b', 'c', 'd', 'e', 'f'] }], words);
    expect(headings.slice(3)).toEqual(['Arabic', 'Chinese', 'English', 'French', 'Russian', 'Spanish']);
    expect(rows).toEqual([[undefined, 'A title', undefined, 'a', 'b', 'c', 'd', 'e', 'f']]);
  });
});

describe('the report of a meeting', () => {
  const milestones = milestonesOf(meeting(), words.group);
  const arrivals = ['2020-08-17', '2020-09-01', '2020-10-30'].map((day) => geneva(`${day}T12:00:00`).toZonedDateTimeISO('Europe/Zurich').toPlainDate());

  it('has contributions by deadline and standing, what came later, and their sum', () => {
    const periods = arrivalsByPeriod(arrivals, milestones.map(({ date }) => date)).map((period) => ({ ...period, byStanding: [{ key: 'translated' as const, count: period.count }] }));
    const { headings, rows } = arrivalsTable(milestones, periods, words);
    expect(headings).toEqual(['Deadline', 'Last day', 'To be translated', 'Delayed contribution', 'Held for the next meeting', 'For information', 'In all']);
    expect(rows.map(([name, , translated, , , , all]) => [name, translated, all])).toEqual([
      ['Contributions to be translated · Requests for interpretation', 1, 1],
      ['Contributions for action (agreed by the group)', 1, 1],
      ['Contributions for information', 0, 0],
      ['The meeting', 0, 0],
      ['Draft report', 0, 0],
      ['Later', 1, 1],
      ['In all', 3, 3]
    ]);
  });

  it('says what comes from none of the listed delegations, where something does', () => {
    const regions = [{ region: 'africa', delegations: 2, contributions: 3, languageRequests: 1 }] as const;
    expect(participationTable(regions, 0, words).rows).toEqual([['Africa', 2, 3, 1]]);
    expect(participationTable(regions, 4, words).rows).toEqual([['Africa', 2, 3, 1], ['None of the listed delegations', undefined, 4, undefined]]);
  });
});
