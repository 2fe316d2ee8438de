import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';
import { MeetingActions } from '../../src/site/meetingActions';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

let site: TestSite;
let meeting: Meeting;

beforeEach(async () => {
  site = await provisionedSite();
  meeting = await addMeeting(site);
});
afterEach(() => site.stop());

const shown = async (): Promise<ShownMeeting> => (await site.desk().meetings.getForChange(meeting.id)) as ShownMeeting;

describe('a change of a meeting', () => {
  it('is written and recorded with its reason and with what it changed', async () => {
    const actions = new MeetingActions(site.desk('secretariat'));
    const agreedDeadline = Temporal.PlainDate.from('2020-09-19');
    await actions.change(await shown(), { ...meeting, agreedDeadline }, 'extendDeadline', 'The chair agreed');
    expect((await site.desk('member').meetings.get(meeting.id))?.agreedDeadline?.toString()).toBe('2020-09-19');
    const [decision] = await site.desk('member').decisions.ofMeeting(meeting.id);
    expect(decision).toMatchObject({
      kind: 'extendDeadline',
      reason: 'The chair agreed',
      decidedBy: { email: 'secretariat@example.org' },
      effect: { changes: { AgreedDeadline: { before: '2020-09-18', after: '2020-09-19' } } }
    });
  });

  it('takes an agreed deadline away that is no longer meant', async () => {
    const { agreedDeadline: _none, ...without } = meeting;
    await new MeetingActions(site.desk('secretariat')).change(await shown(), { ...without, status: 'postponed' }, 'postpone', 'No room');
    const { agreedDeadline, version, ...after } = (await site.desk().meetings.get(meeting.id)) as Meeting;
    const { version: before = 0, ...planned } = without;
    expect([agreedDeadline, after]).toEqual([undefined, { ...planned, status: 'postponed' }]);
    expect(version).toBeGreaterThan(before);
  });

  it('is refused when somebody changed the meeting since it was shown, and nothing is recorded', async () => {
    const actions = new MeetingActions(site.desk('secretariat'));
    const stale = await shown();
    await actions.change(stale, { ...meeting, status: 'postponed' }, 'postpone', 'First');
    await expect(actions.change(stale, { ...meeting, status: 'cancelled' }, 'cancel', 'Second')).rejects.toMatchObject({ kind: 'changedByOthers' });
    expect((await site.desk().decisions.ofMeeting(meeting.id)).map(({ reason }) => reason)).toEqual(['First']);
  });

  it('is made and recorded once when it is repeated after a lost answer', async () => {
    const actions = new MeetingActions(site.desk('secretariat'));
    const before = await shown();
    const postponed: Meeting = { ...meeting, status: 'postponed' };
    await site.desk('secretariat').meetings.change(postponed, before.etag);
    await actions.change(before, postponed, 'postpone', 'No room');
    await actions.change(before, postponed, 'postpone', 'No room');
    expect(await site.desk().decisions.ofMeeting(meeting.id)).toMatchObject([{ kind: 'postpone', reason: 'No room', effect: { changes: { MeetingStatus: { before: 'planned', after: 'postponed' } } } }]);
  });

  it('is not made by a delegate', async () => {
    await expect(new MeetingActions(site.desk('delegate.fr')).change(await shown(), { ...meeting, status: 'cancelled' }, 'cancel', 'Mine')).rejects.toMatchObject({ kind: 'notAllowed' });
    expect((await site.desk().meetings.get(meeting.id))?.status).toBe('planned');
  });
});
