import { QueueServiceClient } from '@azure/storage-queue';
import fc from 'fast-check';
import { readJob, writeJob } from '../../../src/service/jobs/job';
import type { JobMessage } from '../../../src/service/jobs/job';
import { JobConsumer } from '../../../src/service/jobs/jobConsumer';
import type { JobHandler, JobOutcome } from '../../../src/service/jobs/jobConsumer';
import { JOB_PACE } from '../../../src/service/jobs/jobPace';
import type { JobPace } from '../../../src/service/jobs/jobPace';
import type { JobQueue } from '../../../src/service/jobs/jobQueue';
import { JobStorage } from '../../../src/service/jobs/jobStorage';
import { createLog } from '../../../src/service/log';
import { SiteError } from '../../../src/site/errors';
import { eventually } from '../../support/eventually';
import { startStorage } from '../../support/storage';
import type { TestStorage } from '../../support/storage';

const log = createLog('silent');
const PACE: JobPace = { ...JOB_PACE, hiddenSeconds: 2, idleSeconds: 0.1, mostDequeues: 3, graceSeconds: 0.2, pause: () => 0 };

type Checks = JobMessage<'checkDocument'>;

let storage: TestStorage;
let queue: JobQueue<'checkDocument'>;
let consumers: JobConsumer<'checkDocument'>[];
let sites = 0;

beforeAll(async () => {
  storage = await startStorage();
});
afterAll(() => storage.stop());
beforeEach(async () => {
  sites += 1;
  const opened = await JobStorage.open({ connectionString: storage.connectionString }, `https://example.org/sites/${sites}`, log);
  queue = opened.queue('checkDocument');
  consumers = [];
});
afterEach(() => Promise.all(consumers.map((consumer) => consumer.stop())));

function consume(handler: JobHandler<'checkDocument'>, pace: Partial<JobPace> = {}): JobConsumer<'checkDocument'> {
  const consumer = new JobConsumer({
    queue,
    handler,
    atATime: 2,
    pace: { ...PACE, ...pace },
    log,
    onStorage: (error) => {
      if (error !== undefined) {
        throw error;
      }
    }
  });
  consumers.push(consumer);
  return consumer;
}

/** The queue itself, as somebody with the key of the account sees it. */
async function rawQueue(): Promise<ReturnType<QueueServiceClient['getQueueClient']>> {
  const service = QueueServiceClient.fromConnectionString(storage.connectionString);
  await queue.counts();
  const names: string[] = [];
  for await (const { name } of service.listQueues()) {
    names.push(name);
  }
  const ours = names.filter((name) => name.endsWith('-check-document') && !known.has(name));
  expect(ours).toHaveLength(1);
  return service.getQueueClient(ours[0]);
}
const known = new Set<string>();
afterEach(async () => {
  for await (const { name } of QueueServiceClient.fromConnectionString(storage.connectionString).listQueues()) {
    known.add(name);
  }
});

/** A handler that notes what it is given and ends when it is told to. */
function noting(outcomes: (JobOutcome | Error)[] = []): { seen: Checks[]; handler: JobHandler<'checkDocument'> } {
  const seen: Checks[] = [];
  return {
    seen,
    handler: async (message) => {
      seen.push(message);
      const outcome = outcomes.shift() ?? 'done';
      if (outcome instanceof Error) {
        throw outcome;
      }
      return outcome;
    }
  };
}

const idsOf = (seen: readonly Checks[]): number[] => seen.map(({ job }) => job.contributionId).sort((a, b) => a - b);

describe('a job as a message', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.nat(), (contributionId, putOff) => {
        expect(readJob('checkDocument', writeJob<'checkDocument'>({ job: { contributionId }, putOff }))).toEqual({ job: { contributionId }, putOff });
      })
    );
  });

  it.each([
    ['', 'nothing'],
    ['checkDocument', 'no JSON'],
    ['{"job":{"contributionId":7}}', 'not how often it was put off'],
    ['{"job":{"contributionId":"7"},"putOff":0}', 'a text for a number'],
    ['{"job":{"contributionId":0},"putOff":0}', 'no item'],
    ['{"job":{"contributionId":7.5},"putOff":0}', 'half an item'],
    ['{"job":{"contributionId":7,"standing":"translated"},"putOff":0}', 'more than an id'],
    ['{"job":{"contributionId":7},"putOff":-1}', 'a negative count'],
    [`{"job":{"contributionId":7},"putOff":0${' '.repeat(1000)}}`, 'too much']
  ])('is not read from %j: %s', (text) => {
    expect(readJob('checkDocument', text)).toBeUndefined();
  });
});

describe('the jobs on Azure Storage Queues', () => {
  it('are each done once by several consumers, and are then gone', async () => {
    const [first, second] = [noting(), noting()];
    for (let contributionId = 1; contributionId <= 20; contributionId += 1) {
      await queue.send({ contributionId });
    }
    const both = [consume(first.handler), consume(second.handler)];
    await eventually(() => expect(both.reduce((sum, consumer) => sum + consumer.counts().done, 0)).toBe(20));
    expect(idsOf([...first.seen, ...second.seen])).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await queue.counts()).toEqual({ waiting: 0, deadLetters: 0 });
  });

  it('come again when they fail, and become dead letters after so many times, with what failed', async () => {
    const { seen, handler } = noting([new SiteError('unexpected', 'The site answered oddly'), new Error('first secret'), new SiteError('unexpected', 'The site answered oddly')]);
    await queue.send({ contributionId: 7 });
    const consumer = consume(handler);
    await eventually(async () => expect(await queue.counts()).toEqual({ waiting: 0, deadLetters: 1 }));
    expect(idsOf(seen)).toEqual([7, 7, 7]);
    expect(consumer.counts()).toEqual({ done: 0, putOff: 0, failed: 3 });
    const letter = await queue.takeDeadLetter(30);
    expect(queue.readDeadLetter(letter!)).toEqual({ reason: 'failed', detail: 'SiteError, unexpected, The site answered oddly', dequeueCount: 3, text: '{"job":{"contributionId":7},"putOff":0}' });
    await letter?.remove();
  });

  it('wait for the pause before they come again', async () => {
    const { seen, handler } = noting([new Error('once')]);
    await queue.send({ contributionId: 7 });
    consume(handler, { pause: () => 3600 });
    await eventually(() => expect(seen).toHaveLength(1));
    await eventually(async () => expect(await queue.counts()).toEqual({ waiting: 1, deadLetters: 0 }));
    expect(await queue.take(30)).toBeUndefined();
  });

  it('that are put off count no failure: they come again as new messages that know how often', async () => {
    const { seen, handler } = noting([{ laterSeconds: 0.2 }, { laterSeconds: 0 }, { laterSeconds: 0 }, { laterSeconds: 0 }]);
    await queue.send({ contributionId: 7 });
    const consumer = consume(handler);
    await eventually(() => expect(consumer.counts()).toEqual({ done: 1, putOff: 4, failed: 0 }));
    expect(seen.map(({ putOff }) => putOff)).toEqual([0, 1, 2, 3, 4]);
    expect(await queue.counts()).toEqual({ waiting: 0, deadLetters: 0 });
  });

  it('that take longer than they are hidden stay hidden while they are worked on', async () => {
    let end: () => void = () => undefined;
    const seen: Checks[] = [];
    await queue.send({ contributionId: 7 });
    const consumer = consume(async (message) => {
      seen.push(message);
      await new Promise<void>((resolve) => (end = resolve));
      return 'done';
    });
    await eventually(() => expect(seen).toHaveLength(1));
    const other = noting();
    consume(other.handler);
    // Twice as long as a message is hidden that nobody renews.
    await new Promise((resolve) => setTimeout(resolve, 2 * 1000 * PACE.hiddenSeconds));
    expect(other.seen).toEqual([]);
    end();
    await eventually(() => expect(consumer.counts().done).toBe(1));
    expect(await queue.counts()).toEqual({ waiting: 0, deadLetters: 0 });
  });

  it('whose service ended without a word come to another one', async () => {
    await queue.send({ contributionId: 7 });
    const raw = await rawQueue();
    // As a service that was killed leaves it: taken, and never renewed.
    expect((await raw.receiveMessages({ visibilityTimeout: 1 })).receivedMessageItems).toHaveLength(1);
    const { seen, handler } = noting();
    consume(handler);
    await eventually(() => expect(idsOf(seen)).toEqual([7]));
  });

  it('at which every service ends become dead letters before they end the next one', async () => {
    await queue.send({ contributionId: 7 });
    const raw = await rawQueue();
    for (let killed = 0; killed < PACE.mostDequeues; killed += 1) {
      const [message] = (await raw.receiveMessages({ visibilityTimeout: 30 })).receivedMessageItems;
      await raw.updateMessage(message.messageId, message.popReceipt, undefined, 0);
    }
    const { seen, handler } = noting();
    consume(handler);
    await eventually(async () => expect(await queue.counts()).toEqual({ waiting: 0, deadLetters: 1 }));
    expect(seen).toEqual([]);
    expect(queue.readDeadLetter((await queue.takeDeadLetter(30))!)).toMatchObject({ reason: 'interrupted', dequeueCount: PACE.mostDequeues + 1 });
  });

  it('that nobody can read become dead letters at once', async () => {
    const raw = await rawQueue();
    await raw.sendMessage('{"job":{"contributionId":7,"standing":"translated"},"putOff":0}');
    const { seen, handler } = noting();
    consume(handler);
    await eventually(async () => expect(await queue.counts()).toEqual({ waiting: 0, deadLetters: 1 }));
    expect(seen).toEqual([]);
    expect(queue.readDeadLetter((await queue.takeDeadLetter(30))!)).toMatchObject({ reason: 'unreadable', dequeueCount: 1 });
  });

  it('are handed back at a stop when they do not end in time', async () => {
    await queue.send({ contributionId: 7 });
    const seen: Checks[] = [];
    const consumer = consume(async (message) => {
      seen.push(message);
      return new Promise<JobOutcome>(() => undefined);
    }, { hiddenSeconds: 600 });
    await eventually(() => expect(seen).toHaveLength(1));
    consumers = [];
    await consumer.stop();
    const other = noting();
    consume(other.handler);
    await eventually(() => expect(idsOf(other.seen)).toEqual([7]));
  });
});
