import type { PostOutcome } from '../../../src/bot/proactive';
import type { TeamsPlace } from './gatedService';

/** How Teams takes a message: at all, not now, never, no such conversation, or taken without an answer, or lost with none. */
export type Manner = 'takes' | 'later' | 'refuses' | 'gone' | 'takesSilently' | 'loses';

/** A message that was taken. */
export interface Taken {
  readonly target: string;
  readonly keys: readonly string[];
  readonly activityId: string;
}

/** Teams as services post to it, counting what it takes. */
export class CountingTeams implements TeamsPlace {
  public readonly taken: Taken[] = [];
  /** Keys of messages that got no answer. */
  public readonly unanswered = new Set<string>();
  public attempts = 0;
  /** The manner of the next messages, one after the other; afterwards they are taken. */
  public readonly next: Manner[] = [];
  /** Conversations that are gone. */
  public readonly gone = new Set<string>();

  public post(target: string, keys: readonly string[]): PostOutcome {
    this.attempts += 1;
    const manner = this.gone.has(target) ? 'gone' : this.next.shift() ?? 'takes';
    switch (manner) {
      case 'later':
        return { kind: 'later', status: 429, retryAfterSeconds: 60 };
      case 'refuses':
        return { kind: 'refused', status: 400 };
      case 'gone':
        return { kind: 'gone', status: 404 };
      case 'loses':
        keys.forEach((key) => this.unanswered.add(key));
        return { kind: 'unknown', reason: 'timeout' };
      default:
        this.taken.push({ target, keys, activityId: `activity-${this.taken.length + 1}` });
        if (manner === 'takes') {
          return { kind: 'posted', activityId: `activity-${this.taken.length}` };
        }
        keys.forEach((key) => this.unanswered.add(key));
        return { kind: 'unknown', reason: 'timeout' };
    }
  }

  /** Every reminder that was posted, as often as it was. */
  public keys(): string[] {
    return this.taken.flatMap(({ keys }) => keys);
  }
}
