import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { storePlace } from '../../../src/bot/conversation';
import { planAllReminders, reminderKey } from '../../../src/rules/reminderPlan';
import { BOT, startConnector } from '../../support/connector';
import type { Connector } from '../../support/connector';
import { smallDocx } from '../../support/documents';
import { eventually } from '../../support/eventually';
import { geneva } from '../../support/meeting';
import { addMeeting } from '../../support/meetingOnSite';
import { provisionedSite } from '../../support/provisionedSite';
import type { TestSite } from '../../support/provisionedSite';
import { freePort } from '../../support/service';
import { startStorage } from '../../support/storage';
import type { TestStorage } from '../../support/storage';
import { workingGroup } from '../../support/workingGroup';

const INSTANCES = 3;
const DOCUMENTS = 8;
const CHANNELS = Array.from({ length: 60 }, (_, index) => `19:channel-${index}@thread.tacv2`);
/** How many subscribers a service posts to at a time, at the most: in each of two jobs sixteen. */
const AT_A_TIME = 32;
/** A lease lasts 15 seconds at least, and whatever a killed service held comes back after five. */
const LONGEST_WAIT_MS = 120_000;

interface Jobs {
  readonly plans: boolean;
  readonly kinds: Readonly<Record<string, { readonly waiting: number; readonly deadLetters: number; readonly done: number; readonly putOff: number; readonly failed: number }>>;
}

class Instance {
  private constructor(
    public readonly process: ChildProcess,
    private readonly port: number
  ) {}

  public static async start(site: TestSite, storage: TestStorage): Promise<Instance> {
    const port = await freePort();
    const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, '../support/serviceInstance.ts')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        SITE_URL: site.url,
        SITE_HEADERS: JSON.stringify({ 'X-Local-User': 'service@example.org' }),
        JOBS_CONNECTION_STRING: storage.connectionString,
        PORT: String(port),
        POLL_SECONDS: '1',
        TICK_SECONDS: '1',
        LOG_LEVEL: 'silent'
      }
    });
    return new Instance(child, port);
  }

  public async jobs(): Promise<Jobs> {
    const response = await fetch(`http://127.0.0.1:${this.port}/healthz`);
    return ((await response.json()) as { jobs: Jobs }).jobs;
  }

  public async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill(signal);
      await ended;
    }
    return this.process.exitCode;
  }
}

describe('several services that share their work', () => {
  let site: TestSite;
  let connector: Connector;
  let storage: TestStorage;
  let instances: Instance[] = [];

  beforeAll(async () => {
    site = await provisionedSite(geneva('2020-08-10T06:00:00').toString(), { reminderDaysBefore: [7] });
    [connector, storage] = await Promise.all([startConnector(), startStorage()]);
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.end('SIGKILL')));
    await connector.stop();
    await storage.stop();
    await site.stop();
  });

  async function upload(names: readonly string[]): Promise<number[]> {
    const { contributions } = site.desk('delegate.ke');
    const ids: number[] = [];
    for (const name of names) {
      ids.push((await contributions.upload(name, smallDocx(name))).id);
    }
    return ids;
  }

  const checkedOf = async (ids: readonly number[]): Promise<number[]> => {
    const found = await site.desk().contributions.byIds([...ids]);
    return found.filter(({ docStatus, sha256 }) => docStatus === 'needsAttention' && sha256 !== undefined).map(({ id }) => id);
  };

  it('do all of it and post nothing twice, although the one that plans is killed while it works', async () => {
    const meeting = await addMeeting(site);
    for (const key of CHANNELS) {
      const conversation = { id: key, conversationType: 'channel', isGroup: true, name: key };
      const reference = storePlace({ key, reference: { channelId: 'msteams', serviceUrl: connector.serviceUrl, bot: BOT, conversation } as never });
      await site.desk().channels.upsert({ conversationKey: key, reference, language: 'en', kinds: [] });
    }
    instances = await Promise.all(Array.from({ length: INSTANCES }, () => Instance.start(site, storage)));
    const planning = async (among: readonly Instance[]): Promise<Instance> => {
      const states = await Promise.all(among.map((instance) => instance.jobs()));
      expect(states.filter(({ plans }) => plans)).toHaveLength(1);
      return among[states.findIndex(({ plans }) => plans)];
    };
    const planner = await eventually(() => planning(instances), LONGEST_WAIT_MS);

    const documents = await upload(Array.from({ length: DOCUMENTS }, (_, index) => `document-${index}.docx`));
    await site.administer('clock', { advanceTo: geneva('2020-08-10T09:00:00').toString() });
    await eventually(() => expect(connector.attempts()).toBeGreaterThan(3), LONGEST_WAIT_MS);
    await planner.end('SIGKILL');
    const others = instances.filter((instance) => instance !== planner);
    // What comes after its end is found by the one that plans next.
    documents.push(...(await upload(['after.docx'])));

    await eventually(async () => expect(await checkedOf(documents)).toEqual(documents), LONGEST_WAIT_MS);
    await eventually(() => planning(others), LONGEST_WAIT_MS);
    const due = planAllReminders([meeting], workingGroup({ reminderDaysBefore: [7] })).filter(({ dueAt }) => dueAt.toInstant().toString() === geneva('2020-08-10T09:00:00').toString());
    const keys = due.flatMap((reminder) => CHANNELS.map((channel) => reminderKey(reminder, channel)));
    const records = await eventually(async () => {
      const found = await site.desk().reminders.find(keys);
      expect(found).toHaveLength(keys.length);
      // The rest has come to its end, but for what was under way at the kill.
      expect(found.filter(({ status }) => status !== 'posted').length).toBeLessThanOrEqual(AT_A_TIME);
      return found;
    }, LONGEST_WAIT_MS);
    const places = connector.sent.map(({ conversationId }) => conversationId);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    // What was under way at the kill stays claimed and is posted by nobody else.
    const interrupted = CHANNELS.filter((channel) => !places.includes(channel));
    const claimed = records.filter(({ status }) => status === 'claimed' || status === 'sending').map(({ key }) => key);
    expect(interrupted.filter((channel) => !claimed.some((key) => key.endsWith(channel)))).toEqual([]);

    await eventually(async () => {
      const states = await Promise.all(others.map((instance) => instance.jobs()));
      for (const { kinds } of states) {
        expect(kinds.checkDocument).toMatchObject({ waiting: 0, deadLetters: 0, failed: 0 });
        expect(kinds.remindSubscribers).toMatchObject({ deadLetters: 0, failed: 0 });
      }
      expect(Math.min(...states.map(({ kinds }) => kinds.checkDocument.done))).toBeGreaterThan(0);
    });
    expect(await Promise.all(others.map((instance) => instance.end('SIGTERM')))).toEqual([0, 0]);
  }, 600_000);
});
