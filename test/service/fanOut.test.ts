import { Temporal } from 'temporal-polyfill';
import { quietHoursOf } from '../../src/rules/quietHours';
import { workThrough } from '../../src/service/workThrough';
import { startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { channelReference, startReminding } from '../support/reminding';
import type { Reminding } from '../support/reminding';

const CHANNELS = Array.from({ length: 40 }, (_, index) => `19:channel-${index}@thread.tacv2`);
const FAST = 1000;
/** So many are taken together. */
const TOGETHER = 10;
const SLOW = 10;

describe('reminders to many channels', () => {
  let site: TestSite;
  let connector: Connector;

  beforeEach(async () => {
    // One reminder is due: of the agreed deadline, a week before.
    site = await provisionedSite('2020-09-11T09:00:00+02:00', { reminderDaysBefore: [7] });
    await addMeeting(site);
    connector = await startConnector();
  });
  afterEach(async () => {
    await connector.stop();
    await site.stop();
  });

  const start = (postsPerSecond = FAST): Reminding => startReminding(site.connect('service'), postsPerSecond, TOGETHER);
  const enter = async (keys: readonly string[], kinds: string[] = ['agreed']): Promise<void> => {
    const { channels } = site.desk();
    await workThrough(keys, 8, (key) => channels.upsert({ conversationKey: key, reference: channelReference(key, connector.serviceUrl), language: 'en', kinds }));
  };
  const posted = (): string[] => connector.sent.map(({ conversationId }) => conversationId).sort();
  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });

  it('end soon after a stop, and another process does the rest without asking for what is done', async () => {
    await enter(CHANNELS);
    await advanceTo('2020-09-11T09:10:00');
    const first = start(SLOW);
    const tick = first.clock.tick();
    await eventually(() => expect(posted().length).toBeGreaterThan(TOGETHER));
    expect(first.clock.state().fanOut).toMatchObject({ total: CHANNELS.length, expectedEnd: expect.any(Temporal.Instant) });
    first.stop();
    await tick;
    expect(posted().length).toBeLessThan(CHANNELS.length);

    const second = start();
    await second.clock.tick();
    expect(posted()).toEqual([...CHANNELS].sort());
    expect(second.asked()).toBeLessThanOrEqual(CHANNELS.length - TOGETHER);

    const third = start();
    await third.clock.tick();
    expect(third.asked()).toBe(0);
    expect(third.clock.state().fanOut).toBeUndefined();
    expect(posted()).toHaveLength(CHANNELS.length);
  });

  it('go on after the site failed, once what was under way then is over, and reach everybody once', async () => {
    await enter(CHANNELS);
    const reminding = start(SLOW);
    const tick = reminding.clock.tick();
    tick.catch(() => undefined);
    await eventually(() => expect(posted().length).toBeGreaterThan(0));
    await site.administer('faults', { kind: 'unavailable', path: 'Reminders' });
    await expect(tick).rejects.toThrow();
    const attempts = connector.attempts();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(connector.attempts()).toBe(attempts);
    await fetch(new URL('/_local/faults', site.url), { method: 'DELETE' });
    await advanceTo('2020-09-11T09:30:00');
    const second = start();
    await second.clock.tick();
    expect(new Set(posted())).toEqual(new Set(CHANNELS));
    expect(posted()).toHaveLength(CHANNELS.length);
  });

  it('look again at a channel that is new, chose other kinds or was open again, and at no other', async () => {
    const [one, two, three, ...rest] = CHANNELS;
    await enter(rest);
    await enter([one], ['translation']);
    await enter([two]);
    await site.desk().channels.close(two);
    const reminding = start();
    await reminding.clock.tick();
    expect(posted()).toEqual([...rest].sort());

    await advanceTo('2020-09-11T10:00:00');
    await reminding.clock.tick();
    const asked = reminding.asked();
    await enter([one, two, three]);
    await reminding.clock.tick();
    expect(posted()).toEqual([...CHANNELS].sort());
    expect(reminding.asked() - asked).toBeLessThan(10);
  });

  it('reach in the morning whoever was in quiet hours until the group no longer worked', async () => {
    const [quiet, other] = CHANNELS;
    await enter([quiet, other]);
    const quietHours = quietHoursOf(Temporal.PlainTime.from('08:00'), Temporal.PlainTime.from('20:00'));
    await site.desk().channels.subscribe(quiet, { language: 'en', kinds: ['agreed'], ...(quietHours === undefined ? {} : { quietHours }) }, 'active');
    await advanceTo('2020-09-14T10:00:00');
    const reminding = start();
    await reminding.clock.tick();
    expect(posted()).toEqual([other]);
    await advanceTo('2020-09-14T20:30:00');
    await reminding.clock.tick();
    await site.desk().channels.subscribe(quiet, { language: 'en', kinds: ['agreed'] }, 'active');
    await advanceTo('2020-09-15T10:00:00');
    await start().clock.tick();
    expect(posted()).toEqual([other, quiet].sort());
  });

  it('let a channel that joins at night have in the morning what all others had', async () => {
    const [early, late] = CHANNELS;
    await enter([early]);
    await advanceTo('2020-09-14T10:00:00');
    const reminding = start();
    await reminding.clock.tick();
    await advanceTo('2020-09-14T22:00:00');
    await enter([late]);
    await reminding.clock.tick();
    expect(posted()).toEqual([early]);
    await advanceTo('2020-09-15T10:00:00');
    await start().clock.tick();
    expect(posted()).toEqual([early, late]);
  });
});
