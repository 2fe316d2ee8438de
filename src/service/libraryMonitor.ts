import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { GroupFactsCache } from '../bot/groupFacts';
import type { LibraryChange } from '../site/libraryChange';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import { evidenceOf } from './arrival';
import type { ChangeEvidence } from './arrival';
import type { ContributionChecker } from './contributionChecker';
import { failure } from './log';
import type { Log } from './log';

/** Where the service keeps how far it has read the library's change log. */
const TOKEN_KEY = 'contributions/changeToken';

/** SharePoint keeps its change log for 60 days and may not say that a token is too old, so its age decides earlier. */
const OLDEST_TOKEN_DAYS = 50;

const storedTokenSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ token: v.string(), at: v.pipe(v.string(), v.transform((text) => Temporal.Instant.from(text))) })
);
type StoredToken = v.InferOutput<typeof storedTokenSchema> & { readonly etag: string };

/** How far the monitor got, for the health report. */
export interface MonitorState {
  /** When a run last came to its end, by the site's clock. */
  readonly lastRunAt?: Temporal.Instant;
  /** The time of the last change that was handled. */
  readonly lastChangeAt?: Temporal.Instant;
  /** Documents that were checked since the start. */
  readonly checked: number;
  /** Documents whose check failed since the start; their next change, or the next reconciliation, brings them up again. */
  readonly failed: number;
}

/** What the monitor works with. */
export interface LibraryMonitorParts {
  readonly site: Pick<DeskSite, 'contributions' | 'deskState' | 'clock'>;
  readonly facts: GroupFactsCache;
  readonly checker: ContributionChecker;
  readonly log: Log;
}

/**
 * Follows the library's change log and has every document checked that was touched.
 *
 * The place in the log is stored after the effects of a page are on the site. A stop at any moment therefore repeats
 * a page at worst, and a repeated check finds nothing to write. Without a place, or with one that is too old, every
 * document is checked once; the log as far as it is kept still tells when each of them came in.
 */
export class LibraryMonitor {
  private current: MonitorState = { checked: 0, failed: 0 };

  public constructor(private readonly parts: LibraryMonitorParts) {}

  /** How far it got. */
  public state(): MonitorState {
    return this.current;
  }

  /**
   * Catches up with the library. Must not run twice at a time.
   * @throws SiteError when the site fails; what is done stays done and the next run goes on from there
   */
  public async run(): Promise<void> {
    const { site } = this.parts;
    const stored = await this.readToken();
    const ageDays = stored === undefined ? Number.POSITIVE_INFINITY : site.clock.now().since(stored.at).total('hours') / 24;
    if (stored === undefined || ageDays > OLDEST_TOKEN_DAYS) {
      // Asked before anything is read: a change in between is then read twice and not lost.
      const newest = await site.contributions.currentToken();
      await this.reconcile();
      await this.storeToken(newest, stored?.etag);
    } else {
      await this.follow(stored);
    }
    this.current = { ...this.current, lastRunAt: site.clock.now() };
  }

  private async follow(from: StoredToken): Promise<void> {
    let { token, etag } = from;
    for (let more = true; more; ) {
      const page = await this.parts.site.contributions.changesSince(token);
      more = page.more;
      if (page.changes.length > 0) {
        await this.checkAll(evidenceOf(page.changes));
        this.current = { ...this.current, lastChangeAt: page.changes[page.changes.length - 1].at };
      }
      // A quiet library gives a younger token from time to time without a change.
      if (page.token !== token) {
        token = page.token;
        etag = await this.storeToken(token, etag);
      }
    }
  }

  private async reconcile(): Promise<void> {
    const { site, facts, log } = this.parts;
    log.info({ event: 'reconciliation.started' });
    const changes: LibraryChange[] = [];
    let token: string | undefined;
    for (let more = true; more; ) {
      const page = await site.contributions.changesSince(token);
      changes.push(...page.changes);
      ({ token, more } = page);
    }
    const evidence = evidenceOf(changes);
    facts.invalidate();
    let documents = 0;
    for await (const { id } of site.contributions.all()) {
      await this.checkOne(id, evidence.get(id));
      documents += 1;
    }
    log.info({ event: 'reconciliation.ended', documents });
  }

  private async checkAll(evidence: Map<number, ChangeEvidence>): Promise<void> {
    // Whoever moved a meeting before sending a document expects the new dates to count.
    this.parts.facts.invalidate();
    for (const [itemId, found] of evidence) {
      await this.checkOne(itemId, found);
    }
  }

  /** Checks one document. A document that cannot be checked must not keep the others from being checked. */
  private async checkOne(itemId: number, evidence: ChangeEvidence | undefined): Promise<void> {
    const { checker, facts, log } = this.parts;
    try {
      const outcome = await checker.check(itemId, evidence, await facts.read());
      this.current = { ...this.current, checked: this.current.checked + 1 };
      log.debug({ event: 'document.checked', itemId, outcome });
    } catch (error) {
      if (!isSiteError(error, 'notFound', 'locked', 'invalid', 'unexpected')) {
        throw error;
      }
      this.current = { ...this.current, failed: this.current.failed + 1 };
      log.warn({ event: 'document.checkFailed', itemId, ...failure(error) });
    }
  }

  private async readToken(): Promise<StoredToken | undefined> {
    const stored = await this.parts.site.deskState.get(TOKEN_KEY);
    if (stored === undefined) {
      return undefined;
    }
    const parsed = v.safeParse(storedTokenSchema, stored.value);
    // A value that somebody edited by hand is no place in the log: everything is checked anew.
    return { ...(parsed.success ? parsed.output : { token: '', at: Temporal.Instant.fromEpochMilliseconds(0) }), etag: stored.etag };
  }

  /** @returns the new etag @throws SiteError `changedByOthers` when another process follows the library as well */
  private async storeToken(token: string, etag: string | undefined): Promise<string> {
    const { site } = this.parts;
    return site.deskState.set(TOKEN_KEY, JSON.stringify({ token, at: site.clock.now().toString() }), etag);
  }
}
