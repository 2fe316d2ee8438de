import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { CloudAdapter, TurnContext } from 'botbuilder';
import * as v from 'valibot';
import type { DeskCard } from './cards/deskCard';
import type { PostingPlace } from './conversation';
import { cardMessage } from './reply';

/** What became of a post. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly activityId: string }
  /** The bot is not there any more, or the conversation is gone. */
  | { readonly kind: 'gone'; readonly status: number }
  /** Teams, or the way that e-mail leaves by, did not take it now; it may be sent again. The status is 0 when there was no answer. */
  | { readonly kind: 'later'; readonly status: number; readonly retryAfterSeconds?: number; readonly reason?: string }
  /** It will never be taken as it is. */
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfterSeconds?: number; readonly reason?: string }
  /** No answer came: it may or may not have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * The answers that Teams says may be sent again (Microsoft Teams documentation, "Optimize your bot: Rate limiting"). 502 and 504
 * come from the way to Teams; the documentation asks for a retry although one of them may have been posted.
 */
const RETRY = [412, 429, 502, 503, 504];
const GONE = [403, 404];

const restErrorSchema = v.object({ statusCode: v.number() });

/**
 * Posts a card into a conversation, once. It never throws and never tries again by itself: the caller has recorded
 * the attempt and decides.
 * @param appId the bot's application id; empty when the bot has no credentials
 */
export async function postCard(adapter: CloudAdapter, appId: string, place: PostingPlace, card: DeskCard): Promise<PostOutcome> {
  let outcome: PostOutcome = { kind: 'unknown', reason: 'the conversation was not opened' };
  try {
    await adapter.continueConversationAsync(appId, place.reference, async (context) => {
      // Caught here: the adapter's own error handler would answer into the conversation.
      try {
        sendOnce(context);
        const response = await context.sendActivity(cardMessage(card));
        outcome = { kind: 'posted', activityId: response?.id ?? '' };
      } catch (error) {
        outcome = outcomeOf(error);
      }
    });
  } catch (error) {
    return outcome.kind === 'unknown' ? outcomeOf(error) : outcome;
  }
  return outcome;
}

/**
 * Puts a card in the place of one that was posted; nobody is notified of it. It never throws and never tries again: a card that
 * is gone, or too old to be changed, stays as it is.
 * @returns whether Teams took it
 */
export async function updateCard(adapter: CloudAdapter, appId: string, place: PostingPlace, activityId: string, card: DeskCard): Promise<boolean> {
  let isTaken = false;
  try {
    await adapter.continueConversationAsync(appId, place.reference, async (context) => {
      try {
        await context.updateActivity({ ...cardMessage(card), id: activityId });
        isTaken = true;
      } catch {
        // Said by the result; the adapter's own error handler would answer into the conversation.
      }
    });
  } catch {
    return false;
  }
  return isTaken;
}

/** The name of the policy by which the HTTP client beneath `botbuilder` sends a request again. */
const RETRY_POLICY = 'defaultRetryPolicy';

/**
 * Takes the automatic retries off the connection of this turn. They also repeat a post whose answer was lost, which
 * then stands in the channel twice; `botbuilder` 4.23 reads its own `noRetryPolicy` option no longer.
 */
function sendOnce(context: TurnContext): void {
  const connector = context.turnState.get(context.adapter.ConnectorClientKey) as { readonly client: { readonly pipeline: Pipeline } } | undefined;
  const pipeline = connector?.client.pipeline;
  pipeline?.removePolicy({ name: RETRY_POLICY });
  pipeline?.removePolicy({ name: OWN_CONNECTION.name });
  pipeline?.addPolicy(OWN_CONNECTION);
}

/** What is used of the request pipeline of `@azure/core-rest-pipeline`, which `botbuilder` does not give out. */
interface Pipeline {
  addPolicy(policy: Policy): void;
  removePolicy(policy: { readonly name: string }): unknown;
}
interface Policy {
  readonly name: string;
  sendRequest(request: PostRequest, next: (request: PostRequest) => Promise<unknown>): Promise<unknown>;
}
interface PostRequest {
  readonly url: string;
  agent?: HttpAgent | HttpsAgent;
}

/**
 * Gives each post a connection of its own. One that lies idle is closed by the other side sooner or later; when a post goes
 * out on it just then, nobody knows whether it arrived, and a reminder that may have been posted is not posted again.
 */
const OWN_CONNECTION: Policy = {
  name: 'ownConnection',
  sendRequest: (request, next) => {
    request.agent = request.url.startsWith('https:') ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
    return next(request);
  }
};

function outcomeOf(error: unknown): PostOutcome {
  const rest = v.safeParse(restErrorSchema, error);
  if (!rest.success) {
    return { kind: 'unknown', reason: error instanceof Error ? error.name : 'no answer' };
  }
  const status = rest.output.statusCode;
  if (GONE.includes(status)) {
    return { kind: 'gone', status };
  }
  if (RETRY.includes(status)) {
    const seconds = retryAfterOf(error);
    return { kind: 'later', status, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
  }
  return status >= 500 ? { kind: 'unknown', reason: `status ${status}` } : { kind: 'refused', status };
}

/** Seconds of the Retry-After header, when the answer carries one in seconds. */
function retryAfterOf(error: unknown): number | undefined {
  const headers = (error as { response?: { headers?: { get?(name: string): string | undefined } } }).response?.headers;
  const text = headers?.get?.('retry-after');
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
