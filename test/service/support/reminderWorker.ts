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
import { WORKER_HEADER } from './killingRelay';
import type { WorkerReport } from './workerProcess';

const POSTS_PER_SECOND = 50;

/**
 * The reminders of the service as a process of their own, without the rest of it, so that it starts fast: the clock, the
 * corrector, the poster and the bot's adapter are the real ones. It does nothing until its parent sends a message, and then looks
 * once at what is due and reports. In the place of a card's summary stand the worker's name and the keys that the message tells of.
 */
function main(siteUrl: string, name: string): void {
  const site = openSite(connectFromNode({ siteUrl, headers: { 'X-Local-User': 'service@example.org', [WORKER_HEADER]: name } }));
  const log = createLog('silent');
  const deskUrl = 'https://example.org/desk';
  const adapter = createBotAdapter(undefined, deskUrl, log, new PostingLimits(POSTS_PER_SECOND));
  const route = new PostingRoute({ teams: adapter });
  const { reminders } = site;
  const claim = reminders.claim.bind(reminders);
  const messages = new Map<string, readonly string[]>();
  reminders.claim = async (subjects, token) => {
    const claims = await claim(subjects, token);
    const keys = claims.map(({ key }) => key);
    keys.forEach((key) => messages.set(key, keys));
    return claims;
  };
  const poster = new OncePoster({
    site,
    log,
    random: Math.random,
    way: {
      canReach: (target) => route.canReach(target),
      whenFree: (target) => route.whenFree(target),
      post: (target, subject, card) => route.post(target, subject, { ...card, summary: JSON.stringify({ worker: name, keys: messages.get(subject.key) }) })
    }
  });
  const corrector = new DateCorrector({ site, deskUrl, poster, log, update: (place, activityId, card) => adapter.update(place, activityId, card) });
  const clock = new ReminderClock({ site, facts: new GroupFactsCache(site), poster, reminders: new SubscriberReminders({ site, deskUrl, poster, corrector }) });
  process.on('message', () => {
    const report = (error?: string): WorkerReport => ({ interrupted: clock.state().interrupted, ...(error === undefined ? {} : { error }) });
    clock.tick().then(
      () => process.send?.(report()),
      (error: unknown) => process.send?.(report(error instanceof Error ? error.name : 'unknown'))
    );
  });
}

main(process.argv[2], process.argv[3]);
