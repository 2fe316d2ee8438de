import pMap from 'p-map';
import type { Contribution } from '../../site/contribution';
import type { DeskSite } from '../../site/deskSite';
import type { ChangeEvidence } from '../arrival';
import type { CheckCounts, DocumentWork } from '../documentChecks';
import type { DocumentRecords } from '../documentRecords';
import type { WaitingDocuments } from '../waitingDocuments';
import type { FiledEvidence } from './filedEvidence';
import type { JobOf } from './job';

/** How many jobs are sent at a time. */
const AT_A_TIME = 8;

/** What the sending works with. */
export interface QueuedChecksParts {
  readonly contributions: Pick<DeskSite['contributions'], 'byIds'>;
  readonly records: Pick<DocumentRecords, 'ofPage'>;
  readonly evidence: Pick<FiledEvidence, 'file'>;
  /** What waits since the service worked alone. */
  readonly waiting: WaitingDocuments;
  send(job: JobOf<'checkDocument'>): Promise<void>;
  counts(): CheckCounts;
}

/** Has documents checked by whichever service is free: each becomes a job. When a call ends, its jobs are in the queue. */
export class QueuedChecks implements DocumentWork {
  public constructor(private readonly parts: QueuedChecksParts) {}

  /** The counts of this service. */
  public counts(): CheckCounts {
    return this.parts.counts();
  }

  /** Sends the documents that the library's log tells of. @throws SiteError, or what the storage throws */
  public async changed(evidence: ReadonlyMap<number, ChangeEvidence>): Promise<void> {
    await this.page(await this.parts.contributions.byIds([...evidence.keys()]), (id) => evidence.get(id));
  }

  /** Sends a page of documents, and files what the log says of those that are new. @throws as {@link changed} */
  public async page(contributions: readonly Contribution[], evidenceOf: (id: number) => ChangeEvidence | undefined): Promise<void> {
    const records = await this.parts.records.ofPage(contributions);
    for (const { id } of contributions) {
      const evidence = evidenceOf(id);
      if (evidence !== undefined && records.get(id)?.record.state !== 'arrived') {
        await this.parts.evidence.file(id, evidence);
      }
    }
    await this.send(contributions.map(({ id }) => id));
  }

  /** Sends those of a page of documents that were checked before. @throws as {@link changed} */
  public async again(contributions: readonly Contribution[]): Promise<void> {
    const records = await this.parts.records.ofPage(contributions);
    await this.send(contributions.map(({ id }) => id).filter((id) => records.has(id)));
  }

  /** Sends what waits since the service worked alone; in a queue a job waits by itself. @throws as {@link changed} */
  public async due(): Promise<void> {
    const { waiting, evidence } = this.parts;
    for (const id of await waiting.all()) {
      await evidence.file(id, (await waiting.evidence(id, undefined)) ?? {});
      await this.send([id]);
      await waiting.done(id);
    }
    await waiting.save();
  }

  private async send(ids: readonly number[]): Promise<void> {
    await pMap(ids, (contributionId) => this.parts.send({ contributionId }), { concurrency: AT_A_TIME });
  }
}
