import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DOC_STATUSES } from '../../src/rules/contribution';
import { deriveColumns, saysAlready } from '../../src/service/contributionCheck';
import { contribution } from '../support/contribution';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const meetings = [meeting({ id: 1, start: '2020-07-17', status: 'held', agreedDeadline: null }), meeting()];
const basis = { group, meetings, sha256: 'ab' };
const inTime = geneva('2020-08-17T23:59:59');

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

  it('keeps what the secretariat decided and replaces every other status', () => {
    for (const docStatus of DOC_STATUSES) {
      const decided = ['accepted', 'published', 'withdrawn'].includes(docStatus);
      expect(deriveColumns(contribution({ docStatus }), { ...basis, receivedAt: inTime }).docStatus).toBe(decided ? docStatus : 'received');
    }
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
