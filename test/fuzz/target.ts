import type * as fc from 'fast-check';

/** Something that takes what anybody may send, and what must hold of it whatever comes. */
export interface FuzzTarget {
  readonly name: string;
  /** Its part of a million cases: many for what costs little. */
  readonly cases: number;
  /** Starts what it needs. */
  open(): Promise<OpenTarget>;
}

/** A target that is ready. */
export interface OpenTarget {
  /** Holds for every input; it throws, answers false or does not end where it does not hold. */
  readonly property: fc.IRawProperty<unknown>;
  close?(): Promise<void>;
}
