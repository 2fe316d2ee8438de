import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution, ContributionPart } from '../../src/site/contribution';
import { DocumentActions } from '../../src/site/documentActions';
import { smallDocx } from '../support/documents';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { workingGroup } from '../support/workingGroup';

let site: TestSite;
let meeting: Meeting;
let files = 0;

beforeAll(async () => {
  site = await provisionedSite();
  meeting = await addMeeting(site);
});
afterAll(() => site.stop());

const actionsOf = (user: string): DocumentActions => new DocumentActions(site.desk(user), workingGroup());
const secretariat = (): DocumentActions => actionsOf('secretariat');

async function contributed(part?: ContributionPart): Promise<Contribution> {
  const { contributions } = site.desk('delegate.fr');
  const { id } = await contributions.upload(`document-${(files += 1)}.docx`, smallDocx(`document ${files}`));
  await contributions.describe(id, { title: 'Connectivity', source: 'France', originalLanguage: 'fr', purpose: 'action', meetingId: meeting.id });
  if (part !== undefined) {
    await contributions.recordPart(id, part);
  }
  return (await contributions.get(id)) as Contribution;
}

const kindsOf = async ({ id }: Contribution): Promise<string[]> => (await site.desk().decisions.ofContribution(id)).map(({ kind }) => kind);

describe('the secretariat', () => {
  it('numbers a document once, in the series of its purpose', async () => {
    const document = await contributed();
    const numbered = await secretariat().number(document);
    expect(numbered.docSymbol).toBe(`TDAG-WG-SOP/${numbered.docNumber}-F`);
    expect((await secretariat().number(numbered)).docNumber).toBe(numbered.docNumber);
    expect(await secretariat().number(await contributed(), 'temporary')).toMatchObject({ docSymbol: 'DT/1', docSeries: 'temporary' });
  });

  it('numbers a revision within the number of its document, once that has one', async () => {
    const document = await contributed();
    const revision = await contributed({ of: document.id, kind: 'revision' });
    await expect(secretariat().number(revision)).rejects.toMatchObject({ kind: 'invalid' });
    const { docNumber } = await secretariat().number(document);
    expect(await secretariat().number(revision)).toMatchObject({ docNumber, partCount: 1, docSymbol: `TDAG-WG-SOP/${docNumber}(Rev.1)-F` });
    const addendum = await secretariat().publish(await contributed({ of: document.id, kind: 'addendum' }));
    expect(addendum).toMatchObject({ docNumber, docSymbol: `TDAG-WG-SOP/${docNumber}(Add.1)-F`, docStatus: 'published' });
  });

  it('publishes a document with its number, at the time that the site records', async () => {
    const document = await secretariat().publish(await contributed());
    const [{ kind, decidedAt }] = await site.desk().decisions.ofContribution(document.id);
    expect([document.docStatus, document.publishedAt?.toString(), kind]).toEqual(['published', decidedAt.toString(), 'publish']);
    expect(document.docNumber).toBeGreaterThan(0);
  });

  it('withdraws what an accepted replacement replaces, and leaves its number to it', async () => {
    const document = await secretariat().number(await contributed());
    const replacement = await contributed({ of: document.id, kind: 'replacement' });
    await expect(secretariat().number(replacement)).rejects.toMatchObject({ kind: 'invalid' });
    expect((await secretariat().accept(replacement)).docStatus).toBe('accepted');
    expect((await site.desk().contributions.get(document.id))?.docStatus).toBe('withdrawn');
    expect(await kindsOf(document)).toEqual(['withdraw']);
    expect((await secretariat().publish((await site.desk().contributions.get(replacement.id)) as Contribution)).docStatus).toBe('published');
  });

  it('admits a late document with a reason, to be published within three working days', async () => {
    const document = await contributed();
    await site.administer('clock', { advanceTo: geneva('2020-09-23T10:00:00').toString() });
    const late = await contributed();
    const admitted = await secretariat().admit(late, meeting, 'The chair’s exception of 23 September');
    expect([admitted.standing, admitted.publicationDue?.toString(), admitted.docStatus]).toEqual(['delayed', '2020-09-28', 'received']);
    expect(await site.desk().decisions.ofContribution(late.id)).toMatchObject([{ kind: 'admit', meetingId: meeting.id, reason: 'The chair’s exception of 23 September' }]);
    expect((await secretariat().hold(document, 'The author asked for it')).docStatus).toBe('held');
  });

  it('lifts the decision to hold a document, and what counted before it counts again', async () => {
    const accepted = await secretariat().accept(await contributed());
    const held = await secretariat().hold(accepted, 'Too early');
    expect((await secretariat().release(held, 'Held by mistake')).docStatus).toBe('accepted');
    expect(await kindsOf(accepted)).toEqual(['accept', 'hold', 'release']);
    const received = await secretariat().hold(await contributed(), 'Too early');
    expect((await secretariat().release(received, 'Held by mistake')).docStatus).toBe('received');
  });

  it('assigns a document to another meeting and says from which', async () => {
    const next = await addMeeting(site, { title: 'Third meeting', start: '2021-02-02', agreedDeadline: null });
    const held = await secretariat().hold(await contributed(), 'Too long for the agenda');
    expect(await secretariat().reassign(held, next, 'It fits there')).toMatchObject({ meetingId: next.id, docStatus: 'received' });
    const decisions = await site.desk().decisions.ofContribution(held.id);
    expect(decisions[1]).toMatchObject({ kind: 'reassign', effect: { changes: { MeetingId: { before: meeting.id, after: next.id } } } });
  });

  it('answers what a moved meeting would take away', async () => {
    const document = await contributed();
    const question = { before: 'translated', after: 'delayed' } as const;
    await secretariat().answer(document, question, true, 'The translation is under way');
    expect((await secretariat().answer(document, question, false, 'No time is left')).standing).toBe('delayed');
    expect(await kindsOf(document)).toEqual(['keepStanding', 'applyStanding']);
  });

  it('records a decision once, however often it is repeated', async () => {
    const document = await contributed();
    await site.desk('secretariat').decisions.record({ kind: 'accept', contributionId: document.id, meetingId: meeting.id, reason: '' });
    expect((await secretariat().accept(document)).docStatus).toBe('accepted');
    expect(await kindsOf(document)).toEqual(['accept']);
    const withdrawn = await secretariat().withdraw(await secretariat().accept(await contributed()), 'The author’s letter');
    await secretariat().withdraw(await secretariat().accept(withdrawn), 'The author’s letter');
    expect(await kindsOf(withdrawn)).toEqual(['accept', 'withdraw', 'accept', 'withdraw']);
  });

  it('decides nothing upon a document that changed since it was shown, but does not mind the service’s check', async () => {
    const shown = await contributed();
    await site.desk().contributions.recordCheck(shown.id, shown.etag, { docStatus: shown.docStatus, findings: '[]', sha256: 'ab' });
    expect((await secretariat().accept(shown)).docStatus).toBe('accepted');
    const other = await contributed();
    await site.desk('delegate.fr').contributions.describe(other.id, { title: 'Another title', source: 'France', originalLanguage: 'fr', purpose: 'action' });
    await expect(secretariat().publish(other)).rejects.toMatchObject({ kind: 'changedByOthers' });
    expect(await kindsOf(other)).toEqual([]);
    expect(await site.desk().numbers.of(other.id)).toBeUndefined();
  });

  it('is the only one that decides: the site refuses everybody else', async () => {
    const document = await contributed();
    for (const user of ['delegate.fr', 'member']) {
      await expect(actionsOf(user).accept(document)).rejects.toMatchObject({ kind: 'notAllowed' });
      await expect(actionsOf(user).publish(document)).rejects.toMatchObject({ kind: 'notAllowed' });
      await expect(actionsOf(user).withdraw(document, 'mine')).rejects.toMatchObject({ kind: 'notAllowed' });
    }
    expect(await kindsOf(document)).toEqual([]);
  });
});
