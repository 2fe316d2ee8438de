import type { Temporal } from 'temporal-polyfill';
import { SKIP_REASONS } from '../rules/reminderPlan';
import type { SkipReason } from '../rules/reminderPlan';
import { choiceOf, instantOf, numberOf, textOf } from './columnValues';
import type { Row, RowValues } from './columnValues';
import type { SiteConnection } from './connection';
import { isSiteError } from './errors';
import { quoted } from './odata';
import { REMINDER_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';
import type { SiteZone } from './siteZone';

/** How far a reminder got: `claimed` before it is posted, then `posted`, or `failed`, which may be claimed again. */
export type ReminderStatus = (typeof REMINDER_STATUSES)[number];

/** A reminder for one channel. */
export interface ReminderSubject {
  /** The key of rules/reminderPlan or rules/dateCorrection, unique, at most 255 characters. */
  readonly key: string;
  /** The deadlines it is about. */
  readonly kind: string;
  /** The meeting it is about; undefined when it is about none. */
  readonly meetingId?: number;
  readonly dueAt: Temporal.Instant;
  /** The key of whoever is told. */
  readonly subscriber?: string;
  /** The last day that it tells, in the group's zone. */
  readonly announcedDate?: Temporal.PlainDate;
}

/** The right to post a reminder, held by one process. */
export interface Claim {
  readonly id: number;
  readonly etag: string;
  readonly key: string;
  /** How often it was tried, this time included. */
  readonly attempts: number;
}

/** What is recorded of a reminder. */
export interface ReminderRecord extends ReminderSubject {
  readonly id: number;
  readonly status: ReminderStatus;
  /** Why it was skipped. */
  readonly skipReason?: SkipReason;
  readonly attempts: number;
  readonly postedAt?: Temporal.Instant;
  readonly activityId?: string;
  /** When it got its state, by the site's clock. */
  readonly modifiedAt: Temporal.Instant;
}

type RemindersSchema = typeof SITE_SCHEMA.reminders;
type ReminderRow = Row<RemindersSchema>;

const CLAIM_ATTEMPTS = 3;
/** A request's address stays well below 2,048 characters, IIS's default limit of a query string. */
const LONGEST_FILTER = 1200;

/**
 * What was posted where. A reminder is claimed by inserting its unique key, posted, and recorded as posted; two
 * processes, or one that starts again, can never both post it.
 */
export class Reminders {
  private readonly list: SiteList<RemindersSchema>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.reminders);
  }

  /**
   * Claims a reminder by inserting its key. A claim whose answer was lost is sent again and recognises its own item
   * by a token. A reminder that failed earlier can be claimed again, by one claimer.
   * @returns `taken` when somebody else claimed, posted or skipped it
   */
  public async claim(subject: ReminderSubject): Promise<Claim | 'taken'> {
    const token = crypto.randomUUID();
    const values = valuesOf(subject, await this.connection.zone());
    for (let attempt = 1; ; attempt++) {
      try {
        const { id, etag } = await this.list.add({ ...values, ReminderStatus: 'claimed', ClaimToken: token, Attempts: 1 });
        return { id, etag, key: subject.key, attempts: 1 };
      } catch (error) {
        if (isSiteError(error, 'duplicate')) {
          return this.claimExisting(subject.key, token);
        }
        if (!isSiteError(error, 'unreachable') || attempt === CLAIM_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  /** What is recorded under keys; keys without a record are left out. */
  public async find(keys: readonly string[]): Promise<ReminderRecord[]> {
    const filters: string[] = [];
    for (const condition of keys.map((key) => `ReminderKey eq ${quoted(key)}`)) {
      const last = filters[filters.length - 1];
      if (last !== undefined && last.length + condition.length < LONGEST_FILTER) {
        filters[filters.length - 1] = `${last} or ${condition}`;
      } else {
        filters.push(condition);
      }
    }
    const records: ReminderRecord[] = [];
    // One after the other: a service that starts asks for everything that was ever due.
    for (const filter of filters) {
      records.push(...(await this.read(`(${filter})`)));
    }
    return records;
  }

  /** Records that Teams took the post. @returns the claim at its new version */
  public async posted(claim: Claim, { activityId, postedAt }: { activityId: string; postedAt: Temporal.Instant }): Promise<Claim> {
    return this.record(claim, { ReminderStatus: 'posted', ActivityId: activityId, PostedAt: postedAt.toString() });
  }

  /** Records that Teams certainly did not take the post, so that it may be claimed again. */
  public async failed(claim: Claim): Promise<Claim> {
    return this.record(claim, { ReminderStatus: 'failed' });
  }

  /** Records that a reminder is not posted at all, and why. One that has a record keeps it. */
  public async skipped(subject: ReminderSubject, reason: SkipReason): Promise<void> {
    try {
      const values = valuesOf(subject, await this.connection.zone());
      await this.list.add({ ...values, ReminderStatus: 'skipped', SkipReason: reason, Attempts: 0 });
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
    }
  }

  /** Claimed reminders of which nobody recorded the end: under way, or interrupted between claim and record. */
  public async unfinished(): Promise<ReminderRecord[]> {
    return this.read("ReminderStatus eq 'claimed'");
  }

  /** Everything that was posted about a meeting to a subscriber, oldest first. */
  public async postedTo(subscriber: string, meetingId: number): Promise<ReminderRecord[]> {
    return this.read(`ReminderPlace eq ${quoted(placeOf(subscriber, meetingId))} and ReminderStatus eq 'posted'`);
  }

  /** What was told by one message in Teams; an id can be that of messages in several conversations. */
  public async postedAs(activityId: string): Promise<ReminderRecord[]> {
    return this.read(`ActivityId eq ${quoted(activityId)} and ReminderStatus eq 'posted'`);
  }

  private async claimExisting(key: string, token: string): Promise<Claim | 'taken'> {
    const row = await this.list.find(`ReminderKey eq ${quoted(key)}`);
    if (row === undefined) {
      return 'taken';
    }
    const attempts = numberOf(row.Attempts) ?? 1;
    if (row.ClaimToken === token) {
      return { id: row.Id, etag: row['odata.etag'], key, attempts };
    }
    if (row.ReminderStatus !== 'failed') {
      return 'taken';
    }
    try {
      const values = { ReminderStatus: 'claimed', ClaimToken: token, Attempts: attempts + 1 };
      return { id: row.Id, etag: await this.list.update(row.Id, values, row['odata.etag']), key, attempts: attempts + 1 };
    } catch (error) {
      if (isSiteError(error, 'changedByOthers')) {
        return 'taken';
      }
      throw error;
    }
  }

  /**
   * Only the holder of a claim records its end, so its etag would protect from nobody; but when the answer to the first
   * try was lost, the etag would refuse the second.
   */
  private async record(claim: Claim, values: RowValues<RemindersSchema>): Promise<Claim> {
    return { ...claim, etag: await this.list.update(claim.id, values, ANY_VERSION) };
  }

  private async read(filter: string): Promise<ReminderRecord[]> {
    const [rows, zone] = await Promise.all([this.list.all(filter), this.connection.zone()]);
    return rows.flatMap((row) => recordOf(row, zone) ?? []);
  }
}

function valuesOf(subject: ReminderSubject, zone: SiteZone): RowValues<RemindersSchema> {
  return {
    Title: subject.kind,
    ReminderKey: subject.key,
    ReminderKind: subject.kind,
    ...(subject.meetingId === undefined ? {} : { MeetingId: subject.meetingId }),
    ...(subject.meetingId === undefined || subject.subscriber === undefined ? {} : { ReminderPlace: placeOf(subject.subscriber, subject.meetingId) }),
    DueAt: subject.dueAt.toString(),
    ...(subject.announcedDate === undefined ? {} : { AnnouncedDate: zone.toStored(subject.announcedDate) })
  };
}

/** One column for both, so that what is found by it stays little however much is posted about a meeting or to a channel. */
function placeOf(subscriber: string, meetingId: number): string {
  return `${meetingId}/${subscriber}`;
}

/** @returns undefined for an item that was entered by hand without the columns that make it a reminder */
function recordOf(row: ReminderRow, zone: SiteZone): ReminderRecord | undefined {
  const key = textOf(row.ReminderKey);
  const meetingId = numberOf(row.MeetingId);
  const dueAt = instantOf(row.DueAt);
  const modifiedAt = instantOf(row.Modified);
  if (key === undefined || dueAt === undefined || modifiedAt === undefined) {
    return undefined;
  }
  const postedAt = instantOf(row.PostedAt);
  const activityId = textOf(row.ActivityId);
  const announced = textOf(row.AnnouncedDate);
  const skipReason = choiceOf(row.SkipReason, SKIP_REASONS);
  return {
    id: row.Id,
    key,
    kind: textOf(row.ReminderKind) ?? '',
    ...(meetingId === undefined ? {} : { meetingId }),
    dueAt,
    status: choiceOf(row.ReminderStatus, REMINDER_STATUSES) ?? 'claimed',
    attempts: numberOf(row.Attempts) ?? 0,
    modifiedAt,
    ...(skipReason === undefined ? {} : { skipReason }),
    ...(announced === undefined ? {} : { announcedDate: zone.toDate(announced) }),
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(activityId === undefined ? {} : { activityId })
  };
}
