import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json';
import { zipSync } from 'fflate';

type Json = Record<string, unknown>;

const folder = __dirname;
const schemas = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');

/** Whom the people who install the app in a team allow to read who owns that team. */
const TEAM_OWNERS = { name: 'TeamMember.Read.Group', type: 'Application' } as const;

/**
 * The manifest with the ids and domains of an environment put in.
 *
 * A manifest names one application (`webApplicationInfo`), and two features want a different one there. The tab is a
 * SharePoint Framework web part: in the desktop and mobile clients SharePoint signs it in with its own application.
 * Consent to read a team's owners goes to the application that is named, so it has to be the bot's. With
 * `READ_TEAM_OWNERS=on` the bot's is named and asks for that and nothing else; the tab then signs in as in a browser.
 * Sources: SharePoint documentation, "Deployment options for SharePoint Framework solutions for Microsoft Teams";
 * Microsoft Teams documentation, "Grant RSC permissions to your app".
 * @throws Error that names the variables that have no value
 */
export function manifestFor(environment: Readonly<Record<string, string | undefined>>): Json {
  const template = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const missing = [...template.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name).filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(`No value for ${[...new Set(missing)].join(', ')}. Give it in teams-manifest/.env, as in teams-manifest/example.env.`);
  }
  const manifest = JSON.parse(template.replace(/\$\{\{(\w+)\}\}/g, (_all, name: string) => environment[name] ?? '')) as Json;
  return environment.READ_TEAM_OWNERS === 'on' ? readingTeamOwners(manifest, environment.BOT_ID ?? '') : manifest;
}

function readingTeamOwners(manifest: Json, botId: string): Json {
  return {
    ...manifest,
    webApplicationInfo: { ...(manifest.webApplicationInfo as Json), id: botId },
    authorization: { permissions: { resourceSpecific: [TEAM_OWNERS] } }
  };
}

/** Everything that the official JSON schemas find wrong with a manifest and its language files; empty when all is well. */
export function problemsOf(manifest: Json): string[] {
  const languageFiles = readdirSync(join(folder, 'locales')).map((name) => `locales/${name}`);
  return [
    ...problemsIn('manifest.json', manifest, schemaOf(manifest, 'MicrosoftTeams.schema.json')),
    ...languageFiles.flatMap((name) => problemsIn(name, readJson(join(folder, name)), schemaOf(manifest, 'MicrosoftTeams.Localization.schema.json')))
  ];
}

/** The app package for Teams: the manifest, its language files and both icons, zipped. */
export function packageOf(manifest: Json): Uint8Array {
  const file = (name: string): Uint8Array => readFileSync(join(folder, name));
  const languageFiles = readdirSync(join(folder, 'locales')).map((name) => [name, file(join('locales', name))]);
  return zipSync({
    'manifest.json': new TextEncoder().encode(JSON.stringify(manifest, undefined, 2)),
    'color.png': file('color.png'),
    'outline.png': file('outline.png'),
    locales: Object.fromEntries(languageFiles) as Record<string, Uint8Array>
  });
}

function schemaOf(manifest: Json, name: string): Json {
  return readJson(join(schemas, `v${String(manifest.manifestVersion)}`, name));
}

/** By Ajv itself: the package's own validator compiles patterns as Unicode ones, which those of the language files are not. */
function problemsIn(name: string, json: Json, schema: Json): string[] {
  const ajv = new Ajv({ schemaId: 'id', meta: draft4, unknownFormats: 'ignore', allErrors: true, logger: false });
  ajv.validate(schema, json);
  return (ajv.errors ?? []).map((error) => `${name}: ${error.dataPath || 'the file'} ${error.message ?? ''}`);
}

function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

function main(): void {
  const environmentFile = join(folder, '.env');
  const environment = existsSync(environmentFile) ? parseEnv(readFileSync(environmentFile, 'utf8')) : {};
  const manifest = manifestFor({ ...environment, ...process.env });
  const problems = problemsOf(manifest);
  if (problems.length > 0) {
    throw new Error(`The manifest is not valid:\n${problems.join('\n')}`);
  }
  const target = join(folder, 'contribution-desk.zip');
  writeFileSync(target, packageOf(manifest));
  console.log(`Wrote ${target}. Upload it in the Teams admin centre, or in Teams under Apps, Manage your apps.`);
}

if (require.main === module) {
  try {
    main();
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 1;
  }
}
