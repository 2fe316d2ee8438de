import { DEADLINE_KINDS } from '../../../../rules/deadlineKind';
import type { DeadlineKind } from '../../../../rules/deadlineKind';
import type { SkipReason } from '../../../../rules/reminderPlan';
import type { LedgerRow } from '../../../../site/reminderLedger';
import { Temporal } from 'temporal-polyfill';

/** What is posted later than this after its time is late; so long it may take to post to thousands of channels. */
const LATE_AFTER_MINUTES = 30;

/** What was posted: a planned reminder, a correction of a date that was told, or something about interpretation. */
export type GroupType = 'step' | 'correction' | 'interpretation' | 'interpretationProposal' | 'other';

/** What is recorded of one reminder to all places. */
export interface LedgerGroup {
  /** What the keys of its rows begin with; of a planned reminder the key without a subscriber. */
  readonly id: string;
  readonly type: GroupType;
  /** The deadlines it is about. */
  readonly kinds: readonly DeadlineKind[];
  /** The step and the day of the deadline, of a planned reminder. */
  readonly daysBefore?: number;
  readonly date?: Temporal.PlainDate;
  /** When it was to be posted, the earliest where that differs. */
  readonly dueAt: Temporal.Instant;
  readonly posted: number;
  /** Of those that were posted. */
  readonly late: number;
  readonly early: number;
  /** How many were skipped, by the reason; an empty text for none that is known. */
  readonly skipped: ReadonlyMap<SkipReason | '', number>;
  /** The windows of ids in which its rows lie. */
  readonly windows: readonly number[];
  /** What is not at its end: under way, interrupted, or failed. */
  readonly open: readonly LedgerRow[];
}

/** The groups of rows, by their ids. */
export type LedgerGroups = ReadonlyMap<string, LedgerGroup>;

/** When a row was posted against its plan. */
export type Punctuality = 'onTime' | 'late' | 'early';

/** Whether something was posted at its time. */
export function punctualityOf({ dueAt, postedAt }: Pick<LedgerRow, 'dueAt' | 'postedAt'>): Punctuality {
  if (postedAt === undefined) {
    return 'onTime';
  }
  const minutes = postedAt.since(dueAt).total('minutes');
  return minutes < 0 ? 'early' : minutes > LATE_AFTER_MINUTES ? 'late' : 'onTime';
}

/** The place to which a row was posted, as it stands at the end of its key. */
export function placeOf({ key }: Pick<LedgerRow, 'key'>): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Gathers the rows of a window by what was posted. */
export function groupRows(rows: readonly LedgerRow[], window: number): LedgerGroups {
  const groups = new Map<string, LedgerGroup>();
  for (const row of rows) {
    const id = groupIdOf(row);
    groups.set(id, joined(groups.get(id), groupOf(row, id, window)));
  }
  return groups;
}

/** The groups of several windows as one. */
export function joinGroups(windows: Iterable<LedgerGroups>): LedgerGroups {
  const all = new Map<string, LedgerGroup>();
  for (const groups of windows) {
    groups.forEach((group, id) => all.set(id, joined(all.get(id), group)));
  }
  return all;
}

/** A correction's key ends with the announcement that it corrects and the place, every other one with the place. */
function groupIdOf({ key }: LedgerRow): string {
  const parts = key.split('/');
  return `${parts.slice(0, parts[0] === 'correction' ? -2 : -1).join('/')}/`;
}

function groupOf(row: LedgerRow, id: string, window: number): LedgerGroup {
  const punctuality = row.status === 'posted' ? punctualityOf(row) : undefined;
  const named = row.kind.split('+');
  return {
    id,
    ...planIn(id),
    kinds: DEADLINE_KINDS.filter((kind) => named.includes(kind)),
    dueAt: row.dueAt,
    posted: row.status === 'posted' ? 1 : 0,
    late: punctuality === 'late' ? 1 : 0,
    early: punctuality === 'early' ? 1 : 0,
    skipped: new Map(row.status === 'skipped' ? [[row.skipReason ?? '', 1]] : []),
    windows: [window],
    open: row.status === 'posted' || row.status === 'skipped' ? [] : [row]
  };
}

function planIn(id: string): Pick<LedgerGroup, 'type' | 'daysBefore' | 'date'> {
  const [first, , date, days] = id.split('/');
  if (first === 'correction' || first === 'interpretation' || first === 'interpretationProposal') {
    return { type: first };
  }
  return /^\d+$/.test(first) && /^\d{4}-\d\d-\d\d$/.test(date ?? '') && /^-?\d+$/.test(days ?? '')
    ? { type: 'step', date: Temporal.PlainDate.from(date), daysBefore: Number(days) }
    : { type: 'other' };
}

function joined(one: LedgerGroup | undefined, other: LedgerGroup): LedgerGroup {
  if (one === undefined) {
    return other;
  }
  const skipped = new Map(one.skipped);
  other.skipped.forEach((count, reason) => skipped.set(reason, (skipped.get(reason) ?? 0) + count));
  return {
    ...one,
    kinds: DEADLINE_KINDS.filter((kind) => one.kinds.includes(kind) || other.kinds.includes(kind)),
    dueAt: Temporal.Instant.compare(one.dueAt, other.dueAt) <= 0 ? one.dueAt : other.dueAt,
    posted: one.posted + other.posted,
    late: one.late + other.late,
    early: one.early + other.early,
    skipped,
    windows: [...new Set([...one.windows, ...other.windows])],
    open: other.open.length === 0 ? one.open : [...one.open, ...other.open]
  };
}
