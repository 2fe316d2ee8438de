import pThrottle from 'p-throttle';

/** Does something as soon as the rate allows it. */
export type PostingRate = <Outcome>(post: () => Promise<Outcome>) => Promise<Outcome>;

/**
 * Keeps what the bot posts by itself below Teams' limit for an app in a tenant, whichever second one looks at.
 *
 * Source: Microsoft Teams documentation, "Optimize your bot: Rate limiting": 50 requests a second for an app and tenant; other
 * versions of it say 30. The answers to people count as well, so a rate below the limit leaves room for them.
 */
export function postingRate(postsPerSecond: number): PostingRate {
  const turn = pThrottle({ limit: postsPerSecond, interval: 1000, strict: true })(async () => undefined);
  return async (post) => {
    await turn();
    return post();
  };
}
