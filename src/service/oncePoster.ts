import type { Temporal } from 'temporal-polyfill';
import type { DeskCard } from '../bot/cards/deskCard';
import type { PostOutcome } from '../bot/proactive';
import { isInterrupted } from '../rules/interruptedPost';
import type { SkipReason } from '../rules/reminderPlan';
import type { Channel } from '../site/channels';
import type { DeskSite } from '../site/deskSite';
import type { PersonalChat } from '../site/personalChats';
import type { Claim, ReminderSubject } from '../site/reminders';
import { pauseSeconds } from './backoff';
import type { Log } from './log';

/** What was posted since the start, for the health report. */
export interface PostingState {
  readonly posted: number;
  readonly skipped: number;
  readonly failed: number;
  /** Claims that were interrupted, each of them perhaps posted: to be looked at by the secretariat, never posted again. */
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
  /** Posts a card, once: it does not try again by itself. */
  post(target: PostTarget, subject: ReminderSubject, card: DeskCard): Promise<PostOutcome>;
}

/** Something to be posted to one place once. */
export interface OncePost {
  readonly target: PostTarget;
  readonly subject: ReminderSubject;
}

/** What the poster works with. */
export interface OncePosterParts {
  readonly site: Pick<DeskSite, 'reminders' | 'clock'>;
  readonly log: Log;
  readonly way: PostingWay;
}

/**
 * Posts to conversations, each thing once. It is claimed by inserting its unique key, posted, and recorded; whoever finds the
 * key taken leaves it alone. A stop between posting and recording leaves a claim that is reported and not posted again:
 * a missing post is seen in the health report, a doubled one by everybody.
 */
export class OncePoster {
  private current: PostingState = { posted: 0, skipped: 0, failed: 0, interrupted: 0 };
  /** Keys that need nothing more, so that they are not asked for each time. */
  private readonly settled = new Set<string>();
  private readonly notBefore = new Map<string, Temporal.Instant>();
  private readonly reported = new Set<string>();

  public constructor(private readonly parts: OncePosterParts) {}

  /** What it has done since the start. */
  public state(): PostingState {
    return this.current;
  }

  /** Of some posts, those that nobody has settled yet, whose place can be reached and whose pause is over. @throws SiteError */
  public async open<Post extends OncePost>(posts: readonly Post[]): Promise<Post[]> {
    const { site, way } = this.parts;
    const { reminders, clock } = site;
    const waiting = posts.filter(({ target, subject: { key } }) => {
      const pause = this.notBefore.get(key);
      return !this.settled.has(key) && way.canReach(target) && (pause === undefined || pause.epochMilliseconds <= clock.now().epochMilliseconds);
    });
    if (waiting.length === 0) {
      return [];
    }
    const recorded = await reminders.find(waiting.map(({ subject }) => subject.key));
    recorded.filter(({ status }) => status !== 'failed').forEach(({ key }) => this.settled.add(key));
    return waiting.filter(({ subject }) => !this.settled.has(subject.key));
  }

  /** Records that something is not posted. @throws SiteError */
  public async skip({ subject }: Pick<OncePost, 'subject'>, reason: SkipReason): Promise<void> {
    const { site, log } = this.parts;
    await site.reminders.skipped(subject, reason);
    this.settled.add(subject.key);
    this.current = { ...this.current, skipped: this.current.skipped + 1 };
    log.info({ event: 'reminder.skipped', key: loggedKey(subject.key), reason });
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
    const [first, ...others] = posts;
    const firstClaim = await this.claim(first);
    if (firstClaim === undefined) {
      return;
    }
    const claimed: [Post, ...Post[]] = [first];
    const claims = [firstClaim];
    for (const post of others) {
      const claim = await this.claim(post);
      if (claim !== undefined) {
        claimed.push(post);
        claims.push(claim);
      }
    }
    const outcome = await way.post(first.target, first.subject, card(claimed));
    const level = outcome.kind === 'refused' ? 'warn' : 'info';
    claimed.forEach(({ subject: { key } }) => log[level]({ event: `reminder.${outcome.kind}`, key: loggedKey(key), ...outcome }));
    if (outcome.kind === 'gone') {
      await first.target.close();
    }
    for (const claim of claims) {
      await this.record(claim, outcome, site.clock.now());
    }
  }

  /** Whether something needs nothing more: it was posted or skipped, or nobody knows. */
  public isSettled({ subject: { key } }: OncePost): boolean {
    return this.settled.has(key);
  }

  private async claim({ subject }: OncePost): Promise<Claim | undefined> {
    const claim = await this.parts.site.reminders.claim(subject);
    if (claim === 'taken') {
      this.settled.add(subject.key);
      return undefined;
    }
    return claim;
  }

  private async record(claim: Claim, outcome: PostOutcome, now: Temporal.Instant): Promise<void> {
    const { reminders } = this.parts.site;
    switch (outcome.kind) {
      case 'posted':
        await reminders.posted(claim, { activityId: outcome.activityId, postedAt: now });
        this.settled.add(claim.key);
        this.current = { ...this.current, posted: this.current.posted + 1 };
        return;
      case 'unknown':
        // The claim stays as it is: it may have been posted.
        this.settled.add(claim.key);
        return;
      case 'later':
      case 'refused':
        this.notBefore.set(claim.key, now.add({ milliseconds: Math.ceil(1000 * pauseSeconds({ ...outcome, attempts: claim.attempts }, Math.random())) }));
        break;
      case 'gone':
        break;
    }
    await reminders.failed(claim);
    this.current = { ...this.current, failed: this.current.failed + 1 };
  }

  /**
   * Tells of claims that were interrupted, each once. One that is not interrupted any more was looked into by the secretariat:
   * it is looked at again, because it may be free to be posted.
   * @throws SiteError
   */
  public async reportInterrupted(): Promise<void> {
    const { site, log } = this.parts;
    const now = site.clock.now();
    const interrupted = (await site.reminders.unfinished()).filter(({ modifiedAt }) => isInterrupted(modifiedAt, now));
    const keys = new Set(interrupted.map(({ key }) => key));
    for (const key of [...this.reported].filter((each) => !keys.has(each))) {
      this.reported.delete(key);
      this.settled.delete(key);
    }
    for (const { key } of interrupted.filter((record) => !this.reported.has(record.key))) {
      this.reported.add(key);
      log.warn({ event: 'reminder.interrupted', key: loggedKey(key) });
    }
    this.current = { ...this.current, interrupted: interrupted.length };
  }
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
