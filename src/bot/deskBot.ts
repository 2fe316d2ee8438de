import { TeamsActivityHandler, TurnContext } from 'botbuilder';
import type { Activity, AdaptiveCardInvokeResponse, AdaptiveCardInvokeValue } from 'botbuilder';
import { translatorFor } from '../messages/allMessages';
import { languageOfCulture } from '../messages/locale';
import type { Language } from '../rules/language';
import type { DeskSite } from '../site/deskSite';
import { SiteError, SiteNotSetUpError } from '../site/errors';
import type { AnswerContext } from './answers/answerContext';
import { completeContribution } from './answers/completeContribution';
import type { CompletionAnswer } from './answers/completeContribution';
import { answerById, answerBySymbol, answerByTitle, answerLatest } from './answers/contributionStatus';
import { answerNextDeadline } from './answers/nextDeadline';
import { parseCommand } from './cards/cardCommand';
import type { CardCommand } from './cards/cardCommand';
import { messageCard } from './cards/chooseCard';
import { COMPLETE_VERB } from './cards/completionCard';
import type { DeskCard } from './cards/deskCard';
import { helpCard } from './cards/helpCard';
import type { HelpOccasion } from './cards/helpCard';
import { ChannelRegister, getsReminders } from './channelRegister';
import { parseCompletion } from './completion';
import type { Completion } from './completion';
import { postingPlaceOf, teamsDataOf } from './conversation';
import type { GroupFactsCache } from './groupFacts';
import type { Intent } from './intents/intent';
import { recognise } from './intents/recognise';
import { PendingRegistrations } from './pendingRegistrations';
import { PersonRegister } from './personRegister';
import { cardMessage } from './reply';
import { PersonNotVerifiedError, verifiedPerson } from './verifiedPerson';

/** What the bot works with. */
export interface DeskBotParts {
  readonly site: DeskSite;
  readonly facts: GroupFactsCache;
  /** The page with the web part. */
  readonly deskUrl: string;
  /** Told of every question or registration that the site failed. */
  onSiteTrouble(error: unknown): void;
  /** Told of the address of a person whom the bot can tell something from now on. */
  onPersonKnown(email: string): void;
  /** Has a document checked now; see `CompletionParts`. */
  recheck(contributionId: number): Promise<void>;
}

/**
 * The group's bot in personal chats, group chats and channels. It answers every message: with the answer, with a
 * choice, or with what it can do. It posts reminders to the channels and group chats where it is installed, tells
 * authors in their personal chat what their documents lack, and takes the details from the card.
 *
 * Teams announces an installation twice, as `installationUpdate` and as `conversationUpdate`; both register the
 * place, which is idempotent, and only the second is greeted.
 */
export class DeskBot extends TeamsActivityHandler {
  private readonly register: ChannelRegister;
  private readonly people: PersonRegister;
  private readonly pending: PendingRegistrations;
  /** Places of messages whose registration was looked up by this process. */
  private readonly lookedUp = new Set<string>();

  public constructor(private readonly parts: DeskBotParts) {
    super();
    this.register = new ChannelRegister(parts.site.channels);
    this.pending = new PendingRegistrations((error) => parts.onSiteTrouble(error));
    this.people = new PersonRegister(parts.site.personalChats, this.pending, (email) => parts.onPersonKnown(email));
    this.onMessage(async (context, next) => {
      await this.answer(context);
      await this.rememberPlace(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await this.enter(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      await this.leave(context.activity);
      await next();
    });
    this.onConversationUpdate(async (context, next) => {
      await this.followConversation(context);
      await next();
    });
  }

  /** Tries again the registrations that the site could not take. */
  public async retryRegistrations(): Promise<void> {
    await this.pending.retry();
  }

  /**
   * A form sent from a card by `Action.Execute`. A card that takes the place of the one that was sent from does so at
   * once by the answer, and for good by an update of the message (Microsoft Teams documentation, "Universal Actions
   * for Adaptive Cards"); a message leaves the card and what was typed as they are.
   */
  protected override async onAdaptiveCardInvoke(context: TurnContext, invoked: AdaptiveCardInvokeValue): Promise<AdaptiveCardInvokeResponse> {
    const completion = invoked.action.verb === COMPLETE_VERB ? parseCompletion(invoked.action.data) : undefined;
    if (completion === undefined) {
      return super.onAdaptiveCardInvoke(context, invoked);
    }
    const answer = await this.complete(context, completion);
    if (answer.kind === 'message') {
      // The protocol's own type wants a record where a message is a text.
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text as unknown as Record<string, unknown> };
    }
    await replaceCard(context, answer.card);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...answer.card.card } };
  }

  /** The same by `Action.Submit`, from a client that does not know `Action.Execute`. */
  private async answerSubmitted(context: TurnContext, completion: Completion): Promise<void> {
    const answer = await this.complete(context, completion);
    if (answer.kind === 'message') {
      await context.sendActivity(cardMessage(messageCard(answer.text, this.parts.deskUrl, translatorFor(completion.language))));
    } else if (!(await replaceCard(context, answer.card))) {
      await context.sendActivity(cardMessage(answer.card));
    }
  }

  private async complete(context: TurnContext, completion: Completion): Promise<CompletionAnswer> {
    const { site, facts, deskUrl, recheck } = this.parts;
    const translator = translatorFor(completion.language);
    try {
      const person = await verifiedPerson(context);
      const { group, meetings } = await facts.read();
      const parts = { contributions: site.contributions, isSecretariat: (email: string) => site.isSecretariat(email), recheck };
      return await completeContribution(completion, person, parts, { group, meetings, now: site.clock.now(), translator, deskUrl });
    } catch (error) {
      if (error instanceof PersonNotVerifiedError) {
        return { kind: 'message', text: translator.t('bot.complete.notVerified') };
      }
      if (!(error instanceof SiteError)) {
        throw error;
      }
      this.parts.onSiteTrouble(error);
      return { kind: 'message', text: translator.t('bot.complete.trouble') };
    }
  }

  /** Registers the place that the bot was added to. */
  private async enter(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (getsReminders(activity)) {
      await this.pending.attempt(postingPlaceOf(activity).key, () => this.register.add(activity));
    } else {
      const locale = localeOf(activity);
      await this.people.remember(context, locale === undefined ? undefined : languageOfCulture(locale));
    }
  }

  private async leave(activity: Activity): Promise<void> {
    await this.pending.attempt(postingPlaceOf(activity).key, () => this.register.remove(activity));
  }

  /** Registers the place of a message whose installation was missed. */
  private async rememberPlace(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { key } = postingPlaceOf(activity);
    if (!getsReminders(activity)) {
      await this.enter(context);
    } else if (!this.lookedUp.has(key)) {
      this.lookedUp.add(key);
      await this.pending.attempt(key, () => this.register.addUnknown(activity));
    }
  }

  private async followConversation(context: TurnContext): Promise<void> {
    const { activity } = context;
    const isBot = ({ id }: { id: string }): boolean => id === activity.recipient.id;
    if (teamsDataOf(activity).eventType === 'channelDeleted') {
      await this.pending.attempt(postingPlaceOf(activity).key, () => this.register.removeChannel(activity));
    } else if (activity.membersRemoved?.some(isBot) === true) {
      await this.leave(activity);
    } else if (activity.membersAdded?.some(isBot) === true) {
      await this.enter(context);
      await this.send(context, languageOfCulture(localeOf(activity)), (answering) =>
        help(getsReminders(activity) ? 'channelWelcome' : 'personalWelcome', answering)
      );
    }
  }

  private async answer(context: TurnContext): Promise<void> {
    const { activity } = context;
    const completion = parseCompletion(activity.value);
    if (completion !== undefined) {
      await this.answerSubmitted(context, completion);
      return;
    }
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

/**
 * Puts a card in the place of the one that the activity came from.
 * @returns false when Teams does not let it; the old card stays, and its form is then answered as no longer needed
 */
async function replaceCard(context: TurnContext, card: DeskCard): Promise<boolean> {
  const { replyToId } = context.activity;
  if (replyToId === undefined) {
    return false;
  }
  try {
    await context.updateActivity({ ...cardMessage(card), id: replyToId });
    return true;
  } catch {
    return false;
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
