import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

let site: TestSite;

beforeAll(async () => {
  site = await provisionedSite();
});
afterAll(() => site.stop());

describe('a decision', () => {
  it("carries who took it and when, by the site's own record", async () => {
    const desk = site.desk('secretariat');
    const decision = await desk.decisions.record({ kind: 'admit', meetingId: 2, contributionId: 7, reason: "The chair's exception: « late mail »" });
    expect(decision).toMatchObject({ kind: 'admit', meetingId: 2, contributionId: 7, reason: "The chair's exception: « late mail »", decidedBy: { email: 'secretariat@example.org' } });
    expect(decision.decidedAt.since(desk.clock.now()).abs().total('minutes')).toBeLessThan(5);
    expect(decision.effect).toBeUndefined();
  });

  it('is found by its document and by its meeting, oldest first', async () => {
    const { decisions } = site.desk('secretariat');
    await decisions.record({ kind: 'hold', meetingId: 3, contributionId: 20, reason: 'first' });
    await decisions.record({ kind: 'extendDeadline', meetingId: 3, reason: 'second', effect: { changes: { AgreedDeadline: { before: '2020-09-18', after: '2020-09-20' } } } });
    await decisions.record({ kind: 'withdraw', contributionId: 20, reason: 'third' });
    const { decisions: asMember } = site.desk('member');
    expect((await asMember.ofContribution(20)).map(({ reason }) => reason)).toEqual(['first', 'third']);
    expect((await asMember.ofMeeting(3)).map(({ reason, effect }) => [reason, effect])).toEqual([['first', undefined], ['second', { changes: { AgreedDeadline: { before: '2020-09-18', after: '2020-09-20' } } }]]);
  });

  it('is found among the latest, newest first', async () => {
    const { decisions } = site.desk('secretariat');
    await decisions.record({ kind: 'accept', contributionId: 40, reason: 'before' });
    await decisions.record({ kind: 'publish', contributionId: 40, reason: 'after' });
    expect((await site.desk('member').decisions.latest(2)).map(({ reason }) => reason)).toEqual(['after', 'before']);
  });

  it('is not taken by a delegate', async () => {
    const draft = { kind: 'accept', contributionId: 30, reason: 'mine' } as const;
    await expect(site.desk('delegate.fr').decisions.record(draft)).rejects.toMatchObject({ kind: 'notAllowed' });
    expect(await site.desk('member').decisions.ofContribution(30)).toEqual([]);
  });
});
