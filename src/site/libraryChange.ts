import type { Temporal } from 'temporal-polyfill';

/** Something that happened in the library, by its change log. */
export interface LibraryChange {
  readonly type: 'add' | 'update' | 'rename' | 'move' | 'delete' | 'restore';
  readonly itemId: number;
  /** The item's GUID. */
  readonly uniqueId: string;
  readonly at: Temporal.Instant;
}

/** A page of the change log. */
export interface LibraryChanges {
  readonly changes: readonly LibraryChange[];
  /** Where to go on. */
  readonly token: string;
  /** Whether there may be further changes right now. */
  readonly more: boolean;
}
