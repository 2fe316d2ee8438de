import type { MessageKey } from '../../messages/allMessages';
import { languageName, localeOf } from '../../messages/locale';
import type { Translator } from '../../messages/translator';
import type { InterpretationDecision, LanguageOutcome } from '../../rules/interpretation';
import type { Language } from '../../rules/language';
import type { LanguageTally } from '../../rules/languageRequest';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { LanguageBoard, OwnRequest } from '../languageBoard';
import { deadlineFact } from './deadlineCard';
import type { Fact } from './deskCard';

/** Several things in a sentence, e.g. `French and Spanish`. */
export function wordList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
}

/** The names of languages in a sentence, e.g. `French and Spanish`. */
export function wordLanguages(languages: readonly Language[], translator: Translator<MessageKey>): string {
  return wordList(
    languages.map((each) => languageName(each, translator.language)),
    translator.language
  );
}

/** A language's name where it stands first. */
export function headingOf(named: Language, { language }: Translator<MessageKey>): string {
  const [first = '', ...rest] = Array.from(languageName(named, language));
  return first.toLocaleUpperCase(localeOf(language)) + rest.join('');
}

/** How many delegations asked for a language, and how many it takes. */
export function wordCount({ delegations, threshold }: LanguageTally, translator: Translator<MessageKey>): string {
  const count = delegations.length;
  return threshold === undefined ? translator.t('bot.language.countOnly', { count }) : translator.t('bot.language.count', { count, threshold });
}

/** The requests for each language with the delegations that made them, as rows of a card. */
export function requestFacts(tallies: readonly LanguageTally[], translator: Translator<MessageKey>): Fact[] {
  return tallies.map((tally) => {
    const names = (delegations: readonly string[]): string => delegations.join(', ');
    const notes = [
      ...(tally.delegations.length === 0 ? [] : [names(tally.delegations)]),
      ...(tally.late.length === 0 ? [] : [translator.t('bot.language.late', { delegations: names(tally.late) })])
    ];
    return { label: headingOf(tally.language, translator), value: wordCount(tally, translator), ...(notes.length === 0 ? {} : { note: notes.join(' · ') }) };
  });
}

/** What was decided for each language and why, as rows of a card. */
export function outcomeFacts({ outcomes, reason }: Pick<InterpretationDecision, 'outcomes'> & { readonly reason: string }, translator: Translator<MessageKey>): Fact[] {
  const isOverridden = outcomes.some((outcome) => outcome.reason === 'override');
  return [
    ...outcomes.map((outcome) => ({
      label: headingOf(outcome.language, translator),
      value: translator.t(outcome.isProvided ? 'bot.language.provided' : 'bot.language.notProvided'),
      note: translator.t(`bot.language.reason.${outcome.reason}`)
    })),
    // Only where the rules do not say why: the reason is the secretariat's own, in the language in which it was written.
    ...(isOverridden && reason.trim() !== '' ? [{ label: translator.t('bot.language.given'), value: reason }] : [])
  ];
}

/** Which languages were decided on, in one sentence. */
export function wordOutcomes(outcomes: readonly LanguageOutcome[], title: string, translator: Translator<MessageKey>): string {
  const provided = outcomes.filter(({ isProvided }) => isProvided).map(({ language }) => language);
  return provided.every((language) => language === 'en')
    ? translator.t('bot.language.englishOnly', { meeting: title })
    : translator.t('bot.language.decided', { meeting: title, languages: wordLanguages(provided, translator) });
}

/** The requests of the delegations that the reader speaks for, as rows of a card. */
export function ownFacts(own: readonly OwnRequest[], translator: Translator<MessageKey>): Fact[] {
  const names = [...new Set(own.map(({ delegation }) => delegation.name))];
  const lines = names.flatMap((delegation) =>
    [false, true].flatMap((isLate) => {
      const languages = own.filter((each) => each.delegation.name === delegation && each.isLate === isLate).map(({ language }) => language);
      return languages.length === 0
        ? []
        : translator.t(isLate ? 'bot.language.ownLate' : 'bot.language.ownRequest', { delegation: delegation, languages: wordLanguages(languages, translator) });
    })
  );
  return lines.map((value, index) => ({ label: index === 0 ? translator.t('bot.language.own') : '', value }));
}

/** Until when requests are taken, as a row of a card. */
export function requestDeadlineFact({ deadline }: LanguageBoard, group: WorkingGroup, translator: Translator<MessageKey>, ownZone?: string): Fact {
  return deadlineFact(deadline, translator.t('deadline.languageRequest'), group, translator, ownZone);
}
