import type { TimelinePipe } from '@pnp/core';
import { InjectHeaders } from '@pnp/queryable';
import type { Queryable } from '@pnp/queryable';
import { GroupFactsCache } from '../../../src/bot/groupFacts';
import type { PostOutcome } from '../../../src/bot/proactive';
import { ClosedChannels } from '../../../src/service/closedChannels';
import { DateCorrector } from '../../../src/service/dateCorrector';
import { createLog } from '../../../src/service/log';
import { OncePoster } from '../../../src/service/oncePoster';
import { ReminderClock } from '../../../src/service/reminderClock';
import { connectSite } from '../../../src/site/connection';
import type { SiteConnection } from '../../../src/site/connection';
import { openSite } from '../../../src/site/deskSite';
import type { DeskSite } from '../../../src/site/deskSite';
import { siteFetch } from '../../../src/site/siteFetch';
import { writeOf } from './ledgerWrites';
import type { Gap } from './ledgerWrites';

/** Where the services of a test post to. */
export interface TeamsPlace {
  /** Takes or refuses a message that tells of some reminders. */
  post(target: string, keys: readonly string[]): PostOutcome;
}

/**
 * The part of the service that posts reminders, in this process, on a connection of its own to the site. It is killed by cutting
 * it off: whatever it asks of the site or of Teams afterwards is never answered and never carried out.
 */
export class GatedService {
  /** By how much the site's answers tell it another time, in seconds. */
  public skew = 0;
  /** Keys of what it claims, sends or records at present. */
  public readonly inHand = new Set<string>();
  /** Where it is to be killed next. */
  public gap?: Gap;
  public isDead = false;
  public readonly site: DeskSite;
  private readonly clock: ReminderClock;
  private readonly closedChannels: ClosedChannels;
  private readonly dead: Promise<void>;
  private die: () => void = () => undefined;

  public constructor(siteUrl: string, teams: TeamsPlace, random: () => number = () => 0.5) {
    this.dead = new Promise((resolve) => (this.die = resolve));
    const connection: SiteConnection = connectSite(siteUrl, InjectHeaders({ 'X-Local-User': 'service@example.org' }), this.gates(() => connection));
    this.site = openSite(connection);
    const log = createLog('silent');
    const deskUrl = 'https://example.org/desk';
    const { reminders } = this.site;
    const messages = new Map<string, readonly string[]>();
    const site: DeskSite = {
      ...this.site,
      reminders: Object.assign(Object.create(reminders) as typeof reminders, {
        claim: async (...[subjects, token]: Parameters<typeof reminders.claim>) => {
          subjects.forEach(({ key }) => this.inHand.add(key));
          const claims = await reminders.claim(subjects, token);
          const keys = claims.map(({ key }) => key);
          subjects.filter(({ key }) => !keys.includes(key)).forEach(({ key }) => this.inHand.delete(key));
          keys.forEach((key) => messages.set(key, keys));
          return claims;
        }
      })
    };
    const poster = new OncePoster({
      site,
      log,
      random,
      way: {
        canReach: () => true,
        whenFree: async () => undefined,
        post: async ({ key: target }, { key }) => {
          const keys = messages.get(key) ?? [key];
          await this.pass('post', 'before');
          const outcome = teams.post(target, keys);
          await this.pass('post', 'after');
          return outcome;
        }
      }
    });
    const corrector = new DateCorrector({ site, deskUrl, poster, log, update: async () => true });
    this.clock = new ReminderClock({ site, facts: new GroupFactsCache(site), deskUrl, poster, corrector });
    this.closedChannels = new ClosedChannels({ site, deskUrl, poster });
  }

  /** Looks once at what is due, or until it is killed. @returns whether it came to the end */
  public async tick(): Promise<boolean> {
    const ended = this.clock.tick().then(() => this.closedChannels.run());
    const isEnded = await Promise.race([ended.then(() => true), this.dead.then(() => false)]);
    if (isEnded) {
      this.inHand.clear();
    }
    return isEnded;
  }

  public kill(): void {
    this.isDead = true;
    this.die();
  }

  /** Lets something pass, unless it is dead or is killed here. */
  private async pass(step: Gap['step'], side: Gap['side']): Promise<void> {
    if (!this.isDead && this.gap?.step === step && this.gap.side === side) {
      this.kill();
    }
    if (this.isDead) {
      await new Promise(() => undefined);
    }
  }

  private gates(connection: () => SiteConnection): TimelinePipe<Queryable> {
    return (instance) => {
      instance.on.send.replace(async (url, init) => {
        const step = writeOf(init.body);
        await this.pass(step, 'before');
        const response = await siteFetch(url, init, {
          now: () => connection().clock.now(),
          observe: (date, sentAt, receivedAt) => connection().clock.observe(date === null ? null : new Date(Date.parse(date) + this.skew * 1000).toUTCString(), sentAt, receivedAt)
        });
        await this.pass(step, 'after');
        return response;
      });
      return instance;
    };
  }
}
