import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DOC_STATUSES } from '../../src/rules/contribution';
import { deriveColumns as derive, saysAlready } from '../../src/service/contributionCheck';
import type { CheckBasis } from '../../src/service/contributionCheck';
import type { Contribution, DerivedColumns } from '../../src/site/contribution';
import { contribution } from '../support/contribution';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const meetings = [meeting({ id: 1, start: '2020-07-17', status: 'held', agreedDeadline: null }), meeting()];
const basis = { group, meetings, sha256: 'ab' };
const inTime = geneva('2020-08-17T23:59:59');

const deriveColumns = (document: Contribution, given: CheckBasis): DerivedColumns => derive(document, given).columns;

const codesOf = ({ findings }: DerivedColumns): string[] => (JSON.parse(findings ?? '[]') as { code: string }[]).map(({ code }) => code);

describe('the check of a contribution', () => {
  it('gives a complete one its standing and publication date', () => {
    expect(deriveColumns(contribution(), { ...basis, receivedAt: inTime })).toEqual({
      receivedAt: inTime,
      sha256: 'ab',
      standing: 'translated',
      publicationDue: Temporal.PlainDate.from('2020-09-24'),
      docStatus: 'received',
      findings: '[]'
    });
  });

  it('holds one that arrived after the agreed deadline', () => {
    const derived = deriveColumns(contribution(), { ...basis, receivedAt: geneva('2020-09-19T00:00:00') });
    expect(derived).toMatchObject({ standing: 'held', docStatus: 'held' });
    expect(derived.publicationDue).toBeUndefined();
  });

  it('marks one without a form and says what is missing, and still lets its arrival count', () => {
    const bare = contribution({ title: undefined, source: undefined, originalLanguage: undefined, purpose: undefined, meetingId: undefined });
    const derived = deriveColumns(bare, { ...basis, receivedAt: inTime });
    expect(derived).toMatchObject({ standing: 'translated', docStatus: 'needsAttention' });
    const missing = (JSON.parse(derived.findings ?? '') as { code: string; parameters: { field: string } }[]).map(({ code, parameters }) => [code, parameters.field]);
    expect(missing).toEqual(['title', 'source', 'originalLanguage', 'purpose', 'meeting'].map((field) => ['metadataMissing', field]));
  });

  it('takes the number of a meeting that does not exist for none', () => {
    const derived = deriveColumns(contribution({ meetingId: 99 }), { ...basis, receivedAt: inTime });
    expect(derived).toMatchObject({ standing: 'translated', docStatus: 'needsAttention' });
  });

  it('finds a file without content and gives it no arrival', () => {
    const derived = deriveColumns(contribution({ size: 0 }), { group, meetings });
    expect(derived).toMatchObject({ docStatus: 'needsAttention' });
    expect(derived.receivedAt).toBeUndefined();
    expect(derived.standing).toBeUndefined();
    expect(derived.findings).toContain('"empty"');
  });

  it.each([
    ['report.exe.docx', 'doubleExtension'],
    ['report\u202excod.docx', 'nameMisleading']
  ])('blocks the file name %j', (fileName, code) => {
    const derived = deriveColumns(contribution({ fileName }), { ...basis, receivedAt: inTime });
    expect(derived.docStatus).toBe('needsAttention');
    expect(JSON.parse(derived.findings ?? '')).toEqual([expect.objectContaining({ code, severity: 'blocks' })]);
  });

  it('blocks one for a cancelled meeting and leaves its standing as it was', () => {
    const derived = deriveColumns(contribution(), { ...basis, meetings: [meeting({ status: 'cancelled' })], receivedAt: inTime });
    expect(derived).toMatchObject({ standing: 'translated', docStatus: 'needsAttention' });
    expect(JSON.parse(derived.findings ?? '')).toEqual([expect.objectContaining({ code: 'meetingCancelled', severity: 'blocks' })]);
  });

  it.each([
    ['2020-10-01T23:59:59', 'held', []],
    ['2020-10-02T00:00:00', 'held', ['meetingHeld']],
    ['2020-10-02T00:00:00', 'planned', ['meetingHeld']],
    ['2020-10-02T00:00:00', 'postponed', []]
  ] as const)('asks about one that arrived at %s for a meeting of 1 October that is %s: %j', (at, status, codes) => {
    const derived = deriveColumns(contribution(), { ...basis, meetings: [meeting({ status })], receivedAt: geneva(at) });
    expect((JSON.parse(derived.findings ?? '') as { code: string }[]).map(({ code }) => code)).toEqual(codes);
  });

  it('gives no standing when no meeting is planned', () => {
    const derived = deriveColumns(contribution({ meetingId: undefined }), { group, meetings: [], receivedAt: inTime, sha256: 'ab' });
    expect(derived.standing).toBeUndefined();
    expect(derived.receivedAt).toEqual(inTime);
  });

  it('takes its state from what was decided and never from its column', () => {
    for (const docStatus of DOC_STATUSES) {
      expect(deriveColumns(contribution({ docStatus }), { ...basis, receivedAt: inTime }).docStatus).toBe('received');
      expect(deriveColumns(contribution({ docStatus }), { ...basis, receivedAt: inTime, decided: { isReport: false, status: 'accepted' } }).docStatus).toBe('accepted');
    }
  });

  it('gives its number and symbol by what was given, in the language of the original', () => {
    const number = { series: 'document', number: 5, part: { kind: 'revision', count: 1 } } as const;
    const claimed = contribution({ originalLanguage: 'fr', docNumber: 9, docSymbol: 'TDAG-WG-SOP/9-F' });
    expect(deriveColumns(claimed, { ...basis, receivedAt: inTime, number })).toMatchObject({ docSeries: 'document', docNumber: 5, docSymbol: 'TDAG-WG-SOP/5(Rev.1)-F', partCount: 1 });
    expect(deriveColumns(claimed, { ...basis, receivedAt: inTime })).not.toHaveProperty('docNumber');
  });

  it('leaves a number that belongs to another document where it is and asks for another', () => {
    const claimed = contribution({ docSeries: 'document', docNumber: 9, docSymbol: 'TDAG-WG-SOP/9-F' });
    const derived = deriveColumns(claimed, { ...basis, receivedAt: inTime, numberClash: true });
    expect(derived).toMatchObject({ docStatus: 'needsAttention', docNumber: 9, docSymbol: 'TDAG-WG-SOP/9-F' });
    expect(codesOf(derived)).toEqual(['numberClash']);
  });

  describe('whose meeting moved to an earlier day', () => {
    const moved = { ...basis, meetings: [meeting({ start: '2020-09-01', agreedDeadline: null })], receivedAt: geneva('2020-08-10T09:00:00') };
    const promise = { standing: 'translated', meetingId: 2, purpose: 'action' } as const;

    it('keeps what was promised and says that it is to be decided', () => {
      const { columns, promise: kept } = derive(contribution(), { ...moved, promise });
      expect(columns).toMatchObject({ standing: 'translated', docStatus: 'received' });
      expect(codesOf(columns)).toEqual(['standingInQuestion']);
      expect(kept).toEqual(promise);
    });

    it('follows the answer', () => {
      const answer = { before: 'translated', after: 'delayed' } as const;
      const given = derive(contribution(), { ...moved, promise, decided: { isReport: false, answer: { ...answer, kept: false } } });
      expect(given.columns).toMatchObject({ standing: 'delayed', findings: '[]' });
      expect(given.promise).toEqual({ ...promise, standing: 'delayed' });
      expect(deriveColumns(contribution(), { ...moved, promise, decided: { isReport: false, answer: { ...answer, kept: true } } })).toMatchObject({ standing: 'translated', findings: '[]' });
    });

    it('promises nothing for another meeting or purpose', () => {
      expect(deriveColumns(contribution(), { ...moved, promise: { ...promise, meetingId: 1 } }).standing).toBe('delayed');
      expect(deriveColumns(contribution({ purpose: 'liaison' }), { ...moved, promise }).standing).toBe('delayed');
    });

    it('asks about a postponed meeting without a date too', () => {
      const columns = deriveColumns(contribution(), { ...moved, meetings: [meeting({ status: 'postponed' })], promise });
      expect(JSON.parse(columns.findings ?? '')).toEqual([expect.objectContaining({ code: 'standingInQuestion', parameters: expect.objectContaining({ before: 'translated', after: 'none' }) })]);
    });
  });

  it('does not believe what somebody wrote into the derived columns', () => {
    const claimed = contribution({
      receivedAt: geneva('2020-01-01T00:00:00'),
      standing: 'translated',
      publicationDue: Temporal.PlainDate.from('2020-01-02'),
      sha256: 'ff',
      findings: '[]'
    });
    const late = deriveColumns(claimed, { ...basis, receivedAt: geneva('2020-09-30T00:00:00') });
    expect(late).toEqual(deriveColumns(contribution(), { ...basis, receivedAt: geneva('2020-09-30T00:00:00') }));
    expect(saysAlready(claimed, late)).toBe(false);
  });

  it('finds nothing to write on what it has written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 86_400 }), fc.constantFrom(undefined, 'action', 'information', 'liaison'), fc.boolean(), (seconds, purpose, complete) => {
        const receivedAt = geneva('2020-07-01T00:00:00').add({ seconds, milliseconds: 250 });
        const document = contribution({ purpose, ...(complete ? {} : { source: undefined }) });
        const derived = deriveColumns(document, { ...basis, receivedAt });
        // The site keeps whole seconds.
        const stored = { ...document, ...derived, receivedAt: Temporal.Instant.from(receivedAt.toString({ smallestUnit: 'second' })) };
        expect(saysAlready(stored, deriveColumns(stored, { ...basis, receivedAt }))).toBe(true);
      })
    );
  });
});
