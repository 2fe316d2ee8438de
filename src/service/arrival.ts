import { Temporal } from 'temporal-polyfill';
import type { FileVersion } from '../site/contribution';
import type { ListChange } from '../site/listChange';

/** What the library's change log says about one file in the span that was read. */
export interface ChangeEvidence {
  /** When the file first came into the library: added, moved in or restored. */
  readonly enteredAt?: Temporal.Instant;
  /** When it last changed in any way, where that was read. */
  readonly lastChangedAt?: Temporal.Instant;
}

/** The log notes an upload a moment after the file's own creation time; a difference up to this is the same event. */
const MARGIN_SECONDS = 60;

const ENTERING: readonly ListChange['type'][] = ['add', 'move', 'restore'];

/** Whether a change may be the one by which a file came into the library. */
export function isEntrance({ type }: ListChange): boolean {
  return ENTERING.includes(type);
}

/** The evidence of a stretch of the change log, for each item in the order of its first change. */
export function evidenceOf(changes: readonly ListChange[]): Map<number, ChangeEvidence> {
  const found = new Map<number, ChangeEvidence>();
  for (const change of changes) {
    const { itemId, at } = change;
    found.set(itemId, bothEvidence(found.get(itemId), { lastChangedAt: at, ...(isEntrance(change) ? { enteredAt: at } : {}) }));
  }
  return found;
}

/** What two stretches of the log say of one file. */
export function bothEvidence(a: ChangeEvidence | undefined, b: ChangeEvidence): ChangeEvidence {
  const enteredAt = firstOf(a?.enteredAt, b.enteredAt);
  const lastChangedAt = lastOf(a?.lastChangedAt, b.lastChangedAt);
  return { ...(enteredAt === undefined ? {} : { enteredAt }), ...(lastChangedAt === undefined ? {} : { lastChangedAt }) };
}

/**
 * When a file arrived: the moment that the library recorded, by which its standing is decided.
 *
 * - A file that is uploaded gets its creation time from the library, and that time binds.
 * - A file that is moved or copied in can bring an older creation time along. Then the time at which the change log
 *   saw it come in binds, when it is later by more than a minute.
 * - Never the modification time of a later edit: completing the form does not make a contribution late.
 * - A file that was here without content, as the start of an upload in pieces leaves it, was no contribution yet. It
 *   arrived with the first version that has content. Where the library keeps no such versions but the service saw the
 *   empty file, it arrived at the latest at its last change in the log.
 *
 * Source: domain rule "the time that counts is when the file reached the library, as the library recorded it".
 *
 * @param seenEmpty whether the file was seen in the library without content before
 * @param earlier the versions of the file before its current one, the oldest first
 */
export function arrivalOf(
  file: { readonly createdAt: Temporal.Instant; readonly modifiedAt: Temporal.Instant },
  evidence: ChangeEvidence | undefined,
  seenEmpty: boolean,
  earlier: readonly FileVersion[] = []
): Temporal.Instant {
  const begunEmpty = earlier[0]?.size === 0;
  if (seenEmpty && !begunEmpty) {
    return evidence?.lastChangedAt ?? file.modifiedAt;
  }
  const complete = begunEmpty ? (earlier.find(({ size }) => size > 0)?.at ?? file.modifiedAt) : file.createdAt;
  const enteredAt = evidence?.enteredAt;
  return enteredAt !== undefined && enteredAt.since(complete).total('seconds') > MARGIN_SECONDS ? enteredAt : complete;
}

function firstOf(a: Temporal.Instant | undefined, b: Temporal.Instant | undefined): Temporal.Instant | undefined {
  return a === undefined || (b !== undefined && Temporal.Instant.compare(b, a) < 0) ? b : a;
}

function lastOf(a: Temporal.Instant | undefined, b: Temporal.Instant | undefined): Temporal.Instant | undefined {
  return a === undefined || (b !== undefined && Temporal.Instant.compare(b, a) > 0) ? b : a;
}
