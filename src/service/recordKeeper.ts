import type { Temporal } from 'temporal-polyfill';
import { checkSize } from '../documents/fileSize';
import { DOCUMENT_LIMITS } from '../documents/limits';
import type { Contribution } from '../site/contribution';
import type { DeskSite } from '../site/deskSite';
import { arrivalOf } from './arrival';
import type { ChangeEvidence } from './arrival';
import { withContentCopy } from './contentCopy';
import type { Disk } from './disk';
import type { DocumentInspector } from './documentInspector';
import type { ArrivedRecord, DocumentRecord, DocumentRecords, FiledRecord, Inspection } from './documentRecords';

/** Makes the service's record of a document when it arrives, and brings it up to date when its content changes. */
export class RecordKeeper {
  public constructor(
    private readonly contributions: DeskSite['contributions'],
    private readonly records: Pick<DocumentRecords, 'set'>,
    private readonly inspector: Pick<DocumentInspector, 'inspect'>,
    private readonly disk: Disk
  ) {}

  /**
   * The record of a document as it is now; stored when it is another than the known one.
   * @param evidence what the change log says about the document, where it was read
   * @throws SiteError when the site fails
   * @throws DiskFullError when there is no room for the content
   */
  public async upToDate(contribution: Contribution, evidence: ChangeEvidence | undefined, known: FiledRecord | undefined): Promise<DocumentRecord> {
    const record = await this.recordNow(contribution, evidence, known?.record);
    if (record !== known?.record || known.item !== contribution.id) {
      await this.records.set(contribution, record);
    }
    return record;
  }

  private async recordNow(contribution: Contribution, evidence: ChangeEvidence | undefined, known: DocumentRecord | undefined): Promise<DocumentRecord> {
    if (contribution.size === 0) {
      return known ?? { state: 'empty' };
    }
    if (known?.state === 'arrived' && known.contentTag === contribution.contentTag) {
      return this.withSameContent(known, contribution);
    }
    const receivedAt = known?.state === 'arrived' ? known.receivedAt : await this.arrival(contribution, evidence, known?.state === 'empty');
    const content = await this.inspected(contribution);
    const sameContentAs = content.sha256 === undefined ? undefined : await this.earlierWith(content.sha256, contribution);
    return {
      ...(known?.state === 'arrived' ? promiseOf(known) : {}),
      state: 'arrived',
      receivedAt,
      contentTag: contribution.contentTag,
      ...content,
      ...(sameContentAs === undefined ? {} : { sameContentAs })
    };
  }

  /** Asked again only while it is so, until the earlier document is withdrawn or gone: it is the dearest question of a check. */
  private async withSameContent(known: ArrivedRecord, contribution: Contribution): Promise<DocumentRecord> {
    if (known.sameContentAs === undefined || known.sha256 === undefined) {
      return known;
    }
    const sameContentAs = await this.earlierWith(known.sha256, contribution);
    return sameContentAs === known.sameContentAs ? known : { ...known, sameContentAs };
  }

  private async arrival(contribution: Contribution, evidence: ChangeEvidence | undefined, seenEmpty: boolean): Promise<Temporal.Instant> {
    return arrivalOf(contribution, evidence, seenEmpty, await this.contributions.earlierVersions(contribution.id));
  }

  /** The first other document with the same content that was there before; one that was withdrawn may be sent again. */
  private async earlierWith(sha256: string, { id }: Contribution): Promise<string | undefined> {
    const earlier = (await this.contributions.bySha256(sha256)).find((other) => other.id < id && other.docStatus !== 'withdrawn');
    return earlier?.docSymbol ?? earlier?.fileName;
  }

  /** Fetches the content once and looks at it; one that is too large is not fetched at all. */
  private async inspected({ id, size }: Contribution): Promise<{ sha256?: string; inspection: Inspection }> {
    const tooLarge = checkSize(size, DOCUMENT_LIMITS);
    if (tooLarge !== undefined) {
      return { inspection: { findings: [tooLarge] } };
    }
    return withContentCopy(this.contributions.contentPieces(id), async ({ path, sha256 }) => {
      const { type, findings, language } = await this.inspector.inspect(path);
      return { sha256, inspection: { type, findings, language } };
    }, this.disk);
  }
}

/** What a new content does not change. */
function promiseOf({ promise, promiseChanges }: ArrivedRecord): Pick<ArrivedRecord, 'promise' | 'promiseChanges'> {
  return { ...(promise === undefined ? {} : { promise }), ...(promiseChanges === undefined ? {} : { promiseChanges }) };
}
