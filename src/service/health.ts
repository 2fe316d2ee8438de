import express from 'express';
import type { Router } from 'express';
import type { Temporal } from 'temporal-polyfill';
import type { PerFollowedList } from '../site/followedLists';
import type { SharedWorkState } from './jobs/sharedWork';
import type { MailState } from './mail/mailWatch';
import type { ReminderState } from './reminderClock';
import type { MonitorState } from './siteMonitor';
import type { SubscriptionState } from './subscriptionKeeper';

/** What the health report is made from. It holds numbers and times only, nothing of documents or people. */
export interface HealthParts {
  readonly siteUrl: string;
  siteTime(): Temporal.Instant;
  /** Why the site could not be used at the last attempt; undefined when it could. */
  siteTrouble(): string | undefined;
  library(): MonitorState;
  reminders(): ReminderState;
  mail(): MailState;
  /** What is wrong with the service's disk; undefined when nothing is. */
  diskTrouble(): string | undefined;
  /** The work that is shared with other services; undefined for a service that works alone. */
  jobs(): SharedWorkState | undefined;
  subscriptions(): PerFollowedList<SubscriptionState>;
}

/** The group's state, to be shown as JSON. */
export interface HealthReport {
  readonly status: 'ok' | 'siteUnavailable' | 'jobsUnavailable' | 'diskFull';
  readonly [part: string]: unknown;
}

/**
 * Whether the site of a group can be used, the storage of its shared jobs, and its disk for a document; a missing
 * subscription is no failure, because the list is then looked at regularly.
 */
export function healthOf(parts: HealthParts): HealthReport {
  const trouble = parts.siteTrouble();
  const jobs = parts.jobs();
  const diskTrouble = parts.diskTrouble();
  return {
    status: trouble !== undefined ? 'siteUnavailable' : jobs?.trouble !== undefined ? 'jobsUnavailable' : diskTrouble !== undefined ? 'diskFull' : 'ok',
    site: { url: parts.siteUrl, time: parts.siteTime(), ...(trouble === undefined ? {} : { trouble }) },
    subscriptions: parts.subscriptions(),
    ...(diskTrouble === undefined ? {} : { disk: { trouble: diskTrouble } }),
    library: parts.library(),
    reminders: parts.reminders(),
    mail: parts.mail(),
    jobs: jobs ?? 'inProcess'
  };
}

/** Answers with a report: 200 where all is well, else 503. */
export function healthRouter(report: () => Pick<HealthReport, 'status'>): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    const answer = report();
    response.status(answer.status === 'ok' ? 200 : 503).set('Cache-Control', 'no-store').json(answer);
  });
  return router;
}
