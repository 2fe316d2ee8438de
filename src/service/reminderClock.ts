import type { Temporal } from 'temporal-polyfill';
import { reminderCard } from '../bot/cards/reminderCard';
import type { DeskCard } from '../bot/cards/deskCard';
import { readPlace } from '../bot/conversation';
import type { PostingPlace } from '../bot/conversation';
import type { GroupFacts, GroupFactsCache } from '../bot/groupFacts';
import type { PostOutcome } from '../bot/proactive';
import { translatorFor } from '../messages/allMessages';
import { planReminders, reminderDaysLeft, reminderKey, reminderTiming } from '../rules/reminderPlan';
import type { PlannedReminder, ReminderTiming } from '../rules/reminderPlan';
import type { Channel } from '../site/channels';
import type { DeskSite } from '../site/deskSite';
import type { ReminderSubject } from '../site/reminders';
import type { Log } from './log';

/** A claim of which nobody recorded the end for this long was interrupted; nobody knows whether it was posted. */
const INTERRUPTED_AFTER_MINUTES = 10;

/** The pause before a reminder is tried again that Teams did not take, doubled each time, unless Teams names one. */
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3600;

/** What the reminder clock has done, for the health report. */
export interface ReminderState {
  readonly lastTickAt?: Temporal.Instant;
  readonly posted: number;
  readonly skipped: number;
  readonly failed: number;
  /** Claims that were interrupted, each of them perhaps posted: to be looked at by the secretariat, never posted again. */
  readonly interrupted: number;
}

/** What the reminder clock works with. */
export interface ReminderClockParts {
  readonly site: Pick<DeskSite, 'channels' | 'reminders' | 'clock'>;
  readonly facts: GroupFactsCache;
  readonly deskUrl: string;
  readonly log: Log;
  post(place: PostingPlace, card: DeskCard): Promise<PostOutcome>;
}

interface Step {
  readonly reminder: PlannedReminder;
  readonly timing: Extract<ReminderTiming, 'due' | 'overtaken' | 'tooLate'>;
  readonly channel: Channel;
  readonly subject: ReminderSubject;
}

/**
 * Posts the planned reminders, each once to each channel. A reminder is claimed by inserting its unique key, posted,
 * and recorded; whoever finds the key taken leaves it alone. A stop between posting and recording leaves a claim
 * that is reported and not posted again: a missing reminder is seen in the health report, a doubled one by everybody.
 */
export class ReminderClock {
  private current: ReminderState = { posted: 0, skipped: 0, failed: 0, interrupted: 0 };
  /** Keys that need nothing more, so that they are not asked for at every tick. */
  private readonly settled = new Set<string>();
  private readonly notBefore = new Map<string, Temporal.Instant>();
  private readonly reported = new Set<string>();

  public constructor(private readonly parts: ReminderClockParts) {}

  /** What it has done since the start. */
  public state(): ReminderState {
    return this.current;
  }

  /**
   * Does what is due now.
   * @throws SiteError when the site fails; the next tick does the rest
   */
  public async tick(): Promise<void> {
    const { site, facts } = this.parts;
    // The first answer also brings the site's time, which may have been moved since the last tick.
    const channels = await site.channels.active();
    const now = site.clock.now();
    for (const step of await this.open(this.steps(channels, await facts.read(), now))) {
      await this.take(step, await facts.read());
    }
    await this.reportInterrupted();
    this.current = { ...this.current, lastTickAt: now };
  }

  private steps(channels: readonly Channel[], { group, meetings }: GroupFacts, now: Temporal.Instant): Step[] {
    return meetings.flatMap((meeting) => {
      const plan = planReminders(meeting, group);
      return plan.flatMap((reminder) => {
        const timing = reminderTiming(reminder, plan, now);
        return timing === 'coming' ? [] : channels.filter((channel) => wants(channel, reminder)).map((channel) => stepOf(reminder, timing, channel));
      });
    });
  }

  /** The steps that nobody has settled yet and whose pause is over. */
  private async open(steps: readonly Step[]): Promise<Step[]> {
    const { reminders, clock } = this.parts.site;
    const waiting = steps.filter(({ subject: { key } }) => {
      const pause = this.notBefore.get(key);
      return !this.settled.has(key) && (pause === undefined || pause.epochMilliseconds <= clock.now().epochMilliseconds);
    });
    if (waiting.length === 0) {
      return [];
    }
    const recorded = await reminders.find(waiting.map(({ subject }) => subject.key));
    recorded.filter(({ status }) => status !== 'failed').forEach(({ key }) => this.settled.add(key));
    return waiting.filter(({ subject }) => !this.settled.has(subject.key));
  }

  private async take(step: Step, facts: GroupFacts): Promise<void> {
    const { site, log } = this.parts;
    const { timing, subject } = step;
    if (timing !== 'due') {
      await site.reminders.skipped(subject);
      this.settled.add(subject.key);
      this.current = { ...this.current, skipped: this.current.skipped + 1 };
      log.info({ event: 'reminder.skipped', key: subject.key, reason: timing });
      return;
    }
    const claim = await site.reminders.claim(subject);
    if (claim === 'taken') {
      this.settled.add(subject.key);
      return;
    }
    const outcome = await this.post(step, facts);
    log.info({ event: `reminder.${outcome.kind}`, key: subject.key, ...outcome });
    switch (outcome.kind) {
      case 'posted':
        await site.reminders.posted(claim, { activityId: outcome.activityId, postedAt: site.clock.now() });
        this.settled.add(subject.key);
        this.current = { ...this.current, posted: this.current.posted + 1 };
        return;
      case 'unknown':
        // The claim stays as it is: it may have been posted.
        this.settled.add(subject.key);
        return;
      case 'gone':
        await site.channels.close(step.channel.conversationKey);
        break;
      case 'later':
      case 'refused':
        this.notBefore.set(subject.key, site.clock.now().add({ seconds: pauseSeconds(outcome, claim.attempts) }));
    }
    await site.reminders.failed(claim);
    this.current = { ...this.current, failed: this.current.failed + 1 };
  }

  private async post({ reminder, channel }: Step, { group }: GroupFacts): Promise<PostOutcome> {
    const { site, deskUrl, post } = this.parts;
    const place = readPlace(channel.conversationKey, channel.reference);
    if (place === undefined) {
      return { kind: 'gone', status: 0 };
    }
    const daysLeft = reminderDaysLeft(reminder, site.clock.now());
    return post(place, reminderCard(reminder, daysLeft, group, deskUrl, translatorFor(channel.language)));
  }

  private async reportInterrupted(): Promise<void> {
    const { site, log } = this.parts;
    const now = site.clock.now();
    const interrupted = (await site.reminders.unfinished()).filter(
      ({ modifiedAt }) => now.since(modifiedAt).total('minutes') > INTERRUPTED_AFTER_MINUTES
    );
    for (const { key } of interrupted.filter((record) => !this.reported.has(record.key))) {
      this.reported.add(key);
      log.warn({ event: 'reminder.interrupted', key });
    }
    this.current = { ...this.current, interrupted: interrupted.length };
  }
}

function stepOf(reminder: PlannedReminder, timing: Step['timing'], channel: Channel): Step {
  return {
    reminder,
    timing,
    channel,
    subject: {
      key: reminderKey(reminder, channel.conversationKey),
      kind: kindsOf(reminder).join('+'),
      meetingId: reminder.meeting.id,
      dueAt: reminder.dueAt.toInstant()
    }
  };
}

function kindsOf(reminder: PlannedReminder): string[] {
  return reminder.deadlines.map(({ kind }) => kind);
}

function wants({ kinds }: Channel, reminder: PlannedReminder): boolean {
  return kinds.length === 0 || kindsOf(reminder).some((kind) => kinds.includes(kind));
}

function pauseSeconds(outcome: Extract<PostOutcome, { kind: 'later' | 'refused' }>, attempts: number): number {
  const named = outcome.kind === 'later' ? outcome.retryAfterSeconds : undefined;
  return named ?? Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}
