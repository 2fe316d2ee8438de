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
import type { Meeting } from '../rules/meeting';
import { quietUntil } from '../rules/quietHours';
import type { WorkingGroup } from '../rules/workingGroup';
import { isPostingTime, nextWorkingTime } from '../rules/workingTime';
import type { DeskSite } from '../site/deskSite';
import type { ReminderRecord } from '../site/reminders';
import type { Log } from './log';
import type { OncePost, OncePoster } from './oncePoster';
import type { Subscriber } from './subscriber';

/** What the corrector works with. */
export interface DateCorrectorParts {
  readonly site: { readonly reminders: Pick<DeskSite['reminders'], 'postedTo' | 'postedAs'> };
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

/** What a subscriber was told about meetings whose dates have changed. */
export interface Told {
  /** About a meeting; none about one whose dates never changed. */
  announcements(meeting: Meeting): readonly Announcement[];
  /** Whether the subscriber is being told that a deadline is on another day, or waits for working time or the end of its quiet hours to be told. */
  isCorrecting(meeting: Meeting, kind: DeadlineKind): boolean;
  /** When it is to be looked at again; undefined when nothing is left to be corrected. */
  readonly againAt?: Temporal.Instant;
}

interface Post extends OncePost {
  readonly correction: DateCorrection;
}

/**
 * Corrects dates that were announced and do not hold any more: each conversation that was told a date is told once, in the
 * thread of the reminder, what holds now; and the reminder itself is changed, because people come back to it. A change of a
 * message notifies nobody, so the new message is what counts and is posted after the change, once.
 */
export class DateCorrector {
  public constructor(private readonly parts: DateCorrectorParts) {}

  /**
   * Posts the corrections that are due to a subscriber.
   * @param changed the meetings whose dates have changed since anybody was told of them
   * @throws SiteError when the site fails; the next time does the rest
   */
  public async correct(subscriber: Subscriber, changed: readonly Meeting[], facts: CorrectionFacts): Promise<Told> {
    const { poster } = this.parts;
    const correcting = new Set<string>();
    const told = new Map<number, readonly Announcement[]>();
    let againAt: Temporal.Instant | undefined;
    for (const meeting of changed) {
      let records = await this.recordsOf(meeting, subscriber);
      let posts = postsFor(subscriber, records, meeting, facts);
      const open = await poster.open(posts);
      if (posts.some((post) => poster.isSettled(post))) {
        // Another service has posted one of them since the records were read; without it the reminder would tell the date again.
        records = await this.recordsOf(meeting, subscriber);
        posts = postsFor(subscriber, records, meeting, facts);
      }
      // Also what another service is posting at this moment: a reminder beside it would tell the date twice. One that failed and
      // pauses keeps no reminder back: that would tell the new date as well.
      posts.filter((post) => poster.isComing(post)).forEach(({ correction: { kind } }) => correcting.add(subjectIn(meeting, kind)));
      const waitsUntil = waitingTime(open, subscriber, facts);
      if (waitsUntil === undefined) {
        await this.post(open, subscriber, meeting, facts);
      }
      if (posts.some((post) => !poster.isSettled(post))) {
        againAt = earlier(againAt, waitsUntil ?? facts.now);
      }
      told.set(meeting.id, announcementsIn(records));
    }
    return {
      announcements: ({ id }) => told.get(id) ?? [],
      isCorrecting: (meeting, kind) => correcting.has(subjectIn(meeting, kind)),
      ...(againAt === undefined ? {} : { againAt })
    };
  }

  private async recordsOf({ id }: Meeting, { key }: Subscriber): Promise<readonly ReminderRecord[]> {
    return aboutDeadlines(await this.parts.site.reminders.postedTo(key, id));
  }

  private async post(posts: readonly Post[], subscriber: Subscriber, meeting: Meeting, facts: CorrectionFacts): Promise<void> {
    const { poster, deskUrl } = this.parts;
    const { group } = facts;
    const [first, ...others] = posts;
    if (first === undefined) {
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
    const concerned = remindersIn(await this.recordsOf(meeting, subscriber)).filter((record) => kindsOf(record).some((kind) => subjects.has(subjectOfKind(kind))));
    for (const activityId of new Set(concerned.flatMap((record) => record.activityId ?? []))) {
      const together = remindersIn(aboutDeadlines(await site.reminders.postedAs(activityId))).filter(({ key }) => key.endsWith(`/${subscriber.key}`));
      const told = meetings.flatMap((each) => toldIn(together.filter(({ meetingId }) => meetingId === each.id), each, group));
      const isChanged = where !== undefined && (await this.parts.update(inThread(where, activityId), activityId, supersededCard(told, group, deskUrl, translatorFor(subscriber.language))));
      log.info({ event: isChanged ? 'reminder.superseded' : 'reminder.notSuperseded', meetingId: meeting.id, activityId });
    }
  }
}

/** @param records what was posted to the subscriber about the meeting's deadlines */
function postsFor(subscriber: Subscriber, records: readonly ReminderRecord[], meeting: Meeting, { group, now }: CorrectionFacts): Post[] {
  const corrections = dateCorrections(announcementsIn(records), meeting, group, now);
  const answerTo = remindersIn(records).filter((record) => corrections.some(({ kind }) => kindsOf(record).some((each) => subjectOfKind(each) === subjectOfKind(kind)))).at(-1)?.activityId;
  return corrections.map((correction) => ({
    correction,
    target: { ...subscriber.target, ...(answerTo === undefined ? {} : { answerTo }) },
    subject: {
      key: correctionKey(correction, meeting, subscriber.key),
      kind: correction.kind,
      meetingId: meeting.id,
      subscriber: subscriber.key,
      dueAt: now,
      ...(correction.deadline === undefined ? {} : { announcedDate: correction.deadline.date })
    }
  }));
}

/**
 * Until when corrections have to wait: for working time, and for the end of the subscriber's quiet hours.
 * @returns undefined when there is none, or one of them can be posted now; the others come with it
 */
function waitingTime(posts: readonly Post[], { quietHours }: Subscriber, { group, now }: CorrectionFacts): Temporal.Instant | undefined {
  let first: Temporal.Instant | undefined;
  for (const { correction } of posts) {
    const latest = knownBy(correction, now, group);
    const until = isPostingTime(now, latest, group) ? quietUntil(now, latest, quietHours, group.zone) : nextWorkingTime(now, group);
    if (until === undefined) {
      return undefined;
    }
    first = earlier(first, until);
  }
  return first;
}

function earlier(one: Temporal.Instant | undefined, other: Temporal.Instant): Temporal.Instant {
  return one !== undefined && one.epochMilliseconds <= other.epochMilliseconds ? one : other;
}

/** The moment by which a correction must be known: the end of the nearer of the two days that is not over. */
function knownBy({ announcement, deadline }: DateCorrection, now: Temporal.Instant, group: WorkingGroup): Temporal.Instant {
  const ends = [announcement.date?.toZonedDateTime({ timeZone: group.zone, plainTime: '23:59:59' }), deadline?.closesAt]
    .flatMap((end) => (end === undefined ? [] : [end.toInstant()]))
    .filter((end) => end.epochMilliseconds >= now.epochMilliseconds)
    .sort((a, b) => a.epochMilliseconds - b.epochMilliseconds);
  return ends[0] ?? now;
}

function subjectIn({ id }: Meeting, kind: DeadlineKind): string {
  return `${id}/${subjectOfKind(kind)}`;
}

function isCorrection({ key }: ReminderRecord): boolean {
  return key.startsWith('correction/');
}

function aboutDeadlines(records: readonly ReminderRecord[]): ReminderRecord[] {
  return records.filter((record) => kindsOf(record).length > 0 && (isCorrection(record) || record.announcedDate !== undefined));
}

function remindersIn(records: readonly ReminderRecord[]): ReminderRecord[] {
  return records.filter((record) => !isCorrection(record));
}

function announcementsIn(records: readonly ReminderRecord[]): Announcement[] {
  return records.map((record) => ({
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
