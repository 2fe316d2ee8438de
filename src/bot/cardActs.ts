import { translatorFor } from '../messages/allMessages';
import type { MessageKey } from '../messages/allMessages';
import type { Language } from '../rules/language';
import { SiteError } from '../site/errors';
import type { AnswerContext } from './answers/answerContext';
import type { AnswerSources } from './answers/answerSources';
import { completeContribution } from './answers/completeContribution';
import { confirmWish } from './answers/languageAnswers';
import { saveSubscription } from './answers/reminderSubscriptions';
import { submitFile } from './answers/submitFile';
import type { CardOutcome } from './cardOutcome';
import { COMPLETE_VERB } from './cards/completionCard';
import { SUBMIT_VERB } from './cards/submissionCard';
import { SUBSCRIBE_VERB } from './cards/subscriptionCard';
import { CONFIRM_VERB } from './cards/wishCards';
import { parseCompletion } from './completion';
import { parseConfirmation } from './languageWish';
import { parseSubscription } from './reminderSubscription';
import { parseSubmission } from './submission';
import type { SubmissionDesk } from './submissionDesk';
import { PersonNotVerifiedError } from './verifiedPerson';

/** The verbs of the buttons that ask the bot to do something, not only to say. */
export const ACT_VERBS: readonly string[] = [COMPLETE_VERB, CONFIRM_VERB, SUBMIT_VERB, SUBSCRIBE_VERB];

/** What an act works with. */
export interface ActSources extends AnswerSources {
  /** Files that people sent and have not submitted yet. */
  readonly submissions: SubmissionDesk;
  /** Has a document checked now; see `CompletionParts`. */
  recheck(contributionId: number): Promise<void>;
  /** What every answer needs, in a language. @throws SiteError */
  context(language: Language): Promise<AnswerContext>;
  /** Told when the site failed. */
  onSiteTrouble(error: unknown): void;
}

/** Something that a card asks the bot to do. */
export interface CardAct {
  /** The language of the card. */
  readonly language: Language;
  carryOut(sources: ActSources): Promise<CardOutcome>;
}

/**
 * What the value that came back from a card asks the bot to do.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function actIn(value: unknown): CardAct | undefined {
  const completion = parseCompletion(value);
  if (completion !== undefined) {
    const { language } = completion;
    return act(language, { notVerified: 'bot.complete.notVerified', trouble: 'bot.complete.trouble' }, async ({ site, person, recheck }, context) => {
      const parts = { contributions: site.contributions, isSecretariat: (email: string) => site.isSecretariat(email), recheck };
      return completeContribution(completion, await person(), parts, context);
    });
  }
  const submission = parseSubmission(value);
  if (submission !== undefined) {
    return act(submission.language, { notVerified: 'bot.submit.notVerified', trouble: 'bot.submit.trouble' }, (sources, context) =>
      submitFile(submission, sources, context)
    );
  }
  const subscription = parseSubscription(value);
  if (subscription !== undefined) {
    return act(subscription.language, { notVerified: 'bot.subscribe.notVerified', trouble: 'bot.subscribe.trouble' }, (sources, context) =>
      saveSubscription(subscription, sources, context)
    );
  }
  const confirmation = parseConfirmation(value);
  return confirmation === undefined
    ? undefined
    : act(confirmation.language, { notVerified: 'bot.language.notVerified', trouble: 'bot.language.trouble' }, (sources, context) =>
        confirmWish(confirmation, sources, context)
      );
}

/** An act whose card stays, with what to do, when the person or the site cannot be asked. */
function act(
  language: Language,
  says: { readonly notVerified: MessageKey; readonly trouble: MessageKey },
  carryOut: (sources: ActSources, context: AnswerContext) => Promise<CardOutcome>
): CardAct {
  return {
    language,
    carryOut: async (sources) => {
      const translator = translatorFor(language);
      try {
        return await carryOut(sources, await sources.context(language));
      } catch (error) {
        if (error instanceof PersonNotVerifiedError) {
          return { kind: 'message', text: translator.t(says.notVerified) };
        }
        if (!(error instanceof SiteError)) {
          throw error;
        }
        sources.onSiteTrouble(error);
        return { kind: 'message', text: translator.t(says.trouble) };
      }
    }
  };
}
