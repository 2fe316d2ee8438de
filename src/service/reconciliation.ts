import { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../bot/groupFacts';
import type { DeskSite } from '../site/deskSite';
import { isEntrance } from './arrival';
import type { ChangeEvidence } from './arrival';
import type { DocumentWork } from './documentChecks';
import type { Log } from './log';

/** What a reconciliation works with. */
export interface ReconciliationParts {
  readonly site: Pick<DeskSite, 'contributions' | 'changeLogs'>;
  readonly facts: Pick<GroupFactsCache, 'invalidate'>;
  readonly checks: Pick<DocumentWork, 'page'>;
  readonly log: Log;
}

/**
 * Checks every document of the library once, page by page, so that its memory does not grow with the library but for
 * one number for each document that came in within the days of the change log.
 *
 * What comes in meanwhile is left to the log, which is followed from a place before this began: only there it stands
 * when it came in.
 * @throws SiteError when the site fails; to be done anew then, which is quick where nothing has changed
 */
export async function reconcile({ site, facts, checks, log }: ReconciliationParts): Promise<void> {
  log.info({ event: 'reconciliation.started' });
  const newest = await site.contributions.newestId();
  const entrances = await readEntrances(site);
  const evidenceOf = (id: number): ChangeEvidence | undefined => {
    const enteredAt = entrances.get(id);
    return enteredAt === undefined ? undefined : { enteredAt: Temporal.Instant.fromEpochMilliseconds(enteredAt) };
  };
  facts.invalidate();
  let documents = 0;
  for await (const page of site.contributions.pages()) {
    const old = page.filter(({ id }) => id <= newest);
    await checks.page(old, evidenceOf);
    documents += old.length;
    if (old.length < page.length) {
      break;
    }
  }
  log.info({ event: 'reconciliation.ended', documents });
}

/** When each document came in first, by the log as far as it goes back; in milliseconds, as there may be many. */
async function readEntrances({ changeLogs }: ReconciliationParts['site']): Promise<Map<number, number>> {
  const entrances = new Map<number, number>();
  let token: string | undefined;
  for (let more = true; more; ) {
    const page = await changeLogs.contributions.since(token);
    for (const change of page.changes) {
      if (isEntrance(change) && !entrances.has(change.itemId)) {
        entrances.set(change.itemId, change.at.epochMilliseconds);
      }
    }
    ({ token, more } = page);
  }
  return entrances;
}
