import { createHash } from 'node:crypto';
import type { TokenCredential } from '@azure/identity';
import type { BlobServiceClient, BlockBlobClient } from '@azure/storage-blob';
import type { QueueClient, QueueServiceClient } from '@azure/storage-queue';
import type { Log } from '../log';
import type { JobKind } from './job';
import { JobQueue } from './jobQueue';
import { blobUrlOf } from './jobsSettings';
import type { JobsSettings } from './jobsSettings';

/** A request that gets no answer is tried again by the client; longer waits are left to whoever called. */
const CLIENT_OPTIONS = { retryOptions: { maxTries: 3, tryTimeoutInMs: 20_000, maxRetryDelayInMs: 5000 } };

const QUEUE_NAMES: Readonly<Record<JobKind, string>> = { checkDocument: 'check-document', remindSubscribers: 'remind-subscribers', mailReminders: 'mail-reminders' };

/** The part of a storage account that belongs to one site. */
export class JobStorage {
  private container?: Promise<void>;

  private constructor(
    private readonly queues: QueueServiceClient,
    private readonly blobs: BlobServiceClient,
    private readonly prefix: string,
    private readonly log: Log
  ) {}

  /**
   * Opens the storage; nothing is asked of it yet.
   * @param siteUrl several groups may share an account: the names of their queues are told apart by their sites
   * @param credential the service's own identity; needed for an address
   */
  public static async open(settings: JobsSettings, siteUrl: string, log: Log, credential?: TokenCredential): Promise<JobStorage> {
    // Loaded only where they are used: most services run alone.
    const [{ QueueServiceClient }, { BlobServiceClient }] = await Promise.all([import('@azure/storage-queue'), import('@azure/storage-blob')]);
    const prefix = `desk-${createHash('sha256').update(siteUrl.toLowerCase()).digest('hex').slice(0, 12)}`;
    if ('connectionString' in settings) {
      const { connectionString } = settings;
      return new JobStorage(QueueServiceClient.fromConnectionString(connectionString, CLIENT_OPTIONS), BlobServiceClient.fromConnectionString(connectionString, CLIENT_OPTIONS), prefix, log);
    }
    const { queueUrl } = settings;
    return new JobStorage(new QueueServiceClient(queueUrl, credential, CLIENT_OPTIONS), new BlobServiceClient(blobUrlOf(queueUrl), credential, CLIENT_OPTIONS), prefix, log);
  }

  /** The queue of a kind of job, with the one of its dead letters. */
  public queue<Kind extends JobKind>(kind: Kind): JobQueue<Kind> {
    const named = (ending: string): QueueClient => this.queues.getQueueClient(`${this.prefix}-${QUEUE_NAMES[kind]}${ending}`);
    return new JobQueue(kind, named(''), named('-poison'), this.log);
  }

  /** The blob whose lease is the right to plan. @throws when the storage fails */
  public async plannerBlob(): Promise<BlockBlobClient> {
    const container = this.blobs.getContainerClient(this.prefix);
    this.container ??= container.createIfNotExists().then(
      () => undefined,
      (error: unknown) => {
        this.container = undefined;
        throw error;
      }
    );
    await this.container;
    return container.getBlockBlobClient('planner');
  }
}
