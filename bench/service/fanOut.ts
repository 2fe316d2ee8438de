import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { DEADLINE_KINDS } from '../../src/rules/deadlineKind';
import type { Meeting } from '../../src/rules/meeting';
import { isOpen } from '../../src/rules/deadlines';
import { planAllReminders, reminderAction } from '../../src/rules/reminderPlan';
import { DueReminders } from '../../src/service/dueReminders';
import { connectFromNode } from '../../src/service/siteConnection';
import { workThrough } from '../../src/service/workThrough';
import { geneva, meeting } from '../../test/support/meeting';
import { startReminding } from '../../test/support/reminding';
import { workingGroup } from '../../test/support/workingGroup';
import { measure } from './support/measure';
import { startSiteWithChannels } from './support/seededSite';
import type { TakenPosts } from './support/takePosts';

const MEETINGS = 1000;
const SUBSCRIBERS = 10_000;
/** Subscribers of which the time of the old way is taken. */
const SAMPLE = 3;
const AT_A_TIME = 16;

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

async function fanOut(channels: number, postsPerSecond: number): Promise<void> {
  const teams = await startTaking();
  const site = await startSiteWithChannels(channels, teams.url);
  try {
    const posts = Array.from({ length: channels }, (_, index) => index);
    await workThrough(posts, AT_A_TIME, async () => void (await (await fetch(`${teams.url}/v3/conversations/a/activities`, { method: 'POST', body: '{}' })).text()));
    const base = await teams.taken();
    print(`| ${channels} | baseline: a loop without limits, the site not asked | ${base.posts} | ${base.aSecond.toFixed(1)} | ${base.mostInASecond} | | | |`);
    await advance(site.url, now);
    const connection = connectFromNode({ siteUrl: site.url, headers: { 'X-Local-User': 'service@example.org' } });
    const reminding = startReminding(connection, postsPerSecond);
    const row = (name: string, taken: TakenPosts, { requests, rss, heap }: Awaited<ReturnType<typeof measure>>): void =>
      print(
        `| ${channels} | ${name} | ${taken.posts} | ${taken.aSecond.toFixed(1)} | ${taken.mostInASecond} | ${(requests / channels).toFixed(2)} | ${heap.before.toFixed(1)}, ${heap.after.toFixed(1)} | ${rss.before.toFixed(0)}, ${rss.most.toFixed(0)}, ${rss.after.toFixed(0)} |`
      );
    const first = await measure(() => reminding.clock.tick());
    row(`reminders, limit ${postsPerSecond} a second`, await teams.taken(), first);
    const second = await measure(() => reminding.clock.tick());
    row('the next look, nothing due', await teams.taken(), second);
    const restarted = startReminding(connection, postsPerSecond);
    const third = await measure(() => restarted.clock.tick());
    row(`a new process looks; asks the ledger for ${restarted.asked()}`, await teams.taken(), third);
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
  print('| channels | | posts | a second | most in any second | requests to the site a channel | heap before, after (MB) | memory before, at most, after (MB) |');
  print('|---|---|---|---|---|---|---|---|');
  const most = Number(values.channels);
  await fanOut(Math.round(most / 10), Number(values.rate));
  await fanOut(most, Number(values.rate));
}

void run();
