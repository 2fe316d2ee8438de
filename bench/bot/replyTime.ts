import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import { ActivityHandler } from 'botbuilder';
import express from 'express';
import { createBotAdapter } from '../../src/service/botAdapter';
import { createLog } from '../../src/service/log';
import { PostingLimits } from '../../src/service/postingLimits';
import { provisionDemo } from '../../src/site/provisioning/demo';
import { says, startConnector } from '../../test/support/connector';
import type { Connector } from '../../test/support/connector';
import { provisionedSite } from '../../test/support/provisionedSite';
import { runService } from '../../test/support/service';
import { measure } from '../service/support/measure';
import { record, runAsBench } from '../support/figure';

/** What people ask most, each at once by as many as a busy meeting has. */
const QUESTIONS: readonly string[] = ['When is the next deadline?', 'If I send it tomorrow, will it be translated?', 'Is there interpretation into French?', 'Where is document 5?'];
const ASKING_AT_ONCE = 20;
const SECONDS = 10;
const AGAINST = 'a bot on the same adapter that echoes';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** A bot that answers every message with its own text, and nothing else. */
async function startEcho(): Promise<{ readonly url: string; stop(): void }> {
  const bot = new ActivityHandler();
  bot.onMessage(async (context) => void (await context.sendActivity(context.activity.text)));
  const app = express();
  app.use('/api/messages', createBotAdapter(undefined, 'https://example.org/desk', createLog('silent'), new PostingLimits(30)).messages(bot));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, stop: () => void server.close() };
}

/** How long replies take, in milliseconds, and how many there are. */
interface Replies {
  readonly half: number;
  readonly most: number;
  readonly aSecond: number;
}

/** Asks the same for some seconds; the answer to the request comes when the reply was taken by the connector. */
async function ask(name: string, url: string, text: string, connector: Connector): Promise<Replies> {
  const body = JSON.stringify({ channelId: 'msteams', serviceUrl: connector.serviceUrl, ...says('personal', text) });
  const load = (seconds: number) => autocannon({ url, method: 'POST', headers: { 'content-type': 'application/json' }, body, connections: ASKING_AT_ONCE, duration: seconds });
  await load(1);
  const before = connector.sent.length;
  let result: autocannon.Result | undefined;
  const { requests } = await measure(async () => (result = await load(SECONDS)));
  const replies = connector.sent.length - before;
  connector.sent.length = 0;
  if (result === undefined || result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${name}: ${result?.non2xx ?? 0} refused, ${result?.errors ?? 0} failed`);
  }
  const { latency } = result;
  print(`| ${name} | ${(replies / SECONDS).toFixed(0)} | ${latency.p50} | ${latency.p97_5} | ${latency.p99} | ${(requests / replies).toFixed(4)} |`);
  return { half: latency.p50, most: latency.p99, aSecond: replies / SECONDS };
}

async function main(): Promise<void> {
  const site = await provisionedSite();
  await provisionDemo(site.connect('service'));
  const connector = await startConnector();
  // Nothing but the questions: the library and the reminders are looked at once at the start.
  const service = await runService(site, { pollSeconds: 3600, tickSeconds: 3600 });
  const echo = await startEcho();
  print('| | replies a second | ms, half of them | ms, 97.5% | ms, 99% | requests to the site a reply |\n|---|---|---|---|---|---|');
  const base = await ask('baseline: a bot that echoes', echo.url, 'hello', connector);
  for (const text of QUESTIONS) {
    const replies = await ask(`“${text}”`, service.messagesUrl, text, connector);
    const name = `“${text}” by ${ASKING_AT_ONCE} at once`;
    record({ name: `${name}, half of the replies within`, unit: 'ms', ours: replies.half, baseline: base.half, against: AGAINST });
    record({ name: `${name}, 99% of the replies within`, unit: 'ms', ours: replies.most, baseline: base.most, against: AGAINST });
    record({ name, unit: 'replies a second', ours: replies.aSecond, baseline: base.aSecond, against: AGAINST });
  }
  echo.stop();
  await service.stop();
  await connector.stop();
  await site.stop();
}

runAsBench(main);
