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

/** Between two looks, so that a process that is killed has usually done something or is about to. */
const PAUSE_MS = 100;
/** The facts of the group are looked at again at once: there is no monitor here that says when they changed. */
const POSTS_PER_SECOND = 50;

/**
 * The reminders of the service as a process of their own, without the rest of it, so that it starts fast: the clock, the
 * corrector, the poster and the bot's adapter are the real ones. A post is told apart by the key of the first reminder in it,
 * which stands in the place of its summary. Writes a line of JSON after each look.
 */
async function main(siteUrl: string): Promise<void> {
  const site = openSite(connectFromNode({ siteUrl, headers: { 'X-Local-User': 'service@example.org' } }));
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
      post: (target, subject, card) => route.post(target, subject, { ...card, summary: subject.key })
    }
  });
  const corrector = new DateCorrector({ site, deskUrl, poster, log, update: (place, activityId, card) => adapter.update(place, activityId, card) });
  const clock = new ReminderClock({ site, facts, poster, reminders: new SubscriberReminders({ site, deskUrl, poster, corrector }) });
  for (;;) {
    await clock.tick();
    process.stdout.write(`${JSON.stringify({ ...clock.state(), at: site.clock.now().toString() })}\n`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

void main(process.argv[2]);
