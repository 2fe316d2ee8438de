import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';
import { DocumentActions } from '../../src/site/documentActions';
import { SiteError } from '../../src/site/errors';
import { installs, says, startConnector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { freePort } from '../support/service';
import { workingGroup } from '../support/workingGroup';
import { problemsOf } from './checker';
import { Journal } from './journal';
import { scriptOf } from './script';
import type { Step } from './script';
import { ServiceProcess } from './serviceProcess';
import { SiteReader } from './siteReader';

/** Noon: the night in between holds the ends of two deadlines, of translation and of publication. */
const BEGINS = '2020-08-10T12:00:00';
const OPENINGS = ['2020-09-24', '2020-08-22', '2020-10-01'];
const DELEGATES = [
  { user: 'delegate.fr', delegation: 'France' },
  { user: 'delegate.ke', delegation: 'Kenya' },
  { user: 'delegate.es', delegation: 'Spain' }
];
const CHANNELS = ['19:one@thread.tacv2', '19:two@thread.tacv2', '19:three@thread.tacv2'];
const QUESTIONS = ['When is the next deadline?', 'Quand a lieu la prochaine réunion ?', '¿Hay interpretación al francés?', 'Where is document 1?'];
const FAULTS = {
  throttle: { kind: 'throttle', probability: 0.1, count: 20, retryAfterSeconds: 1 },
  unavailable: { kind: 'unavailable', probability: 0.1, count: 20, retryAfterSeconds: 1 },
  drop: { kind: 'drop', probability: 0.1, count: 10 },
  dropAfterwards: { kind: 'drop', probability: 0.1, count: 5, afterwards: true },
  slow: { kind: 'slow', probability: 0.1, count: 10, milliseconds: 2000 }
} as const;
/** How long the service has in the end to do what is left. */
const SETTLING_MS = 180_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Hours of the group's life in minutes, with kills and faults; then the site is compared with what was acknowledged. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { hours: { type: 'string', default: '24' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } } });
  const [hours, seed] = [Number(values.hours), Number(values.seed)];
  const folder = join(process.cwd(), '.desk');
  mkdirSync(folder, { recursive: true });
  const journal = new Journal(join(folder, 'soak.jsonl'));
  const site = await provisionedSite(geneva(BEGINS).toString());
  const connector = await startConnector();
  const service = new ServiceProcess(site.url, await freePort());
  const meetings: Meeting[] = [];
  for (const start of OPENINGS) {
    meetings.push(await addMeeting(site, { title: `Meeting of ${start}`, start, agreedDeadline: null }));
  }
  for (const { user, delegation } of DELEGATES) {
    await site.desk('secretariat').delegations.add({ name: delegation, type: 'memberState', representatives: [`${user}@example.org`] });
  }
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

  await service.start();
  for (const id of CHANNELS) {
    for (const activity of installs('channel', 'en-GB', { conversation: { id, conversationType: 'channel', isGroup: true }, channelData: { team: { id }, channel: { id } } })) {
      await connector.post(`${service.url}/api/messages`, activity);
    }
  }

  const perform = async (step: Step, index: number): Promise<void> => {
    switch (step.kind) {
      case 'upload': {
        const { user } = DELEGATES[step.delegate];
        const meeting = meetings[step.meeting];
        const name = `document-${index}.docx`;
        const bytes = smallDocx(name);
        const { contributions } = site.desk(user);
        const from = await siteTime(site);
        journal.attempt({ kind: 'upload', name });
        const { id } = await contributions.upload(name, bytes);
        journal.acknowledge({ kind: 'uploaded', id, name, sha256: createHash('sha256').update(bytes).digest('hex'), from, to: await siteTime(site) });
        await contributions.describe(id, { title: `Document ${index}`, source: DELEGATES[step.delegate].delegation, originalLanguage: 'en', purpose: step.purpose, meetingId: meeting.id });
        journal.acknowledge({ kind: 'described', id, meetingId: meeting.id, purpose: step.purpose });
        return;
      }
      case 'wish': {
        const { user, delegation } = DELEGATES[step.delegate];
        const meetingId = meetings[step.meeting].id;
        const { language, isWanted } = step;
        const { languageRequests } = site.desk(user);
        const subject = { meetingId, language, delegation };
        try {
          await (isWanted ? languageRequests.ask(subject, `${user}@example.org`) : languageRequests.withdraw(subject, `${user}@example.org`));
        } catch (error) {
          journal.attempt({ kind: 'wish', ...subject });
          throw error;
        }
        const exists = (await languageRequests.ofMeeting(meetingId)).some((request) => request.delegation === delegation && request.language === language);
        if (exists) {
          journal.acknowledge({ kind: 'wished', ...subject, isWanted });
        }
        return;
      }
      case 'ask':
        await connector.post(`${service.url}/api/messages`, says('personal', QUESTIONS[step.question]));
        return;
      case 'publish': {
        const desk = site.desk('secretariat');
        const published = new Set(journal.of('published').map(({ id }) => id));
        const next = journal.of('described').find(({ id }) => !published.has(id));
        const shown = next === undefined ? undefined : await desk.contributions.get(next.id);
        if (shown?.docStatus === 'received') {
          const { id, docNumber } = await new DocumentActions(desk, workingGroup()).publish(shown);
          journal.acknowledge({ kind: 'published', id, number: docNumber ?? 0 });
        }
        return;
      }
      case 'kill':
        await service.kill();
        await service.start();
        return;
      case 'connectorTrouble':
        if (step.status === 'cut') {
          connector.cutNext();
        } else {
          connector.refuse({ status: step.status, headers: { 'Retry-After': '1' } });
        }
        return;
      case 'siteTrouble':
        await site.administer('faults', FAULTS[step.fault]);
        return;
      case 'quiet':
    }
  };

  let now = geneva(BEGINS);
  const script = scriptOf(hours, seed);
  print(`${hours} hours, seed ${seed}: ${script.length} steps`);
  for (const [index, { minutes, step }] of script.entries()) {
    now = now.add({ minutes });
    await site.administer('clock', { advanceTo: now.toString() });
    count(step.kind);
    try {
      await perform(step, index);
    } catch (error) {
      if (!(error instanceof SiteError)) {
        throw error;
      }
      // What was not acknowledged may be there or not.
      count(`not acknowledged (${error.kind})`);
    }
    await pause(300);
  }

  await fetch(new URL('/_local/faults', site.url), { method: 'DELETE' });
  await service.kill();
  // Working time again, and long enough for what was only claimed to be free.
  await site.administer('clock', { advanceTo: now.add({ minutes: 15 }).toString() });
  await service.start();
  const evidence = { site: new SiteReader(site.url), journal, sent: connector.sent, channels: CHANNELS, meetings: new Map(meetings.map(({ id, start }) => [id, start.toString()])) };
  let problems = await problemsOf(evidence);
  for (const until = performance.now() + SETTLING_MS; problems.length > 0 && performance.now() < until; problems = await problemsOf(evidence)) {
    await pause(1000);
  }
  await service.kill();
  await connector.stop();
  await site.stop();
  print([...counts].map(([what, times]) => `${times} ${what}`).join(', '));
  print(`${journal.of('uploaded').length} uploads, ${journal.of('published').length} publications and ${journal.of('wished').length} language requests acknowledged; ${connector.sent.length} posts taken`);
  problems.forEach((problem) => print(`WRONG: ${problem}`));
  print(problems.length === 0 ? 'Nothing lost, nothing doubled, no standing wrong.' : `${problems.length} wrong; what was acknowledged is in ${join(folder, 'soak.jsonl')}, and --seed ${seed} does the same again.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

async function siteTime(site: TestSite): Promise<string> {
  const response = await fetch(new URL('/_local/clock', site.url));
  const { now } = (await response.json()) as { readonly now: string };
  return Temporal.Instant.from(now).toString();
}

void main();
