import type { Temporal } from 'temporal-polyfill';
import { SKIP_REASONS } from '../rules/reminderPlan';
import type { SkipReason } from '../rules/reminderPlan';
import { choiceOf, instantOf, numberOf, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { inWindow, itemsInWindow, newestWindow } from './idWindows';
import { quoted } from './odata';
import type { ReminderStatus } from './reminders';
import { REMINDER_STATUSES, SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** What is recorded of one reminder to one place, as far as the secretariat looks at it. */
export interface LedgerRow {
  readonly id: number;
  readonly etag: string;
  /** The key of rules/reminderPlan or rules/dateCorrection; its last part names the place. */
  readonly key: string;
  readonly kind: string;
  readonly dueAt: Temporal.Instant;
  readonly status: ReminderStatus;
  readonly skipReason?: SkipReason;
  readonly attempts: number;
  readonly postedAt?: Temporal.Instant;
  /** When it got its state, by the site's clock. */
  readonly modifiedAt: Temporal.Instant;
}

const COLUMNS = ['Id', 'ReminderKey', 'ReminderKind', 'DueAt', 'ReminderStatus', 'SkipReason', 'PostedAt', 'Attempts', 'Modified'] as const;
type LedgerColumns = Pick<Row<typeof SITE_SCHEMA.reminders>, (typeof COLUMNS)[number] | 'odata.etag'>;

/**
 * What was posted where, for the secretariat's page. One meeting may have far more rows than the site lets a condition find, so
 * it is read in windows of ids.
 */
export class ReminderLedger {
  private readonly list: SiteList<typeof SITE_SCHEMA.reminders>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.reminders);
  }

  /** The number of the newest window; -1 when nothing was ever recorded. @throws SiteError */
  public async newestWindow(): Promise<number> {
    return newestWindow(this.list);
  }

  /** What is recorded about a meeting in a window, oldest first. @throws SiteError */
  public async window(window: number, meetingId: number): Promise<LedgerRow[]> {
    return (await itemsInWindow<LedgerColumns>(this.list, window, COLUMNS, `MeetingId eq ${meetingId}`)).flatMap((row) => rowOf(row) ?? []);
  }

  /**
   * One page of the rows in a window whose keys begin with something, oldest first.
   * @param after the id of the last row that is known
   * @throws SiteError
   */
  public async page(window: number, prefix: string, after: number, limit: number): Promise<LedgerRow[]> {
    const rows = await this.list.list.items
      .select(...COLUMNS)
      .filter(inWindow(window, `startswith(ReminderKey,${quoted(prefix)})`))
      .top(limit)
      .skip(after)<LedgerColumns[]>();
    return rows.flatMap((row) => rowOf(row) ?? []);
  }

  /**
   * Records that somebody saw an interrupted post in its place.
   * @throws SiteError `changedByOthers` when it is no longer as it was shown
   */
  public async isThere({ id, etag, modifiedAt }: LedgerRow): Promise<void> {
    await this.list.update(id, { ReminderStatus: 'posted', PostedAt: modifiedAt.toString() }, etag);
  }

  /**
   * Records that an interrupted post did not arrive, so that the service may claim it again.
   * @throws SiteError `changedByOthers` when it is no longer as it was shown
   */
  public async isMissing({ id, etag }: LedgerRow): Promise<void> {
    await this.list.update(id, { ReminderStatus: 'failed' }, etag);
  }
}

/** @returns undefined for an item that was entered by hand without the columns that make it a reminder */
function rowOf(row: LedgerColumns): LedgerRow | undefined {
  const key = textOf(row.ReminderKey);
  const dueAt = instantOf(row.DueAt);
  const modifiedAt = instantOf(row.Modified);
  if (key === undefined || dueAt === undefined || modifiedAt === undefined) {
    return undefined;
  }
  const skipReason = choiceOf(row.SkipReason, SKIP_REASONS);
  const postedAt = instantOf(row.PostedAt);
  return {
    id: row.Id,
    etag: row['odata.etag'],
    key,
    kind: textOf(row.ReminderKind) ?? '',
    dueAt,
    status: choiceOf(row.ReminderStatus, REMINDER_STATUSES) ?? 'claimed',
    attempts: numberOf(row.Attempts) ?? 0,
    modifiedAt,
    ...(skipReason === undefined ? {} : { skipReason }),
    ...(postedAt === undefined ? {} : { postedAt })
  };
}
