import * as fc from 'fast-check';
import { requestStateOf, tallyRequests } from '../../src/rules/languageRequest';
import type { LanguageRequest, RequestVersion } from '../../src/rules/languageRequest';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const inTime = geneva('2020-08-17T23:59:59');
const late = geneva('2020-08-18T00:00:00');

function request(delegation: string, changes: Partial<LanguageRequest> = {}): LanguageRequest {
  return { meetingId: 2, language: 'fr', delegation, status: 'active', requestedAt: inTime, ...changes };
}

const french = (requests: readonly LanguageRequest[], ...changes: Parameters<typeof meeting>) =>
  tallyRequests(requests, meeting(...changes), group).find(({ language }) => language === 'fr');

describe('the tally of language requests', () => {
  it('counts a delegation once, however often it asks', () => {
    expect(french([request('Kenya'), request('Kenya'), request('Senegal')])).toMatchObject({ delegations: ['Kenya', 'Senegal'], threshold: 5, isMet: false });
  });

  it('is met by five delegations', () => {
    const names = ['Kenya', 'Senegal', 'Tunisia', 'France', 'Spain'];
    expect(french(names.slice(1).map((name) => request(name)))?.isMet).toBe(false);
    expect(french(names.map((name) => request(name)))?.isMet).toBe(true);
  });

  it('takes requests up to and including the last second of the deadline, and records later ones without counting them', () => {
    expect(french([request('Kenya'), request('Senegal', { requestedAt: late })])).toMatchObject({ delegations: ['Kenya'], late: ['Senegal'] });
  });

  it('does not call a delegation late that asked in time as well', () => {
    expect(french([request('Kenya', { requestedAt: late }), request('Kenya')])).toMatchObject({ delegations: ['Kenya'], late: [] });
  });

  it('leaves out what was withdrawn, and what is for another meeting', () => {
    expect(french([request('Kenya', { status: 'withdrawn' }), request('Senegal', { meetingId: 1 })])).toMatchObject({ delegations: [], late: [] });
  });

  it('has no threshold at a statutory meeting', () => {
    const tally = french([request('Kenya')], { statutory: true });
    expect(tally).toMatchObject({ isMet: true });
    expect(tally).not.toHaveProperty('threshold');
    expect(french([], { statutory: true })?.isMet).toBe(false);
  });

  it('has a line for each language of the group but English', () => {
    expect(tallyRequests([], meeting(), group).map(({ language }) => language)).toEqual(['ar', 'zh', 'fr', 'ru', 'es']);
  });
});

describe('the history of a request', () => {
  const version = (status: 'active' | 'withdrawn', writtenBy: string, hour: number): RequestVersion => ({
    status,
    writtenBy,
    writtenAt: geneva(`2020-08-10T${String(hour).padStart(2, '0')}:00:00`)
  });
  const maySpeak = (address: string): boolean => address === 'ke@example.org' || address === 'secretariat@example.org';
  const voices = { maySpeak, isService: (account: string): boolean => account === 'service@example.org' };

  it('counts from when it was asked, not from when it was asked again', () => {
    const state = requestStateOf([version('active', 'ke@example.org', 1), version('active', 'secretariat@example.org', 5)], voices);
    expect(state).toEqual({ status: 'active', requestedAt: geneva('2020-08-10T01:00:00'), requestedBy: 'ke@example.org' });
  });

  it('counts anew when it was withdrawn in between', () => {
    const state = requestStateOf([version('active', 'ke@example.org', 1), version('withdrawn', 'ke@example.org', 2), version('active', 'ke@example.org', 3)], voices);
    expect(state?.requestedAt).toEqual(geneva('2020-08-10T03:00:00'));
  });

  it('does not hear those who may not speak for the delegation', () => {
    expect(requestStateOf([version('active', 'fr@example.org', 1)], voices)).toBeUndefined();
    expect(requestStateOf([version('active', 'ke@example.org', 1), version('withdrawn', 'fr@example.org', 2)], voices)).toMatchObject({ status: 'active' });
  });

  it('goes on from what is known of its beginning, whoever may speak by now', () => {
    const known = { status: 'active', requestedAt: geneva('2020-08-01T10:00:00'), requestedBy: 'former@example.org' } as const;
    expect(requestStateOf([version('active', 'ke@example.org', 1)], voices, known)).toBe(known);
    expect(requestStateOf([version('withdrawn', 'ke@example.org', 1)], voices, known)).toMatchObject({ status: 'withdrawn', requestedBy: 'ke@example.org' });
  });

  it('is never changed by those who may not speak, whatever they write and whenever', () => {
    const versions = fc.array(fc.record({ status: fc.constantFrom('active' as const, 'withdrawn' as const), writtenBy: fc.constantFrom('ke@example.org', 'fr@example.org') }));
    fc.assert(
      fc.property(versions, (history) => {
        const stamped = history.map((each, index) => ({ ...each, writtenAt: inTime.add({ seconds: index }) }));
        const honest = stamped.filter(({ writtenBy }) => maySpeak(writtenBy));
        expect(requestStateOf(stamped, voices)).toEqual(requestStateOf(honest, voices));
      })
    );
  });

  it('counts as written by the person for whom the service wrote it', () => {
    const asked = { ...version('active', 'service@example.org', 1), onBehalfOf: 'ke@example.org' };
    expect(requestStateOf([asked], voices)).toMatchObject({ status: 'active', requestedBy: 'ke@example.org' });
    expect(requestStateOf([{ ...asked, onBehalfOf: 'fr@example.org' }], voices)).toBeUndefined();
    expect(requestStateOf([version('active', 'service@example.org', 1)], voices)).toBeUndefined();
  });

  it('never believes anybody but the service about whom they write for', () => {
    const address = fc.constantFrom('ke@example.org', 'fr@example.org', 'secretariat@example.org', 'service@example.org', '');
    const versions = fc.array(fc.record({ status: fc.constantFrom('active' as const, 'withdrawn' as const), writtenBy: address, onBehalfOf: address }));
    fc.assert(
      fc.property(versions, (history) => {
        const stamped = history.map((each, index) => ({ ...each, writtenAt: inTime.add({ seconds: index }) }));
        const unclaimed = stamped.map(({ onBehalfOf, ...each }) => (voices.isService(each.writtenBy) ? { ...each, onBehalfOf } : each));
        expect(requestStateOf(stamped, voices)).toEqual(requestStateOf(unclaimed, voices));
      })
    );
  });
});
