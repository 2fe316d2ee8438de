import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../test/support/browser';
import { geneva } from '../../test/support/meeting';
import { putDocument, secondMeeting } from '../../test/support/secretariat';
import { provisionedSite } from '../../test/support/provisionedSite';
import { provisionDemo } from '../../src/site/provisioning/demo';
import { BenchError, record, runAsBench } from '../support/figure';
import { median } from '../support/median';
import { buildHello } from './support/buildHello';
import { startFront } from './support/front';
import { loadView } from './support/loadView';
import type { ViewLoad } from './support/loadView';

/** The budget: what a delegate's first view may transfer of our own code, compressed, beyond what SharePoint serves. */
const DELEGATE_KILOBYTES = 150;
const DOCUMENTS = 24;
const RELEASE = resolve(__dirname, '../../release');

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** What is loaded, and the element for which a person opens it. */
const VIEWS = [
  { name: 'baseline: a web part that says hello', build: 'hello', user: 'delegate.fr', useful: '[data-hello]' },
  { name: "the delegate's view", build: 'desk', user: 'delegate.fr', useful: '[data-testid=web-part] h2' },
  { name: "the secretariat's view", build: 'desk', user: 'secretariat', useful: '#desk-overview-attention' }
] as const;

/** Loads each view in turn, several times, each time with an empty cache. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { loads: { type: 'string', default: '7' } } });
  const hello = await buildHello();
  const site = await provisionedSite(geneva('2020-09-01T09:00:00').toString());
  await provisionDemo(site.connect('service'));
  const meeting = await secondMeeting(site);
  for (let index = 0; index < DOCUMENTS; index += 1) {
    await putDocument(site, meeting, { title: `Proposal ${index}` });
  }
  const fronts = { hello: await startFront(site.url, hello.release), desk: await startFront(site.url, RELEASE) };
  const browser = await launchBrowser();
  try {
    const loads = VIEWS.map((): ViewLoad[] => []);
    for (let load = 0; load < Number(values.loads); load += 1) {
      for (const [index, { build, user, useful }] of VIEWS.entries()) {
        loads[index].push(await loadView(browser, `${fronts[build].origin}/?user=${user}@example.org&lang=en`, useful));
      }
    }
    print('| view | own code, compressed (kB) | first useful paint (ms) | interactive (ms) |');
    print('|---|---|---|---|');
    const medians = loads.map((of) => ({
      ownKilobytes: median(of.map(({ ownKilobytes }) => ownKilobytes)),
      usefulPaint: median(of.map(({ usefulPaint }) => usefulPaint)),
      interactive: median(of.map(({ interactive }) => interactive))
    }));
    medians.forEach(({ ownKilobytes, usefulPaint, interactive }, index) => print(`| ${VIEWS[index].name} | ${ownKilobytes.toFixed(1)} | ${usefulPaint.toFixed(0)} | ${interactive.toFixed(0)} |`));
    const [base, ...views] = medians;
    for (const [index, view] of views.entries()) {
      const { name } = VIEWS[index + 1];
      const against = 'a web part that says hello';
      record({ name: `${name}, own code, compressed`, unit: 'kB', ours: view.ownKilobytes, baseline: base.ownKilobytes, against });
      record({ name: `${name}, first useful paint`, unit: 'ms', ours: view.usefulPaint, baseline: base.usefulPaint, against });
      record({ name: `${name}, interactive`, unit: 'ms', ours: view.interactive, baseline: base.interactive, against });
    }
    const [{ ownKilobytes }] = views;
    print(`\nBudget of the delegate's view: ${DELEGATE_KILOBYTES} kB, used ${ownKilobytes.toFixed(1)} kB.`);
    if (ownKilobytes > DELEGATE_KILOBYTES) {
      throw new BenchError(`the delegate's view transfers ${ownKilobytes.toFixed(1)} kB of a budget of ${DELEGATE_KILOBYTES}`);
    }
  } finally {
    await browser.close();
    await Promise.all([fronts.hello.stop(), fronts.desk.stop()]);
    await site.stop();
    await hello.remove();
  }
}

runAsBench(run);
