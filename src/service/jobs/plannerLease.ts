import { performance } from 'node:perf_hooks';
import type { BlobLeaseClient, BlockBlobClient } from '@azure/storage-blob';
import type { Log } from '../log';

/** What the storage answers when the blob is there already. */
const IS_THERE = ['BlobAlreadyExists', 'LeaseIdMissing'];
/** What it answers when somebody else has the lease. */
const NOT_OURS = ['LeaseAlreadyPresent', 'LeaseIdMismatchWithLeaseOperation', 'LeaseNotPresentWithLeaseOperation', 'LeaseLost', 'LeaseIsBreakingAndCannotBeAcquired', 'BlobNotFound'];

/** What the lease works with. */
export interface PlannerLeaseParts {
  readonly blob: BlockBlobClient;
  /** 15 to 60. */
  readonly seconds: number;
  readonly log: Log;
  /** Called when this service begins to plan. */
  onLeading(): void;
}

/**
 * The right to plan, which one of several services has at a time: whoever holds the lease of a blob. It is renewed while the
 * service lives and passes on within its duration when it does not.
 *
 * For a moment two may believe that they have it. Nothing goes wrong then: the places in the change logs are stored only upon
 * the version that they follow on, checks are idempotent, and what is posted is claimed first.
 *
 * Source: Microsoft, Azure Architecture Center, "Leader Election pattern", by a blob lease.
 */
export class PlannerLease {
  private lease?: BlobLeaseClient;
  private heldUntil = 0;

  public constructor(private readonly parts: PlannerLeaseParts) {}

  /** Whether this service plans. */
  public isHeld(): boolean {
    return this.lease !== undefined && performance.now() < this.heldUntil;
  }

  /** Renews the lease, or tries to get it; to be called several times within its duration. @throws when the storage fails */
  public async run(): Promise<void> {
    if (this.lease !== undefined) {
      await this.hold(this.lease, (lease) => lease.renewLease());
      return;
    }
    const { blob, seconds, log, onLeading } = this.parts;
    await this.makeBlob();
    const lease = blob.getBlobLeaseClient();
    if (await this.hold(lease, () => lease.acquireLease(seconds))) {
      log.info({ event: 'planner.leads' });
      onLeading();
    }
  }

  /** Gives the lease back, so that another service plans at once. */
  public async release(): Promise<void> {
    const { lease } = this;
    this.lease = undefined;
    await lease?.releaseLease();
  }

  private async hold(lease: BlobLeaseClient, ask: (lease: BlobLeaseClient) => Promise<unknown>): Promise<boolean> {
    const { seconds, log } = this.parts;
    // Counted from the question: the storage counts from a moment after it.
    const askedAt = performance.now();
    try {
      await ask(lease);
    } catch (error) {
      if (!NOT_OURS.includes(codeOf(error))) {
        throw error;
      }
      if (this.lease !== undefined) {
        log.warn({ event: 'planner.lost' });
      }
      this.lease = undefined;
      return false;
    }
    this.lease = lease;
    this.heldUntil = askedAt + seconds * 1000;
    return true;
  }

  private async makeBlob(): Promise<void> {
    try {
      await this.parts.blob.upload('', 0, { conditions: { ifNoneMatch: '*' } });
    } catch (error) {
      if (!IS_THERE.includes(codeOf(error))) {
        throw error;
      }
    }
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | undefined)?.code);
}
