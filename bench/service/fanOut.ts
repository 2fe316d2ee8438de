import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { DEADLINE_KINDS } from '../../src/rules/deadlineKind';
import type { Meeting } from '../../src/rules/meeting';
import { isOpen } from '../../src/rules/deadlines';
import { planAllReminders, reminderAction } from '../../src/rules/reminderPlan';
import { DueReminders } from '../../src/service/dueReminders';
import { connectFromNode } from '../../src/service/siteConnection';
import { PostingLimits } from '../../src/service/postingLimits';
import { workThrough } from '../../src/service/workThrough';
import type { SiteConnection } from '../../src/site/connection';
import { geneva, meeting } from '../../test/support/meeting';
import { startReminding } from '../../test/support/reminding';
import { workingGroup } from '../../test/support/workingGroup';
import { BenchError, record, runAsBench } from '../support/figure';
import { measure } from './support/measure';
import type { Measured } from './support/measure';
import { startSiteWithChannels } from './support/seededSite';
import type { TakenPosts } from './support/takePosts';

const MEETINGS = 1000;
const SUBSCRIBERS = 10_000;
/** Subscribers of which the time of the old way is taken. */
const SAMPLE = 3;
const AT_A_TIME = 16;
/** Posts of a baseline; more would show the same. */
const BASELINE_POSTS = 1000;
const MEGABYTE = 1024 * 1024;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const group = workingGroup();
const now = geneva('2020-09-11T10:00:00');
/** What subscribers chose: nothing, one kind each, or all. */
const CHOICES: readonly (readonly string[])[] = [[], ...DEADLINE_KINDS.map((kind) => [kind]), DEADLINE_KINDS];
const chosenBy = (subscriber: number): { readonly kinds: readonly string[] } => ({ kinds: CHOICES[subscriber % CHOICES.length] });

/** Meetings at regular intervals, half of them past. */
function meetingsEvery(days: number): Meeting[] {
  return Array.from({ length: MEETINGS }, (_, index) => {
    const start = meeting().start.add({ days: Math.round((index - MEETINGS / 2) * days) });
    return meeting({ id: index + 1, start: start.toString(), agreedDeadline: null });
  });
}

async function planning(name: string, meetings: readonly Meeting[]): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let [began, items] = [performance.now(), 0];
  const due = await DueReminders.plan({ group, meetings, changes: [], now, isDecided: async () => false });
  for (let subscriber = 0; subscriber < SUBSCRIBERS; subscriber += 1) {
    items += (await due.of(chosenBy(subscriber))).length;
  }
  const milliseconds = performance.now() - began;
  delay.disable();

  began = performance.now();
  const plan = planAllReminders(meetings, group);
  const planned = performance.now() - began;
  began = performance.now();
  for (let subscriber = 0; subscriber < SAMPLE; subscriber += 1) {
    // Only for what is due and open the other steps were looked for.
    const steps = plan.filter(({ dueAt, deadlines }) => dueAt.epochMilliseconds <= now.epochMilliseconds && isOpen(deadlines[0], now));
    steps.forEach((reminder) => reminderAction(reminder, plan.filter(({ meeting: { id } }) => id === reminder.meeting.id), chosenBy(subscriber), group, { at: now, isInterpretationDecided: false }));
  }
  const each = (performance.now() - began) / SAMPLE;
  const naive = (planned + each * SUBSCRIBERS) / 1000;
  record({ name: `a tick for ${MEETINGS.toLocaleString('en')} meetings and ${SUBSCRIBERS.toLocaleString('en')} channels, ${name}`, unit: 's', ours: milliseconds / 1000, baseline: naive, against: `the whole plan for each reminder, reckoned from ${SAMPLE} channels` });
  print(`| ${name} | ${naive.toFixed(0)} (${each.toFixed(0)} ms each) | ${(milliseconds / 1000).toFixed(2)} | ${(delay.max / 1e6).toFixed(0)} | ${(items / SUBSCRIBERS).toFixed(0)} |`);
}

/** A stand-in for Teams as a process of its own. */
async function startTaking(): Promise<{ readonly url: string; taken(): Promise<TakenPosts>; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'support/takePosts.ts')], { cwd: resolve(__dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = `http://localhost:${(JSON.parse(line) as { port: number }).port}`;
  return {
    url,
    taken: async () => (await (await fetch(`${url}/taken`)).json()) as TakenPosts,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  };
}

async function advance(siteUrl: string, to: Temporal.Instant): Promise<void> {
  await fetch(new URL('/_local/clock', siteUrl), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ advanceTo: to.toString() }) });
}

/** Notes the memory, after what is free was collected, each time another part of the posts is done. */
function watchMemory(posted: () => number, step: number): { stop(): string[] } {
  const lines: string[] = [];
  let [done, at] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = posted();
    if (now - done >= step) {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      const seconds = (performance.now() - at) / 1000;
      lines.push(`| ${now} | ${((now - done) / seconds).toFixed(1)} | ${(heapUsed / MEGABYTE).toFixed(1)} | ${(rss / MEGABYTE).toFixed(0)} |`);
      [done, at] = [now, performance.now()];
    }
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return lines;
    }
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await setTimeout(50);
  }
}

/** The middle and the ends of how many came in each second; the last second is not whole. */
function spread({ eachSecond }: TakenPosts): string {
  const sorted = eachSecond.slice(0, -1).sort((one, other) => one - other);
  return sorted.length === 0 ? '' : [0, sorted.length >> 1, sorted.length - 1].map((index) => sorted[index]).join(', ');
}

async function fanOut(channels: number, postsPerSecond: number): Promise<void> {
  const teams = await startTaking();
  const site = await startSiteWithChannels(channels, teams.url);
  const post = async (index: number): Promise<void> => void (await (await fetch(`${teams.url}/v3/conversations/${index}/activities`, { method: 'POST', body: '{}' })).text());
  const row = (name: string, taken: TakenPosts, measured?: Measured): void => {
    const { posts, conversations, doubled, aSecond, mostInASecond } = taken;
    const times = `${posts} | ${conversations} | ${doubled} | ${aSecond.toFixed(1)} | ${spread(taken)} | ${mostInASecond}`;
    const { seconds, requests, rss } = measured ?? {};
    print(`| ${name} | ${times} | ${seconds?.toFixed(0) ?? ''} | ${requests === undefined ? '' : (requests / channels).toFixed(3)} | ${rss === undefined ? '' : [rss.before, rss.most, rss.after].map((size) => size.toFixed(0)).join(', ')} |`);
  };
  try {
    print(`| ${channels} channels, ${postsPerSecond} a second | posts | conversations | of them twice | a second | fewest, median, most in the seconds | most in any second | seconds | requests to the site a channel | memory before, at most, after (MB) |`);
    print('|---|---|---|---|---|---|---|---|---|---|');
    const loop = Array.from({ length: Math.min(channels, BASELINE_POSTS) }, (_, index) => index);
    await workThrough(loop, AT_A_TIME, post);
    row('baseline: a loop without limits, the site not asked', await teams.taken());
    const limits = new PostingLimits(postsPerSecond);
    await workThrough(loop, AT_A_TIME, async (index) => {
      await limits.take(String(index));
      await post(index);
    });
    const base = await teams.taken();
    row('baseline: a loop at the limit, the site not asked', base);

    await advance(site.url, now);
    const connect = (): SiteConnection => connectFromNode({ siteUrl: site.url, headers: { 'X-Local-User': 'service@example.org' } });
    let reminding = startReminding(connect(), postsPerSecond);
    let before = 0;
    const memory = watchMemory(() => before + reminding.clock.state().posted, channels / 10);
    const whole = await measure(async () => {
      const tick = reminding.clock.tick();
      await until(() => reminding.clock.state().posted >= channels / 2);
      reminding.stop();
      await tick;
      before = reminding.clock.state().posted;
      reminding = startReminding(connect(), postsPerSecond);
      await reminding.clock.tick();
    });
    const lines = memory.stop();
    const reminded = await teams.taken();
    row(`reminders, stopped after ${before} and gone on with by a new service, which asks the ledger for ${reminding.asked()}`, reminded, whole);
    const asked = reminding.asked();
    const next = await measure(() => reminding.clock.tick());
    row(`the next look, nothing due; asks the ledger for ${reminding.asked() - asked}`, await teams.taken(), next);
    const restarted = startReminding(connect(), postsPerSecond);
    const third = await measure(() => restarted.clock.tick());
    row(`a new service looks; asks the ledger for ${restarted.asked()}`, await teams.taken(), third);
    print('');
    print('| posts so far | a second since the line before | heap after collecting (MB) | memory (MB) |');
    print('|---|---|---|---|');
    lines.forEach(print);
    const against = `a loop at the limit of ${postsPerSecond} a second, the site not asked`;
    record({ name: `reminders to ${channels.toLocaleString('en')} channels, the service stopped in the middle`, unit: 'posts a second', ours: reminded.aSecond, baseline: base.aSecond, against });
    record({ name: 'the same, posts to each channel', unit: 'posts', ours: reminded.posts / channels, baseline: base.posts / base.conversations, against });
    if (reminded.conversations !== channels || reminded.doubled > 0) {
      throw new BenchError(`${reminded.conversations} of ${channels} channels got a reminder, ${reminded.doubled} of them twice`);
    }
  } finally {
    await site.stop();
    await teams.stop();
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { channels: { type: 'string', default: String(SUBSCRIBERS) }, rate: { type: 'string', default: '30' } } });
  print(`| ${MEETINGS} meetings, ${SUBSCRIBERS} channels | the whole plan for each reminder, s (from ${SAMPLE} channels) | a tick now, s | nothing else runs for at most, ms | reminders a channel |`);
  print('|---|---|---|---|---|');
  await planning('one every five days', meetingsEvery(5));
  await planning('all within 60 days', meetingsEvery(60 / MEETINGS));
  print('');
  await fanOut(Number(values.channels), Number(values.rate));
}

runAsBench(run);
