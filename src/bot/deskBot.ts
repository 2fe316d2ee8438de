import { TeamsActivityHandler } from 'botbuilder';
import type {
  Activity,
  AdaptiveCardInvokeResponse,
  AdaptiveCardInvokeValue,
  AppBasedLinkQuery,
  FileConsentCardResponse,
  MessagingExtensionAction,
  MessagingExtensionActionResponse,
  MessagingExtensionQuery,
  MessagingExtensionResponse,
  TurnContext
} from 'botbuilder';
import { translatorFor } from '../messages/allMessages';
import type { Language } from '../rules/language';
import type { DeskSite } from '../site/deskSite';
import { SiteError } from '../site/errors';
import { answerCommand } from './answers/answerCommand';
import type { AnswerContext } from './answers/answerContext';
import { answerIntent } from './answers/answerIntent';
import type { AnswerSources } from './answers/answerSources';
import { helpFor } from './answers/help';
import { answerReminders } from './answers/reminderSubscriptions';
import { offerFiles, personalChatOnly } from './answers/submitFile';
import { Attendance } from './attendance';
import { ACT_VERBS, actIn } from './cardActs';
import type { ActSources, CardAct } from './cardActs';
import { parseCommand } from './cards/cardCommand';
import { messageCard } from './cards/chooseCard';
import type { DeskCard } from './cards/deskCard';
import { parseRefresh, REFRESH_VERB } from './cards/refresh';
import type { Refresh } from './cards/refresh';
import { getsReminders } from './channelRegister';
import { teamsDataOf } from './conversation';
import { ConversationMemory } from './conversationMemory';
import { ReceiptGiver } from './receiptGiver';
import type { FileStorage } from './receiptGiver';
import type { GroupFactsCache } from './groupFacts';
import { hereOf } from './here';
import type { TeamOwnership } from './here';
import { recognise } from './intents/recognise';
import { ownZoneOf } from './ownZone';
import { knownLanguageOf, languageOfTeams } from './languageOfTeams';
import { answerAboutDocument, askAboutDocument } from './messageExtension/aboutDocument';
import { answerSearch } from './messageExtension/answerSearch';
import type { ExtensionSources } from './messageExtension/extensionSources';
import { KnownSenders } from './messageExtension/knownSenders';
import { unfurl } from './messageExtension/unfurl';
import { parseReceiptRequest } from './receiptFile';
import { filesIn } from './receivedFile';
import type { ReceivedFile } from './receivedFile';
import { RepeatedMessages } from './repeatedMessages';
import { cardMessage, siteTroubleCard } from './reply';
import { spokenText } from './spokenText';
import type { SubmissionDesk } from './submissionDesk';
import { showingTyping } from './typing';
import { verifiedPerson } from './verifiedPerson';

/** What the bot works with. */
export interface DeskBotParts {
  readonly site: DeskSite;
  readonly facts: GroupFactsCache;
  /** The page with the web part. */
  readonly deskUrl: string;
  /** Where the service gives out its calendars; absent when it gives out none. */
  readonly calendarUrl?: string;
  /** Told of every question or registration that the site failed. */
  onSiteTrouble(error: unknown): void;
  /** Told of the address of a person whom the bot can tell something from now on. */
  onPersonKnown(email: string): void;
  /** Has a document checked now; see `CompletionParts`. */
  recheck(contributionId: number): Promise<void>;
  /** Files that people sent and have not submitted yet. */
  readonly submissions: SubmissionDesk;
  /** Where people keep files that they want of the bot. */
  readonly storage: FileStorage;
  /** Who may change the reminders of a team's channels. */
  readonly isTeamOwner: TeamOwnership;
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
  private readonly senders: KnownSenders;
  private readonly attendance: Attendance;
  private readonly memory: ConversationMemory;
  /** Messages with files; to fetch them can take longer than Teams waits before it sends the message again. */
  private readonly fileMessages = new RepeatedMessages();
  private readonly receipts: ReceiptGiver;

  public constructor(private readonly parts: DeskBotParts) {
    super();
    this.senders = new KnownSenders(parts.site.clock);
    this.attendance = new Attendance({ site: parts.site, onSiteTrouble: (error) => parts.onSiteTrouble(error), onPersonKnown: (email) => parts.onPersonKnown(email) });
    this.memory = new ConversationMemory(parts.site.clock);
    this.receipts = new ReceiptGiver({
      storage: parts.storage,
      context: (turn, language) => this.answerContext(turn, language),
      deskUrl: parts.deskUrl,
      onSiteTrouble: (error) => parts.onSiteTrouble(error)
    });
    this.onMessage(async (context, next) => {
      await this.answer(context);
      await this.attendance.enterMissed(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await this.attendance.enter(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      await this.attendance.leave(context.activity);
      await next();
    });
    this.onConversationUpdate(async (context, next) => {
      await this.followConversation(context);
      await next();
    });
  }

  /** Tries again the registrations that the site could not take. */
  public async retryRegistrations(): Promise<void> {
    await this.attendance.retry();
  }

  /**
   * A form sent from a card by `Action.Execute`. A card that takes the place of the one that was sent from does so at
   * once by the answer, and for good by an update of the message (Microsoft Teams documentation, "Universal Actions
   * for Adaptive Cards"); a message leaves the card and what was typed as they are.
   */
  protected override async onAdaptiveCardInvoke(context: TurnContext, invoked: AdaptiveCardInvokeValue): Promise<AdaptiveCardInvokeResponse> {
    const refresh = invoked.action.verb === REFRESH_VERB ? parseRefresh(invoked.action.data) : undefined;
    if (refresh !== undefined) {
      return this.refresh(context, refresh);
    }
    const act = ACT_VERBS.includes(invoked.action.verb) ? actIn(invoked.action.data) : undefined;
    if (act === undefined) {
      return super.onAdaptiveCardInvoke(context, invoked);
    }
    const answer = await act.carryOut(this.actSources(context));
    if (answer.kind === 'message') {
      // The protocol's own type wants a record where a message is a text.
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text as unknown as Record<string, unknown> };
    }
    await replaceCard(context, answer.card);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...answer.card.card } };
  }

  /**
   * Makes a card again for the person who looks at it, whose view alone it becomes: the message keeps the card that
   * everybody sees. The person who asked gets it in the language of the answer, another one in their own.
   */
  private async refresh(context: TurnContext, { command, language, askedBy }: Refresh): Promise<AdaptiveCardInvokeResponse> {
    const { activity } = context;
    const own = askedBy === activity.from.id ? language : ((await this.attendance.people.chosenLanguage(context)) ?? knownLanguageOf(activity) ?? language);
    try {
      const answering = { ...(await this.answerContext(context, own)), isPrivate: true as const, ...zoneOf(activity) };
      const { card } = await answerCommand(command, this.answerSources(context), answering);
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...card } };
    } catch (error) {
      if (!(error instanceof SiteError)) {
        throw error;
      }
      // The card that is there stays: what it says was right when it was made.
      this.parts.onSiteTrouble(error);
      return { statusCode: 503, type: 'application/vnd.microsoft.error', value: { code: 'SiteTrouble', message: translatorFor(own).t('bot.trouble.site') } };
    }
  }

  /** The person lets the receipt be put into their storage. */
  protected override async handleTeamsFileConsentAccept(context: TurnContext, answer: FileConsentCardResponse): Promise<void> {
    await this.receipts.store(context, answer, this.answerSources(context));
  }

  /** The person does not want the receipt after all. */
  protected override async handleTeamsFileConsentDecline(context: TurnContext, answer: FileConsentCardResponse): Promise<void> {
    await this.receipts.declined(context, answer);
  }

  /** A search from the compose box. */
  protected override async handleTeamsMessagingExtensionQuery(context: TurnContext, query: MessagingExtensionQuery): Promise<MessagingExtensionResponse> {
    return answerSearch(query, this.extensionSources(context), languageOfTeams(context.activity));
  }

  /** A link that was pasted into the compose box. */
  protected override async handleTeamsAppBasedLinkQuery(context: TurnContext, query: AppBasedLinkQuery): Promise<MessagingExtensionResponse> {
    return unfurl(query, this.extensionSources(context), languageOfTeams(context.activity));
  }

  /** The action on a message "about a document" is chosen. */
  protected override async handleTeamsMessagingExtensionFetchTask(context: TurnContext, action: MessagingExtensionAction): Promise<MessagingExtensionActionResponse> {
    return askAboutDocument(action, this.extensionSources(context), languageOfTeams(context.activity));
  }

  /** The dialog of that action is sent. */
  protected override async handleTeamsMessagingExtensionSubmitAction(context: TurnContext, action: MessagingExtensionAction): Promise<MessagingExtensionActionResponse> {
    return answerAboutDocument(action, this.extensionSources(context), languageOfTeams(context.activity));
  }

  /** The same by `Action.Submit`, from a client that does not know `Action.Execute`. */
  private async answerSubmitted(context: TurnContext, act: CardAct): Promise<void> {
    const answer = await act.carryOut(this.actSources(context));
    if (answer.kind === 'message') {
      await context.sendActivity(cardMessage(messageCard(answer.text, this.parts.deskUrl, translatorFor(act.language))));
    } else if (!(await replaceCard(context, answer.card))) {
      await context.sendActivity(cardMessage(answer.card));
    }
  }

  /** The language that the person chose, else the one that Teams says. */
  private async languageOf(context: TurnContext): Promise<Language> {
    return (await this.attendance.people.chosenLanguage(context)) ?? languageOfTeams(context.activity);
  }

  /** What an answer in this turn needs, by the site's facts and clock of now. @throws SiteError */
  private async answerContext({ activity }: TurnContext, language: Language): Promise<AnswerContext> {
    const { site, facts, deskUrl, calendarUrl } = this.parts;
    const { group, meetings } = await facts.read();
    return {
      group,
      meetings,
      now: site.clock.now(),
      translator: translatorFor(language),
      deskUrl,
      readerId: activity.from.id,
      ...(calendarUrl === undefined ? {} : { calendarUrl }),
      ...(activity.conversation.conversationType === 'personal' ? { isPrivate: true, ...zoneOf(activity) } : {})
    };
  }

  private answerSources(context: TurnContext): AnswerSources {
    return {
      site: this.parts.site,
      facts: this.parts.facts,
      person: () => verifiedPerson(context),
      chooseLanguage: (language) => this.attendance.people.chooseLanguage(context, language),
      here: hereOf(context, this.parts.isTeamOwner)
    };
  }

  private actSources(context: TurnContext): ActSources {
    const { recheck, submissions, onSiteTrouble } = this.parts;
    return { ...this.answerSources(context), recheck, submissions, onSiteTrouble, context: (language) => this.answerContext(context, language) };
  }

  private extensionSources(context: TurnContext): ExtensionSources {
    return { ...this.actSources(context), sender: () => this.senders.addressOf(context.activity, () => verifiedPerson(context)) };
  }

  private async followConversation(context: TurnContext): Promise<void> {
    const { activity } = context;
    const isBot = ({ id }: { id: string }): boolean => id === activity.recipient.id;
    if (teamsDataOf(activity).eventType === 'channelDeleted') {
      await this.attendance.leaveDeleted(activity);
    } else if (activity.membersRemoved?.some(isBot) === true) {
      await this.attendance.leave(activity);
    } else if (activity.membersAdded?.some(isBot) === true) {
      await this.attendance.enter(context);
      const language = languageOfTeams(activity);
      await this.send(context, language, (answering) => helpFor(getsReminders(activity) ? 'channelWelcome' : 'personalWelcome', answering));
      if (getsReminders(activity)) {
        await this.send(context, language, (answering) => answerReminders('show', undefined, this.answerSources(context), answering));
      }
    }
  }

  private async answer(context: TurnContext): Promise<void> {
    const { activity } = context;
    const act = actIn(activity.value);
    if (act !== undefined) {
      await this.answerSubmitted(context, act);
      return;
    }
    const asked = parseCommand(activity.value);
    if (asked !== undefined) {
      await this.send(context, asked.language, (answering) => answerCommand(asked.command, this.answerSources(context), answering));
      return;
    }
    const receipt = parseReceiptRequest(activity.value);
    if (receipt !== undefined) {
      await this.receipts.offer(context, receipt, this.answerSources(context));
      return;
    }
    const files = filesIn(activity);
    if (files.length > 0) {
      await this.answerFiles(context, files);
      return;
    }
    const text = spokenText(activity);
    const ofTeams = knownLanguageOf(activity);
    await this.send(context, ofTeams ?? 'en', async (answering) => {
      const chosen = await this.attendance.people.chosenLanguage(context);
      const preferred = chosen ?? ofTeams;
      const { group, now } = answering;
      const previous = this.memory.previous(activity);
      const { intent, language } = recognise(text, {
        group,
        today: now.toZonedDateTimeISO(group.zone).toPlainDate(),
        ...(preferred === undefined ? {} : { preferred }),
        ...(previous === undefined ? {} : { previous })
      });
      this.memory.keep(activity, intent);
      // What a person chose holds where they alone read the answer; before others the question's own language does.
      const spoken = (answering.isPrivate === true ? chosen : undefined) ?? language ?? preferred ?? 'en';
      return answerIntent(intent, this.answerSources(context), { ...answering, translator: translatorFor(spoken) });
    });
  }

  /** Asks of each file whether it is to be submitted; Teams sends files in a personal chat only. */
  private async answerFiles(context: TurnContext, files: readonly ReceivedFile[]): Promise<void> {
    const { activity } = context;
    if (this.fileMessages.isRepeated(activity)) {
      return;
    }
    const language = await this.languageOf(context);
    if (activity.conversation.conversationType === 'personal') {
      await this.sendEach(context, language, (answering) => offerFiles(files, this.actSources(context), answering));
    } else {
      await this.send(context, language, personalChatOnly);
    }
  }

  /** Sends an answer, or says what is wrong with the site and what to do; "typing" first when it is not there at once. */
  private async send(context: TurnContext, language: Language, answer: (answering: AnswerContext) => DeskCard | Promise<DeskCard>): Promise<void> {
    await this.sendEach(context, language, async function* (answering) {
      yield await answer(answering);
    });
  }

  /** The same for an answer of several cards, each sent when it is ready. */
  private async sendEach(context: TurnContext, language: Language, answers: (answering: AnswerContext) => AsyncIterable<DeskCard>): Promise<void> {
    try {
      const cards = this.cardsOf(context, language, answers);
      const next = async (): Promise<IteratorResult<DeskCard>> => showingTyping(context, () => cards.next());
      for (let card = await next(); card.done !== true; card = await next()) {
        await context.sendActivity(cardMessage(card.value));
      }
    } catch (error) {
      if (!(error instanceof SiteError)) {
        throw error;
      }
      this.parts.onSiteTrouble(error);
      await context.sendActivity(cardMessage(siteTroubleCard(error, language, this.parts.deskUrl)));
    }
  }

  private async *cardsOf(context: TurnContext, language: Language, answers: (answering: AnswerContext) => AsyncIterable<DeskCard>): AsyncGenerator<DeskCard, void, undefined> {
    yield* answers(await this.answerContext(context, language));
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

function zoneOf(activity: Activity): Pick<AnswerContext, 'ownZone'> {
  const ownZone = ownZoneOf(activity);
  return ownZone === undefined ? {} : { ownZone };
}
