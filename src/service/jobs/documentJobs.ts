import type { GroupFactsCache } from '../../bot/groupFacts';
import type { ContributionChecker } from '../contributionChecker';
import type { Log } from '../log';
import type { FiledEvidence } from './filedEvidence';
import type { JobMessage } from './job';
import type { JobOutcome } from './jobConsumer';
import { siteTroublePause } from './siteTrouble';

/** A document whose content may still come is looked at again when its upload counts as abandoned. */
const CONTENT_PAUSE_SECONDS = 3600;

/** What the checks work with. */
export interface DocumentJobsParts {
  readonly checker: Pick<ContributionChecker, 'check'>;
  readonly facts: Pick<GroupFactsCache, 'read' | 'invalidate'>;
  readonly evidence: Pick<FiledEvidence, 'of' | 'remove'>;
  readonly log: Log;
}

/** Checks a document for which a job was sent. */
export class DocumentJobs {
  public constructor(private readonly parts: DocumentJobsParts) {}

  /**
   * Checks it as it is now. What is nobody's fault, a locked file or a site in trouble, puts the check off and never makes
   * a dead letter of it.
   * @throws SiteError and others when the check itself fails
   */
  public async check({ job: { contributionId }, putOff }: JobMessage<'checkDocument'>): Promise<JobOutcome> {
    const { checker, facts, evidence, log } = this.parts;
    // Another service follows the log, so nobody here is told when a meeting changes: what was read before the job came may be old.
    facts.invalidate();
    try {
      const filed = await evidence.of(contributionId);
      const outcome = await checker.check(contributionId, filed, await facts.read());
      log.debug({ event: 'document.checked', itemId: contributionId, outcome });
      if (outcome === 'awaitsContent') {
        return { laterSeconds: CONTENT_PAUSE_SECONDS };
      }
      if (filed !== undefined) {
        await evidence.remove(contributionId);
      }
      return 'done';
    } catch (error) {
      const laterSeconds = siteTroublePause(error, putOff);
      if (laterSeconds === undefined) {
        throw error;
      }
      return { laterSeconds };
    }
  }
}
