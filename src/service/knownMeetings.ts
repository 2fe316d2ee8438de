import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { LANGUAGE_FUNDS, MEETING_STATUSES } from '../rules/meeting';
import type { Meeting } from '../rules/meeting';
import type { DeskSite } from '../site/deskSite';

const STATE_KEY = 'reminders/meetings';

/** A meeting as reminders were planned by it, and what has become of it. */
export interface MeetingChange {
  readonly before: Meeting;
  readonly after: Meeting;
}

/** The meetings of the site and of the time since they were last looked at. */
export interface MeetingsSince {
  /** Those on the site; and those that were taken off it, as cancelled. */
  readonly meetings: readonly Meeting[];
  /** Those whose deadlines may have changed. */
  readonly changes: readonly MeetingChange[];
}

/**
 * The meetings as reminders were last planned by them, kept on the site: what was due by the old dates when a meeting was moved
 * is known also after a time in which the service was down.
 */
export class KnownMeetings {
  private known?: readonly Meeting[];

  public constructor(private readonly site: Pick<DeskSite, 'deskState'>) {}

  /** Compares the site's meetings with those known. @throws SiteError */
  public async compare(present: readonly Meeting[]): Promise<MeetingsSince> {
    const known = this.known ?? parseMeetings((await this.site.deskState.get(STATE_KEY))?.value);
    this.known = known;
    const removed = known.filter(({ id }) => !present.some((meeting) => meeting.id === id)).map((meeting): Meeting => ({ ...meeting, status: 'cancelled' }));
    const meetings = [...present, ...removed];
    const changes = known.flatMap((before) => meetings.filter(({ id }) => id === before.id).map((after) => ({ before, after })));
    return { meetings, changes: changes.filter(({ before, after }) => store([before]) !== store([after])) };
  }

  /** Keeps meetings as those that reminders are planned by now. @throws SiteError */
  public async keep(meetings: readonly Meeting[]): Promise<void> {
    const stored = store(meetings);
    if (this.known === undefined || stored !== store(this.known)) {
      await this.site.deskState.set(STATE_KEY, stored);
      this.known = meetings;
    }
  }
}

const date = v.pipe(
  v.string(),
  v.isoDate(),
  v.transform((text) => Temporal.PlainDate.from(text))
);
const meetingsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      id: v.number(),
      title: v.string(),
      start: date,
      end: date,
      agreedDeadline: v.optional(date),
      statutory: v.boolean(),
      languageFunds: v.picklist(LANGUAGE_FUNDS),
      status: v.picklist(MEETING_STATUSES)
    })
  )
);

/** What is kept; whatever else a meeting has changes no reminder. */
function store(meetings: readonly Meeting[]): string {
  return JSON.stringify(
    meetings.map(({ id, title, start, end, agreedDeadline, statutory, languageFunds, status }) => ({
      id,
      title,
      start: start.toString(),
      end: end.toString(),
      ...(agreedDeadline === undefined ? {} : { agreedDeadline: agreedDeadline.toString() }),
      statutory,
      languageFunds,
      status
    }))
  );
}

/** @returns none for a value that somebody wrote by hand in another form */
function parseMeetings(value: string | undefined): Meeting[] {
  const parsed = v.safeParse(meetingsSchema, value);
  return parsed.success
    ? parsed.output.map(({ agreedDeadline, ...meeting }) => ({ ...meeting, ...(agreedDeadline === undefined ? {} : { agreedDeadline }) }))
    : [];
}
