import type { GroupFactsCache } from '../bot/groupFacts';
import type { Contribution } from '../site/contribution';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { ChangeEvidence } from './arrival';
import type { CheckOutcome, ContributionChecker } from './contributionChecker';
import { DiskFullError } from './disk';
import type { DocumentFactsReader } from './documentFacts';
import { failure } from './log';
import type { Log } from './log';
import type { WaitingDocuments } from './waitingDocuments';

/** Checks since the start, for the health report. */
export interface CheckCounts {
  /** Documents that were checked. */
  readonly checked: number;
  /** Checks that failed; the document is tried again. */
  readonly failed: number;
  /** Documents that are to be looked at again. */
  readonly waiting: number;
}

/** What the checks work with. */
export interface DocumentChecksParts {
  readonly contributions: Pick<DeskSite['contributions'], 'byIds'>;
  readonly checker: Pick<ContributionChecker, 'check' | 'checkRead'>;
  readonly documents: Pick<DocumentFactsReader, 'ofPage'>;
  readonly facts: Pick<GroupFactsCache, 'read'>;
  readonly waiting: WaitingDocuments;
  readonly log: Log;
}

/** Has the documents checked that somebody found out about; here, or by whichever of several services is free. */
export type DocumentWork = Pick<DocumentChecks, 'changed' | 'page' | 'again' | 'due' | 'counts'>;

/** Has documents checked so that one that cannot be checked does not keep the others from it, and is tried again. */
export class DocumentChecks {
  private checked = 0;
  private failed = 0;

  public constructor(private readonly parts: DocumentChecksParts) {}

  /** The counts so far. */
  public counts(): CheckCounts {
    return { checked: this.checked, failed: this.failed, waiting: this.parts.waiting.count() };
  }

  /**
   * Checks the documents that the library's log tells of.
   * @throws SiteError when the site as a whole fails
   */
  public async changed(evidence: ReadonlyMap<number, ChangeEvidence>): Promise<void> {
    const { contributions, waiting } = this.parts;
    const found = await contributions.byIds([...evidence.keys()]);
    const there = new Set(found.map(({ id }) => id));
    for (const id of evidence.keys()) {
      if (!there.has(id)) {
        await waiting.done(id);
      }
    }
    await this.page(found, (id) => evidence.get(id));
  }

  /** Checks a page of documents with what the log says of those that are new. @throws SiteError as {@link changed} */
  public async page(contributions: readonly Contribution[], evidenceOf: (id: number) => ChangeEvidence | undefined): Promise<void> {
    const { checker, documents, facts, waiting } = this.parts;
    for (const [contribution, known] of await documents.ofPage(contributions)) {
      const evidence = await waiting.evidence(contribution.id, evidenceOf(contribution.id));
      await this.one(contribution.id, evidence, async () => checker.checkRead(contribution, known, evidence, await facts.read()));
    }
    await waiting.save();
  }

  /**
   * Checks those of a page of documents again that were checked before, because something else changed. One that is
   * new is left to the library's log, which alone knows when it came in.
   * @throws SiteError as {@link changed}
   */
  public async again(contributions: readonly Contribution[]): Promise<void> {
    const { checker, documents, facts, waiting } = this.parts;
    for (const [contribution, known] of await documents.ofPage(contributions)) {
      if (known.record !== undefined) {
        await this.one(contribution.id, undefined, async () => checker.checkRead(contribution, known, undefined, await facts.read()));
      }
    }
    await waiting.save();
  }

  /** Checks what has waited long enough. @throws SiteError as {@link changed} */
  public async due(): Promise<void> {
    const { checker, facts, waiting } = this.parts;
    for (const itemId of await waiting.due()) {
      const evidence = await waiting.evidence(itemId, undefined);
      await this.one(itemId, evidence, async () => checker.check(itemId, evidence, await facts.read()));
    }
    await waiting.save();
  }

  private async one(itemId: number, evidence: ChangeEvidence | undefined, check: () => Promise<CheckOutcome>): Promise<void> {
    const { waiting, log } = this.parts;
    try {
      const outcome = await check();
      this.checked += 1;
      log.debug({ event: 'document.checked', itemId, outcome });
      if (outcome === 'awaitsContent') {
        this.noteRoom(itemId, await waiting.awaitContent(itemId, evidence));
      } else {
        await waiting.done(itemId);
      }
    } catch (error) {
      // A full disk keeps only those waiting that need room; a smaller document may have some.
      if (!(error instanceof DiskFullError) && !isSiteError(error, 'notFound', 'locked', 'invalid', 'tooManyItems', 'unexpected')) {
        throw error;
      }
      this.failed += 1;
      log.warn({ event: 'document.checkFailed', itemId, ...failure(error) });
      this.noteRoom(itemId, await waiting.tryLater(itemId, evidence));
    }
  }

  private noteRoom(itemId: number, hasRoom: boolean): void {
    if (!hasRoom) {
      this.parts.log.warn({ event: 'document.noRoomToWait', itemId });
    }
  }
}
