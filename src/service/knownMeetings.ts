import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import type { GroupFacts, GroupFactsCache } from '../bot/groupFacts';
import { LANGUAGE_FUNDS, MEETING_STATUSES } from '../rules/meeting';
import type { Meeting } from '../rules/meeting';
import type { DeskSite } from '../site/deskSite';
import type { StoredValue } from '../site/deskState';
import { isSiteError } from '../site/errors';

const STATE_KEY = 'reminders/meetings';

/** A meeting as reminders were planned by it, and what has become of it. */
export interface MeetingChange {
  readonly before: Meeting;
  readonly after: Meeting;
}

/** The meetings of the site and of the time since they were last looked at. */
export interface MeetingsSince {
  /** The group and the meetings on its site. */
  readonly present: GroupFacts;
  /** The meetings on the site; and those that were taken off it, as cancelled. */
  readonly meetings: readonly Meeting[];
  /** Those whose deadlines may have changed. */
  readonly changes: readonly MeetingChange[];
}

/**
 * The meetings as reminders were last planned by them, kept on the site and by no service for itself: what was due by dates
 * that a meeting had in the meantime is known also when only another service saw them, or when all were down. A service
 * keeps new dates only after it recorded what they dropped.
 */
export class KnownMeetings {
  private last?: StoredValue;

  public constructor(private readonly site: Pick<DeskSite, 'deskState'>) {}

  /** Compares the site's meetings with those known. @throws SiteError */
  public async compare(facts: Pick<GroupFactsCache, 'read' | 'invalidate'>): Promise<MeetingsSince> {
    this.last = await this.site.deskState.get(STATE_KEY);
    const known = parseMeetings(this.last?.value);
    let present = await facts.read();
    if (store(known) !== store(withRemoved(present.meetings, known))) {
      // What is kept may be newer than what was read some time ago; what is read now is at least as new.
      facts.invalidate();
      present = await facts.read();
    }
    const meetings = withRemoved(present.meetings, known);
    const changes = known.flatMap((before) => meetings.filter(({ id }) => id === before.id).map((after) => ({ before, after })));
    return { present, meetings, changes: changes.filter(({ before, after }) => store([before]) !== store([after])) };
  }

  /**
   * Keeps the meetings that were compared as those that reminders are planned by now, unless another service kept some since;
   * the next comparison begins with those.
   * @throws SiteError
   */
  public async keep(meetings: readonly Meeting[]): Promise<void> {
    const stored = store(meetings);
    if (stored === this.last?.value) {
      return;
    }
    try {
      await this.site.deskState.set(STATE_KEY, stored, this.last?.etag);
    } catch (error) {
      if (!isSiteError(error, 'changedByOthers')) {
        throw error;
      }
    }
  }
}

/** The meetings of the site, and those known that are not on it any more. */
function withRemoved(present: readonly Meeting[], known: readonly Meeting[]): Meeting[] {
  const removed = known.filter(({ id }) => !present.some((meeting) => meeting.id === id)).map((meeting): Meeting => ({ ...meeting, status: 'cancelled' }));
  return [...present, ...removed];
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
