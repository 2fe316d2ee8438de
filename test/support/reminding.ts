import { storePlace } from '../../src/bot/conversation';
import { GroupFactsCache } from '../../src/bot/groupFacts';
import { createBotAdapter } from '../../src/service/botAdapter';
import { DateCorrector } from '../../src/service/dateCorrector';
import { createLog } from '../../src/service/log';
import { OncePoster } from '../../src/service/oncePoster';
import { PostingLimits } from '../../src/service/postingLimits';
import { PostingRoute } from '../../src/service/postingRoute';
import { ReminderClock } from '../../src/service/reminderClock';
import { SubscriberReminders } from '../../src/service/subscriberReminders';
import type { SiteConnection } from '../../src/site/connection';
import { openSite } from '../../src/site/deskSite';
import { BOT } from './connector';

/** The reminders of the service without the rest of it. */
export interface Reminding {
  readonly clock: ReminderClock;
  /** How many keys the ledger was asked for. */
  asked(): number;
  /** As the service stops. */
  stop(): void;
}

/** Puts the reminders together as the service does. */
export function startReminding(connection: SiteConnection, postsPerSecond: number, together?: number): Reminding {
  const site = openSite(connection);
  const log = createLog('silent');
  const deskUrl = 'https://example.org/desk';
  const limits = new PostingLimits(postsPerSecond);
  const adapter = createBotAdapter(undefined, deskUrl, log, limits);
  let asked = 0;
  const find = site.reminders.find.bind(site.reminders);
  site.reminders.find = (keys) => {
    asked += keys.length;
    return find(keys);
  };
  const poster = new OncePoster({ site, log, way: new PostingRoute({ teams: adapter }), random: Math.random });
  const corrector = new DateCorrector({ site, deskUrl, poster, log, update: (place, activityId, card) => adapter.update(place, activityId, card) });
  const clock = new ReminderClock({ site, facts: new GroupFactsCache(site), poster, reminders: new SubscriberReminders({ site, deskUrl, poster, corrector }), ...(together === undefined ? {} : { sizes: { together, few: 0 } }) });
  return {
    clock,
    asked: () => asked,
    stop: () => {
      clock.stop();
      limits.stop();
    }
  };
}

/** A channel as Teams would have it, as the text that the site keeps. */
export function channelReference(key: string, serviceUrl: string): string {
  const conversation = { id: key, conversationType: 'channel', isGroup: true, name: key };
  return storePlace({ key, reference: { channelId: 'msteams', serviceUrl, bot: BOT, conversation } as never });
}
