import type { Language } from '../../rules/language';
import type { DeskSite } from '../../site/deskSite';
import type { AnswerContext } from '../answers/answerContext';

/** What the message extension works with. */
export interface ExtensionSources {
  readonly site: DeskSite;
  /** What every answer needs, in a language. @throws SiteError */
  context(language: Language): Promise<AnswerContext>;
  /** The address of the person, as Teams says it; undefined when it does not. */
  sender(): Promise<string | undefined>;
  /** Told when the site failed. */
  onSiteTrouble(error: unknown): void;
}

/** What an answer is given from, and for whom. */
export interface ExtensionTurn {
  readonly context: AnswerContext;
  /** The person's address; undefined when Teams does not say it. */
  readonly email: string | undefined;
}

/**
 * Reads what an answer is given from, and asks Teams at the same time who the person is. Teams says it where the bot
 * is a member of the conversation; elsewhere, as in a chat between two people, the person counts as unknown and finds
 * published documents only.
 * @throws SiteError
 */
export async function extensionTurn(sources: ExtensionSources, language: Language): Promise<ExtensionTurn> {
  const [context, email] = await Promise.all([sources.context(language), sources.sender()]);
  return { context, email };
}
