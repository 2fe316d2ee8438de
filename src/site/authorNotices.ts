import type { Temporal } from 'temporal-polyfill';
import { choiceOf, instantOf, numberOf, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import type { Contribution } from './contribution';
import { isSiteError } from './errors';
import { NOTICE_KINDS, NOTICE_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';

/** What an author is told of. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** How far a notice got: `claimed` before it is posted; `skipped` when it was overtaken by something newer. */
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/** Something that an author is to be told, once. */
export interface NoticeSubject {
  /** Unique, at most 255 characters. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly contributionId: number;
  readonly authorEmail: string;
  /** What it says, JSON. */
  readonly detail: string;
}

/** What is recorded of a notice. */
export interface AuthorNotice extends NoticeSubject {
  readonly id: number;
  readonly etag: string;
  readonly status: NoticeStatus;
  /** When it got its state, by the site's clock. */
  readonly modifiedAt: Temporal.Instant;
}

/** What a notice says that the secretariat asked for by hand. */
export const ASKED_BY_SECRETARIAT = 'askedBySecretariat';

/**
 * The notice that reminds an author of what a document lacks because the secretariat asks for it: one a day, so that
 * asking twice reminds once.
 * @param today the date in the group's zone
 */
export function askedNotice({ id, uniqueId, createdBy }: Contribution, today: Temporal.PlainDate): NoticeSubject {
  return { kind: 'attention', key: `asked/${uniqueId.toLowerCase()}/${today.toString()}`, contributionId: id, authorEmail: createdBy.email.toLowerCase(), detail: ASKED_BY_SECRETARIAT };
}

type NoticeRow = Row<typeof SITE_SCHEMA.authorNotices>;

/**
 * What authors are to be told and were told. A notice is entered under its unique key before anything is posted, so
 * it outlives the process and an author whom the bot does not know yet; it is claimed by one process, posted, and
 * recorded.
 */
export class AuthorNotices {
  private readonly list: SiteList<typeof SITE_SCHEMA.authorNotices>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.authorNotices);
  }

  /** Enters a notice; one that is entered already stays as it is. */
  public async enter(subject: NoticeSubject): Promise<void> {
    try {
      await this.list.add({
        Title: subject.kind,
        NoticeKey: subject.key,
        NoticeKind: subject.kind,
        NoticeDetail: subject.detail,
        ContributionId: subject.contributionId,
        AuthorEmail: subject.authorEmail.toLowerCase(),
        NoticeStatus: 'due'
      });
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
    }
  }

  /** The notices that nobody has posted or given up, in the order in which they were entered. */
  public async due(): Promise<AuthorNotice[]> {
    return this.read("NoticeStatus eq 'due'");
  }

  /** All notices about a document. */
  public async ofContribution(contributionId: number): Promise<AuthorNotice[]> {
    return this.read(`ContributionId eq ${contributionId}`);
  }

  /**
   * Takes the right to post a notice.
   * @returns whether it is the caller's; a claim whose answer was lost recognises itself by its token
   */
  public async claim({ id, etag }: AuthorNotice): Promise<boolean> {
    const token = crypto.randomUUID();
    try {
      await this.list.update(id, { NoticeStatus: 'claimed', ClaimToken: token }, etag);
      return true;
    } catch (error) {
      if (!isSiteError(error, 'changedByOthers')) {
        throw error;
      }
      return (await this.list.get(id))?.ClaimToken === token;
    }
  }

  /** Records that Teams took the post. */
  public async posted(id: number, { activityId, postedAt }: { activityId: string; postedAt: Temporal.Instant }): Promise<void> {
    await this.list.update(id, { NoticeStatus: 'posted', ActivityId: activityId, PostedAt: postedAt.toString() }, ANY_VERSION);
  }

  /** Gives a claimed notice back, because Teams certainly did not take the post. */
  public async giveBack(id: number): Promise<void> {
    await this.list.update(id, { NoticeStatus: 'due' }, ANY_VERSION);
  }

  /** Records that a notice is not posted at all. */
  public async skip({ id, etag }: AuthorNotice): Promise<void> {
    await this.list.update(id, { NoticeStatus: 'skipped' }, etag);
  }

  private async read(filter: string): Promise<AuthorNotice[]> {
    return (await this.list.all(filter)).flatMap((row) => noticeOf(row) ?? []);
  }
}

/** @returns undefined for an item that was entered by hand without the columns that make it a notice */
function noticeOf(row: NoticeRow): AuthorNotice | undefined {
  const key = textOf(row.NoticeKey);
  const kind = choiceOf(row.NoticeKind, NOTICE_KINDS);
  const contributionId = numberOf(row.ContributionId);
  const authorEmail = textOf(row.AuthorEmail);
  const modifiedAt = instantOf(row.Modified);
  if (key === undefined || kind === undefined || contributionId === undefined || authorEmail === undefined || modifiedAt === undefined) {
    return undefined;
  }
  return {
    id: row.Id,
    etag: row['odata.etag'],
    key,
    kind,
    contributionId,
    authorEmail,
    modifiedAt,
    detail: textOf(row.NoticeDetail) ?? '',
    status: choiceOf(row.NoticeStatus, NOTICE_STATUSES) ?? 'due'
  };
}
