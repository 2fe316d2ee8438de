import type { Temporal } from 'temporal-polyfill';
import type { QuietHours } from '../rules/quietHours';
import type { PostingMode, ReminderSettings } from '../rules/reminderSettings';
import type { Subscription } from '../rules/subscription';
import type { ChannelRow } from '../site/channels';
import type { DeskSite } from '../site/deskSite';
import type { ChatRow } from '../site/personalChats';
import type { SubscribedSince } from '../site/subscribedSince';
import { channelTarget, chatTarget } from './oncePoster';
import type { PostTarget } from './oncePoster';

/** A subscription with the place where its reminders are posted. */
export interface Subscriber extends Subscription, SubscribedSince {
  readonly target: PostTarget;
  /** Hours in which nothing is posted there; undefined for none. */
  readonly quietHours?: QuietHours;
  /** `single` unless chosen otherwise. */
  readonly mode?: PostingMode;
  /** The address of the person whose own chat it is, as the directory says it. */
  readonly personEmail?: string;
}

/** A row of the site's lists of channels and people. */
export interface SubscriberRow {
  /** Grows in the order in which rows are gone through; a row that is added comes last in its list. */
  readonly position: number;
  /** When anybody changed it last, by the site's clock. */
  readonly modifiedAt: Temporal.Instant;
  /** Undefined when it gets no reminders. */
  readonly subscriber?: Subscriber;
}

type Site = Pick<DeskSite, 'channels' | 'personalChats'>;

/** Above every id of a list's item, which are 32 bits long. */
const FIRST_CHAT = 2 ** 32;

/**
 * The channels and group chats, then the people; those that get reminders with what they want of them. A page at a time: of
 * thousands none need to be held.
 * @throws SiteError
 */
export async function* subscriberPages(site: Site): AsyncGenerator<SubscriberRow[]> {
  for await (const page of site.channels.pages()) {
    yield page.map((row) => rowOfChannel(row, site));
  }
  for await (const page of site.personalChats.pages()) {
    yield page.map((row) => rowOfChat(row, site));
  }
}

/** How many rows {@link subscriberPages} goes through. @throws SiteError */
export async function subscriberRows({ channels, personalChats }: Site): Promise<number> {
  return (await channels.count()) + (await personalChats.count());
}

/** Those who get reminders at some places, both ends included; the places lie in one of the two lists. @throws SiteError */
export async function subscribersAt(site: Site, from: number, to: number): Promise<(SubscriberRow & { readonly subscriber: Subscriber })[]> {
  const rows: SubscriberRow[] = [];
  if (from < FIRST_CHAT) {
    for await (const page of site.channels.pages({ from, to })) {
      rows.push(...page.map((row) => rowOfChannel(row, site)));
    }
  } else {
    for await (const page of site.personalChats.pages({ from: from - FIRST_CHAT, to: to - FIRST_CHAT })) {
      rows.push(...page.map((row) => rowOfChat(row, site)));
    }
  }
  return rows.flatMap((row) => (row.subscriber === undefined ? [] : [{ ...row, subscriber: row.subscriber }]));
}

function rowOfChannel({ id, modifiedAt, active }: ChannelRow, site: Site): SubscriberRow {
  return { position: id, modifiedAt, ...(active === undefined ? {} : { subscriber: subscriberOf(channelTarget(active, site), active, active) }) };
}

function rowOfChat({ id, modifiedAt, reminded }: ChatRow, site: Site): SubscriberRow {
  return { position: FIRST_CHAT + id, modifiedAt, ...(reminded === undefined ? {} : { subscriber: subscriberOf(chatTarget(reminded, site), reminded.reminders, reminded, reminded.email) }) };
}

/** The channels and group chats that get reminders, and the people who want them in their own chats. @throws SiteError */
export async function subscribersOf(site: Site): Promise<Subscriber[]> {
  const subscribers: Subscriber[] = [];
  for await (const page of subscriberPages(site)) {
    subscribers.push(...page.flatMap(({ subscriber }) => subscriber ?? []));
  }
  return subscribers;
}

function subscriberOf(target: PostTarget, { language, kinds, quietHours, mode }: ReminderSettings, { since, addedSince }: SubscribedSince, personEmail?: string): Subscriber {
  return {
    key: target.key,
    language,
    kinds,
    target,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(mode === undefined ? {} : { mode }),
    ...(since === undefined ? {} : { since }),
    ...(addedSince === undefined ? {} : { addedSince }),
    ...(personEmail === undefined ? {} : { personEmail })
  };
}
