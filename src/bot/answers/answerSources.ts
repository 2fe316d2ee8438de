import type { Language } from '../../rules/language';
import type { DeskSite } from '../../site/deskSite';
import type { GroupFactsCache } from '../groupFacts';
import type { Here } from '../here';
import type { VerifiedPerson } from '../verifiedPerson';

/** Where an answer looks up what is not in its context. */
export interface AnswerSources {
  readonly site: DeskSite;
  /** What is kept of the site: for what an answer says, not for what is done in somebody's name. */
  readonly facts: Pick<GroupFactsCache, 'delegations' | 'offices' | 'languagesOf' | 'changed'>;
  /** Who sent the message, as Teams says. @throws PersonNotVerifiedError */
  person(): Promise<VerifiedPerson>;
  /**
   * Keeps the language in which the sender wants to be answered.
   * @returns false when it cannot be kept, because the sender has no personal chat with the bot
   * @throws PersonNotVerifiedError
   */
  chooseLanguage(language: Language): Promise<boolean>;
  /** Where the message was written. */
  readonly here: Here;
}
