import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import type { DeskCard } from '../bot/cards/deskCard';
import type { PostOutcome } from '../bot/proactive';
import { isInterrupted } from '../rules/interruptedPost';
import type { SkipReason } from '../rules/reminderPlan';
import type { Channel } from '../site/channels';
import type { DeskSite } from '../site/deskSite';
import type { PersonalChat } from '../site/personalChats';
import { isSiteError } from '../site/errors';
import { isFree } from '../site/reminders';
import type { Claim, ReminderRecord, ReminderSubject } from '../site/reminders';
import { pauseSeconds } from './backoff';
import { failure } from './log';
import type { Log } from './log';

/** So many keys are remembered: those of the subscribers that are being gone through. What is forgotten is asked for again. */
const REMEMBERED = 20_000;
/** What nobody tried to post for this long, nobody wants to be posted any more: a failed post is tried again within hours. */
const LEFT_AFTER_DAYS = 1;
/** The same for what tells of no date, which therefore is never too late. */
const LEFT_WITHOUT_DATE_AFTER_DAYS = 30;

/** What was posted since the start, for the health report. */
export interface PostingState {
  readonly posted: number;
  readonly skipped: number;
  readonly failed: number;
  /** What was interrupted while it was being sent, each perhaps posted: to be looked at by the secretariat, never posted again. */
  readonly interrupted: number;
}

/** Where something is posted: a channel, a group chat, a person's own chat, or a mailing address. */
export interface PostTarget {
  readonly key: string;
  /** Conversation reference or mailing address, JSON. */
  readonly reference: string;
  /** The message to which it is an answer; in a channel it is posted into its thread. */
  readonly answerTo?: string;
  /** Called when Teams lets nothing be posted there any more. */
  close(): Promise<void>;
}

/** The way to a place. */
export interface PostingWay {
  /** Whether there is a way at present. What has none waits, unclaimed, until there is one. */
  canReach(target: PostTarget): boolean;
  /** Resolves when the limits, of the app and of the conversation, let one more post go there; rejects when the service stops. */
  whenFree(target: PostTarget): Promise<void>;
  /** Posts a card, once: it does not try again by itself. */
  post(target: PostTarget, subject: ReminderSubject, card: DeskCard): Promise<PostOutcome>;
}

/** Something to be posted to one place once. */
export interface OncePost {
  readonly target: PostTarget;
  readonly subject: ReminderSubject;
}

/** Something that is not to be posted, and why. */
export interface SkippedPost extends Pick<OncePost, 'subject'> {
  readonly reason: SkipReason;
}

/** What the poster works with. */
export interface OncePosterParts {
  readonly site: Pick<DeskSite, 'reminders' | 'clock'>;
  readonly log: Log;
  readonly way: PostingWay;
  /** A number from 0 up to but not including 1. */
  random(): number;
}

/** When something that failed may be tried again. */
interface Pause {
  /** How often it was tried by then. */
  readonly attempts: number;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** What became of claims and is not recorded yet because the site could not be reached. */
type Unrecorded = () => Promise<void>;

/**
 * Posts to conversations, each thing once: it is claimed, posted, and recorded; see `Reminders`. Whoever finds a key claimed
 * leaves it alone for the time being and looks again, since the one who claimed it may fail or be stopped. A stop between
 * posting and recording leaves something that is perhaps posted, which is reported and not posted again: a missing post is
 * seen by the secretariat, a doubled one by everybody. That time is kept short: the limits of Teams are waited for before,
 * and the end of all that one post tells is recorded in one request.
 */
export class OncePoster {
  private current: PostingState = { posted: 0, skipped: 0, failed: 0, interrupted: 0 };
  /** Keys that need nothing more, so that they are not asked for each time. */
  private readonly settled = new LRUCache<string, true>({ max: REMEMBERED });
  /** Keys of what was interrupted while it was being sent. */
  private readonly doubtful = new LRUCache<string, true>({ max: REMEMBERED });
  private readonly pauses = new LRUCache<string, Pause>({ max: REMEMBERED });
  private reported: ReadonlySet<string> = new Set();
  private unrecorded: Unrecorded[] = [];
  /** When it first looked for something to post. */
  private startedAt?: Temporal.Instant;

  public constructor(private readonly parts: OncePosterParts) {}

  /** What it has done since the start. */
  public state(): PostingState {
    return this.current;
  }

  /**
   * Of some posts, those that may be posted now: nobody has posted or skipped them or is about to, their place can be reached
   * and their pause is over. Where somebody is just claiming, nothing is posted for the moment: they claim what can be told
   * together one after the other, and taking what they have not reached would split their message.
   * @throws SiteError
   */
  public async open<Post extends OncePost>(posts: readonly Post[]): Promise<Post[]> {
    const { site, way } = this.parts;
    await this.recordRest();
    this.startedAt ??= site.clock.now();
    const waiting = posts.filter(({ target, subject: { key } }) => !this.settled.has(key) && way.canReach(target) && !this.isPausing(key));
    const closed = await this.look(waiting);
    const claimedPlaces = new Set(waiting.filter(({ subject: { key } }) => closed.get(key) === 'claimed').map(({ target }) => target.key));
    return waiting.filter(({ target, subject: { key } }) => !closed.has(key) && !claimedPlaces.has(target.key) && !this.isPausing(key, site.clock.now()));
  }

  /**
   * Records that something is not posted, also while it pauses or its place cannot be reached. What somebody is about to post
   * is passed over.
   * @throws SiteError
   */
  public async skip(posts: readonly SkippedPost[]): Promise<void> {
    const { site, log } = this.parts;
    await this.recordRest();
    const unsettled = posts.filter((post) => !this.isSettled(post));
    const closed = await this.look(unsettled);
    for (const { subject, reason } of unsettled.filter(({ subject: { key } }) => !closed.has(key))) {
      const status = await site.reminders.skipped(subject, reason);
      if (status === 'skipped') {
        this.current = { ...this.current, skipped: this.current.skipped + 1 };
        log.info({ event: 'reminder.skipped', key: loggedKey(subject.key), reason });
      }
      if (status === 'skipped' || status === 'posted') {
        this.settled.set(subject.key, true);
      }
    }
  }

  /**
   * Posts something, unless somebody else did.
   * @param card made right before it is posted
   * @throws SiteError
   */
  public async send(post: OncePost, card: () => DeskCard): Promise<void> {
    await this.sendTogether([post], card);
  }

  /**
   * Posts several things to one place as one message. Whoever claims the first of them has the rest as well, as far as they are
   * free; so several who try at once do not post it in pieces.
   * @param posts all to the same place
   * @param card made right before it is posted, of those that were claimed
   * @throws SiteError
   */
  public async sendTogether<Post extends OncePost>(posts: readonly [Post, ...Post[]], card: (claimed: readonly [Post, ...Post[]]) => DeskCard): Promise<void> {
    const { site, way, log } = this.parts;
    const [{ target }] = posts;
    await way.whenFree(target);
    const claims = await this.claim(posts);
    const [first, ...others] = posts.filter(({ subject: { key } }) => claims.some((claim) => claim.key === key));
    if (first === undefined) {
      return;
    }
    const outcome = await this.post(first, () => card([first, ...others]));
    const now = site.clock.now();
    const level = outcome.kind === 'refused' || outcome.kind === 'unknown' ? 'warn' : 'info';
    claims.forEach(({ key }) => log[level]({ event: `reminder.${outcome.kind}`, key: loggedKey(key), ...outcome }));
    await this.recordOrKeep(() => this.record(claims, outcome, now));
    if (outcome.kind === 'gone') {
      await target.close();
    }
  }

  /** Whether something needs nothing more: it was posted or skipped, or nobody knows. */
  public isSettled({ subject: { key } }: Pick<OncePost, 'subject'>): boolean {
    return this.settled.has(key) || this.doubtful.has(key);
  }

  /**
   * Whether something is still to be told after {@link open} looked at it: now, or by another service that is about to. What
   * failed and pauses is not, for the time being.
   */
  public isComing({ subject: { key } }: Pick<OncePost, 'subject'>): boolean {
    return !this.settled.has(key) && !this.doubtful.has(key) && !this.isPausing(key);
  }

  /**
   * Ends what failed, or was claimed by somebody who is gone, and what nobody posts any more: its last day is over, and the one
   * to whom it was to be posted wants it no longer or cannot be reached.
   * @param zone the group's
   * @throws SiteError
   */
  public async endLeft(zone: string): Promise<void> {
    const { site } = this.parts;
    const now = site.clock.now();
    const left = (await site.reminders.unfinished()).filter((record) => isFree(record, now) && isLeft(record, zone, now));
    await this.skip(left.map((subject) => ({ subject, reason: 'tooLate' })));
  }

  /**
   * The keys of those to whom something is to be tried again: it failed, here or in a service that is gone, or whoever claimed it
   * is gone, or the secretariat asked for it.
   * @throws SiteError
   */
  public async freeSubscribers(): Promise<Set<string>> {
    const { site } = this.parts;
    const unfinished = await site.reminders.unfinished();
    const now = site.clock.now();
    return new Set(unfinished.filter((record) => isFree(record, now)).map(({ key }) => key.slice(key.lastIndexOf('/') + 1)));
  }

  /** Tells of what was interrupted while it was being sent, each once. @throws SiteError */
  public async reportInterrupted(): Promise<void> {
    const { site, log } = this.parts;
    const interrupted = await site.reminders.interrupted();
    for (const { key } of interrupted.filter((record) => !this.reported.has(record.key))) {
      log.warn({ event: 'reminder.interrupted', key: loggedKey(key) });
    }
    this.reported = new Set(interrupted.map(({ key }) => key));
    this.current = { ...this.current, interrupted: interrupted.length };
  }

  private async claim(posts: readonly [OncePost, ...OncePost[]]): Promise<Claim[]> {
    const { reminders } = this.parts.site;
    const token = randomUUID();
    const [first, ...others] = posts.map(({ subject }) => subject);
    try {
      return await reminders.claim([first, ...others], token);
    } catch (error) {
      // Perhaps some of them are recorded as being sent, and certainly nothing was.
      const keys = posts.map(({ subject: { key } }) => key);
      await this.recordOrKeep(() => reminders.release(keys, token));
      throw error;
    }
  }

  private async post({ target, subject }: OncePost, card: () => DeskCard): Promise<PostOutcome> {
    const { way, log } = this.parts;
    let made: DeskCard | undefined;
    try {
      made = card();
      return await way.post(target, subject, made);
    } catch (error) {
      log.error({ event: 'reminder.postFailed', key: loggedKey(subject.key), ...failure(error) });
      return made === undefined ? { kind: 'refused', status: 0, reason: 'no card' } : { kind: 'unknown', reason: 'an error of its own' };
    }
  }

  private async record(claims: readonly Claim[], outcome: PostOutcome, now: Temporal.Instant): Promise<void> {
    const { reminders } = this.parts.site;
    switch (outcome.kind) {
      case 'posted':
        claims.forEach(({ key }) => this.settled.set(key, true));
        await reminders.posted(claims, { activityId: outcome.activityId, postedAt: now });
        this.current = { ...this.current, posted: this.current.posted + claims.length };
        return;
      case 'unknown':
        // The record stays as it is: it may have been posted.
        claims.forEach(({ key }) => this.doubtful.set(key, true));
        return;
      case 'later':
      case 'refused':
        claims.forEach(({ key, attempts }) => this.pause(key, attempts, now, pauseSeconds({ ...outcome, attempts }, this.parts.random())));
        break;
      case 'gone':
        break;
    }
    await reminders.failed(claims);
    this.current = { ...this.current, failed: this.current.failed + claims.length };
  }

  /**
   * Reads what is recorded and remembers it.
   * @returns the keys about which nothing is to be done now, with what is recorded
   */
  private async look(posts: readonly Pick<OncePost, 'subject'>[]): Promise<Map<string, ReminderRecord['status']>> {
    const { site, random } = this.parts;
    if (posts.length === 0) {
      return new Map();
    }
    const records = await site.reminders.find(posts.map(({ subject }) => subject.key));
    const now = site.clock.now();
    const startedAt = this.startedAt ?? now;
    for (const { key, status, attempts, modifiedAt } of records) {
      if (status !== 'sending') {
        this.doubtful.delete(key);
      }
      if (status === 'posted' || status === 'skipped') {
        this.settled.set(key, true);
      } else if (status === 'sending' && isInterrupted(modifiedAt, now)) {
        this.doubtful.set(key, true);
      } else if (status === 'failed' && (this.pauses.get(key)?.attempts ?? 0) < attempts && Temporal.Instant.compare(startedAt, modifiedAt) < 0) {
        // Another service has tried it. What failed before this one was started is tried at once: perhaps it was started to mend that.
        this.pause(key, attempts, modifiedAt, pauseSeconds({ attempts }, random()));
      }
    }
    return new Map(records.filter((record) => !isFree(record, now)).map(({ key, status }) => [key, status]));
  }

  private pause(key: string, attempts: number, from: Temporal.Instant, seconds: number): void {
    this.pauses.set(key, { attempts, from, until: from.add({ milliseconds: Math.ceil(1000 * seconds) }) });
  }

  /** A pause that has not begun yet was made before the clock was set back. */
  private isPausing(key: string, now = this.parts.site.clock.now()): boolean {
    const pause = this.pauses.get(key);
    return pause !== undefined && Temporal.Instant.compare(pause.from, now) <= 0 && Temporal.Instant.compare(now, pause.until) < 0;
  }

  /** Records something; while the site cannot be reached it is kept, and recorded before anything else is done. */
  private async recordOrKeep(record: Unrecorded): Promise<void> {
    try {
      await record();
    } catch (error) {
      if (isSiteError(error)) {
        this.unrecorded.push(record);
      }
      throw error;
    }
  }

  private async recordRest(): Promise<void> {
    const rest = this.unrecorded;
    this.unrecorded = [];
    for (const [index, record] of rest.entries()) {
      try {
        await record();
      } catch (error) {
        this.unrecorded.push(...rest.slice(index));
        throw error;
      }
    }
  }
}

/** Whether nobody posts something any more that has no end yet. */
function isLeft({ announcedDate, modifiedAt }: ReminderRecord, zone: string, now: Temporal.Instant): boolean {
  const days = now.since(modifiedAt).total('hours') / 24;
  if (announcedDate === undefined) {
    return days > LEFT_WITHOUT_DATE_AFTER_DAYS;
  }
  return days > LEFT_AFTER_DAYS && Temporal.PlainDate.compare(announcedDate, now.toZonedDateTimeISO(zone).toPlainDate()) < 0;
}

/** A key as it may stand in the log, which holds no addresses: of a mailing address only where it is. */
function loggedKey(key: string): string {
  return key.replace(/(mailto:)[^@]*@/i, '$1…@');
}

/** A channel, group chat or mailing address as a place to post to. */
export function channelTarget({ conversationKey: key, reference }: Channel, site: Pick<DeskSite, 'channels'>): PostTarget {
  return { key, reference, close: () => site.channels.close(key) };
}

/** A person's own chat with the bot as a place to post to. */
export function chatTarget({ personKey: key, reference }: PersonalChat, site: Pick<DeskSite, 'personalChats'>): PostTarget {
  return { key, reference, close: () => site.personalChats.close(key) };
}
