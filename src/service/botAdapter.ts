import { ActivityEventNames, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ActivityHandler, Middleware, Request as BotRequest, Response as BotResponse, TurnContext } from 'botbuilder';
import express from 'express';
import type { Router } from 'express';
import type { DeskCard } from '../bot/cards/deskCard';
import { messageCard } from '../bot/cards/chooseCard';
import { withoutThread } from '../bot/conversation';
import type { PostingPlace } from '../bot/conversation';
import { postCard, updateCard } from '../bot/proactive';
import type { PostOutcome } from '../bot/proactive';
import { cardMessage } from '../bot/reply';
import { translatorFor } from '../messages/allMessages';
import { languageOfCulture } from '../messages/locale';
import { failure } from './log';
import type { Log } from './log';
import type { ServiceMetrics } from './metrics';
import type { PostingLimits } from './postingLimits';
import type { BotCredentials } from './settings';

/** The bot's side of the service: the protocol of the Bot Framework, and nothing of what the bot says. */
export interface BotAdapter {
  /** The routes that Teams posts to. */
  messages(bot: ActivityHandler): Router;
  /** Posts a card as soon as Teams' limits let it; see `postCard`. */
  post(place: PostingPlace, card: DeskCard): Promise<PostOutcome>;
  /** Waits until the limits let one more post go to a place. @throws PostingStoppedError */
  whenFree(place: PostingPlace): Promise<void>;
  /** Whether the limits let one more post go to a place now. */
  isFree(place: PostingPlace): boolean;
  /** Puts a card in the place of one that was posted; see `updateCard`. */
  update(place: PostingPlace, activityId: string, card: DeskCard): Promise<boolean>;
}

/**
 * Connects the bot to the Bot Framework. The only file of the service that knows `botbuilder`.
 * @param credentials absent for a bot on this machine: then nobody is authenticated, and only this machine is answered
 * @param limits what it keeps to when it posts by itself
 * @param metrics where it is measured what people asked; nowhere unless told
 */
export function createBotAdapter(credentials: BotCredentials | undefined, deskUrl: string, log: Log, limits: PostingLimits, metrics: Pick<ServiceMetrics, 'botTurn'> = UNMEASURED): BotAdapter {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      credentials === undefined
        ? {}
        : {
            MicrosoftAppId: credentials.appId,
            ...(credentials.appPassword === undefined ? {} : { MicrosoftAppPassword: credentials.appPassword }),
            MicrosoftAppType: credentials.appType,
            ...(credentials.tenantId === undefined ? {} : { MicrosoftAppTenantId: credentials.tenantId })
          }
    )
  );
  adapter.onTurnError = async (context, error) => {
    log.error({ event: 'bot.turnFailed', activityType: context.activity.type, ...failure(error) });
    await apologise(context, deskUrl, log);
  };
  adapter.use({ onTurn: async ({ activity }, next) => metrics.botTurn(activity.type, next) }, countingAnswers(limits));
  return {
    messages: (bot) => {
      const router = express.Router();
      router.post('/', express.json({ limit: '512kb' }), (request, response, next) => {
        if (credentials === undefined && !comesFromThisMachine(request.body)) {
          response.status(403).end();
          return;
        }
        adapter.process(request as BotRequest, response as unknown as BotResponse, (context) => bot.run(context)).catch(next);
      });
      return router;
    },
    post: async (place, card) => {
      await limits.take(conversationOf(place));
      const outcome = await postCard(adapter, credentials?.appId ?? '', place, card);
      limits.heed(outcome);
      return outcome;
    },
    whenFree: (place) => limits.whenFree(conversationOf(place)),
    isFree: (place) => limits.isFree(conversationOf(place)),
    update: async (place, activityId, card) => {
      await limits.take(conversationOf(place));
      return updateCard(adapter, credentials?.appId ?? '', place, activityId, card);
    }
  };
}

const UNMEASURED: Pick<ServiceMetrics, 'botTurn'> = { botTurn: (_type, turn) => turn() };

/** The conversation that Teams counts by; a thread counts with its channel, which is the stricter reading of "conversation". */
function conversationOf({ key, reference }: PostingPlace): string {
  return withoutThread(reference.conversation?.id ?? key);
}

/** Counts the bot's answers to people among what it posts; what it posts by itself was counted when its turn came. */
function countingAnswers(limits: PostingLimits): Middleware {
  return {
    onTurn: async (context, next) => {
      if (context.activity.name !== ActivityEventNames.ContinueConversation) {
        context.onSendActivities((_context, activities, send) => {
          activities.forEach(() => limits.count(withoutThread(context.activity.conversation.id)));
          return send();
        });
      }
      await next();
    }
  };
}

/** Tells the person that something went wrong, and nothing of what. */
async function apologise(context: TurnContext, deskUrl: string, log: Log): Promise<void> {
  if (context.activity.type !== 'message') {
    return;
  }
  const translator = translatorFor(languageOfCulture(context.activity.locale));
  try {
    await context.sendActivity(cardMessage(messageCard(translator.t('bot.trouble.unexpected'), deskUrl, translator)));
  } catch (error) {
    log.error({ event: 'bot.apologyFailed', ...failure(error) });
  }
}

/** Without credentials the bot would send its answers wherever a request tells it to; so only to this machine. */
function comesFromThisMachine(activity: unknown): boolean {
  const serviceUrl = (activity as { serviceUrl?: unknown } | undefined)?.serviceUrl;
  return typeof serviceUrl === 'string' && URL.canParse(serviceUrl) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(serviceUrl).hostname);
}
