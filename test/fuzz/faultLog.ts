import { createLog } from '../../src/service/log';
import type { Log } from '../../src/service/log';

/** A log that keeps what went wrong by our own fault, so that a target fails by it. */
export class FaultLog {
  private readonly seen: string[] = [];
  public readonly log: Log = createLog('error', { write: (line) => void this.note(line) });

  private note(line: string): void {
    // Where an activity says that answers go, there may be nobody: that is no fault of ours.
    const isElsewhere = line.includes('"error":"RestError"');
    if (!isElsewhere && /"event":"(?:request\.failed|bot\.turnFailed|request failed|bot\.apologyFailed)"/.test(line)) {
      this.seen.push(line);
    }
  }

  /** @throws Error with what went wrong since it was asked last */
  public check(): void {
    const lines = this.seen.splice(0);
    if (lines.length > 0) {
      throw new Error(lines.join('\n'));
    }
  }
}
