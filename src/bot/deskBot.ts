import { TeamsActivityHandler, TurnContext } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { translatorFor } from '../messages/allMessages';
import { languageOfCulture } from '../messages/locale';
import type { Language } from '../rules/language';
import type { DeskSite } from '../site/deskSite';
import { SiteError, SiteNotSetUpError } from '../site/errors';
import type { AnswerContext } from './answers/answerContext';
import { answerById, answerBySymbol, answerByTitle, answerLatest } from './answers/contributionStatus';
import { answerNextDeadline } from './answers/nextDeadline';
import { parseCommand } from './cards/cardCommand';
import type { CardCommand } from './cards/cardCommand';
import { messageCard } from './cards/chooseCard';
import type { DeskCard } from './cards/deskCard';
import { helpCard } from './cards/helpCard';
import type { HelpOccasion } from './cards/helpCard';
import { ChannelRegister } from './channelRegister';
import { teamsDataOf } from './conversation';
import type { GroupFactsCache } from './groupFacts';
import type { Intent } from './intents/intent';
import { recognise } from './intents/recognise';
import { cardMessage } from './reply';

/** What the bot works with. */
export interface DeskBotParts {
  readonly site: DeskSite;
  readonly facts: GroupFactsCache;
  /** The page with the web part. */
  readonly deskUrl: string;
  /** Told of every question that could not be answered because the site failed. */
  onSiteTrouble(error: SiteError): void;
}

/**
 * The group's bot in personal chats, group chats and channels. It answers every message: with the answer, with a
 * choice, or with what it can do. It posts reminders to the channels and group chats where it is installed.
 *
 * Teams announces an installation twice, as `installationUpdate` and as `conversationUpdate`; both register the
 * place, which is idempotent, and only the second is greeted.
 */
export class DeskBot extends TeamsActivityHandler {
  private readonly register: ChannelRegister;

  public constructor(private readonly parts: DeskBotParts) {
    super();
    this.register = new ChannelRegister(parts.site.channels);
    this.onMessage(async (context, next) => {
      await this.answer(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await this.register.add(context.activity);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      await this.register.remove(context.activity);
      await next();
    });
    this.onConversationUpdate(async (context, next) => {
      await this.followConversation(context);
      await next();
    });
  }

  private async followConversation(context: TurnContext): Promise<void> {
    const { activity } = context;
    const isBot = ({ id }: { id: string }): boolean => id === activity.recipient.id;
    if (teamsDataOf(activity).eventType === 'channelDeleted') {
      await this.register.removeChannel(activity);
    } else if (activity.membersRemoved?.some(isBot) === true) {
      await this.register.remove(activity);
    } else if (activity.membersAdded?.some(isBot) === true) {
      const registered = await this.register.add(activity);
      await this.send(context, languageOfCulture(localeOf(activity)), (answering) =>
        help(registered ? 'channelWelcome' : 'personalWelcome', answering)
      );
    }
  }

  private async answer(context: TurnContext): Promise<void> {
    const { activity } = context;
    const asked = parseCommand(activity.value);
    if (asked !== undefined) {
      await this.send(context, asked.language, (answering) => this.answerCommand(asked.command, answering));
      return;
    }
    const text = spokenText(activity);
    const locale = localeOf(activity);
    const fallback = languageOfCulture(locale);
    await this.send(context, fallback, async (answering) => {
      const { intent, language } = recognise(text, answering.group, locale === undefined ? undefined : fallback);
      return this.answerIntent(intent, { ...answering, translator: translatorFor(language ?? fallback) });
    });
  }

  private async answerIntent(intent: Intent, context: AnswerContext): Promise<DeskCard> {
    const { contributions } = this.parts.site;
    switch (intent.kind) {
      case 'nextDeadline':
        return answerNextDeadline(intent.topic, context);
      case 'contributionStatus':
        if (intent.symbol !== undefined) {
          return answerBySymbol(intent.symbol, contributions, context);
        }
        return intent.titleWords.length === 0 ? answerLatest(contributions, context) : answerByTitle(intent.titleWords, contributions, context);
      case 'help':
        return help('asked', context);
      case 'unknown':
        return help('notUnderstood', context);
    }
  }

  private async answerCommand(command: CardCommand, context: AnswerContext): Promise<DeskCard> {
    const { contributions } = this.parts.site;
    switch (command.command) {
      case 'deadline':
        return answerNextDeadline(command.topic, context);
      case 'contribution':
        return answerById(command.id, contributions, context);
      case 'latestContributions':
        return answerLatest(contributions, context);
    }
  }

  /** Sends an answer, or says what is wrong with the site and what to do. */
  private async send(context: TurnContext, language: Language, answer: (answering: AnswerContext) => DeskCard | Promise<DeskCard>): Promise<void> {
    const { site, facts, deskUrl } = this.parts;
    const translator = translatorFor(language);
    let card: DeskCard;
    try {
      const { group, meetings } = await facts.read();
      card = await answer({ group, meetings, now: site.clock.now(), translator, deskUrl });
    } catch (error) {
      if (!(error instanceof SiteError)) {
        throw error;
      }
      this.parts.onSiteTrouble(error);
      card = messageCard(translator.t(error instanceof SiteNotSetUpError ? 'bot.trouble.notSetUp' : 'bot.trouble.site'), deskUrl, translator);
    }
    await context.sendActivity(cardMessage(card));
  }
}

function help(occasion: HelpOccasion, { group, deskUrl, translator }: AnswerContext): DeskCard {
  return helpCard(occasion, group.name[translator.language], deskUrl, translator);
}

/** The words of a message: without the mention of the bot, and without the markup that mentions and editors leave. */
function spokenText(activity: Activity): string {
  const text = TurnContext.removeRecipientMention(activity) ?? activity.text ?? '';
  return text
    .replace(/<at[^>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .trim();
}

/** The person's language as Teams says it: on the activity, else among its client information. */
function localeOf(activity: Activity): string | undefined {
  const info = activity.entities?.find(({ type }) => type === 'clientInfo') as { locale?: unknown } | undefined;
  return activity.locale ?? (typeof info?.locale === 'string' ? info.locale : undefined);
}
