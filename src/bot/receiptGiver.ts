import { MessageFactory } from 'botbuilder';
import type { FileConsentCardResponse, TurnContext } from 'botbuilder';
import { translatorFor } from '../messages/allMessages';
import type { MessageKey } from '../messages/allMessages';
import type { Language } from '../rules/language';
import { SiteError } from '../site/errors';
import type { AnswerContext } from './answers/answerContext';
import type { AnswerSources } from './answers/answerSources';
import { receiptFile } from './answers/giveReceipt';
import type { ReceiptFile } from './answers/giveReceipt';
import { messageCard } from './cards/chooseCard';
import { consentCard, parseFileSlot, parseReceiptRequest, storedFileCard } from './receiptFile';
import type { ReceiptRequest } from './receiptFile';
import { cardMessage, siteTroubleCard } from './reply';
import { PersonNotVerifiedError } from './verifiedPerson';

/** A way to put files where Teams lets a bot put them; implemented by the service. */
export interface FileStorage {
  /** @returns whether the file is stored; not when the address is none of those that Teams uses */
  put(uploadUrl: string, content: Uint8Array): Promise<boolean>;
}

/** What giving receipts works with. */
export interface ReceiptGiverParts {
  readonly storage: FileStorage;
  readonly deskUrl: string;
  /** What every answer in a turn needs, in a language. @throws SiteError */
  context(turn: TurnContext, language: Language): Promise<AnswerContext>;
  /** Told when the site failed. */
  onSiteTrouble(error: unknown): void;
}

/**
 * Gives people the receipts of their contributions as files: Teams asks the person whether the file may be put into
 * their storage, and the bot puts it there.
 */
export class ReceiptGiver {
  public constructor(private readonly parts: ReceiptGiverParts) {}

  /** Has Teams ask whether the receipt may be stored; Teams does so in a personal chat only. */
  public async offer(context: TurnContext, request: ReceiptRequest, sources: AnswerSources): Promise<void> {
    if (context.activity.conversation.conversationType !== 'personal') {
      await this.say(context, request, 'bot.submit.personalOnly');
      return;
    }
    const file = await this.fileFor(context, request, sources);
    if (file !== undefined) {
      const translator = translatorFor(request.language);
      await context.sendActivity(MessageFactory.attachment(consentCard(request, file.name, file.content, translator)));
    }
  }

  /** The person agreed: the receipt as it is now is put into their storage. */
  public async store(context: TurnContext, answer: FileConsentCardResponse, sources: AnswerSources): Promise<void> {
    const request = parseReceiptRequest(answer.context);
    const slot = parseFileSlot(answer.uploadInfo);
    if (request === undefined || slot === undefined) {
      return;
    }
    const file = await this.fileFor(context, request, sources);
    if (file === undefined) {
      return;
    }
    if (!(await this.parts.storage.put(slot.uploadUrl, file.content))) {
      await this.say(context, request, 'bot.submit.receipt.failed');
      return;
    }
    await context.sendActivity({ ...MessageFactory.attachment(storedFileCard(slot)), summary: translatorFor(request.language).t('bot.submit.receipt.saved') });
    await removeQuestion(context);
  }

  /** The person declined. */
  public async declined(context: TurnContext, answer: FileConsentCardResponse): Promise<void> {
    const request = parseReceiptRequest(answer.context);
    if (request !== undefined) {
      await this.say(context, request, 'bot.submit.receipt.declined');
      await removeQuestion(context);
    }
  }

  /** @returns undefined when there is none for this person, which is said */
  private async fileFor(context: TurnContext, request: ReceiptRequest, sources: AnswerSources): Promise<ReceiptFile | undefined> {
    const { language } = request;
    try {
      const file = await receiptFile(request, sources, await this.parts.context(context, language));
      if (file === undefined) {
        await this.say(context, request, 'bot.submit.receipt.notYours');
      }
      return file;
    } catch (error) {
      if (error instanceof PersonNotVerifiedError) {
        await this.say(context, request, 'bot.submit.notVerified');
      } else if (error instanceof SiteError) {
        this.parts.onSiteTrouble(error);
        await context.sendActivity(cardMessage(siteTroubleCard(error, language, this.parts.deskUrl)));
      } else {
        throw error;
      }
      return undefined;
    }
  }

  private async say(context: TurnContext, { language }: ReceiptRequest, key: MessageKey): Promise<void> {
    const translator = translatorFor(language);
    await context.sendActivity(cardMessage(messageCard(translator.t(key), this.parts.deskUrl, translator)));
  }
}

/** A question that was answered must not be answered again. Teams may not let it be removed; then it stays. */
async function removeQuestion(context: TurnContext): Promise<void> {
  const { replyToId } = context.activity;
  if (replyToId !== undefined) {
    await context.deleteActivity(replyToId).catch(() => undefined);
  }
}
