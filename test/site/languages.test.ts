import '@pnp/sp/items';
import '@pnp/sp/lists';
import { Temporal } from 'temporal-polyfill';
import { proposeInterpretation } from '../../src/rules/interpretation';
import type { Meeting } from '../../src/rules/meeting';
import { interpretationDecisionOf } from '../../src/site/decisions';
import { representedBy } from '../../src/site/delegations';
import { LanguageActions } from '../../src/site/languageActions';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { workingGroup } from '../support/workingGroup';

let site: TestSite;
let meeting: Meeting;

beforeEach(async () => {
  site = await provisionedSite();
  meeting = await addMeeting(site);
});
afterEach(() => site.stop());

const KENYA = 'delegate.ke@example.org';
const subject = (): { meetingId: number; language: 'fr'; delegation: string } => ({ meetingId: meeting.id, language: 'fr', delegation: 'Kenya' });
const requests = async () => site.desk('member').languageRequests.ofMeeting(meeting.id);

describe('a request for interpretation', () => {
  it('is one for a delegation and language, however often and by how many it is made at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => site.desk('delegate.ke').languageRequests.ask(subject(), KENYA)));
    await site.desk('delegate.ke').languageRequests.ask({ ...subject(), delegation: ' kenya ' }, KENYA);
    expect(await requests()).toMatchObject([{ ...subject(), status: 'active', requestedBy: KENYA }]);
  });

  it('keeps its history when it is withdrawn and made again', async () => {
    const { languageRequests } = site.desk('delegate.ke');
    await languageRequests.ask(subject(), KENYA);
    await languageRequests.withdraw(subject(), KENYA);
    expect((await requests())[0].status).toBe('withdrawn');
    await site.desk('secretariat').languageRequests.ask(subject(), 'secretariat@example.org');
    const [{ id, status }] = await requests();
    const versions = await site.desk('member').languageRequests.versions(id);
    expect([status, versions.map((version) => `${version.status} ${version.writtenBy}`)]).toEqual([
      'active',
      [`active ${KENYA}`, `withdrawn ${KENYA}`, 'active secretariat@example.org']
    ]);
    expect(Temporal.Instant.compare(versions[0].writtenAt, versions[2].writtenAt)).toBeLessThanOrEqual(0);
  });

  it('that was never made is not withdrawn', async () => {
    await site.desk('delegate.ke').languageRequests.withdraw(subject(), KENYA);
    expect(await requests()).toEqual([]);
  });

  it('keeps for whom each version was written, and who wrote it by the site’s own record', async () => {
    await site.desk().languageRequests.ask(subject(), KENYA);
    await site.desk('delegate.fr').languageRequests.withdraw(subject(), KENYA.toUpperCase());
    const [{ id }] = await requests();
    const service = await site.desk().languageRequests.ownAccount();
    expect(await site.desk('member').languageRequests.versions(id)).toMatchObject([
      { status: 'active', writtenBy: service, onBehalfOf: KENYA },
      { status: 'withdrawn', writtenBy: 'delegate.fr@example.org', onBehalfOf: KENYA }
    ]);
  });

  it('is put right by what its history bears out, and refused when it bears out nothing', async () => {
    await site.desk('delegate.fr').languageRequests.ask(subject(), 'delegate.fr@example.org');
    const [{ id, etag }] = await requests();
    const requestedAt = Temporal.Instant.from('2020-08-01T10:00:00Z');
    await site.desk().languageRequests.recordState(id, etag, { status: 'active', requestedAt, requestedBy: KENYA });
    const [right] = await requests();
    expect(right).toMatchObject({ status: 'active', requestedAt, requestedBy: KENYA });
    await expect(site.desk().languageRequests.recordState(id, etag, undefined)).rejects.toMatchObject({ kind: 'changedByOthers' });
    await site.desk().languageRequests.recordState(id, right.etag, undefined);
    expect((await requests())[0].status).toBe('refused');
  });

  it('is not made by a member', async () => {
    await expect(site.desk('member').languageRequests.ask(subject(), 'member@example.org')).rejects.toMatchObject({ kind: 'notAllowed' });
  });
});

describe('the delegations', () => {
  it('say who may speak for them, and who coordinates since when and by which letter', async () => {
    const coordinated = {
      name: 'Inter-American Telecommunication Commission',
      type: 'regionalOrganization',
      coordinator: 'Coordinator for the Americas',
      coordinatorSince: Temporal.PlainDate.from('2020-06-01'),
      coordinatorLetter: 'Circular letter 12',
      representatives: ['a@example.org', 'b@example.org']
    } as const;
    await site.desk('secretariat').delegations.add(coordinated);
    const all = await site.desk('member').delegations.all();
    expect(all).toEqual([{ id: 1, ...coordinated }]);
    expect(representedBy(all, 'A@Example.org').map(({ name }) => name)).toEqual([coordinated.name]);
    expect(representedBy(all, '')).toEqual([]);
  });
});

describe('the language versions of a document', () => {
  it('are one row a language, written anew by whoever of the secretariat knows better', async () => {
    const { translations } = site.desk('secretariat');
    const dueDate = Temporal.PlainDate.from('2020-09-24');
    await Promise.all([1, 2, 3].map(() => site.desk('secretariat').translations.record(7, { language: 'fr', status: 'due', dueDate })));
    await translations.record(7, { language: 'es', status: 'due', dueDate });
    const [due] = await translations.ofContribution(7);
    await translations.keep(7, { language: 'fr', status: 'supplied' }, due, '/sites/x/Contributions/7_F.docx');
    await expect(translations.keep(7, { language: 'fr', status: 'notDue' }, due)).rejects.toMatchObject({ kind: 'changedByOthers' });
    await expect(translations.keep(7, { language: 'fr', status: 'notDue' }, undefined)).rejects.toMatchObject({ kind: 'changedByOthers' });
    await translations.record(7, { language: 'fr', status: 'available' });
    const asMember = site.desk('member').translations;
    expect((await asMember.ofContribution(7)).map(({ language, status, dueDate: last, fileRef }) => [language, status, last?.toString(), fileRef])).toEqual([
      ['fr', 'available', undefined, '/sites/x/Contributions/7_F.docx'],
      ['es', 'due', '2020-09-24', undefined]
    ]);
    expect(await asMember.ofContributions(8, 20)).toEqual([]);
    await expect(site.desk('delegate.fr').translations.record(7, { language: 'fr', status: 'due' })).rejects.toMatchObject({ kind: 'notAllowed' });
  });
});

describe('the secretariat', () => {
  const shown = async (): Promise<ShownMeeting> => (await site.desk().meetings.getForChange(meeting.id)) as ShownMeeting;

  it('decides the interpretation by the funds that are known, and leaves a trace when they change', async () => {
    const desk = site.desk('secretariat');
    const actions = new LanguageActions(desk);
    await actions.recordFunds(await shown(), 'available', 'Letter of the Bureau');
    const funded = (await desk.meetings.get(meeting.id)) as Meeting;
    const outcomes = proposeInterpretation(funded, [], workingGroup());
    await actions.decide(funded, outcomes, '');
    await actions.recordFunds(await shown(), 'none', 'The funds were withdrawn');
    const decisions = await site.desk('member').decisions.ofMeeting(meeting.id);
    expect(decisions.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['languageFunds', 'Letter of the Bureau'],
      ['interpretation', ''],
      ['languageFunds', 'The funds were withdrawn']
    ]);
    expect(decisions[2].effect).toEqual({ changes: { LanguageFunds: { before: 'available', after: 'none' } } });
    expect(interpretationDecisionOf(decisions, meeting.id)).toMatchObject({ outcomes, funds: 'available', decidedAt: decisions[1].decidedAt });
    expect(interpretationDecisionOf(decisions, 99)).toBeUndefined();
    expect((await desk.meetings.get(meeting.id))?.languageFunds).toBe('none');
  });

  it('records and decides once when it does so again after a lost answer', async () => {
    const desk = site.desk('secretariat');
    const actions = new LanguageActions(desk);
    const before = await shown();
    await actions.recordFunds(before, 'none', 'No money');
    await actions.recordFunds(before, 'none', 'No money');
    const { meeting: known } = await shown();
    const outcomes = proposeInterpretation(known, [], workingGroup());
    await actions.decide(known, outcomes, '');
    await actions.decide(known, outcomes, '');
    expect((await site.desk().decisions.ofMeeting(meeting.id)).map(({ kind }) => kind)).toEqual(['languageFunds', 'interpretation']);
    await expect(actions.recordFunds(before, 'available', 'Too late')).rejects.toMatchObject({ kind: 'changedByOthers' });
  });

  it('is the only one that decides it', async () => {
    const actions = new LanguageActions(site.desk('delegate.fr'));
    await expect(actions.decide(meeting, [], '')).rejects.toMatchObject({ kind: 'notAllowed' });
    await expect(actions.recordFunds(await shown(), 'none', 'Mine')).rejects.toMatchObject({ kind: 'notAllowed' });
  });
});
