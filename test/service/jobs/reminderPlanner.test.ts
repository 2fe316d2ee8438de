import { GroupFactsCache } from '../../../src/bot/groupFacts';
import { DateCorrector } from '../../../src/service/dateCorrector';
import { ReminderPlanner } from '../../../src/service/jobs/reminderPlanner';
import { createLog } from '../../../src/service/log';
import { OncePoster } from '../../../src/service/oncePoster';
import { SubscriberReminders } from '../../../src/service/subscriberReminders';
import { geneva } from '../../support/meeting';
import { addMeeting } from '../../support/meetingOnSite';
import { provisionedSite } from '../../support/provisionedSite';
import type { TestSite } from '../../support/provisionedSite';

const CHANNEL = '19:general@thread.tacv2';

describe('the planner of reminders', () => {
  let site: TestSite;

  beforeEach(async () => {
    site = await provisionedSite(geneva('2020-08-10T10:00:00').toString());
  });
  afterEach(() => site.stop());

  it('sends a job for a subscriber once, and again when something is to be tried again', async () => {
    const meeting = await addMeeting(site);
    const desk = site.desk();
    await desk.channels.upsert({ conversationKey: CHANNEL, reference: '{}', language: 'en', kinds: [] });
    const log = createLog('silent');
    const deskUrl = 'https://example.org/desk';
    const way = { canReach: () => true, whenFree: async () => undefined, post: async () => ({ kind: 'posted' as const, activityId: 'activity' }) };
    const poster = new OncePoster({ site: desk, log, way, random: () => 0 });
    const corrector = new DateCorrector({ site: desk, deskUrl, poster, log, update: async () => true });
    const jobs: unknown[] = [];
    const planner = new ReminderPlanner({
      site: desk,
      facts: new GroupFactsCache(desk),
      poster,
      way,
      reminders: new SubscriberReminders({ site: desk, deskUrl, poster, corrector }),
      send: async (kind, job) => void jobs.push([kind, job])
    });
    await planner.tick();
    await planner.tick();
    expect(jobs).toEqual([['remindSubscribers', { from: 1, to: 1 }]]);

    const subject = { key: `${meeting.id}/translation+languageRequest/2020-08-17/7/${CHANNEL}`, kind: 'translation', meetingId: meeting.id, dueAt: geneva('2020-08-10T09:00:00') };
    await desk.reminders.failed(await desk.reminders.claim([subject], 'another service'));
    await planner.tick();
    await planner.tick();
    expect(jobs).toHaveLength(2);
  });
});
