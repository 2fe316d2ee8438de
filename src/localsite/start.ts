import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Parts } from './start/parts';
import { portFromEnvironment, requireFreePorts } from './start/ports';
import { StartProblem } from './start/startProblem';
import { ensureWebPartBuild } from './start/webPartBuild';

/**
 * `npm start`: the whole desk on this machine. The local site, provisioned with the demo programme of work; the
 * service with the bot; the workbench page; Microsoft's Agents Playground. The parts are processes of their own that
 * know one another by address only, as on a tenant.
 */
const root = resolve(__dirname, '../..');
const tsx = ['--import', 'tsx'];

function playgroundScript(): string {
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Record<string, string> };
  return join(dirname(manifest), bin.agentsplayground);
}

/** The shipped configuration with the address at which this machine's service gives the calendar. */
function writeConfiguration(file: string, serviceUrl: string): void {
  const shipped = JSON.parse(readFileSync(join(root, 'config/working-group.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...shipped, calendarAddress: `${serviceUrl}/calendar` }, undefined, 2));
}

/** Sets the site up; its report, or the sentence that says what is wrong, is the command's own. */
function provision(siteUrl: string, configuration: string, env: NodeJS.ProcessEnv): void {
  const command = spawnSync(process.execPath, [...tsx, 'src/service/commands/provision.ts', '--site', siteUrl, '--config', configuration, '--demo'], {
    cwd: root,
    env,
    encoding: 'utf8'
  });
  if (command.status !== 0) {
    throw new StartProblem(`The site could not be set up.\n${command.stdout}${command.stderr}`);
  }
}

async function start(): Promise<void> {
  const sitePort = portFromEnvironment('SITE_PORT', 8787);
  const servicePort = portFromEnvironment('PORT', 3978);
  const playgroundPort = portFromEnvironment('PLAYGROUND_PORT', 56150);
  await requireFreePorts([
    { port: sitePort, variable: 'SITE_PORT', usedFor: 'the local site' },
    { port: servicePort, variable: 'PORT', usedFor: 'the service and the bot' },
    { port: playgroundPort, variable: 'PLAYGROUND_PORT', usedFor: 'the Playground' }
  ]);
  ensureWebPartBuild(root);

  const dataFolder = resolve(root, process.env.DESK_DATA ?? '.desk');
  const logFolder = join(dataFolder, 'logs');
  const playgroundFolder = join(dataFolder, 'playground');
  mkdirSync(logFolder, { recursive: true });
  mkdirSync(playgroundFolder, { recursive: true });
  copyFileSync(join(__dirname, 'start/playground.yml'), join(playgroundFolder, '.m365agentsplayground.yml'));

  const workbenchUrl = `http://localhost:${sitePort}/`;
  const siteUrl = `http://localhost:${sitePort}/sites/tdag-wg-sop`;
  const serviceUrl = `http://localhost:${servicePort}`;
  const playgroundUrl = `http://localhost:${playgroundPort}/`;
  const asService = { SITE_URL: siteUrl, SITE_HEADERS: JSON.stringify({ 'X-Local-User': 'service@example.org' }) };

  let stopped = false;
  const parts = new Parts(root, logFolder, (name, logFile) => void stop(1, `${name} ended by itself. Its own words are in ${logFile}`));
  const stop = async (exitCode: number, words: string): Promise<void> => {
    if (stopped) {
      return;
    }
    stopped = true;
    console.log(words);
    await parts.stop();
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop(0, '\nStopping ...'));
  process.on('SIGTERM', () => void stop(0, 'Stopping ...'));

  try {
    await parts.start({
      name: 'The local site',
      args: [...tsx, 'src/localsite/main.ts'],
      env: { SITE_PORT: String(sitePort), DESK_DATA: dataFolder },
      readyUrl: workbenchUrl
    });
    const configuration = join(dataFolder, 'working-group.json');
    writeConfiguration(configuration, serviceUrl);
    provision(siteUrl, configuration, { ...process.env, ...asService });
    await parts.start({
      name: 'The service',
      args: [...tsx, 'src/service/main.ts'],
      env: { ...asService, PORT: String(servicePort), DESK_URL: workbenchUrl, POLL_SECONDS: '10', TICK_SECONDS: '2', NOTICE_SECONDS: '20' },
      readyUrl: `${serviceUrl}/healthz`
    });
    await parts.start({
      name: 'The Playground',
      args: [playgroundScript(), '-e', `${serviceUrl}/api/messages`, '-c', 'msteams', '-p', String(playgroundPort), '--disable-telemetry'],
      // It would open a browser of its own, and end where there is none.
      env: { TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: join(logFolder, 'playground-requests.log') },
      // It reads its configuration there and writes a log beside it.
      folder: playgroundFolder,
      readyUrl: playgroundUrl
    });
  } catch (problem) {
    await stop(1, problem instanceof StartProblem ? problem.message : String(problem));
    return;
  }
  console.log(welcome(workbenchUrl, serviceUrl, playgroundUrl, logFolder));
}

function welcome(workbenchUrl: string, serviceUrl: string, playgroundUrl: string, logFolder: string): string {
  return `
Contribution Desk is running. The site's clock says 10 August 2020 in Geneva, unless it was moved.

  The web part      ${workbenchUrl}
  The bot           ${playgroundUrl}
  The service       ${serviceUrl}/healthz

What to try
  1. In the web part, drop a document, give its title and source, and send it: the receipt says when the
     library received it and whether it will be translated.
  2. In the Playground, ask the bot "When is the next deadline?" or « Quelle est la prochaine échéance ? ».
     Then ask for your document by its title.
  3. In the Playground, mention the bot in the team's channel; then, in the web part's bar, move the clock to
     11 September 2020, 9:00. The reminder of the deadline of 18 September appears in the channel.
  4. In the Playground, choose + beside the message, then "Search Command", and type DT/1 or a word of a title:
     the document's card goes into the message.

Logs are in ${logFolder}. Ctrl-C stops everything; what was stored stays.
`;
}

start().catch((problem: unknown) => {
  console.error(problem instanceof StartProblem ? problem.message : problem);
  process.exit(1);
});
