import type { Middleware, TurnContext } from 'botbuilder';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const SECONDS = 60;

/**
 * Keeps one person from taking the bot, and the site behind it, away from the others: of what they send beyond so many
 * activities in a minute nothing is looked at. They are told once in that minute. Nothing that was submitted is lost by it: a
 * file that the bot did not take is still in the chat.
 * @param tell tells them in the conversation
 */
export function senderLimit(mostInAMinute: number, tell: (context: TurnContext) => Promise<void>): Middleware {
  const limiter = new RateLimiterMemory({ points: mostInAMinute, duration: SECONDS });
  return {
    onTurn: async (context, next) => {
      const { from, type } = context.activity;
      const consumed = from === undefined ? undefined : await limiter.consume(from.aadObjectId ?? from.id).catch((refused: unknown) => refused);
      if (!(consumed instanceof RateLimiterRes) || consumed.consumedPoints <= mostInAMinute) {
        await next();
      } else if (type === 'invoke') {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 429 } });
      } else if (type === 'message' && consumed.consumedPoints === mostInAMinute + 1) {
        await tell(context);
      }
    }
  };
}
