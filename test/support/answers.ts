import { GroupFactsCache } from '../../src/bot/groupFacts';
import type { AnswerContext } from '../../src/bot/answers/answerContext';
import type { AnswerSources } from '../../src/bot/answers/answerSources';
import type { DeskCard } from '../../src/bot/cards/deskCard';
import { PersonNotVerifiedError } from '../../src/bot/verifiedPerson';
import { translatorFor } from '../../src/messages/allMessages';
import type { Language } from '../../src/rules/language';
import type { DeskSite } from '../../src/site/deskSite';
import { geneva, meeting } from './meeting';
import { workingGroup } from './workingGroup';

/** What an answer is given from: the second meeting, on 10 August 2020 in the morning, to one person alone; or something like it. */
export function answering(changes: Partial<AnswerContext> & { readonly language?: Language } = {}): AnswerContext {
  const { language = 'en', ...rest } = changes;
  return {
    group: workingGroup(),
    meetings: [meeting()],
    now: geneva('2020-08-10T09:00:00'),
    translator: translatorFor(language),
    deskUrl: 'https://example.org/desk',
    isPrivate: true,
    ...rest
  };
}

/** Where an answer looks things up, for the person with an address, or for one whom Teams does not vouch for. */
export function sourcesOf(site: DeskSite, email?: string): AnswerSources {
  return {
    site,
    facts: new GroupFactsCache(site),
    person: async () => {
      if (email === undefined) {
        throw new PersonNotVerifiedError();
      }
      return { key: `id-of-${email}`, email };
    },
    chooseLanguage: async () => true,
    here: { kind: 'personal', place: { key: 'a:personal', reference: {} }, ownsTeam: async () => false }
  };
}

/** Every element and action of a card, however deep. */
export function partsOf(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) {
    return node.flatMap(partsOf);
  }
  return typeof node !== 'object' || node === null ? [] : [node as Record<string, unknown>, ...Object.values(node).flatMap(partsOf)];
}

/** All that a card says, one line each; releases of the ICU data differ in the comma after a day of the week. */
export function textOf({ card }: Pick<DeskCard, 'card'>): string {
  return plainDays(
    partsOf(card.body)
      .filter(({ type }) => type === 'TextRun')
      .map(({ text }) => text)
      .join('\n')
  );
}

/** A text without that comma. */
export function plainDays(text: string): string {
  return text.replace(/day, /g, 'day ');
}

/** The labels of a card's buttons. */
export function buttonsOf({ card }: Pick<DeskCard, 'card'>): string[] {
  return (card.actions ?? []).map(({ title = '' }) => title);
}
