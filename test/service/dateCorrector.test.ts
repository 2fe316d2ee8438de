import { Temporal } from 'temporal-polyfill';
import type { PostOutcome } from '../../src/bot/proactive';
import type { Meeting } from '../../src/rules/meeting';
import { createLog } from '../../src/service/log';
import { DateCorrector } from '../../src/service/dateCorrector';
import type { Told } from '../../src/service/dateCorrector';
import { OncePoster } from '../../src/service/oncePoster';
import type { ReminderRecord } from '../../src/site/reminders';
import type { Subscriber } from '../../src/service/subscriber';
import { geneva, meeting as meetingLike } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { workingGroup } from '../support/workingGroup';

const nothing = async (): Promise<undefined> => undefined;

describe('the corrector of dates', () => {
  let site: TestSite;
  beforeEach(async () => (site = await provisionedSite('2020-09-07T09:00:00+02:00')));
  afterEach(() => site.stop());

  const now = geneva('2020-09-07T09:00:00');
  const subscriber: Subscriber = { key: 'channel', language: 'en', kinds: [], target: { key: 'channel', reference: '{}', close: async () => undefined } };
  let summaries: string[];
  let moved: Meeting;

  beforeEach(async () => {
    summaries = [];
    const { id } = await addMeeting(site);
    moved = meetingLike({ id, agreedDeadline: '2020-09-16' });
    const { reminders } = site.desk();
    const subject = { key: `${id}/agreed/2020-09-18/14/channel`, kind: 'agreed', meetingId: id, subscriber: 'channel', dueAt: now, announcedDate: Temporal.PlainDate.from('2020-09-18') };
    await reminders.posted(await reminders.claim([subject], 'a service'), { activityId: 'reminder', postedAt: geneva('2020-09-04T09:00:00') });
  });

  /**
   * @param afterReading happens when it has read what was posted, and before it goes on
   * @param beforePosting happens when it has recorded that it is sending
   */
  const service = ({ afterReading = nothing, beforePosting = nothing }: { readonly afterReading?: () => Promise<unknown>; readonly beforePosting?: () => Promise<unknown> } = {}): DateCorrector => {
    const desk = site.desk();
    const post = async (_target: unknown, _subject: unknown, { summary }: { summary: string }): Promise<PostOutcome> => {
      await beforePosting();
      return { kind: 'posted', activityId: String(summaries.push(summary)) };
    };
    const poster = new OncePoster({ site: desk, log: createLog('silent'), way: { canReach: () => true, whenFree: async () => undefined, post }, random: () => 0.5 });
    const postedTo = async (key: string, about: number): Promise<ReminderRecord[]> => {
      const records = await desk.reminders.postedTo(key, about);
      await afterReading();
      return records;
    };
    const postedAs = (activityId: string): Promise<ReminderRecord[]> => desk.reminders.postedAs(activityId);
    return new DateCorrector({ site: { reminders: { postedTo, postedAs } }, deskUrl: 'https://example.org/desk', poster, log: createLog('silent'), update: async () => true });
  };
  const looks = (corrector: DateCorrector): Promise<Told> => corrector.correct(subscriber, [moved], { group: workingGroup(), meetings: [moved], now });

  it('knows what another service has corrected since it read, before anything else is said about it', async () => {
    let first = true;
    const told = await looks(
      service({
        afterReading: async () => {
          if (first) {
            first = false;
            await looks(service());
          }
        }
      })
    );
    expect(summaries).toHaveLength(1);
    expect(told.announcements(moved).some(({ isCorrection, date }) => isCorrection && date?.toString() === '2020-09-16')).toBe(true);
  });

  it('keeps a reminder of the date back while another service is posting the correction', async () => {
    let meanwhile: Told | undefined;
    await looks(service({ beforePosting: async () => void (meanwhile = await looks(service())) }));
    expect(meanwhile?.isCorrecting(moved, 'agreed')).toBe(true);
    expect(meanwhile?.isCorrecting(moved, 'opening')).toBe(false);
    expect(summaries).toHaveLength(1);
  });
});
