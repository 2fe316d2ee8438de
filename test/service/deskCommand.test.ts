import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from '../support/eventually';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import { shippedConfiguration } from '../support/workingGroup';

const root = resolve(__dirname, '../..');
let site: TestSite;
let folder: string;

beforeAll(async () => {
  site = await provisionedSite('2020-08-10T09:00:00+02:00');
  await addMeeting(site);
  folder = await mkdtemp(join(tmpdir(), 'desk-command-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await site.stop();
});

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function desk(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/service/commands/desk.ts', ...args], {
    cwd: root,
    env: { ...process.env, SITE_URL: '', SITE_HEADERS: '{"X-Local-User":"secretariat@example.org"}', SITE_TENANT_ID: '', SITE_CLIENT_ID: '', SITE_CERTIFICATE_PATH: '' }
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((ended) => child.on('close', (status) => ended({ status, ...texts })));
}

async function configuration(changes: Record<string, unknown>): Promise<string> {
  const path = join(folder, 'working-group.json');
  await writeFile(path, JSON.stringify({ ...shippedConfiguration(), ...changes }));
  return path;
}

/** Releases of the ICU data differ in the comma after a day of the week. */
const withoutComma = (text: string): string => text.replace(/day, /g, 'day ');

describe('the desk command', () => {
  it('prints the planned reminders with their time and zone, kind, step, meeting and words', async () => {
    const { status, out, err } = await desk('reminders', '--site', site.url, '--from', '2020-09-16', '--to', '2020-09-17');
    expect([status, err]).toEqual([0, '']);
    expect(withoutComma(out)).toBe(
      [
        '2020-09-16 09:00 +02:00 Europe/Zurich  Deadline reminder: 14 days left',
        '    14 days before  opening          Second meeting of TDAG-WG-SOP  A contribution for information is accepted until Wednesday 30 September 2020, 23:59 (Geneva time): 14 days left.',
        '2020-09-17 09:00 +02:00 Europe/Zurich  Deadline reminder: 1 day left',
        '    1 day before    agreed           Second meeting of TDAG-WG-SOP  A contribution for action must arrive by Friday 18 September 2020, 23:59 (Geneva time): 1 day left.',
        ''
      ].join('\n')
    );
  });

  it('begins today by the site’s clock, and speaks the language that it is asked for', async () => {
    const { out } = await desk('reminders', '--site', site.url, '--language', 'fr');
    expect(out.split('\n')[0]).toBe('2020-08-10 09:00 +02:00 Europe/Zurich  Rappel de délai : 7 jours restants');
  });

  it('tries a configuration before it is saved', async () => {
    const config = await configuration({ reminderDaysBefore: [2], zone: 'America/New_York', reminderHour: 12 });
    const { out } = await desk('reminders', '--site', site.url, '--from', '2020-09-01', '--to', '2020-10-31', '--config', config);
    expect(out.split('\n').filter((line) => line.startsWith('2020'))).toEqual([
      '2020-09-16 12:00 -04:00 America/New_York  Deadline reminder: 2 days left',
      '2020-09-28 12:00 -04:00 America/New_York  Deadline reminder: 2 days left'
    ]);
    const report = await desk('reminders', '--site', site.url, '--from', '2020-10-06', '--to', '2020-10-06', '--config', config, '--kinds', 'reportDue');
    expect(report.out).toContain('reportDue        Second meeting of TDAG-WG-SOP  The draft report is due by');
  });

  it('says when nothing is planned', async () => {
    expect((await desk('reminders', '--site', site.url, '--from', '2021-01-01', '--to', '2021-01-31')).out).toBe('No reminder is planned from 2021-01-01 to 2021-01-31.\n');
  });

  it.each([
    ['without a command', [], /The command is missing[^]*Usage/],
    ['with another command', ['remind'], /no command "remind"[^]*Usage/],
    ['without a site', ['reminders'], /--site is missing[^]*Usage/],
    ['with a day that does not exist', ['reminders', '--from', '2020-02-30'], /--from must be a calendar date/],
    ['with an end before the beginning', ['reminders', '--from', '2020-02-03', '--to', '2020-02-01', '--site', 'SITE'], /--to must not be before --from/],
    ['with a language that it does not speak', ['reminders', '--language', 'de'], /--language must be one of/],
    ['with a kind that does not exist', ['reminders', '--kinds', 'opening,report'], /--kinds must be one of/],
    ['with a file that is not there', ['reminders', '--config', 'nowhere.json'], /nowhere\.json cannot be read/],
    ['with a site that does not answer', ['reminders', '--site', 'http://127.0.0.1:9/sites/x'], /could not be read/]
  ])('%s ends with a sentence that says what to do', async (_when, args, sentence) => {
    const ended = await desk(...args.map((arg) => (arg === 'SITE' ? site.url : arg)));
    expect(ended.status).toBe(1);
    expect(ended.err).toMatch(sentence);
    expect(ended.err).not.toMatch(/\n\s+at /);
  });

  it('names what is wrong with a configuration', async () => {
    const config = await configuration({ reminderHour: 20 });
    expect(await desk('reminders', '--site', site.url, '--config', config)).toMatchObject({ status: 1, err: expect.stringContaining('reminderHour must lie within workingHours') as string });
  });

  it('removes the webhooks of the desk, and no others', async () => {
    const other = createServer((request, response) => response.end(new URL(request.url ?? '', 'http://localhost').searchParams.get('validationtoken') ?? '')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const foreign = `http://127.0.0.1:${(other.address() as AddressInfo).port}/elsewhere`;
    const { subscriptions, clock } = site.desk('secretariat');
    const service = await runService(site);
    await eventually(async () => expect(await subscriptions.languageRequests.list()).toHaveLength(1));
    await service.stop();
    await subscriptions.meetings.ensure({ notificationUrl: foreign, clientState: 'somebody-elses-state', expiresAt: clock.now().add({ hours: 24 }) });
    expect(await desk('unsubscribe', '--site', site.url)).toEqual({ status: 0, out: '5 webhooks removed.\n', err: '' });
    expect((await subscriptions.meetings.list()).map(({ notificationUrl }) => notificationUrl)).toEqual([foreign]);
    expect((await desk('unsubscribe', '--site', site.url)).out).toBe('0 webhooks removed.\n');
    other.close();
  });
});
