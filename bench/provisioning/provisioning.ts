import '@pnp/sp/webs';
import { parseArgs } from 'node:util';
import type { SiteConnection } from '../../src/site/connection';
import { provision } from '../../src/site/provisioning/provision';
import type { ProvisioningReport, ProvisioningState } from '../../src/site/provisioning/report';
import { shippedConfiguration } from '../../test/support/workingGroup';
import { connect } from '../service/support/connect';
import { measure } from '../service/support/measure';
import { startEmptySite } from '../service/support/seededSite';
import { BenchError, record, runAsBench } from '../support/figure';
import { median } from '../support/median';

const AGAINST = 'as many plain requests to the same site, one after the other';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** One run over a site, and the same number of the cheapest requests that the site answers. */
interface Round {
  readonly seconds: number;
  readonly plainSeconds: number;
  readonly requests: number;
  readonly report: ProvisioningReport;
}

async function round(connection: SiteConnection): Promise<Round> {
  let report: ProvisioningReport = [];
  const { seconds, requests } = await measure(async () => (report = await provision(connection, { configuration: shippedConfiguration() })));
  const plain = await measure(async () => {
    for (let request = 0; request < requests; request += 1) {
      await connection.sp.web.select('Title')();
    }
  });
  return { seconds, plainSeconds: plain.seconds, requests, report };
}

/** Lists or columns that are not in the state in which this run should make or find them would give its time another meaning. */
function expect({ report }: Round, state: ProvisioningState): void {
  const ofLists = report.filter(({ kind }) => kind === 'list' || kind === 'column');
  const others = ofLists.filter((entry) => entry.state !== state);
  if (ofLists.length === 0 || others.length > 0) {
    throw new BenchError(`Not everything is ${state}: ${others.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`);
  }
}

/** Sets up new sites, each of them a second time. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { sites: { type: 'string', default: '5' } } });
  const [fresh, again]: [Round[], Round[]] = [[], []];
  for (let number = 0; number < Number(values.sites); number += 1) {
    const site = await startEmptySite();
    try {
      const connection = connect(site.url);
      fresh.push(await round(connection));
      expect(fresh[fresh.length - 1], 'created');
      again.push(await round(connection));
      expect(again[again.length - 1], 'present');
    } finally {
      await site.stop();
    }
  }
  print('| | things made or checked | requests | seconds | as many plain requests, seconds |\n|---|---|---|---|---|');
  for (const [name, rounds] of [
    ['a new site', fresh],
    ['the same again', again]
  ] as const) {
    const [{ report, requests }] = rounds;
    const [seconds, plain] = [median(rounds.map((each) => each.seconds)), median(rounds.map((each) => each.plainSeconds))];
    record({ name: `${name} set up, ${requests} requests`, unit: 's', ours: seconds, baseline: plain, against: AGAINST });
    print(`| ${name} | ${report.length} | ${requests} | ${seconds.toFixed(2)} | ${plain.toFixed(2)} |`);
  }
}

runAsBench(run);
