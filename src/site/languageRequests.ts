import '@pnp/sp/items';
import { Temporal } from 'temporal-polyfill';
import { delegationKey } from '../rules/delegationName';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { REQUEST_STATUSES } from '../rules/languageRequest';
import type { LanguageRequest, RequestState, RequestVersion } from '../rules/languageRequest';
import { choiceOf, instantOf, numberOf, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { currentUser } from './currentUser';
import { SiteError, isSiteError } from './errors';
import { quoted } from './odata';
import { REQUEST_ROW_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';

/** What is asked for: interpretation into a language for a delegation at a meeting. */
export type RequestSubject = Pick<LanguageRequest, 'meetingId' | 'language' | 'delegation'>;

/** A request as the list shows it; the service puts right what its history does not bear out. */
export interface ListedRequest extends Omit<LanguageRequest, 'status'> {
  readonly id: number;
  readonly etag: string;
  readonly status: (typeof REQUEST_ROW_STATUSES)[number];
  /** The address of who asked. */
  readonly requestedBy: string;
}

type RequestsSchema = typeof SITE_SCHEMA.languageRequests;

/** A version of a request with its number, which grows. */
export type NumberedVersion = RequestVersion & { readonly number: number };

interface VersionRow {
  readonly VersionId: number;
  readonly Created: string;
  readonly Editor?: { readonly LookupId?: number; readonly Email?: string };
  readonly RequestStatus?: unknown;
  readonly RequestedBy?: unknown;
}

/** As many versions of one request are read; people change their minds less often. */
const MOST_VERSIONS = 500;

/**
 * Requests for interpretation, one row for a meeting, language and delegation: its unique key keeps a delegation from
 * asking twice, and its versions are the history of asking and withdrawing.
 */
export class LanguageRequests {
  private readonly list: SiteList<RequestsSchema>;
  private account?: Promise<string>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.languageRequests);
  }

  /** A meeting's requests, in the order in which they were first entered. */
  public async ofMeeting(meetingId: number): Promise<ListedRequest[]> {
    return (await this.list.all(`MeetingId eq ${meetingId}`)).flatMap((row) => requestOf(row) ?? []);
  }

  /** The ids of all requests, in the order in which they were first entered. */
  public async ids(): Promise<number[]> {
    return (await this.list.all()).map(({ Id }) => Id);
  }

  /** The request with an id; undefined when there is none, or one without meeting, language or delegation. */
  public async get(id: number): Promise<ListedRequest | undefined> {
    const row = await this.list.get(id);
    return row === undefined ? undefined : requestOf(row);
  }

  /**
   * Asks for a language. Asking again for what stands already changes nothing; asking again after a withdrawal makes it
   * stand again.
   * @param by the address of who asks. It is believed only of the service's own account, which must have it verified;
   * of everybody else the site's own record of who wrote counts
   * @throws SiteError `notAllowed` when the person may not write
   */
  public async ask(subject: RequestSubject, by: string): Promise<void> {
    await this.say(subject, 'active', by);
  }

  /** Withdraws a request; without one nothing is done. @throws SiteError as {@link ask} */
  public async withdraw(subject: RequestSubject, by: string): Promise<void> {
    await this.say(subject, 'withdrawn', by);
  }

  /** The versions of a request, the oldest first. @throws SiteError `notFound` when it is gone */
  public async versions(id: number): Promise<NumberedVersion[]> {
    const rows = await this.list.list.items
      .getById(id)
      .versions.select('VersionId', 'Created', 'Editor', 'RequestStatus', 'RequestedBy')
      .top(MOST_VERSIONS)<VersionRow[]>();
    return [...rows]
      .sort((a, b) => a.VersionId - b.VersionId)
      .flatMap(({ VersionId, RequestStatus, RequestedBy, Editor, Created }) => {
        const status = choiceOf(RequestStatus, REQUEST_STATUSES);
        const onBehalfOf = textOf(RequestedBy)?.toLowerCase();
        const writtenBy = accountName(Editor?.Email, Editor?.LookupId);
        return status === undefined ? [] : [{ number: VersionId, status, writtenBy, writtenAt: Temporal.Instant.from(Created), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }];
      });
  }

  /** The account as which this connection writes, as {@link versions} names it; asked of the site once. */
  public async ownAccount(): Promise<string> {
    this.account ??= currentUser(this.connection).then(({ email, id }) => accountName(email, id));
    this.account.catch(() => (this.account = undefined));
    return this.account;
  }

  /**
   * Writes what the history of a request bears out.
   * @param state undefined when nobody who may speak for the delegation asked
   * @throws SiteError `changedByOthers` when the request was changed since `etag`
   */
  public async recordState(id: number, etag: string, state: RequestState | undefined): Promise<void> {
    const values =
      state === undefined
        ? { RequestStatus: 'refused' }
        : { RequestStatus: state.status, RequestedAt: state.requestedAt.toString(), RequestedBy: state.requestedBy };
    await this.list.update(id, values, etag);
  }

  private async say(subject: RequestSubject, status: 'active' | 'withdrawn', by: string): Promise<void> {
    const key = keyOf(subject);
    const row = await this.list.find(`RequestKey eq ${quoted(key)}`);
    const said = { RequestStatus: status, RequestedBy: by, RequestedAt: this.connection.clock.now().toString({ smallestUnit: 'second' }) };
    if (row !== undefined) {
      if (row.RequestStatus !== status) {
        await this.list.update(row.Id, said, ANY_VERSION);
      }
      return;
    }
    if (status === 'withdrawn') {
      return;
    }
    try {
      const { meetingId, language, delegation } = subject;
      await this.list.add({ Title: key, RequestKey: key, MeetingId: meetingId, Language: language, Delegation: delegation, ...said });
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      if ((await this.list.find(`RequestKey eq ${quoted(key)}`)) === undefined) {
        throw new SiteError('duplicate', `The request ${key} is there and cannot be read`, { cause: error });
      }
      // Somebody asked for the same at the same moment, or this request's answer was lost: it stands.
    }
  }
}

/** An account's address in small letters; one without an address, as an app has none, by its number on the site. */
function accountName(email: string | undefined, id: number | undefined): string {
  return email === undefined || email === '' ? `#${id ?? 0}` : email.toLowerCase();
}

function keyOf({ meetingId, language, delegation }: RequestSubject): string {
  return `${meetingId}/${language}/${delegationKey(delegation)}`;
}

function requestOf(row: Row<RequestsSchema>): ListedRequest | undefined {
  const meetingId = numberOf(row.MeetingId);
  const language: Language | undefined = choiceOf(row.Language, LANGUAGES);
  const delegation = textOf(row.Delegation);
  if (meetingId === undefined || language === undefined || delegation === undefined) {
    return undefined;
  }
  return {
    id: row.Id,
    etag: row['odata.etag'],
    meetingId,
    language,
    delegation,
    status: choiceOf(row.RequestStatus, REQUEST_ROW_STATUSES) ?? 'active',
    requestedAt: instantOf(row.RequestedAt) ?? instantOf(row.Modified) ?? Temporal.Instant.fromEpochMilliseconds(0),
    requestedBy: textOf(row.RequestedBy) ?? ''
  };
}
