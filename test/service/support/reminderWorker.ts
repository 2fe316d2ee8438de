import { GroupFactsCache } from '../../../src/bot/groupFacts';
import { createBotAdapter } from '../../../src/service/botAdapter';
import { DateCorrector } from '../../../src/service/dateCorrector';
import { createLog } from '../../../src/service/log';
import { OncePoster } from '../../../src/service/oncePoster';
import { PostingLimits } from '../../../src/service/postingLimits';
import { PostingRoute } from '../../../src/service/postingRoute';
import { ReminderClock } from '../../../src/service/reminderClock';
import { connectFromNode } from '../../../src/service/siteConnection';
import { SubscriberReminders } from '../../../src/service/subscriberReminders';
import { openSite } from '../../../src/site/deskSite';
import { isSiteError } from '../../../src/site/errors';

/** Between two looks, so that a process that is killed has usually done something or is about to. */
const PAUSE_MS = 100;
const POSTS_PER_SECOND = 50;

/**
 * The reminders of the service as a process of their own, without the rest of it, so that it starts fast: the clock, the
 * corrector, the poster and the bot's adapter are the real ones. In the place of a message's summary stand the process and
 * the keys of all that it tells. Writes a line of JSON after each look.
 */
async function main(siteUrl: string, worker: string): Promise<void> {
  const desk = openSite(connectFromNode({ siteUrl, headers: { 'X-Local-User': 'service@example.org', 'X-Worker': worker } }));
  const { reminders } = desk;
  const messages = new Map<string, readonly string[]>();
  const site = {
    ...desk,
    reminders: Object.assign(Object.create(reminders) as typeof reminders, {
      claim: async (...[subjects, token]: Parameters<typeof reminders.claim>) => {
        const claims = await reminders.claim(subjects, token);
        const keys = claims.map(({ key }) => key);
        keys.forEach((key) => messages.set(key, keys));
        return claims;
      }
    })
  };
  const log = createLog('silent');
  const deskUrl = 'https://example.org/desk';
  const facts = new GroupFactsCache(site);
  const adapter = createBotAdapter(undefined, deskUrl, log, new PostingLimits(POSTS_PER_SECOND));
  const route = new PostingRoute({ teams: adapter });
  const poster = new OncePoster({
    site,
    log,
    random: Math.random,
    way: {
      canReach: (target) => route.canReach(target),
      whenFree: (target) => route.whenFree(target),
      post: (target, subject, card) => route.post(target, subject, { ...card, summary: JSON.stringify({ worker, keys: messages.get(subject.key) }) })
    }
  });
  const corrector = new DateCorrector({ site, deskUrl, poster, log, update: (place, activityId, card) => adapter.update(place, activityId, card) });
  const clock = new ReminderClock({ site, facts, poster, reminders: new SubscriberReminders({ site, deskUrl, poster, corrector }) });
  for (;;) {
    try {
      await clock.tick();
      process.stdout.write(`${JSON.stringify({ ...clock.state(), at: site.clock.now().toString() })}\n`);
    } catch (error) {
      if (!isSiteError(error)) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

void main(process.argv[2], process.argv[3]);
