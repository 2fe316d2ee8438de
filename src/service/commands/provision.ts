import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError } from '../../rules/workingGroup';
import { SiteError } from '../../site/errors';
import type { SiteErrorKind } from '../../site/errors';
import { provisionDemo } from '../../site/provisioning/demo';
import { provision } from '../../site/provisioning/provision';
import type { ProvisioningReport, ProvisioningState } from '../../site/provisioning/report';
import { SiteSettingsError, connectFromNode, siteSettings } from '../siteConnection';

/**
 * `npm run provision -- --site URL`: sets a site up for the working group of `config/working-group.json`, or of another
 * file, or checks one that has been set up. Safe to run again.
 */
const USAGE = `Usage: npm run provision -- --site URL [--config FILE] [--demo] [--replace-configuration]

  --site URL               the site, e.g. https://example.sharepoint.com/sites/group
  --config FILE            the group's configuration, instead of config/working-group.json: one file for each group
  --demo                   also enters the programme of work of 2020: meetings, delegations, reference documents
  --replace-configuration  replaces a published configuration that differs from the file's

Who you are comes from the environment: SITE_TENANT_ID, SITE_CLIENT_ID and SITE_CERTIFICATE_PATH, or SITE_SIGN_IN, or
SITE_HEADERS.`;

const SHIPPED_CONFIGURATION = resolve(__dirname, '../../../config/working-group.json');

/** What to do about a site that did not do what was asked. */
const ADVICE: Partial<Record<SiteErrorKind, string>> = {
  unreachable: 'Check the address and that the site is running, then run the command again.',
  notFound: 'Check the address: it must be that of a site, without a page or a list behind it.',
  notSignedIn: 'Say who you are: set SITE_TENANT_ID, SITE_CLIENT_ID and SITE_CERTIFICATE_PATH (or SITE_SIGN_IN, or SITE_HEADERS).',
  notAllowed: 'Run the command as an owner of the site, or give the application full control of it (Sites.Selected).',
  throttled: 'The site asks for a pause. Run the command again in some minutes.',
  changedByOthers: 'Somebody changed the site at the same moment. Run the command again.'
};

/** A command line that cannot be carried out. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const options = commandLine();
  if (options.help === true) {
    console.log(USAGE);
    return;
  }
  if (options.site === undefined) {
    throw new UsageError('--site is missing');
  }
  const connection = connectFromNode(await siteSettings(options.site, process.env));
  const configuration = await readConfiguration(options.config ?? SHIPPED_CONFIGURATION);
  const report = [
    ...(await provision(connection, { configuration, replaceConfiguration: options['replace-configuration'] === true })),
    ...(options.demo === true ? await provisionDemo(connection) : [])
  ];
  console.log(linesOf(report).join('\n'));
}

function commandLine(): { site?: string; config?: string; demo?: boolean; 'replace-configuration'?: boolean; help?: boolean } {
  try {
    return parseArgs({
      options: {
        site: { type: 'string' },
        config: { type: 'string' },
        demo: { type: 'boolean' },
        'replace-configuration': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }
      }
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readConfiguration(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${error.code ?? error.name})`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ConfigurationError([`${path} is not JSON: ${(error as Error).message}`]);
  }
}

function linesOf(report: ProvisioningReport): string[] {
  const count = (state: ProvisioningState): number => report.filter((entry) => entry.state === state).length;
  const lines = report.flatMap(({ state, kind, name, advice }) => [
    `${state.padEnd(9)} ${kind.padEnd(15)} ${name}`,
    ...(advice === undefined ? [] : [`${' '.repeat(10)}${advice}`])
  ]);
  return [...lines, '', `${count('created')} created, ${count('extended')} extended, ${count('present')} present, ${count('differs')} differing (left as they are).`];
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) {
    return `${error.message}\n\n${USAGE}`;
  }
  if (error instanceof SiteError) {
    return [`The site could not be set up: ${error.message}.`.replace(/\.\.$/, '.'), ADVICE[error.kind] ?? ''].join('\n').trim();
  }
  if (error instanceof ConfigurationError) {
    return `${error.message}\nCorrect the configuration's file and run the command again.`;
  }
  if (error instanceof SiteSettingsError) {
    return error.message;
  }
  return `The site could not be set up: ${error instanceof Error ? error.message : String(error)}`;
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
