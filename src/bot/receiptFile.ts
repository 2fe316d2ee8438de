import type { ISubmitAction } from '@microsoft/teams.cards';
import type { Attachment } from 'botbuilder';
import * as v from 'valibot';
import type { MessageKey } from '../messages/allMessages';
import type { Translator } from '../messages/translator';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';

/** A receipt that somebody wants as a file, in the language of the card that offered it. */
export interface ReceiptRequest {
  readonly contributionId: number;
  readonly language: Language;
}

/** Where Teams lets the bot put a file that the person wants. */
export interface FileSlot {
  readonly name: string;
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

const requestSchema = v.pipe(
  v.object({
    language: v.picklist(LANGUAGES),
    desk: v.object({ command: v.literal('receipt'), id: v.pipe(v.number(), v.integer(), v.minValue(1)) })
  }),
  v.transform(({ language, desk }): ReceiptRequest => ({ contributionId: desk.id, language }))
);

const slotSchema = v.object({ name: v.string(), uploadUrl: v.string(), contentUrl: v.string(), uniqueId: v.string(), fileType: v.string() });

/** The button that asks for the receipt as a file. */
export function receiptButton(contributionId: number, translator: Translator<MessageKey>): ISubmitAction {
  return { type: 'Action.Submit', title: translator.t('bot.submit.receipt.save'), data: dataOf({ contributionId, language: translator.language }) };
}

/**
 * The receipt that a value asks for: of a button, or of the answer to whether the file may be stored.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function parseReceiptRequest(value: unknown): ReceiptRequest | undefined {
  const result = v.safeParse(requestSchema, value);
  return result.success ? result.output : undefined;
}

/** The place for the file in Teams' word that the person wants it. @returns undefined when it is not usable */
export function parseFileSlot(value: unknown): FileSlot | undefined {
  const result = v.safeParse(slotSchema, value);
  return result.success ? result.output : undefined;
}

/**
 * Asks the person whether the file may be put into their storage; Teams itself shows the question.
 * Source: Microsoft Teams documentation, "Send and receive files using bot".
 */
export function consentCard(request: ReceiptRequest, name: string, content: Uint8Array, translator: Translator<MessageKey>): Attachment {
  const context = dataOf(request);
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: { description: translator.t('bot.submit.receipt.title'), sizeInBytes: content.byteLength, acceptContext: context, declineContext: context }
  };
}

/** Shows the file that was put into the person's storage. */
export function storedFileCard({ name, contentUrl, uniqueId, fileType }: FileSlot): Attachment {
  return { contentType: 'application/vnd.microsoft.teams.card.file.info', name, contentUrl, content: { uniqueId, fileType } };
}

function dataOf({ contributionId, language }: ReceiptRequest) {
  return { language, desk: { command: 'receipt', id: contributionId } };
}
