import { GroupFactsCache } from '../../../src/bot/groupFacts';
import { ContributionChecker } from '../../../src/service/contributionChecker';
import { Disk } from '../../../src/service/disk';
import { DocumentChecks } from '../../../src/service/documentChecks';
import { DocumentFactsReader } from '../../../src/service/documentFacts';
import { DocumentInspector } from '../../../src/service/documentInspector';
import { DocumentRecords } from '../../../src/service/documentRecords';
import { HandEntries } from '../../../src/service/handEntries';
import { LanguageRequestChecks } from '../../../src/service/languageRequestChecks';
import type { Log } from '../../../src/service/log';
import { RecordKeeper } from '../../../src/service/recordKeeper';
import { SiteMonitor } from '../../../src/service/siteMonitor';
import { TranslationKeeper } from '../../../src/service/translationKeeper';
import { WaitingDocuments } from '../../../src/service/waitingDocuments';
import type { SiteConnection } from '../../../src/site/connection';
import { openSite } from '../../../src/site/deskSite';

/** The service's monitor without its HTTP side and without notices. */
export interface Monitoring {
  run(): Promise<void>;
  checked(): number;
  stop(): Promise<void>;
}

/** Puts the monitor together as the service does. */
export function startMonitoring(connection: SiteConnection, log: Log): Monitoring {
  const site = openSite(connection);
  const facts = new GroupFactsCache(site);
  const records = new DocumentRecords(site.deskState);
  const documents = new DocumentFactsReader(site, records);
  const inspector = new DocumentInspector();
  const checker = new ContributionChecker({
    site,
    documents,
    keeper: new RecordKeeper(site.contributions, records, inspector, new Disk()),
    records,
    notifier: { onFindings: () => Promise.resolve(), onStandingChanged: () => Promise.resolve() },
    handEntries: new HandEntries({ site, log }),
    translations: new TranslationKeeper(site)
  });
  const checks = new DocumentChecks({ contributions: site.contributions, checker, documents, facts, waiting: new WaitingDocuments(site), log });
  const monitor = new SiteMonitor({ site, facts, checks, requests: new LanguageRequestChecks({ site, log }), log, onDecided: () => undefined });
  return { run: () => monitor.run(), checked: () => monitor.state().checked, stop: () => inspector.stop() };
}
