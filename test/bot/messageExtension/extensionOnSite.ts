import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { COMMANDS, SEARCH_PARAMETERS } from '../../../src/bot/messageExtension/commands';
import type { ContributionMetadata, DecidedColumns } from '../../../src/site/contribution';
import { invokesExtension, startConnector } from '../../support/connector';
import type { Connector, Place } from '../../support/connector';
import { provisionedSite } from '../../support/provisionedSite';
import type { TestSite } from '../../support/provisionedSite';
import { runService } from '../../support/service';
import type { TestService } from '../../support/service';

/** One result as a test looks at it. */
export interface FoundCard {
  /** The first line in the list of results. */
  readonly title: string;
  /** The second line. */
  readonly text: string;
  /** The card that goes into the message. */
  readonly card: IAdaptiveCard;
  /** All of its text. */
  readonly said: string;
}

/** What the extension answers to a search or a link. */
export interface ExtensionAnswer {
  readonly cards: readonly FoundCard[];
  /** The sentence instead of results. */
  readonly sentence?: string;
  readonly body: Record<string, unknown>;
}

/** A service over a site with a connector, as Teams speaks to its message extension. */
export interface ExtensionBench {
  readonly site: TestSite;
  readonly service: TestService;
  readonly connector: Connector;
  /** Lets somebody else be the one who searches; nobody whom Teams knows without an address. */
  signIn(email: string): void;
  /** Sends an invoke of the extension and gives the body of the answer. */
  invoke(name: Parameters<typeof invokesExtension>[0], value: unknown, place?: Place, locale?: string): Promise<Record<string, unknown>>;
  /** Types into the search. */
  search(typed: string | { readonly meeting: string }, page?: { readonly skip?: number; readonly count?: number }, locale?: string): Promise<ExtensionAnswer>;
  paste(url: string): Promise<ExtensionAnswer>;
  /** Puts a document into the library as somebody, and decides upon it as the secretariat. */
  document(fileName: string, metadata?: Partial<ContributionMetadata>, decided?: DecidedColumns, author?: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a bench. */
export async function startExtensionBench(): Promise<ExtensionBench> {
  const site = await provisionedSite();
  const service = await runService(site);
  const connector = await startConnector();
  let from = { id: '29:member' };
  const invoke: ExtensionBench['invoke'] = (name, value, place = 'groupChat', locale = 'en-GB') =>
    connector.invoke(service.messagesUrl, invokesExtension(name, value, place, { locale, from }));
  return {
    site,
    service,
    connector,
    signIn: (email) => {
      connector.signIn(email);
      from = { id: `29:${email}` };
    },
    invoke,
    search: async (typed, page = {}, locale = 'en-GB') => {
      const parameters = typeof typed === 'string' ? [{ name: SEARCH_PARAMETERS.words, value: typed }] : [{ name: SEARCH_PARAMETERS.meeting, value: typed.meeting }];
      return answerOf(await invoke('query', { commandId: COMMANDS.search, parameters, queryOptions: { skip: 0, count: 25, ...page } }, 'groupChat', locale));
    },
    paste: async (url) => answerOf(await invoke('queryLink', { url })),
    document: async (fileName, metadata = {}, decided = {}, author = 'delegate.ke') => {
      const { contributions } = site.desk(author);
      const { id } = await contributions.upload(fileName, new TextEncoder().encode(fileName));
      await contributions.describe(id, { title: fileName, source: 'Kenya', originalLanguage: 'en', purpose: 'action', ...metadata });
      const secretariat = site.desk('secretariat').contributions;
      await secretariat.recordDecided(id, '*', decided);
      return id;
    },
    stop: async () => {
      await connector.stop();
      await service.stop();
      await site.stop();
    }
  };
}

/** What a body holds. */
export function answerOf(body: Record<string, unknown>): ExtensionAnswer {
  const { attachments = [], text } = (body.composeExtension ?? {}) as { attachments?: { content: IAdaptiveCard; preview: { content: { title: string; text: string } } }[]; text?: string };
  return {
    cards: attachments.map(({ content, preview }) => ({ title: preview.content.title, text: preview.content.text, card: content, said: textOf(content.body) })),
    ...(text === undefined ? {} : { sentence: text }),
    body
  };
}

/** All texts of a card, one line each. */
export function textOf(card: unknown): string {
  if (Array.isArray(card)) {
    return card.map(textOf).filter(Boolean).join('\n');
  }
  if (typeof card !== 'object' || card === null) {
    return '';
  }
  const { type, text, ...rest } = card as { type?: string; text?: string };
  return type === 'TextRun' ? (text ?? '') : textOf(Object.values(rest));
}
