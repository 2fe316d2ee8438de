import type { Temporal } from 'temporal-polyfill';
import { correctionCard } from '../bot/cards/correctionCard';
import type { DeskCard } from '../bot/cards/deskCard';
import { supersededCard } from '../bot/cards/supersededCard';
import type { ToldDates } from '../bot/cards/supersededCard';
import { inThread, readPlace } from '../bot/conversation';
import type { PostingPlace } from '../bot/conversation';
import { translatorFor } from '../messages/allMessages';
import { correctionKey, dateCorrections, deadlineInPlaceOf } from '../rules/dateCorrection';
import type { Announcement, DateCorrection } from '../rules/dateCorrection';
import { DEADLINE_KINDS, subjectOfKind } from '../rules/deadlineKind';
import type { DeadlineKind } from '../rules/deadlineKind';
import { deadlineList, deadlinesOf } from '../rules/deadlines';
import type { Meeting } from '../rules/meeting';
import { quietUntil } from '../rules/quietHours';
import type { WorkingGroup } from '../rules/workingGroup';
import { isPostingTime } from '../rules/workingTime';
import type { DeskSite } from '../site/deskSite';
import type { ReminderRecord } from '../site/reminders';
import type { Log } from './log';
import type { OncePost, OncePoster } from './oncePoster';
import type { Subscriber } from './subscriber';

/** What the corrector works with. */
export interface DateCorrectorParts {
  readonly site: Pick<DeskSite, 'reminders'>;
  readonly deskUrl: string;
  readonly poster: OncePoster;
  readonly log: Log;
  /** Puts a card in the place of one that was posted. */
  update(place: PostingPlace, activityId: string, card: DeskCard): Promise<boolean>;
}

/** What it corrects by: the meetings as they are now. */
export interface CorrectionFacts {
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  readonly now: Temporal.Instant;
}

/** What the subscribers were told about the meetings. */
export interface Told {
  /** What a subscriber was told about a meeting, as of the last time that its dates changed. */
  announcements(meeting: Meeting, subscriber: Subscriber): readonly Announcement[];
  /** Whether a subscriber is being told that a deadline is on another day, or waits for working time or the end of its quiet hours to be told. */
  isCorrecting(meeting: Meeting, subscriber: Subscriber, kind: DeadlineKind): boolean;
}

interface Post extends OncePost {
  readonly correction: DateCorrection;
}

/** What was posted about a meeting when it had the dates of the print. */
interface Posted {
  readonly print: string;
  readonly records: readonly ReminderRecord[];
}

/**
 * Corrects dates that were announced and do not hold any more: each conversation that was told a date is told once, in the
 * thread of the reminder, what holds now; and the reminder itself is changed, because people come back to it. A change of a
 * message notifies nobody, so the new message is what counts and is posted after the change, once.
 */
export class DateCorrector {
  /** By meeting; read again when its dates change, and until nothing is left to be corrected. */
  private readonly posted = new Map<number, Posted>();

  public constructor(private readonly parts: DateCorrectorParts) {}

  /**
   * Posts the corrections that are due.
   * @throws SiteError when the site fails; the next run does the rest
   */
  public async run(subscribers: readonly Subscriber[], facts: CorrectionFacts): Promise<Told> {
    const correcting = new Set<string>();
    const told = new Map<number, readonly ReminderRecord[]>();
    for (const meeting of facts.meetings) {
      let records = await this.recordsOf(meeting, subscribers, facts.group);
      let isDone = true;
      for (const subscriber of subscribers) {
        let posts = postsFor(subscriber, records, meeting, facts);
        const open = await this.parts.poster.open(posts);
        if (posts.some((post) => this.parts.poster.isSettled(post))) {
          // Another service has posted one of them since the records were read; without it the reminder would tell the date again.
          this.posted.delete(meeting.id);
          records = await this.recordsOf(meeting, subscribers, facts.group);
          posts = postsFor(subscriber, records, meeting, facts);
        }
        isDone &&= posts.every((post) => this.parts.poster.isSettled(post));
        // One that failed and pauses keeps no reminder back: that would tell the new date as well.
        open.forEach(({ correction: { kind } }) => correcting.add(subjectIn(meeting, subscriber, kind)));
        await this.correct(open, subscriber, meeting, facts);
      }
      told.set(meeting.id, records);
      if (!isDone) {
        this.posted.delete(meeting.id);
      }
    }
    return {
      announcements: (meeting, subscriber) => announcementsTo(subscriber, told.get(meeting.id) ?? []),
      isCorrecting: (meeting, subscriber, kind) => correcting.has(subjectIn(meeting, subscriber, kind))
    };
  }

  private async recordsOf(meeting: Meeting, subscribers: readonly Subscriber[], group: WorkingGroup): Promise<readonly ReminderRecord[]> {
    const print = JSON.stringify([meeting.status, deadlineList(deadlinesOf(meeting, group)).map(({ kind, date }) => [kind, date.toString()]), subscribers.map(({ key }) => key)]);
    const known = this.posted.get(meeting.id);
    if (known?.print === print) {
      return known.records;
    }
    const records = await this.parts.site.reminders.postedAbout(meeting.id);
    this.posted.set(meeting.id, { print, records });
    return records;
  }

  private async correct(posts: readonly Post[], subscriber: Subscriber, meeting: Meeting, facts: CorrectionFacts): Promise<void> {
    const { poster, deskUrl } = this.parts;
    const { group, now } = facts;
    const [first, ...others] = posts;
    const isTime = posts.some(({ correction }) => {
      const latest = knownBy(correction, now, group);
      return isPostingTime(now, latest, group) && quietUntil(now, latest, subscriber.quietHours, group.zone) === undefined;
    });
    if (first === undefined || !isTime) {
      return;
    }
    await this.supersede(posts, subscriber, meeting, facts);
    await poster.sendTogether([first, ...others], (claimed) =>
      correctionCard(
        meeting,
        claimed.map(({ correction }) => correction),
        group,
        deskUrl,
        translatorFor(subscriber.language)
      )
    );
  }

  /** Changes the reminders that told the old dates; each of them may have told of other meetings as well. */
  private async supersede(posts: readonly Post[], subscriber: Subscriber, meeting: Meeting, { meetings, group }: CorrectionFacts): Promise<void> {
    const { site, deskUrl, log } = this.parts;
    const where = readPlace(subscriber.key, subscriber.target.reference);
    const subjects = new Set(posts.map(({ correction }) => subjectOfKind(correction.kind)));
    const byMeeting: (readonly [Meeting, readonly ReminderRecord[]])[] = [];
    for (const each of meetings) {
      byMeeting.push([each, remindersTo(subscriber, await site.reminders.postedAbout(each.id))]);
    }
    const concerned = byMeeting
      .filter(([{ id }]) => id === meeting.id)
      .flatMap(([, records]) => records.filter((record) => kindsOf(record).some((kind) => subjects.has(subjectOfKind(kind)))));
    for (const activityId of new Set(concerned.flatMap((record) => record.activityId ?? []))) {
      const told = byMeeting.flatMap(([each, records]) => toldIn(records.filter((record) => record.activityId === activityId), each, group));
      const isChanged = where !== undefined && (await this.parts.update(inThread(where, activityId), activityId, supersededCard(told, group, deskUrl, translatorFor(subscriber.language))));
      log.info({ event: isChanged ? 'reminder.superseded' : 'reminder.notSuperseded', meetingId: meeting.id, activityId });
    }
  }
}

function postsFor(subscriber: Subscriber, records: readonly ReminderRecord[], meeting: Meeting, { group, now }: CorrectionFacts): Post[] {
  const corrections = dateCorrections(announcementsTo(subscriber, records), meeting, group, now);
  const answerTo = remindersTo(subscriber, records).filter((record) => corrections.some(({ kind }) => kindsOf(record).some((each) => subjectOfKind(each) === subjectOfKind(kind)))).at(-1)?.activityId;
  return corrections.map((correction) => ({
    correction,
    target: { ...subscriber.target, ...(answerTo === undefined ? {} : { answerTo }) },
    subject: {
      key: correctionKey(correction, meeting, subscriber.key),
      kind: correction.kind,
      meetingId: meeting.id,
      dueAt: now,
      ...(correction.deadline === undefined ? {} : { announcedDate: correction.deadline.date })
    }
  }));
}

/** The moment by which a correction must be known: the end of the nearer of the two days that is not over. */
function knownBy({ announcement, deadline }: DateCorrection, now: Temporal.Instant, group: WorkingGroup): Temporal.Instant {
  const ends = [announcement.date?.toZonedDateTime({ timeZone: group.zone, plainTime: '23:59:59' }), deadline?.closesAt]
    .flatMap((end) => (end === undefined ? [] : [end.toInstant()]))
    .filter((end) => end.epochMilliseconds >= now.epochMilliseconds)
    .sort((a, b) => a.epochMilliseconds - b.epochMilliseconds);
  return ends[0] ?? now;
}

function subjectIn({ id }: Meeting, { key }: Subscriber, kind: DeadlineKind): string {
  return `${id}/${subjectOfKind(kind)}/${key}`;
}

function isCorrection({ key }: ReminderRecord): boolean {
  return key.startsWith('correction/');
}

/** What was posted to a subscriber about deadlines. */
function postsTo({ key: subscriber }: Subscriber, records: readonly ReminderRecord[]): ReminderRecord[] {
  return records.filter((record) => record.key.endsWith(`/${subscriber}`) && kindsOf(record).length > 0 && (isCorrection(record) || record.announcedDate !== undefined));
}

function remindersTo(subscriber: Subscriber, records: readonly ReminderRecord[]): ReminderRecord[] {
  return postsTo(subscriber, records).filter((record) => !isCorrection(record));
}

function announcementsTo(subscriber: Subscriber, records: readonly ReminderRecord[]): Announcement[] {
  return postsTo(subscriber, records).map((record) => ({
    id: record.id,
    kinds: kindsOf(record),
    isCorrection: isCorrection(record),
    postedAt: record.postedAt ?? record.modifiedAt,
    ...(record.announcedDate === undefined ? {} : { date: record.announcedDate })
  }));
}

/** The deadlines that a record is about; none when it is about something else, such as a decision. */
function kindsOf({ kind }: ReminderRecord): DeadlineKind[] {
  const named = kind.split('+');
  return DEADLINE_KINDS.filter((each) => named.includes(each));
}

function toldIn(records: readonly ReminderRecord[], meeting: Meeting, group: WorkingGroup): ToldDates[] {
  const dates = records.flatMap((record) =>
    kindsOf(record).flatMap((kind) => {
      const deadline = deadlineInPlaceOf(kind, meeting, group);
      return record.announcedDate === undefined ? [] : [{ kind, was: record.announcedDate, ...(deadline === undefined ? {} : { deadline }) }];
    })
  );
  return dates.length === 0 ? [] : [{ meeting, dates }];
}
