import { closedChannelCard } from '../bot/cards/closedChannelCard';
import { translatorFor } from '../messages/allMessages';
import type { DeskSite } from '../site/deskSite';
import { chatTarget } from './oncePoster';
import type { OncePoster } from './oncePoster';

/** The kind under which it is recorded. */
const CLOSED = 'channelClosed';

/** What was closed longer ago is no news: the secretariat's chats may be younger. */
const NEWS_DAYS = 7;

/** What it works with. */
export interface ClosedChannelsParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'secretariatAddresses' | 'clock'>;
  readonly deskUrl: string;
  readonly poster: OncePoster;
}

/**
 * Tells the secretariat in their chats, once each, of channels and mailing addresses that get no reminders any more because
 * the bot was removed or Teams lets it post there no longer. Read from the list, so that a stop right after a channel was
 * closed loses nothing.
 */
export class ClosedChannels {
  public constructor(private readonly parts: ClosedChannelsParts) {}

  /** Tells what is not told yet. @throws SiteError when the site fails; the next run does the rest */
  public async run(): Promise<void> {
    const { site, poster, deskUrl } = this.parts;
    const closed = await site.channels.closed();
    const now = site.clock.now();
    const news = closed.filter(({ closedAt }) => now.since(closedAt).total('hours') < NEWS_DAYS * 24);
    if (news.length === 0) {
      return;
    }
    const chats = (await Promise.all((await site.secretariatAddresses()).map((address) => site.personalChats.byEmail(address)))).flatMap((chat) => chat ?? []);
    for (const chat of chats) {
      const posts = news.map((channel) => ({
        channel,
        target: chatTarget(chat, site),
        subject: { key: `${CLOSED}/${channel.id}/${channel.closedAt.epochMilliseconds}/${chat.personKey}`, kind: CLOSED, dueAt: channel.closedAt }
      }));
      const [first, ...others] = await poster.open(posts);
      if (first !== undefined) {
        await poster.sendTogether([first, ...others], (claimed) => closedChannelCard(claimed.map(({ channel }) => channel.title), deskUrl, translatorFor(chat.language)));
      }
    }
  }
}
