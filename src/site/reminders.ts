import type { Temporal } from 'temporal-polyfill';
import { isInterrupted } from '../rules/interruptedPost';
import { SKIP_REASONS } from '../rules/reminderPlan';
import type { SkipReason } from '../rules/reminderPlan';
import { choiceOf, instantOf, numberOf, selectedColumns, textOf } from './columnValues';
import type { Row, RowValues } from './columnValues';
import type { SiteConnection } from './connection';
import { isSiteError } from './errors';
import type { SiteError } from './errors';
import { allInWindows } from './idWindows';
import { quoted } from './odata';
import { REMINDER_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';
import type { SiteZone } from './siteZone';

/**
 * How far a reminder got:
 * - `claimed`: somebody is about to send it together with others; certainly not posted yet;
 * - `sending`: it is being posted; nobody knows whether it was while nothing else is recorded;
 * - `posted`;
 * - `failed`: certainly not posted; it may be claimed again;
 * - `skipped`: it is not posted at all.
 */
export type ReminderStatus = (typeof REMINDER_STATUSES)[number];

/** A reminder for one channel. */
export interface ReminderSubject {
  /** The key of rules/reminderPlan or rules/dateCorrection, unique, at most 255 characters. */
  readonly key: string;
  /** The deadlines it is about. */
  readonly kind: string;
  /** The meeting it is about; undefined when it is about none. */
  readonly meetingId?: number;
  /** The key of whoever is told. */
  readonly subscriber?: string;
  readonly dueAt: Temporal.Instant;
  /** The last day that it tells, in the group's zone. */
  readonly announcedDate?: Temporal.PlainDate;
}

/** The right to post a reminder, held by one process. */
export interface Claim {
  readonly id: number;
  readonly key: string;
  /** How often it was tried, this time included. */
  readonly attempts: number;
}

/** A claim of which nothing says yet that it is being sent. */
interface EarlyClaim extends Claim {
  readonly etag: string;
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

/** States without an end. In this order: a reminder that goes on while they are read is found twice rather than not at all. */
const UNFINISHED = ['claimed', 'sending', 'failed'] as const satisfies readonly ReminderStatus[];
/** How often a write is sent whose answer was lost. */
const WRITE_ATTEMPTS = 3;
/** Between claiming the first of several and sending lie a few requests; whoever takes longer is gone. */
const CLAIM_LASTS_MINUTES = 5;
/** A request's address stays well below 2,048 characters, IIS's default limit of a query string. */
const LONGEST_FILTER = 1200;

/** Whether a reminder may be claimed at an instant: it failed, or whoever claimed it is gone. */
export function isFree({ status, modifiedAt }: Pick<ReminderRecord, 'status' | 'modifiedAt'>, now: Temporal.Instant): boolean {
  return status === 'failed' || (status === 'claimed' && isPast(modifiedAt, CLAIM_LASTS_MINUTES, now));
}

/** Either way: the clock may have been set back since. */
function isPast(instant: Temporal.Instant, minutes: number, now: Temporal.Instant): boolean {
  return Math.abs(now.since(instant).total('minutes')) > minutes;
}

/**
 * What was posted where. A reminder is claimed by inserting its unique key, posted, and recorded as posted; two
 * processes, or one that starts again, can never both post it.
 *
 * What is recorded as `sending` was perhaps posted, so it is never claimed again; that is why it is written last before
 * the post. One reminder alone is inserted as `sending` at once; of several the first is inserted as `claimed`, which
 * decides who posts them, then the others, and all of them become `sending` in one request.
 */
export class Reminders {
  private readonly list: SiteList<RemindersSchema>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.reminders);
  }

  /**
   * Claims reminders that are to be posted together, and records them as being sent. Whoever has the first has the others as
   * far as they are free. A claim whose answer was lost is sent again and recognises its own item by the token.
   * @param token made for this time only
   * @returns those that the caller must post now; none when somebody else has the first
   * @throws SiteError some of them may be recorded by then: {@link release} gives them back
   */
  public async claim([first, ...others]: readonly [ReminderSubject, ...ReminderSubject[]], token: string): Promise<Claim[]> {
    const alone = others.length === 0;
    const firstClaim = await this.claimOne(first, token, alone ? 'sending' : 'claimed');
    if (firstClaim === 'taken') {
      return [];
    }
    return alone ? [firstClaim] : this.send([firstClaim, ...(await this.claimMany(others, token))], token);
  }

  /**
   * Gives back what a token claimed and was not posted, so that it may be claimed again.
   * @throws SiteError
   */
  public async release(keys: readonly string[], token: string): Promise<void> {
    for (const row of await this.rows(keys)) {
      if (row.ClaimToken === token && (row.ReminderStatus === 'claimed' || row.ReminderStatus === 'sending')) {
        await this.updateUnlessChanged(row, { ReminderStatus: 'failed' });
      }
    }
  }

  /** What is recorded under keys; keys without a record are left out. */
  public async find(keys: readonly string[]): Promise<ReminderRecord[]> {
    return this.recordsOf(await this.rows(keys));
  }

  /** Records that Teams took a post that told of some reminders. It may be recorded again. @throws SiteError */
  public async posted(claims: readonly Claim[], { activityId, postedAt }: { activityId: string; postedAt: Temporal.Instant }): Promise<void> {
    await this.record(claims, { ReminderStatus: 'posted', ActivityId: activityId, PostedAt: postedAt.toString() });
  }

  /** Records that Teams certainly did not take a post, so that its reminders may be claimed again. @throws SiteError */
  public async failed(claims: readonly Claim[]): Promise<void> {
    await this.record(claims, { ReminderStatus: 'failed' });
  }

  /**
   * Records that a reminder is not posted at all, and why. One that failed, or whose claimer is gone, is not posted any more;
   * one that is posted or skipped already stays so.
   * @returns the state that it has then; while somebody is about to post it, or may have, it is not skipped
   * @throws SiteError
   */
  public async skipped(subject: ReminderSubject, reason: SkipReason): Promise<ReminderStatus> {
    try {
      const values = valuesOf(subject, await this.connection.zone());
      await this.list.add({ ...values, ReminderStatus: 'skipped', SkipReason: reason, Attempts: 0 });
      return 'skipped';
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
    }
    const [row] = await this.rows([subject.key]);
    const status = row === undefined ? undefined : choiceOf(row.ReminderStatus, REMINDER_STATUSES);
    if (row === undefined || status === undefined || !this.isFreeRow(row)) {
      return status ?? 'claimed';
    }
    return (await this.updateUnlessChanged(row, { ReminderStatus: 'skipped', SkipReason: reason })) ? 'skipped' : 'claimed';
  }

  /**
   * Reminders that have no end yet: `claimed` and `sending` ones, under way or left behind by a process that was stopped, and
   * `failed` ones, which wait to be tried again.
   * @throws SiteError
   */
  public async unfinished(): Promise<ReminderRecord[]> {
    const records: ReminderRecord[] = [];
    for (const status of UNFINISHED) {
      records.push(...(await this.withStatus(status)));
    }
    return records;
  }

  /**
   * Reminders that were being sent and of which nobody recorded the end for some time: each was perhaps posted, and none is
   * posted again. The secretariat looks whether it stands in the channel.
   * @throws SiteError
   */
  public async interrupted(): Promise<ReminderRecord[]> {
    const sending = await this.withStatus('sending');
    const now = this.connection.clock.now();
    return sending.filter(({ modifiedAt }) => isInterrupted(modifiedAt, now));
  }

  /** Everything that was posted about a meeting to a subscriber, oldest first. */
  public async postedTo(subscriber: string, meetingId: number): Promise<ReminderRecord[]> {
    return this.read(`ReminderPlace eq ${quoted(placeOf(subscriber, meetingId))} and ReminderStatus eq 'posted'`);
  }

  /** What was told by one message in Teams; an id can be that of messages in several conversations. */
  public async postedAs(activityId: string): Promise<ReminderRecord[]> {
    return this.read(`ActivityId eq ${quoted(activityId)} and ReminderStatus eq 'posted'`);
  }

  private async claimOne(subject: ReminderSubject, token: string, status: 'claimed' | 'sending'): Promise<EarlyClaim | 'taken'> {
    const values = valuesOf(subject, await this.connection.zone());
    return repeated(async () => {
      try {
        const { id, etag } = await this.list.add({ ...values, ReminderStatus: status, ClaimToken: token, Attempts: 1 });
        return { id, etag, key: subject.key, attempts: 1 };
      } catch (error) {
        if (isSiteError(error, 'duplicate')) {
          return this.claimExisting(subject.key, token, status);
        }
        throw error;
      }
    });
  }

  /** Those of some reminders that are free, claimed. */
  private async claimMany(subjects: readonly ReminderSubject[], token: string): Promise<EarlyClaim[]> {
    const zone = await this.connection.zone();
    const claims: EarlyClaim[] = [];
    const again: ReminderSubject[] = [];
    try {
      const added = await this.list.addAll(subjects.map((subject) => ({ ...valuesOf(subject, zone), ReminderStatus: 'claimed', ClaimToken: token, Attempts: 1 })));
      added.forEach((result, index) => {
        if (isSiteError(result)) {
          again.push(subjects[index]);
        } else {
          claims.push({ ...result, key: subjects[index].key, attempts: 1 });
        }
      });
    } catch (error) {
      if (!isSiteError(error, 'unreachable')) {
        throw error;
      }
      again.push(...subjects);
    }
    for (const subject of again) {
      const claim = await this.claimOne(subject, token, 'claimed');
      if (claim !== 'taken') {
        claims.push(claim);
      }
    }
    return claims;
  }

  private async claimExisting(key: string, token: string, status: 'claimed' | 'sending'): Promise<EarlyClaim | 'taken'> {
    const [row] = await this.rows([key]);
    if (row === undefined) {
      return 'taken';
    }
    const attempts = numberOf(row.Attempts) ?? 1;
    if (row.ClaimToken === token && row.ReminderStatus === status) {
      return { id: row.Id, etag: row['odata.etag'], key, attempts };
    }
    if (!this.isFreeRow(row)) {
      return 'taken';
    }
    // Whoever only claimed it has not tried it.
    const tried = row.ReminderStatus === 'failed' ? attempts + 1 : attempts;
    const etag = await this.updateUnlessChanged(row, { ReminderStatus: status, ClaimToken: token, Attempts: tried });
    return etag === undefined ? 'taken' : { id: row.Id, etag, key, attempts: tried };
  }

  /** Records claims as being sent, unless somebody took one over because this process was silent for too long. */
  private async send(claims: readonly EarlyClaim[], token: string): Promise<Claim[]> {
    const values = { ReminderStatus: 'sending' } as const;
    let refused: readonly (SiteError | undefined)[];
    try {
      refused = await this.list.updateAll(claims.map(({ id, etag }) => ({ id, etag, values })));
    } catch (error) {
      if (!isSiteError(error, 'unreachable')) {
        throw error;
      }
      const rows = await this.rows(claims.map(({ key }) => key));
      const isSending = (id: number): boolean => rows.some((row) => row.Id === id && row.ClaimToken === token && row.ReminderStatus === 'sending');
      return claims.filter(({ id }) => isSending(id));
    }
    return claims.filter((_claim, index) => refused[index] === undefined);
  }

  /**
   * What is being sent nobody else takes over, so its etag would protect from nobody; but when the answer to the first
   * try was lost, the etag would refuse the second.
   */
  private async record(claims: readonly Claim[], values: RowValues<RemindersSchema>): Promise<void> {
    const refused = await repeated(() => this.list.updateAll(claims.map(({ id }) => ({ id, values, etag: ANY_VERSION }))));
    // One that somebody removed by hand needs no record any more.
    const error = refused.find((each) => each !== undefined && each.kind !== 'notFound');
    if (error !== undefined) {
      throw error;
    }
  }

  /** @returns the new etag, or undefined when somebody else was faster */
  private async updateUnlessChanged(row: ReminderRow, values: RowValues<RemindersSchema>): Promise<string | undefined> {
    try {
      return await this.list.update(row.Id, values, row['odata.etag']);
    } catch (error) {
      if (isSiteError(error, 'changedByOthers', 'notFound')) {
        return undefined;
      }
      throw error;
    }
  }

  private isFreeRow(row: ReminderRow): boolean {
    const status = choiceOf(row.ReminderStatus, REMINDER_STATUSES);
    const modifiedAt = instantOf(row.Modified);
    return status !== undefined && modifiedAt !== undefined && isFree({ status, modifiedAt }, this.connection.clock.now());
  }

  private async rows(keys: readonly string[]): Promise<ReminderRow[]> {
    const filters: string[] = [];
    for (const condition of keys.map((key) => `ReminderKey eq ${quoted(key)}`)) {
      const last = filters[filters.length - 1];
      if (last !== undefined && last.length + condition.length < LONGEST_FILTER) {
        filters[filters.length - 1] = `${last} or ${condition}`;
      } else {
        filters.push(condition);
      }
    }
    return this.list.findAll(filters.map((filter) => `(${filter})`));
  }

  /** Few have a state without an end, and the index finds them; when they are more than the site lets it find, they are read in windows of ids. */
  private async withStatus(status: ReminderStatus): Promise<ReminderRecord[]> {
    const condition = `ReminderStatus eq ${quoted(status)}`;
    try {
      return await this.read(condition);
    } catch (error) {
      if (!isSiteError(error, 'tooManyItems')) {
        throw error;
      }
      return this.recordsOf(await allInWindows<ReminderRow>(this.list, selectedColumns(this.list.schema), condition));
    }
  }

  private async read(filter: string): Promise<ReminderRecord[]> {
    return this.recordsOf(await this.list.all(filter));
  }

  private async recordsOf(rows: readonly ReminderRow[]): Promise<ReminderRecord[]> {
    const zone = await this.connection.zone();
    return rows.flatMap((row) => recordOf(row, zone) ?? []);
  }
}

/** Sends a request again whose answer was lost; it must do no harm to do it twice. */
async function repeated<Result>(request: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      if (!isSiteError(error, 'unreachable') || attempt === WRITE_ATTEMPTS) {
        throw error;
      }
    }
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
    status: choiceOf(row.ReminderStatus, REMINDER_STATUSES) ?? 'sending',
    attempts: numberOf(row.Attempts) ?? 0,
    modifiedAt,
    ...(skipReason === undefined ? {} : { skipReason }),
    ...(announced === undefined ? {} : { announcedDate: zone.toDate(announced) }),
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(activityId === undefined ? {} : { activityId })
  };
}
