import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { DEADLINE_KINDS } from '../../rules/deadlineKind';
import { LANGUAGES } from '../../rules/language';
import { ConfigurationError, parseWorkingGroup } from '../../rules/workingGroup';
import type { WorkingGroup } from '../../rules/workingGroup';
import { openSite } from '../../site/deskSite';
import { SiteError } from '../../site/errors';
import { FOLLOWED_LISTS } from '../../site/followedLists';
import { DeadLetterDesk } from '../jobs/deadLetterDesk';
import type { ListedLetter } from '../jobs/deadLetterDesk';
import { JobStorage } from '../jobs/jobStorage';
import { storageCredential } from '../jobs/storageCredential';
import { createLog } from '../log';
import { reminderListing } from '../reminderListing';
import { SettingsError, readSettings } from '../settings';
import { SiteSettingsError, connectFromNode, siteSettings } from '../siteConnection';
import { WEBHOOK_PATH } from '../webhook';

/** `npm run desk -- COMMAND`: looks at a group's site, and after the jobs and the webhooks of its services. */
const USAGE = `Usage: npm run desk -- reminders [--site URL] [--from DATE] [--to DATE] [--config FILE] [--language LANGUAGE] [--kinds KINDS]
       npm run desk -- dead-letters [--site URL] [--retry ID | --retry all | --delete ID | --delete all]
       npm run desk -- unsubscribe [--site URL]

reminders: prints the reminders that are planned, with the time at which each is posted and what it says

  --site URL           the site, e.g. https://example.sharepoint.com/sites/group; without it SITE_URL
  --from DATE          the first day, e.g. 2020-08-01; without it today by the site's clock
  --to DATE            the last day; without it 60 days after the first
  --config FILE        a configuration to try, in place of the one on the site; it is not saved
  --language LANGUAGE  one of ${LANGUAGES.join(', ')}; without it en
  --kinds KINDS        as for a channel that chose these, separated by commas, of
                       ${DEADLINE_KINDS.join(', ')};
                       without it as for one that chose nothing

dead-letters: prints the jobs that services on several machines gave up, and why. The storage account comes from the
environment, as for the service: JOBS_CONNECTION_STRING, or JOBS_QUEUE_URL with the identity that the environment names

  --retry ID|all       sends a job again, or all of them
  --delete ID|all      throws a job away, or all of them

unsubscribe: removes the webhooks by which the site told the service of changes, before the service is taken away. Only
whom the service signs in as sees them. A service that still runs makes them again

Who you are comes from the environment: SITE_TENANT_ID, SITE_CLIENT_ID and SITE_CERTIFICATE_PATH, or SITE_SIGN_IN, or
SITE_HEADERS.`;

const DEFAULT_DAYS = 60;

/** So much of a dead letter is printed. */
const LONGEST_SHOWN = 200;

/** A command line that cannot be carried out. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = commandLine();
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  const [command, ...others] = positionals;
  const run = COMMANDS.get(command ?? '');
  if (run === undefined || others.length > 0) {
    throw new UsageError(command === undefined ? 'The command is missing' : `There is no command "${positionals.join(' ')}"`);
  }
  console.log((await run(values)).join('\n'));
}

type Options = ReturnType<typeof commandLine>['values'];

const COMMANDS: ReadonlyMap<string, (options: Options) => Promise<string[]>> = new Map([
  ['reminders', reminders],
  ['dead-letters', deadLetters],
  ['unsubscribe', unsubscribe]
]);

function commandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        config: { type: 'string' },
        language: { type: 'string' },
        kinds: { type: 'string' },
        retry: { type: 'string' },
        delete: { type: 'string' },
        help: { type: 'boolean', short: 'h' }
      }
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function reminders(options: Options): Promise<string[]> {
  const language = oneOf(LANGUAGES, options.language ?? 'en', '--language');
  const kinds = (options.kinds ?? '').split(',').filter((kind) => kind !== '').map((kind) => oneOf(DEADLINE_KINDS, kind, '--kinds'));
  const [from, to] = [dateOf(options.from, '--from'), dateOf(options.to, '--to')];
  const tried = options.config === undefined ? undefined : await readConfiguration(options.config);
  const siteUrl = siteOf(options);
  const site = openSite(connectFromNode(await siteSettings(siteUrl, process.env)));
  const meetings = await site.meetings.all();
  const group = tried ?? (await site.configuration.read());
  const first = from ?? site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate();
  const last = to ?? first.add({ days: DEFAULT_DAYS });
  if (Temporal.PlainDate.compare(first, last) > 0) {
    throw new UsageError(`--to must not be before --from (${first.toString()} to ${last.toString()})`);
  }
  const lines = reminderListing(meetings, group, { from: first, to: last }, { language, kinds });
  return lines.length === 0 ? [`No reminder is planned from ${first.toString()} to ${last.toString()}.`] : lines;
}

async function deadLetters(options: Options): Promise<string[]> {
  const { retry, delete: deleted } = options;
  if (retry !== undefined && deleted !== undefined) {
    throw new UsageError('--retry and --delete exclude each other');
  }
  const { jobs, siteUrl } = readSettings({ ...process.env, SITE_URL: siteOf(options) });
  if (jobs === undefined) {
    throw new UsageError('There are no queues: JOBS_CONNECTION_STRING and JOBS_QUEUE_URL are missing, so the service works alone and tries again by itself');
  }
  const desk = new DeadLetterDesk(await JobStorage.open(jobs, siteUrl, createLog('silent'), await storageCredential(jobs)));
  const which = retry ?? deleted;
  if (which === undefined) {
    const letters = await desk.list();
    return letters.length === 0 ? ['There are no dead letters.'] : letters.flatMap(letterLines);
  }
  const { done, unreadable } = await desk.act(retry === undefined ? 'delete' : 'retry', which);
  if (done === 0 && unreadable === 0 && which !== 'all') {
    throw new UsageError(`There is no dead letter ${which}`);
  }
  return [
    `${done} ${done === 1 ? 'job' : 'jobs'} ${retry === undefined ? 'thrown away' : 'sent again'}.`,
    ...(unreadable === 0 ? [] : [`${unreadable} cannot be read, so they cannot be sent again; --delete throws them away.`])
  ];
}

async function unsubscribe(options: Options): Promise<string[]> {
  const { subscriptions } = openSite(connectFromNode(await siteSettings(siteOf(options), process.env)));
  let removed = 0;
  for (const list of FOLLOWED_LISTS) {
    const ours = (await subscriptions[list].list()).filter(({ notificationUrl }) => notificationUrl.endsWith(WEBHOOK_PATH));
    for (const { id } of ours) {
      await subscriptions[list].remove(id);
    }
    removed += ours.length;
  }
  return [`${removed} ${removed === 1 ? 'webhook' : 'webhooks'} removed.`];
}

const REASONS: Readonly<Record<ListedLetter['reason'], string>> = {
  unreadable: 'is no job that this service can read',
  failed: 'failed each time',
  interrupted: 'each service ended while it was at it'
};

function letterLines({ id, since, kind, reason, detail, dequeueCount, text }: ListedLetter): string[] {
  const tries = `${dequeueCount} ${dequeueCount === 1 ? 'try' : 'tries'}`;
  return [`${id}  ${since}  ${kind}, ${tries}: ${REASONS[reason]}`, ...(detail === undefined ? [] : [`    ${detail}`]), `    ${printable(text)}`];
}

/** What stands in a queue may come from anybody: nothing of it steers the terminal. */
function printable(text: string): string {
  return JSON.stringify(text.slice(0, LONGEST_SHOWN)).slice(1, -1).replaceAll('\\"', '"');
}

function siteOf({ site = process.env.SITE_URL }: Options): string {
  if (site === undefined || site === '') {
    throw new UsageError('--site is missing');
  }
  return site;
}

function oneOf<T extends string>(choices: readonly T[], text: string, option: string): T {
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) {
    throw new UsageError(`${option} must be one of ${choices.join(', ')} (it is "${text}")`);
  }
  return chosen;
}

function dateOf(text: string | undefined, option: string): Temporal.PlainDate | undefined {
  try {
    return text === undefined ? undefined : Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new UsageError(`${option} must be a calendar date such as 2020-08-01 (it is "${text}")`);
  }
}

async function readConfiguration(path: string): Promise<WorkingGroup> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`--config: the file ${path} cannot be read`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ConfigurationError([`${path} is not JSON: ${(error as Error).message}`]);
  }
  return parseWorkingGroup(json);
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) {
    return `${error.message}\n\n${USAGE}`;
  }
  if (error instanceof SiteError) {
    return `The site could not be read: ${error.message}`;
  }
  return error instanceof ConfigurationError || error instanceof SiteSettingsError || error instanceof SettingsError ? error.message : `The command failed: ${error instanceof Error ? error.message : String(error)}`;
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
