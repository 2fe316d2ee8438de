import type { Temporal } from 'temporal-polyfill';

/** Something that happened to an item of a list, by the list's change log. */
export interface ListChange {
  readonly type: 'add' | 'update' | 'rename' | 'move' | 'delete' | 'restore';
  readonly itemId: number;
  /** The item's GUID. */
  readonly uniqueId: string;
  readonly at: Temporal.Instant;
}

/** A page of a change log. */
export interface ListChanges {
  readonly changes: readonly ListChange[];
  /** Where to go on. */
  readonly token: string;
  /** Whether there may be further changes right now. */
  readonly more: boolean;
}
