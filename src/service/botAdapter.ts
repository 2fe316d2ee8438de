import { ActivityEventNames, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity, ActivityHandler, Middleware, Request as BotRequest, Response as BotResponse, TurnContext } from 'botbuilder';
import express from 'express';
import type { Router } from 'express';
import type { DeskCard } from '../bot/cards/deskCard';
import { messageCard } from '../bot/cards/chooseCard';
import { withoutThread } from '../bot/conversation';
import type { PostingPlace } from '../bot/conversation';
import { postCard, updateCard } from '../bot/proactive';
import type { PostOutcome } from '../bot/proactive';
import { cardMessage } from '../bot/reply';
import { senderLimit } from '../bot/senderLimit';
import { translatorFor } from '../messages/allMessages';
import { languageOfCulture } from '../messages/locale';
import { isActivity } from './activityShape';
import { refusalOf } from './botSender';
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

/** Who issues the tokens with which Teams' side of the Bot Framework calls the bot. */
export interface TokenIssuer {
  readonly issuer: string;
  /** Address of its OpenID metadata. */
  readonly metadataUrl: string;
}

/** What an adapter may be made with besides. */
export interface BotAdapterExtras {
  /** Where it is measured what people asked; nowhere unless told. */
  readonly metrics?: Pick<ServiceMetrics, 'botTurn'>;
  /** Who issues the tokens of what comes in; the Bot Framework of the public cloud when absent. */
  readonly issuer?: TokenIssuer;
  /** How much of one person is looked at in a minute; everything when absent. */
  readonly activitiesPerMinute?: number;
}

/**
 * Connects the bot to the Bot Framework. The only file of the service that knows `botbuilder`.
 * @param credentials absent for a bot on this machine: then nobody is authenticated, and only this machine is answered
 * @param limits what it keeps to when it posts by itself
 */
export function createBotAdapter(
  credentials: BotCredentials | undefined,
  deskUrl: string,
  log: Log,
  limits: PostingLimits,
  { metrics = UNMEASURED, issuer, activitiesPerMinute }: BotAdapterExtras = {}
): BotAdapter {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    credentials === undefined
      ? {}
      : {
          MicrosoftAppId: credentials.appId,
          ...(credentials.appPassword === undefined ? {} : { MicrosoftAppPassword: credentials.appPassword }),
          MicrosoftAppType: credentials.appType,
          MicrosoftAppTenantId: credentials.tenantId,
          ...(issuer === undefined ? {} : tokensOf(issuer))
        }
  );
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (context, error) => {
    log.error({ event: 'bot.turnFailed', activityType: context.activity.type, ...failure(error) });
    await apologise(context, 'bot.trouble.unexpected', deskUrl, log);
  };
  adapter.use({ onTurn: async ({ activity }, next) => metrics.botTurn(activity.type, next) }, countingAnswers(limits));
  if (activitiesPerMinute !== undefined) {
    adapter.use(
      senderLimit(activitiesPerMinute, async (context) => {
        log.warn({ event: 'bot.tooMuch' });
        await apologise(context, 'bot.trouble.tooMuch', deskUrl, log);
      })
    );
  }
  return {
    messages: (bot) => {
      const router = express.Router();
      router.post('/', express.json({ limit: '512kb' }), async (request, response) => {
        const refusal = refusalOf(request.body, credentials?.tenantId);
        if (refusal !== undefined) {
          log.warn({ event: 'bot.refused', reason: refusal });
          response.status(403).end();
          return;
        }
        if (!isActivity(request.body)) {
          response.status(400).end();
          return;
        }
        try {
          // The adapter does the same, but answers a wrong signature as a failure of the bot's.
          await authentication.authenticateRequest(request.body as Activity, request.headers.authorization ?? '');
        } catch (error) {
          log.warn({ event: 'bot.refused', reason: 'token', ...failure(error) });
          response.status(401).end();
          return;
        }
        await adapter.process(request as BotRequest, response as unknown as BotResponse, (context) => bot.run(context));
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

/** Once one of these is given, `botbuilder` takes none of its own; so all of them, the others those of the public cloud. */
function tokensOf({ issuer, metadataUrl }: TokenIssuer): Record<string, string> {
  return {
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com'
  };
}

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

/** Tells the person why there is no answer, and nothing of what went wrong. */
async function apologise(context: TurnContext, why: 'bot.trouble.unexpected' | 'bot.trouble.tooMuch', deskUrl: string, log: Log): Promise<void> {
  if (context.activity.type !== 'message') {
    return;
  }
  const translator = translatorFor(languageOfCulture(context.activity.locale));
  try {
    await context.sendActivity(cardMessage(messageCard(translator.t(why), deskUrl, translator)));
  } catch (error) {
    log.error({ event: 'bot.apologyFailed', ...failure(error) });
  }
}
