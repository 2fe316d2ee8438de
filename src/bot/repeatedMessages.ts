import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';

/** More than are answered while Teams still waits. */
const MOST_MESSAGES = 1000;

/** Messages that Teams sends again because their answer took longer than it waits; they are not answered again. */
export class RepeatedMessages {
  private readonly seen = new LRUCache<string, true>({ max: MOST_MESSAGES });

  /** Whether a message came before; remembers it. */
  public isRepeated({ id }: Pick<Activity, 'id'>): boolean {
    if (id === undefined) {
      return false;
    }
    const isRepeated = this.seen.has(id);
    this.seen.set(id, true);
    return isRepeated;
  }
}
