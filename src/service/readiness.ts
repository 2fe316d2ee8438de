import express from 'express';
import type { Router } from 'express';
import { perFollowedList } from '../site/followedLists';
import type { PerFollowedList } from '../site/followedLists';
import type { SubscriptionState } from './subscriptionKeeper';

/** Whether each list has a subscription, is followed without one, or was not looked at yet. */
type SubscriptionAnswer = 'subscribed' | 'polled' | 'unknown';

/** What the answer is made from. */
export interface ReadinessParts {
  /** Whether the configuration was read from the site at the last attempt; undefined before the first one ended. */
  isSiteReadable(): boolean | undefined;
  subscriptions(): PerFollowedList<SubscriptionState>;
  isStopping(): boolean;
}

/** Whether the service can be given work, and if not, why. */
export interface ReadinessState {
  readonly status: 'ready' | 'starting' | 'siteUnavailable' | 'stopping';
  readonly subscriptions: PerFollowedList<SubscriptionAnswer>;
}

/**
 * Whether the service can be given work: the group's configuration is read, the site answers, and each followed list has
 * its subscription or is known to be followed without one. A missing subscription must not keep requests away, because
 * the site makes one only after this service has answered it.
 */
export function readinessOf({ isSiteReadable, subscriptions, isStopping }: ReadinessParts): ReadinessState {
  const states = subscriptions();
  const answers = perFollowedList((list) => answerOf(states[list]));
  const isKnown = Object.values(answers).every((answer) => answer !== 'unknown');
  if (isStopping()) {
    return { status: 'stopping', subscriptions: answers };
  }
  if (isSiteReadable() === false) {
    return { status: 'siteUnavailable', subscriptions: answers };
  }
  return { status: isSiteReadable() === true && isKnown ? 'ready' : 'starting', subscriptions: answers };
}

function answerOf({ id, trouble }: SubscriptionState): SubscriptionAnswer {
  return id !== undefined ? 'subscribed' : trouble !== undefined ? 'polled' : 'unknown';
}

/** Answers 200 when work can be given, else 503, and says why as JSON. */
export function readinessRouter(state: () => { readonly status: string }): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    const answer = state();
    response.status(answer.status === 'ready' || answer.status === 'partlyReady' ? 200 : 503).set('Cache-Control', 'no-store').json(answer);
  });
  return router;
}

/** Answers 200 as long as the process answers: starting it again would mend nothing that is wrong with the site. */
export function livenessRouter(): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });
  return router;
}
