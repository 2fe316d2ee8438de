import { groupPath } from './groupPath';
import { readSettings, SETTING_VARIABLES, SettingsError } from './settings';
import type { ServiceSettings } from './settings';
import { SITE_VARIABLES } from './siteConnection';

type Environment = Readonly<Record<string, string | undefined>>;

/** A group with its settings and the environment that the rest of them is read from. */
export interface ConfiguredGroup {
  /** In lower case; undefined for the only group of a service without `DESK_GROUPS`. */
  readonly name?: string;
  readonly settings: ServiceSettings;
  /** The variables as this group sees them, under their names without a prefix. */
  readonly environment: Environment;
}

/** What a service serves. */
export interface ConfiguredService {
  readonly groups: readonly ConfiguredGroup[];
  /** Variables that are set and mean nothing: each group needs its own, or there is no setting of that name. */
  readonly ignored: readonly string[];
}

/** What identifies a group: one that all groups shared would lead people, secrets or documents of one to another. */
const OF_ONE_GROUP: readonly string[] = ['SITE_URL', 'DESK_URL', 'TEAMS_APP_ID', 'WEBHOOK_CLIENT_STATE', 'MicrosoftAppId', 'MicrosoftAppPassword'];

/** What a process has once. */
const OF_THE_SERVICE: readonly string[] = ['DESK_GROUPS', 'PORT', 'HOST', 'PUBLIC_URL', 'LOG_LEVEL', ...SETTING_VARIABLES.filter((name) => name.startsWith('OTEL_'))];

/** Everything that a group may have of its own, and what it may not. */
const KNOWN: readonly string[] = [...SETTING_VARIABLES, ...SITE_VARIABLES];

/**
 * Reads the settings of every group. Without `DESK_GROUPS` there is one, with the variables as they are. With it, e.g.
 * `SOP,RDTP`, a variable with a group's name before it, such as `SOP_SITE_URL`, is that group's; what a group does not have
 * goes by the variable without a name, except for what identifies a group. The variable is not called `GROUPS`, because in
 * bash that is the numbers of the user's own groups and cannot be set.
 * @throws SettingsError with a sentence for each problem
 */
export function readGroupSettings(environment: Environment): ConfiguredService {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  if (given.DESK_GROUPS === undefined) {
    refuse(given.SITE_URL === undefined ? unnamed([], given) : []);
    return { groups: [{ settings: readSettings(given), environment: given }], ignored: [] };
  }
  const names = namesOf(given.DESK_GROUPS);
  const read = names.map((name) => readGroup(name, given));
  const problems = read.flatMap((each) => ('problems' in each ? each.problems : []));
  const groups = read.flatMap((each) => ('problems' in each ? [] : [each]));
  refuse([...unnamed(names, given), ...problems, ...SHARED.flatMap(({ what, of }) => sharedBy(groups, what, of)), ...openedTo(groups, given.HOST)]);
  return { groups, ignored: [...OF_ONE_GROUP.filter((name) => given[name] !== undefined), ...names.flatMap((name) => unknownOf(name, given).map((variable) => `${prefixOf({ name })}_${variable}`))] };
}

/** A group that has a site but is not served: its people would wait for answers in vain, or get those of another site. */
function unnamed(names: readonly string[], given: Environment): string[] {
  const withSites = Object.keys(given).flatMap((variable) => /^([A-Z][A-Z0-9]*)_SITE_URL$/.exec(variable)?.[1] ?? []);
  return withSites
    .filter((name) => !names.includes(name.toLowerCase()))
    .map((name) => `${name}_SITE_URL is set, but DESK_GROUPS does not name ${name}: add it there, or remove what begins with ${name}_`);
}

/** The variables with a group's name before them, without it, that are no settings. */
function unknownOf(name: string, given: Environment): string[] {
  const prefix = `${prefixOf({ name })}_`;
  // A group may be called as some settings begin: SITE_URL is nothing of a group SITE.
  const own = Object.keys(given).filter((variable) => variable.startsWith(prefix) && !KNOWN.includes(variable));
  return own.map((variable) => variable.slice(prefix.length)).filter((variable) => !KNOWN.includes(variable));
}

/** What no two groups may have in common. */
const SHARED: readonly { readonly what: string; of(settings: ServiceSettings): string | undefined }[] = [
  { what: 'SITE_URL: each group has its own site', of: ({ siteUrl }) => new URL(siteUrl).href.toLowerCase() },
  { what: 'MicrosoftAppId: each group has its own bot, so that what people write to one never reaches another', of: ({ bot }) => bot?.appId.toLowerCase() },
  { what: 'TEAMS_APP_ID: the buttons of one group would lead to the other', of: ({ teamsAppId }) => teamsAppId?.toLowerCase() },
  { what: 'WEBHOOK_CLIENT_STATE: each group has its own secret', of: ({ webhookClientState }) => webhookClientState }
];

/** The value is never quoted: it may be a secret. */
function sharedBy(groups: readonly ConfiguredGroup[], what: string, of: (settings: ServiceSettings) => string | undefined): string[] {
  return groups.flatMap(({ name, settings }, index) => {
    const value = of(settings);
    const first = value === undefined ? undefined : groups.slice(0, index).find((other) => of(other.settings) === value);
    return first === undefined ? [] : [`${prefixOf(first)} and ${prefixOf({ name })} have the same ${what}`];
  });
}

/** A group without a bot of its own answers anybody who reaches it, and all groups are reached by one address. */
function openedTo(groups: readonly ConfiguredGroup[], host: string | undefined): string[] {
  const [without, registered] = [groups.filter(({ settings }) => settings.bot === undefined), groups.filter(({ settings }) => settings.bot !== undefined)];
  return host === undefined && without.length > 0 && registered.length > 0
    ? [`${without.map(prefixOf).join(', ')} ${without.length === 1 ? 'has' : 'have'} no bot, so anybody who reaches the service could speak to it. Set MicrosoftAppId with the name of the group before it, or HOST=127.0.0.1`]
    : [];
}

const prefixOf = ({ name }: { readonly name?: string }): string => (name ?? '').toUpperCase();

function namesOf(text: string): string[] {
  const names = text.split(',').map((part) => part.trim().toLowerCase());
  refuse([
    ...(names.every((name) => /^[a-z][a-z0-9]{0,31}$/.test(name)) ? [] : ['DESK_GROUPS must list names of letters and digits, such as SOP,RDTP']),
    ...(new Set(names).size === names.length ? [] : ['DESK_GROUPS names a group twice'])
  ]);
  return names;
}

function readGroup(name: string, given: Environment): ConfiguredGroup | { readonly problems: readonly string[] } {
  const prefix = `${name.toUpperCase()}_`;
  const own = (variable: string): string | undefined => given[`${prefix}${variable}`];
  const misplaced = OF_THE_SERVICE.filter((variable) => own(variable) !== undefined).map((variable) => `${prefix}${variable} must be ${variable}: all groups have it in common`);
  const missing = own('SITE_URL') === undefined ? [`${prefix}SITE_URL is missing: each of the DESK_GROUPS has its own site`] : [];
  const misspelt = unknownOf(name, given).flatMap((variable) => {
    const meant = KNOWN.find((known) => known.toLowerCase() === variable.toLowerCase());
    return meant === undefined ? [] : [`${prefix}${variable} must be written ${prefix}${meant}`];
  });
  const seen = Object.fromEntries(KNOWN.map((variable) => [variable, own(variable) ?? (OF_ONE_GROUP.includes(variable) ? undefined : given[variable])]));
  try {
    refuse([...misplaced, ...misspelt, ...missing]);
    const settings = readSettings(seen);
    return { name, settings: { ...settings, publicUrl: `${settings.publicUrl}${groupPath(name)}` }, environment: seen };
  } catch (error) {
    if (!(error instanceof SettingsError)) {
      throw error;
    }
    return { problems: error.problems.map((problem) => namedFor(prefix, problem)) };
  }
}

/** Names the variable to set where a problem begins with one that each group has of its own, else the group. */
function namedFor(prefix: string, problem: string): string {
  if (problem.startsWith(prefix)) {
    return problem;
  }
  return OF_ONE_GROUP.some((variable) => problem.startsWith(`${variable} `)) ? `${prefix}${problem}` : `${prefix.slice(0, -1)}: ${problem}`;
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) {
    throw new SettingsError(problems);
  }
}
