import { CardFactory } from 'botbuilder';
import type { MessagingExtensionActionResponse } from 'botbuilder';
import type { IOpenUrlAction } from '@microsoft/teams.cards';
import * as v from 'valibot';
import { translatorFor } from '../../messages/allMessages';
import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { Language } from '../../rules/language';
import type { Contribution } from '../../site/contribution';
import { SiteError, SiteNotSetUpError } from '../../site/errors';
import { aboutCard } from '../cards/aboutCard';
import type { AboutQuestion } from '../cards/aboutCard';
import { documentName } from '../cards/documentName';
import { extensionTurn } from './extensionSources';
import type { ExtensionSources, ExtensionTurn } from './extensionSources';
import { inTime } from './inTime';
import { documentCard, resultAttachment } from './previewCard';
import { searchContributions } from './searchContributions';
import { searchQuery } from './searchQuery';
import { symbolNamedIn } from './symbols';
import { isShownTo } from './visibility';

/** So many documents can be chosen from; whoever has more to choose from says it better. */
const MOST_CHOICES = 10;

/** Where Teams' links to messages lead. */
const TEAMS_HOSTS = ['teams.microsoft.com', 'teams.cloud.microsoft', 'gov.teams.microsoft.us', 'dod.teams.microsoft.us'];

const typed = v.optional(v.fallback(v.string(), ''), '');

const askedSchema = v.object({
  messagePayload: v.optional(v.fallback(v.object({ linkToMessage: typed, body: v.optional(v.fallback(v.object({ content: typed }), { content: '' }), { content: '' }) }), { linkToMessage: '', body: { content: '' } })),
  data: v.optional(v.fallback(v.object({ document: typed, choice: typed, link: typed }), { document: '', choice: '', link: '' }), { document: '', choice: '', link: '' })
});

/**
 * The question which document a message is about, in a dialog, with the document that the message itself names already
 * filled in. The message's text is read for that and kept nowhere.
 * Source: Microsoft Teams documentation, "Create and send the dialog" of action commands.
 */
export async function askAboutDocument(value: unknown, sources: ExtensionSources, language: Language): Promise<MessagingExtensionActionResponse> {
  const translator = translatorFor(language);
  return guarded(sources, translator, async () => {
    const { context } = await extensionTurn(sources, language);
    const { link, text } = messageIn(value);
    return dialog({ document: symbolNamedIn(text, context.group)?.written ?? '', link }, translator);
  });
}

/**
 * The card that says which document a message is about, in the compose box of its thread: the person sees it and sends
 * it, or does not. When it is not clear which document is meant, the dialog asks again.
 */
export async function answerAboutDocument(value: unknown, sources: ExtensionSources, language: Language): Promise<MessagingExtensionActionResponse> {
  const translator = translatorFor(language);
  return guarded(sources, translator, async () => {
    const turn = await extensionTurn(sources, language);
    const { link, document, choice } = messageIn(value);
    const [chosen, ...others] = await documentsMeant({ document, choice }, sources, turn);
    if (chosen === undefined) {
      return dialog({ document, link, problem: translator.t(document.trim() === '' ? 'bot.extension.about.missing' : 'bot.extension.about.unknown') }, translator);
    }
    if (others.length > 0) {
      const choices = [chosen, ...others].map((each) => ({ id: each.id, name: documentName(each, turn.context.group, translator) }));
      return dialog({ document, link, choices }, translator);
    }
    const card = documentCard(chosen, turn.context, {
      sentence: translator.t('bot.extension.about.heading', { document: documentName(chosen, turn.context.group, translator) }),
      buttons: link === '' ? [] : [messageButton(link, translator)]
    });
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [resultAttachment(chosen, turn.context, card)] } };
  });
}

/** What Teams sends of a message, and what was typed into the dialog; a dialog that was sent holds the link once more. */
function messageIn(value: unknown): { readonly link: string; readonly text: string; readonly document: string; readonly choice: string } {
  const result = v.safeParse(askedSchema, value);
  if (!result.success) {
    return { link: '', text: '', document: '', choice: '' };
  }
  const { messagePayload, data } = result.output;
  const link = [messagePayload?.linkToMessage ?? '', data.link].find(isMessageLink) ?? '';
  return { link, text: (messagePayload?.body.content ?? '').replace(/<[^>]+>/g, ' ').replace(/&nbsp;/gi, ' '), document: data.document, choice: data.choice };
}

function isMessageLink(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:' && TEAMS_HOSTS.includes(new URL(link).host);
}

/** The documents that may be meant; one when it is clear. */
async function documentsMeant({ document, choice }: { document: string; choice: string }, { site }: ExtensionSources, turn: ExtensionTurn): Promise<readonly Contribution[]> {
  if (/^\d{1,10}$/.test(choice)) {
    const contribution = await site.contributions.get(Number(choice));
    return contribution !== undefined && isShownTo(contribution, turn.email) ? [contribution] : [];
  }
  if (document.trim() === '') {
    return [];
  }
  return searchContributions(searchQuery(document, turn.context.group), { skip: 0, count: MOST_CHOICES }, site.contributions, turn);
}

function messageButton(url: string, translator: Translator<MessageKey>): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title: translator.t('bot.extension.about.message'), url };
}

function dialog(question: AboutQuestion, translator: Translator<MessageKey>): MessagingExtensionActionResponse {
  const { card } = aboutCard(question, translator);
  return { task: { type: 'continue', value: { title: translator.t('bot.extension.about.title'), card: CardFactory.adaptiveCard(card), height: 'small', width: 'medium' } } };
}

/** An answer in time and, when the site fails, the sentence that says so. */
async function guarded(
  { onSiteTrouble }: ExtensionSources,
  translator: Translator<MessageKey>,
  answer: () => Promise<MessagingExtensionActionResponse>
): Promise<MessagingExtensionActionResponse> {
  const said = (key: MessageKey): MessagingExtensionActionResponse => ({ task: { type: 'message', value: translator.t(key) } });
  const answered = answer().catch((error: unknown) => {
    if (!(error instanceof SiteError)) {
      throw error;
    }
    onSiteTrouble(error);
    return said(error instanceof SiteNotSetUpError ? 'bot.trouble.notSetUp' : 'bot.trouble.site');
  });
  return inTime(answered, () => said('bot.extension.slow'));
}
