import { Temporal } from 'temporal-polyfill';
import { createLog } from '../../src/service/log';
import { DateCorrector } from '../../src/service/dateCorrector';
import { OncePoster } from '../../src/service/oncePoster';
import type { ReminderRecord } from '../../src/site/reminders';
import type { Subscriber } from '../../src/service/subscriber';
import { geneva, meeting as meetingLike } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { workingGroup } from '../support/workingGroup';

describe('the corrector of dates', () => {
  let site: TestSite;
  beforeEach(async () => (site = await provisionedSite('2020-09-07T09:00:00+02:00')));
  afterEach(() => site.stop());

  it('knows what another service has corrected since it read, before anything else is said about it', async () => {
    const { id } = await addMeeting(site);
    const now = geneva('2020-09-07T09:00:00');
    const subscriber: Subscriber = { key: 'channel', language: 'en', kinds: [], target: { key: 'channel', reference: '{}', close: async () => undefined } };
    const summaries: string[] = [];
    /** @param afterReading happens when it has read what was posted, and before it goes on */
    const service = (afterReading: () => Promise<unknown> = async () => undefined) => {
      const desk = site.desk();
      const way = { canReach: () => true, post: async (_target: unknown, _subject: unknown, { summary }: { summary: string }) => ({ kind: 'posted' as const, activityId: String(summaries.push(summary)) }) };
      const poster = new OncePoster({ site: desk, log: createLog('silent'), way });
      const postedTo = async (key: string, about: number): Promise<ReminderRecord[]> => {
        const records = await desk.reminders.postedTo(key, about);
        await afterReading();
        return records;
      };
      const postedAs = (activityId: string): Promise<ReminderRecord[]> => desk.reminders.postedAs(activityId);
      return new DateCorrector({ site: { reminders: { postedTo, postedAs } }, deskUrl: 'https://example.org/desk', poster, log: createLog('silent'), update: async () => true });
    };
    const reminders = site.desk().reminders;
    const claim = await reminders.claim({ key: `${id}/agreed/2020-09-18/14/channel`, kind: 'agreed', meetingId: id, subscriber: 'channel', dueAt: now, announcedDate: Temporal.PlainDate.from('2020-09-18') });
    await reminders.posted(claim as Exclude<typeof claim, 'taken'>, { activityId: 'reminder', postedAt: geneva('2020-09-04T09:00:00') });
    const moved = meetingLike({ id, agreedDeadline: '2020-09-16' });
    const looks = (corrector: DateCorrector) => corrector.correct(subscriber, [moved], { group: workingGroup(), meetings: [moved], now });
    let first = true;
    const other = service(async () => {
      if (first) {
        first = false;
        await looks(service());
      }
    });

    const told = await looks(other);
    expect(summaries).toHaveLength(1);
    expect(told.announcements(moved).some(({ isCorrection, date }) => isCorrection && date?.toString() === '2020-09-16')).toBe(true);
  });
});
