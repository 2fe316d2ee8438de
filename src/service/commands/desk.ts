import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { DEADLINE_KINDS } from '../../rules/deadlineKind';
import { LANGUAGES } from '../../rules/language';
import { ConfigurationError, parseWorkingGroup } from '../../rules/workingGroup';
import type { WorkingGroup } from '../../rules/workingGroup';
import { openSite } from '../../site/deskSite';
import { SiteError } from '../../site/errors';
import { reminderListing } from '../reminderListing';
import { SiteSettingsError, connectFromNode, siteSettings } from '../siteConnection';

/** `npm run desk -- COMMAND`: looks at a group's site. Nothing is changed. */
const USAGE = `Usage: npm run desk -- reminders [--site URL] [--from DATE] [--to DATE] [--config FILE] [--language LANGUAGE] [--kinds KINDS]

reminders: prints the reminders that are planned, with the time at which each is posted and what it says

  --site URL           the site, e.g. https://example.sharepoint.com/sites/group; without it SITE_URL
  --from DATE          the first day, e.g. 2020-08-01; without it today by the site's clock
  --to DATE            the last day; without it 60 days after the first
  --config FILE        a configuration to try, in place of the one on the site; it is not saved
  --language LANGUAGE  one of ${LANGUAGES.join(', ')}; without it en
  --kinds KINDS        as for a channel that chose these, separated by commas, of
                       ${DEADLINE_KINDS.join(', ')};
                       without it as for one that chose nothing

Who you are comes from the environment: SITE_TENANT_ID, SITE_CLIENT_ID and SITE_CERTIFICATE_PATH, or SITE_HEADERS.`;

const DEFAULT_DAYS = 60;

/** A command line that cannot be carried out. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = commandLine();
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  const [command, ...others] = positionals;
  if (command !== 'reminders' || others.length > 0) {
    throw new UsageError(command === undefined ? 'The command is missing' : `There is no command "${positionals.join(' ')}"`);
  }
  console.log((await reminders(values)).join('\n'));
}

type Options = ReturnType<typeof commandLine>['values'];

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
  const siteUrl = options.site ?? process.env.SITE_URL;
  if (siteUrl === undefined || siteUrl === '') {
    throw new UsageError('--site is missing');
  }
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
  return error instanceof ConfigurationError || error instanceof SiteSettingsError ? error.message : `The command failed: ${error instanceof Error ? error.message : String(error)}`;
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
