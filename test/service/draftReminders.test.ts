import type { Temporal } from 'temporal-polyfill';
import type { PostOutcome } from '../../src/bot/proactive';
import { DraftReminders } from '../../src/service/draftReminders';
import { createLog } from '../../src/service/log';
import { geneva, meeting } from '../support/meeting';
import { channelReference } from '../support/reminding';
import { workingGroup } from '../support/workingGroup';

/** Reminders of one file that was sent at ten, with what Teams makes of each post. */
function remindersOf(...outcomes: PostOutcome[]) {
  let now = geneva('2020-09-01T10:50:00');
  const [posts, closed]: [Temporal.Instant[], string[]] = [[], []];
  const chat = { personKey: 'person', email: 'delegate.ke@example.org', reference: channelReference('a:person', 'http://127.0.0.1:1'), language: 'en' as const };
  const reminders = new DraftReminders({
    site: { clock: { now: () => now }, personalChats: { byKey: async () => chat, close: async (key: string) => void closed.push(key) } } as unknown as ConstructorParameters<typeof DraftReminders>[0]['site'],
    facts: { read: async () => ({ group: workingGroup(), meetings: [meeting()], delegations: [] }) } as unknown as ConstructorParameters<typeof DraftReminders>[0]['facts'],
    submissions: {
      left: () => [
        {
          owner: 'person',
          submission: { id: 'file', fileName: 'left.docx', size: 1, findings: [], suggested: {} },
          keptSince: geneva('2020-09-01T10:00:00'),
          keptUntil: geneva('2020-09-01T11:00:00')
        }
      ]
    },
    teams: {
      isFree: () => true,
      post: async () => {
        posts.push(now);
        return outcomes.shift() ?? { kind: 'posted', activityId: 'a' };
      }
    },
    deskUrl: 'https://example.org/desk',
    log: createLog('silent')
  });
  return { run: () => reminders.run(), pass: (duration: string) => void (now = now.add(duration)), posts, closed };
}

describe('the reminder of a file that was not submitted', () => {
  it('is tried again after the pause that Teams asks for, and posted once', async () => {
    const { run, pass, posts } = remindersOf({ kind: 'later', status: 429, retryAfterSeconds: 60 });
    await run();
    pass('PT59S');
    await run();
    expect(posts).toHaveLength(1);
    pass('PT31S');
    await run();
    await run();
    expect(posts).toHaveLength(2);
  });

  it('closes the chat of somebody who removed the bot, and is not tried again', async () => {
    const { run, posts, closed } = remindersOf({ kind: 'gone', status: 403 });
    await run();
    await run();
    expect([posts.length, closed]).toEqual([1, ['person']]);
  });
});
