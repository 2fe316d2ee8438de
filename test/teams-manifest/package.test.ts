import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { unzipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { recognise } from '../../src/bot/intents/recognise';
import { COMMANDS, SEARCH_PARAMETERS } from '../../src/bot/messageExtension/commands';
import { languageOfCulture } from '../../src/messages/locale';
import { manifestFor, packageOf, problemsOf } from '../../teams-manifest/package';
import { workingGroup } from '../support/workingGroup';

const folder = join(__dirname, '../../teams-manifest');
const environment = parseEnv(readFileSync(join(folder, 'example.env'), 'utf8'));
const languageFiles = readdirSync(join(folder, 'locales'));

interface Command {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly context: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly title: string; readonly description: string }[];
}

/** The manifest as these tests read it. */
interface Manifest {
  readonly bots: readonly { readonly botId: string; readonly scopes: readonly string[]; readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[] }[];
  readonly composeExtensions: readonly { readonly botId: string; readonly commands: readonly Command[]; readonly messageHandlers: unknown }[];
  readonly staticTabs: readonly { readonly name: string }[];
  readonly localizationInfo: { readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[] };
  readonly validDomains: readonly string[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
  readonly authorization?: unknown;
}

const manifest = (changes: NodeJS.Dict<string> = {}): Manifest => manifestFor({ ...environment, ...changes }) as unknown as Manifest;

/** The texts of the manifest that a language file has to give, by the names that Teams gives them. */
function textKeys({ bots, composeExtensions, staticTabs }: Manifest): string[] {
  const titled = (path: string, things: readonly unknown[] | undefined): string[] =>
    (things ?? []).flatMap((_thing, index) => [`${path}[${index}].title`, `${path}[${index}].description`]);
  const [{ commands }] = composeExtensions;
  return [
    'name.short',
    'name.full',
    'description.short',
    'description.full',
    ...staticTabs.map((_tab, index) => `staticTabs[${index}].name`),
    ...titled('bots[0].commandLists[0].commands', bots[0].commandLists[0].commands),
    ...titled('composeExtensions[0].commands', commands),
    ...commands.flatMap(({ parameters }, index) => titled(`composeExtensions[0].commands[${index}].parameters`, parameters))
  ].sort();
}

describe('the Teams app package', () => {
  it('is valid by the official schemas, with all its language files', () => {
    expect(problemsOf(manifestFor(environment))).toEqual([]);
    expect(problemsOf(manifestFor({ ...environment, READ_TEAM_OWNERS: 'on' }))).toEqual([]);
  });

  it('is refused by the official schemas when something is wrong', () => {
    expect(problemsOf({ ...manifestFor(environment), accentColor: 'blue' })).toEqual([expect.stringContaining('accentColor')]);
  });

  it('names the variable that is missing', () => {
    expect(() => manifestFor({ ...environment, BOT_ID: '' })).toThrow('No value for BOT_ID');
  });

  it('needs no other variables than the example has', () => {
    const asked = [...readFileSync(join(folder, 'manifest.json'), 'utf8').matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect([...new Set([...asked, 'READ_TEAM_OWNERS'])].sort()).toEqual(Object.keys(environment).sort());
  });

  it('has the site as its only domain, and no placeholder left', () => {
    expect(JSON.stringify(manifest())).not.toContain('${{');
    expect(manifest().validDomains).toEqual([environment.SITE_DOMAIN]);
  });

  it('holds the manifest, six languages and two icons', () => {
    const files = unzipSync(packageOf(manifestFor(environment)));
    expect(Object.keys(files).filter((name) => !name.endsWith('/')).sort()).toEqual([
      'color.png',
      'locales/ar-sa.json',
      'locales/es-es.json',
      'locales/fr-fr.json',
      'locales/ru-ru.json',
      'locales/zh-cn.json',
      'manifest.json',
      'outline.png'
    ]);
    expect(problemsOf(JSON.parse(new TextDecoder().decode(files['manifest.json'])) as ReturnType<typeof manifestFor>)).toEqual([]);
  });

  it('names the web part that the solution ships', () => {
    const webPart = readFileSync(join(__dirname, '../../src/webparts/contributionDesk/ContributionDeskWebPart.manifest.json'), 'utf8');
    const { id } = JSON.parse(webPart) as { id: string };
    expect(JSON.stringify(manifestFor(environment))).toContain(`componentId=${id}`);
  });
});

describe('the languages of the manifest', () => {
  it('are those whose files are there', () => {
    expect(manifest().localizationInfo.additionalLanguages.map(({ file }) => file).sort()).toEqual(languageFiles.map((name) => `locales/${name}`));
    for (const { languageTag, file } of manifest().localizationInfo.additionalLanguages) {
      expect(file).toBe(`locales/${languageTag}.json`);
    }
  });

  it.each(languageFiles)('have every text of the manifest and no other: %s', (name) => {
    const { $schema, ...texts } = JSON.parse(readFileSync(join(folder, 'locales', name), 'utf8')) as Record<string, string>;
    expect(Object.keys(texts).sort()).toEqual(textKeys(manifest()));
    expect($schema).toContain(`/v${String(manifestFor(environment).manifestVersion)}/`);
  });
});

describe('the message extension in the manifest', () => {
  const [{ botId, commands, messageHandlers }] = manifest().composeExtensions;

  it('is the bot’s', () => {
    expect(botId).toBe(manifest().bots[0].botId);
  });

  it('has the commands and parameters that the bot knows', () => {
    expect(commands.map(({ id, type, context }) => [id, type, context])).toEqual([
      [COMMANDS.search, 'query', ['compose', 'commandBox']],
      [COMMANDS.about, 'action', ['message']]
    ]);
    expect(commands[0].parameters?.map(({ name }) => name)).toEqual(Object.values(SEARCH_PARAMETERS));
  });

  it('is asked about links to the site and to nowhere else', () => {
    expect(messageHandlers).toEqual([{ type: 'link', value: { domains: [environment.SITE_DOMAIN] } }]);
  });
});

describe('what the app may do', () => {
  const sharePoint = '00000003-0000-0ff1-ce00-000000000000';

  it('is no more than the tab’s sign-in through SharePoint unless told otherwise', () => {
    expect(manifest().webApplicationInfo).toEqual({ id: sharePoint, resource: `https://${environment.SITE_DOMAIN ?? ''}` });
    expect(manifest().authorization).toBeUndefined();
  });

  it('is to read the owners of a team, for the bot alone, when that is switched on', () => {
    const { webApplicationInfo, authorization } = manifest({ READ_TEAM_OWNERS: 'on' });
    expect(webApplicationInfo.id).toBe(environment.BOT_ID);
    expect(authorization).toEqual({ permissions: { resourceSpecific: [{ name: 'TeamMember.Read.Group', type: 'Application' }] } });
  });
});

describe('the questions that the manifest offers', () => {
  const title = (index: number): string => `bots[0].commandLists[0].commands[${index}].title`;
  const languages = [
    ['en-us', Object.fromEntries(manifest().bots[0].commandLists[0].commands.map((command, index) => [title(index), command.title]))] as const,
    ...languageFiles.map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, 'locales', name), 'utf8')) as Record<string, string>] as const)
  ];

  it.each(languages)('are understood: %s', (tag, texts) => {
    const asking = { group: workingGroup(), today: Temporal.PlainDate.from('2020-08-10'), preferred: languageOfCulture(tag) };
    const offered = ['deadline', 'nextMeeting', 'contributionStatus', 'news', 'languageState', 'languageRequest', 'programme', 'howToSubmit', 'help'];
    expect(offered.map((_kind, index) => recognise(texts[title(index)], asking).intent.kind)).toEqual(offered);
  });
});
