import type { Temporal } from 'temporal-polyfill';
import type { QuietHours } from '../rules/quietHours';
import type { PostingMode } from '../rules/reminderSettings';
import type { Subscription } from '../rules/subscription';
import type { DeskSite } from '../site/deskSite';
import { channelTarget, chatTarget } from './oncePoster';
import type { PostTarget } from './oncePoster';

/** A subscription with the place where its reminders are posted. */
export interface Subscriber extends Subscription {
  readonly target: PostTarget;
  /** Hours in which nothing is posted there; undefined for none. */
  readonly quietHours?: QuietHours;
  /** `single` unless chosen otherwise. */
  readonly mode?: PostingMode;
  /** Nothing that happened before is told there. */
  readonly since?: Temporal.Instant;
  /** The address of the person whose own chat it is, as the directory says it. */
  readonly personEmail?: string;
}

/** The channels and group chats that get reminders, and the people who want them in their own chats. @throws SiteError */
export async function subscribersOf(site: Pick<DeskSite, 'channels' | 'personalChats'>): Promise<Subscriber[]> {
  const [channels, chats] = await Promise.all([site.channels.active(), site.personalChats.reminded()]);
  const places = [
    ...channels.map((channel) => ({ target: channelTarget(channel, site), settings: channel, since: channel.since, personEmail: undefined })),
    ...chats.map((chat) => ({ target: chatTarget(chat, site), settings: chat.reminders, since: chat.since, personEmail: chat.email }))
  ];
  return places.map(({ target, settings: { language, kinds, quietHours, mode }, since, personEmail }) => ({
    key: target.key,
    language,
    kinds,
    target,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(mode === undefined ? {} : { mode }),
    ...(since === undefined ? {} : { since }),
    ...(personEmail === undefined ? {} : { personEmail })
  }));
}
