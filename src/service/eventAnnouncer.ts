import { Temporal } from 'temporal-polyfill';
import { attentionCard } from '../bot/cards/attentionCard';
import type { AttentionItem } from '../bot/cards/attentionCard';
import { dailyCard } from '../bot/cards/dailyCard';
import { eventCard } from '../bot/cards/eventCard';
import type { DeskEvent } from '../bot/cards/eventCard';
import type { GroupFactsCache } from '../bot/groupFacts';
import { KeptReading } from '../bot/keptReading';
import { translatorFor } from '../messages/allMessages';
import { DEADLINE_KINDS, subjectOfKind } from '../rules/deadlineKind';
import { isToldNow, lastDigestTime } from '../rules/digest';
import { quietUntil } from '../rules/quietHours';
import { ATTENTION_KIND, DEADLINE_MOVED_KIND, INTERPRETATION_KIND, PUBLISHED_KIND, VERSIONS_KIND, wantsReminder } from '../rules/reminderSettings';
import type { NewsKind } from '../rules/reminderSettings';
import type { WorkingGroup } from '../rules/workingGroup';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import type { AttentionItems, ListedItem } from './attentionItems';
import type { DeskEvents, ListedEvent } from './deskEvents';
import type { OncePost, OncePoster } from './oncePoster';
import { subscribersOf } from './subscriber';
import type { Subscriber } from './subscriber';
import { workThrough } from './workThrough';

/** Where it is stored since when events are told. */
const STATE_KEY = 'events/since';
/** What is older is no news, however long the service was down. */
const NEWS_DAYS = 14;
/** How many subscribers are posted to at a time, as for reminders. */
const AT_A_TIME = 8;

const EVENT_KINDS = [PUBLISHED_KIND, VERSIONS_KIND, DEADLINE_MOVED_KIND, INTERPRETATION_KIND] as const satisfies readonly DeskEvent['kind'][];

/** Something that is to be told to one subscriber once. */
export interface EventPost extends OncePost {
  readonly event?: DeskEvent;
  readonly item?: AttentionItem;
}

/** What it works with. */
export interface EventAnnouncerParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'reminders' | 'deskState' | 'secretariatAddresses' | 'clock' | 'reminderPause'>;
  readonly facts: Pick<GroupFactsCache, 'read'>;
  readonly events: DeskEvents;
  readonly attention: AttentionItems;
  readonly deskUrl: string;
  readonly poster: OncePoster;
  /** Until when the reminders that were due are posted; see {@link EventAnnouncer.withReminders}. */
  remindedUntil(): Temporal.Instant | undefined;
}

interface Reading {
  readonly subscribers: readonly Subscriber[];
  readonly events: readonly ListedEvent[];
  readonly items: readonly ListedItem[];
  readonly secretariat: readonly string[];
}

/**
 * Tells channels and people once what happened and what they want to know of: documents published, translations, deadlines
 * moved; and the secretariat, where it chose so, what needs its attention. Several things at once are one message.
 *
 * Nothing is told that happened before the service was first started, or before the channel or person subscribed; nothing
 * outside the group's working time or within quiet hours. Who wants a digest gets everything since the last one in one
 * message at the reminder hour, together with the reminders that are due then; also what was decided on interpretation,
 * which others are told by the InterpretationAnnouncer under the same key.
 *
 * A moved deadline is told to whoever was not told of that deadline yet. Whoever was reminded of it is corrected in the thread
 * of the reminder (DateCorrector) and is not told a second time.
 */
export class EventAnnouncer {
  private readonly reading: KeptReading<Reading>;
  private startedAt?: Temporal.Instant;

  public constructor(private readonly parts: EventAnnouncerParts) {
    this.reading = new KeptReading(parts.site.clock, () => this.read());
  }

  /** Tells what is to be told now and is not told yet. @throws SiteError when the site fails; the next run does the rest */
  public async run(): Promise<void> {
    if ((await this.parts.site.reminderPause.read()).isPaused) {
      return;
    }
    this.reading.invalidate();
    const reading = await this.reading.read();
    const { group } = await this.parts.facts.read();
    const ready = reading.subscribers.filter((subscriber) => this.isRemindedFirst(subscriber, group));
    await workThrough(ready, AT_A_TIME, (subscriber) => this.tell(subscriber, reading, group));
  }

  /**
   * What goes into one message with the reminders that are posted to a subscriber now: everything, for a digest. Nothing when
   * the site does not say it: the reminders must not wait for that.
   */
  public async withReminders(subscriber: Subscriber): Promise<readonly EventPost[]> {
    if (subscriber.mode !== 'daily') {
      return [];
    }
    try {
      const { group } = await this.parts.facts.read();
      return await this.openPosts(subscriber, await this.reading.read(), group);
    } catch (error) {
      if (!isSiteError(error)) {
        throw error;
      }
      return [];
    }
  }

  private async read(): Promise<Reading> {
    const { site, events, attention } = this.parts;
    const subscribers = await subscribersOf(site);
    const now = site.clock.now();
    const from = later(await this.since(now), now.subtract({ hours: 24 * NEWS_DAYS }));
    const wantsEvents = subscribers.some((subscriber) => wantsReminder(subscriber, EVENT_KINDS));
    const wantsAttention = subscribers.some((subscriber) => wantsReminder(subscriber, [ATTENTION_KIND]));
    return {
      subscribers,
      events: wantsEvents ? await events.since(from) : [],
      items: wantsAttention ? await attention.since(from) : [],
      secretariat: wantsAttention ? await site.secretariatAddresses() : []
    };
  }

  /** Since when events are told: since the service was first started. */
  private async since(now: Temporal.Instant): Promise<Temporal.Instant> {
    if (this.startedAt === undefined) {
      const { deskState } = this.parts.site;
      const stored = instantIn((await deskState.get(STATE_KEY))?.value);
      this.startedAt = stored ?? now.round({ smallestUnit: 'second', roundingMode: 'floor' });
      if (stored === undefined) {
        await deskState.set(STATE_KEY, this.startedAt.toString());
      }
    }
    return this.startedAt;
  }

  /** A digest waits for the reminders of its morning, which take it along. */
  private isRemindedFirst({ mode, quietHours }: Subscriber, group: WorkingGroup): boolean {
    const digest = lastDigestTime(this.parts.site.clock.now(), group);
    const remindedUntil = this.parts.remindedUntil();
    return mode !== 'daily' || (remindedUntil !== undefined && Temporal.Instant.compare(remindedUntil, quietUntil(digest, undefined, quietHours, group.zone) ?? digest) >= 0);
  }

  private async tell(subscriber: Subscriber, reading: Reading, group: WorkingGroup): Promise<void> {
    const { poster, deskUrl, site } = this.parts;
    const translator = translatorFor(subscriber.language);
    const posts = await this.openPosts(subscriber, reading, group);
    if (subscriber.mode === 'daily') {
      await sendAll(poster, posts, (claimed) => dailyCard({ reminders: [], events: eventsIn(claimed), items: itemsIn(claimed) }, site.clock.now(), group, deskUrl, translator));
      return;
    }
    await sendAll(poster, posts.filter(({ event }) => event !== undefined), (claimed) => eventCard(eventsIn(claimed) as [DeskEvent], group, deskUrl, translator));
    await sendAll(poster, posts.filter(({ item }) => item !== undefined), (claimed) => attentionCard(itemsIn(claimed) as [AttentionItem], group, deskUrl, translator));
  }

  private async openPosts(subscriber: Subscriber, reading: Reading, group: WorkingGroup): Promise<EventPost[]> {
    const { poster, site } = this.parts;
    const now = site.clock.now();
    const { target } = subscriber;
    const isDue = (listed: ListedEvent | ListedItem, kind: NewsKind): boolean => {
      const since = subscriber.addedSince?.get(kind) ?? subscriber.since;
      return (since === undefined || Temporal.Instant.compare(listed.at, since) >= 0) && isToldNow(listed, subscriber, now, group);
    };
    const post = ({ key, at, meetingId }: ListedEvent | ListedItem, kind: string): OncePost => ({
      target,
      subject: { key: `${key}/${target.key}`, kind, subscriber: target.key, dueAt: at, ...(meetingId === undefined ? {} : { meetingId }) }
    });
    const events = reading.events.filter((listed) => isDue(listed, listed.event.kind) && isWanted(listed, subscriber)).map((listed): EventPost => ({ ...post(listed, listed.event.kind), event: listed.event }));
    const items = isToldOfAttention(subscriber, reading.secretariat)
      ? reading.items
          .filter((listed) => isDue(listed, ATTENTION_KIND) && !(listed.isToldToEachMember && subscriber.personEmail !== undefined))
          .map((listed): EventPost => ({ ...post(listed, ATTENTION_KIND), item: listed.item }))
      : [];
    const open: EventPost[] = [];
    for (const each of await poster.open([...events, ...items])) {
      const untold = await this.untold(each, subscriber);
      if (untold === undefined) {
        await poster.skip([{ subject: each.subject, reason: 'overtaken' }]);
      } else {
        open.push(untold);
      }
    }
    return open;
  }

  /** A post without the deadlines of which the subscriber was reminded; undefined when none is left. */
  private async untold(post: EventPost, { target }: Subscriber): Promise<EventPost | undefined> {
    const { event } = post;
    if (event?.kind !== 'deadlineMoved') {
      return post;
    }
    const records = await this.parts.site.reminders.postedTo(target.key, event.meeting.id);
    const told = new Set(records.flatMap(({ kind }) => DEADLINE_KINDS.filter((each) => kind.split('+').includes(each)).map(subjectOfKind)));
    const [first, ...others] = event.deadlines.filter(({ kind }) => !told.has(subjectOfKind(kind)));
    return first === undefined ? undefined : { ...post, event: { ...event, deadlines: [first, ...others] } };
  }
}

/** The events among some posts. */
export function eventsIn(posts: readonly EventPost[]): DeskEvent[] {
  return posts.flatMap(({ event }) => event ?? []);
}

/** What needs attention among some posts. */
export function itemsIn(posts: readonly EventPost[]): AttentionItem[] {
  return posts.flatMap(({ item }) => item ?? []);
}

/** Interpretation is told here only to whoever wants a digest. */
function isWanted({ event: { kind } }: ListedEvent, subscriber: Subscriber): boolean {
  return wantsReminder(subscriber, [kind]) && (kind !== INTERPRETATION_KIND || subscriber.mode === 'daily');
}

/** A person who left the secretariat is told no longer, whatever they chose while they belonged to it. */
function isToldOfAttention(subscriber: Subscriber, secretariat: readonly string[]): boolean {
  return wantsReminder(subscriber, [ATTENTION_KIND]) && (subscriber.personEmail === undefined || secretariat.includes(subscriber.personEmail));
}

async function sendAll(poster: OncePoster, [first, ...others]: readonly EventPost[], card: (claimed: readonly EventPost[]) => ReturnType<typeof eventCard>): Promise<void> {
  if (first !== undefined) {
    await poster.sendTogether([first, ...others], card);
  }
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}

/** @returns undefined for a value that somebody wrote by hand in another form */
function instantIn(text: string | undefined): Temporal.Instant | undefined {
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
