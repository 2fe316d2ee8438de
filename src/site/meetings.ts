import { LANGUAGE_FUNDS, MEETING_STATUSES } from '../rules/meeting';
import type { Meeting } from '../rules/meeting';
import { choiceOf, textOf } from './columnValues';
import type { Row, RowValues } from './columnValues';
import type { SiteConnection } from './connection';
import { SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';
import type { SiteZone } from './siteZone';

type MeetingsSchema = typeof SITE_SCHEMA.meetings;

/** The group's meetings. */
export class Meetings {
  private readonly list: SiteList<MeetingsSchema>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.meetings);
  }

  /** All meetings that have a first day, in the order in which they were entered. */
  public async all(): Promise<Meeting[]> {
    const [rows, zone] = await Promise.all([this.list.all(), this.connection.zone()]);
    return rows.flatMap((row) => meetingOf(row, zone) ?? []);
  }

  /** The meeting with an id; undefined when there is none or it has no first day yet. */
  public async get(id: number): Promise<Meeting | undefined> {
    const [row, zone] = await Promise.all([this.list.get(id), this.connection.zone()]);
    return row === undefined ? undefined : meetingOf(row, zone);
  }

  /** A meeting with the version it was read at, to be changed; undefined as for {@link get}. */
  public async getForChange(id: number): Promise<{ readonly meeting: Meeting; readonly etag: string } | undefined> {
    const [row, zone] = await Promise.all([this.list.get(id), this.connection.zone()]);
    const meeting = row === undefined ? undefined : meetingOf(row, zone);
    return row === undefined || meeting === undefined ? undefined : { meeting, etag: row['odata.etag'] };
  }

  /**
   * Writes a meeting's columns anew.
   * @param etag the version that the change was decided upon
   * @throws SiteError `changedByOthers` when the meeting was changed since, `notAllowed` for everybody but the secretariat
   */
  public async change(meeting: Meeting, etag: string): Promise<void> {
    await this.list.update(meeting.id, valuesOf(meeting, await this.connection.zone()), etag);
  }

  /** Enters a meeting. */
  public async add(meeting: Omit<Meeting, 'id'>): Promise<Meeting> {
    const { id, etag } = await this.list.add(valuesOf(meeting, await this.connection.zone()));
    return { id, ...meeting, version: versionOf(etag) };
  }
}

/** A meeting without a first day has no deadlines, so it is none yet; without a last day it lasts one day. */
function meetingOf(row: Row<MeetingsSchema>, zone: SiteZone): Meeting | undefined {
  const start = textOf(row.MeetingStart);
  if (start === undefined) {
    return undefined;
  }
  const agreedDeadline = textOf(row.AgreedDeadline);
  const joinUrl = textOf(row.JoinUrl);
  return {
    id: row.Id,
    title: textOf(row.Title) ?? '',
    start: zone.toDate(start),
    end: zone.toDate(textOf(row.MeetingEnd) ?? start),
    statutory: row.Statutory === true,
    ...(agreedDeadline === undefined ? {} : { agreedDeadline: zone.toDate(agreedDeadline) }),
    languageFunds: choiceOf(row.LanguageFunds, LANGUAGE_FUNDS) ?? 'unknown',
    status: choiceOf(row.MeetingStatus, MEETING_STATUSES) ?? 'planned',
    ...(joinUrl === undefined ? {} : { joinUrl }),
    version: versionOf(row['odata.etag'])
  };
}

function valuesOf(meeting: Omit<Meeting, 'id'>, zone: SiteZone): RowValues<MeetingsSchema> {
  return {
    Title: meeting.title,
    MeetingStart: zone.toStored(meeting.start),
    MeetingEnd: zone.toStored(meeting.end),
    Statutory: meeting.statutory,
    AgreedDeadline: meeting.agreedDeadline === undefined ? null : zone.toStored(meeting.agreedDeadline),
    LanguageFunds: meeting.languageFunds,
    MeetingStatus: meeting.status,
    JoinUrl: meeting.joinUrl ?? null
  };
}

/** The count in an etag (`"<guid>,<count>"`), which grows with each change. */
function versionOf(etag: string): number {
  return Number(/,(\d+)"?$/.exec(etag)?.[1] ?? 0);
}
