import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretationTable, languageRequestsTable } from '../../src/exports/languageTables';
import type { ExportCell, ExportTable } from '../../src/exports/table';
import type { ExportKey } from '../../src/messages/loadExports';
import { createTranslator } from '../../src/messages/translator';
import { proposeInterpretation } from '../../src/rules/interpretation';
import type { Language } from '../../src/rules/language';
import { tallyRequests } from '../../src/rules/languageRequest';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();

const words = (language: Language) => {
  const messages = JSON.parse(readFileSync(join(__dirname, `../../src/messages/catalogue/exports.${language}.json`), 'utf8')) as Record<ExportKey, string>;
  return { group, translator: createTranslator<ExportKey>(language, messages) };
};

const plain = ({ rows }: ExportTable): ExportCell[][] => rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.toString({ timeZoneName: 'never' } as never) : cell)));

const requests = [
  { delegation: 'Senegal', language: 'fr', status: 'active', requestedAt: geneva('2020-08-18T00:00:00') },
  { delegation: 'Kenya', language: 'fr', status: 'active', requestedAt: geneva('2020-08-01T10:00:00') },
  { delegation: 'Nowhere', language: 'ru', status: 'refused', requestedAt: geneva('2020-08-02T10:00:00') },
  { delegation: 'Kenya', language: 'es', status: 'withdrawn', requestedAt: geneva('2020-08-03T10:00:00') }
] as const;

describe('the table of language requests', () => {
  it('has them in the order in which they were made, with the time in Geneva and whether they count', () => {
    const table = languageRequestsTable(requests, meeting(), (name) => (name === 'Nowhere' ? undefined : 'africa'), words('en'));
    expect(table.headings).toEqual(['Delegation', 'Region', 'Language', 'Status', 'Since (Geneva time)', 'Counts']);
    expect(plain(table)).toEqual([
      ['Kenya', 'Africa', 'French', 'Active', '2020-08-01T10:00:00+02:00', 'Yes'],
      ['Nowhere', undefined, 'Russian', 'Refused', '2020-08-02T10:00:00+02:00', 'No'],
      ['Kenya', 'Africa', 'Spanish', 'Withdrawn', '2020-08-03T10:00:00+02:00', 'No'],
      ['Senegal', 'Africa', 'French', 'Active', '2020-08-18T00:00:00+02:00', 'No, too late']
    ]);
  });

  it('runs from right to left in Arabic', () => {
    expect(languageRequestsTable([], meeting(), () => undefined, words('ar'))).toMatchObject({ title: 'طلبات الترجمة الشفوية', direction: 'rtl' });
  });
});

describe('the table of the decision on interpretation', () => {
  const active = requests.flatMap((request) => (request.status === 'active' ? [{ ...request, meetingId: 2 }] : []));
  const tallies = tallyRequests(active, meeting(), group);
  const outcomes = proposeInterpretation(meeting(), tallies, group);

  it('has the proposal of the rules while nothing is decided', () => {
    const table = interpretationTable(outcomes, tallies, undefined, words('en'));
    expect(plain(table)[3]).toEqual(['French', 1, 5, 'Kenya', 'Senegal', 'Proposed: not provided', 'Not enough delegations asked for it', undefined]);
    expect(plain(table)[2]).toEqual(['English', undefined, undefined, undefined, undefined, 'Proposed: provided', 'English is always provided', undefined]);
  });

  it('has what was decided, when, and the reason that was given for what the rules did not say', () => {
    const decided = outcomes.map((outcome) => (outcome.language === 'fr' ? { ...outcome, isProvided: true, reason: 'override' as const } : outcome));
    const decision = { outcomes: decided, funds: 'unknown', decidedAt: geneva('2020-08-20T09:30:00'), reason: 'A host country asked for it' } as const;
    expect(plain(interpretationTable(decided, tallies, decision, words('en')))[3].slice(5)).toEqual(['Provided', 'A host country asked for it', '2020-08-20T09:30:00+02:00']);
  });
});
