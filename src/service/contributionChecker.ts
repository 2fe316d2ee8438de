import type { Temporal } from 'temporal-polyfill';
import { sha256Hex } from '../documents/sha256';
import type { GroupFacts } from '../bot/groupFacts';
import type { Contribution } from '../site/contribution';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import { arrivalOf } from './arrival';
import type { ChangeEvidence } from './arrival';
import type { AuthorNotifier } from './authorNotices';
import { deriveColumns, saysAlready } from './contributionCheck';
import type { DocumentInspector } from './documentInspector';
import type { DocumentRecord, DocumentRecords } from './documentRecords';

/** What came of checking a document. */
export type CheckOutcome = 'recorded' | 'unchanged' | 'gone' | 'keepsChanging';

/** After so many changes by others during a check, their own entries in the change log bring the document up again. */
const ATTEMPTS = 5;

/** Checks single documents of the library and records what follows. */
export class ContributionChecker {
  public constructor(
    private readonly contributions: DeskSite['contributions'],
    private readonly records: DocumentRecords,
    private readonly inspector: Pick<DocumentInspector, 'inspect'>,
    private readonly notifier: Pick<AuthorNotifier, 'onOutcome'>
  ) {}

  /**
   * Checks a document as it is now. It writes only when the library says something else than the check, so doing it
   * again has no effect; when somebody changes the document meanwhile it reads it anew.
   * @param evidence what the change log says about it, where it was read
   * @throws SiteError when the site fails
   */
  public async check(itemId: number, evidence: ChangeEvidence | undefined, facts: GroupFacts): Promise<CheckOutcome> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const contribution = await this.contributions.get(itemId);
      if (contribution === undefined) {
        return 'gone';
      }
      const record = await this.recordOf(contribution, evidence);
      const arrived = record.state === 'arrived' && contribution.size > 0 ? record : undefined;
      const columns = deriveColumns(contribution, {
        ...facts,
        receivedAt: arrived?.receivedAt,
        sha256: arrived?.sha256,
        inspection: arrived?.inspection,
        sameContentAs: arrived === undefined ? undefined : await this.earlierWith(arrived.sha256, contribution)
      });
      if (saysAlready(contribution, columns)) {
        return 'unchanged';
      }
      await this.notifier.onOutcome(contribution, contribution, columns);
      try {
        const etag = await this.contributions.recordCheck(contribution.id, contribution.etag, columns);
        await this.followOwnWrite(contribution.id, etag, record);
        return 'recorded';
      } catch (error) {
        if (!isSiteError(error, 'changedByOthers')) {
          throw error;
        }
      }
    }
    return 'keepsChanging';
  }

  /**
   * SharePoint copies columns into the properties of Office documents, so writing the columns can change the content
   * itself. Were that taken for a new content, its new fingerprint would be written, and so on without end.
   */
  private async followOwnWrite(itemId: number, etag: string, record: DocumentRecord): Promise<void> {
    const written = await this.contributions.get(itemId);
    if (record.state === 'arrived' && written?.etag === etag && written.contentTag !== record.contentTag) {
      await this.records.set(written.uniqueId, { ...record, contentTag: written.contentTag });
    }
  }

  /** The first other document with the same content that was there before; one that was withdrawn may be sent again. */
  private async earlierWith(sha256: string, { id }: Contribution): Promise<string | undefined> {
    const earlier = (await this.contributions.bySha256(sha256)).find((other) => other.id < id && other.docStatus !== 'withdrawn');
    return earlier?.docSymbol ?? earlier?.fileName;
  }

  /** The service's record of a document, made or brought up to date first. It stands before the library's columns. */
  private async recordOf(contribution: Contribution, evidence: ChangeEvidence | undefined): Promise<DocumentRecord> {
    const known = await this.records.get(contribution.uniqueId);
    const record = await this.recordNow(contribution, evidence, known);
    if (record !== known) {
      await this.records.set(contribution.uniqueId, record);
    }
    return record;
  }

  private async arrival(contribution: Contribution, evidence: ChangeEvidence | undefined, seenEmpty: boolean): Promise<Temporal.Instant> {
    return arrivalOf(contribution, evidence, seenEmpty, await this.contributions.earlierVersions(contribution.id));
  }

  private async recordNow(contribution: Contribution, evidence: ChangeEvidence | undefined, known: DocumentRecord | undefined): Promise<DocumentRecord> {
    if (contribution.size === 0) {
      return known ?? { state: 'empty' };
    }
    if (known?.state === 'arrived' && known.contentTag === contribution.contentTag) {
      return known;
    }
    const content = await this.contributions.content(contribution.id);
    const sha256 = await sha256Hex(content);
    const { type, findings, language } = await this.inspector.inspect(content);
    return {
      state: 'arrived',
      receivedAt: known?.state === 'arrived' ? known.receivedAt : await this.arrival(contribution, evidence, known?.state === 'empty'),
      contentTag: contribution.contentTag,
      sha256,
      inspection: { type, findings, language }
    };
  }
}
