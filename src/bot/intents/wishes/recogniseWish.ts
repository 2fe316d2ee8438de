import { LANGUAGES } from '../../../rules/language';
import type { Language } from '../../../rules/language';
import type { Intent, Recognition } from '../intent';
import { meetingReferenceIn } from './meetingReference';
import { phrasePattern, phrasesIn, plainForm } from './phrases';
import { WISH_VOCABULARIES } from './vocabularies';
import type { WishVocabulary } from './wishVocabulary';

/** A message of so many words that names a language is taken to be about it. */
const FEW_WORDS = 3;

/**
 * What a message wants of the interpretation languages, in any of the six languages. To ask back is better than to do
 * what was not meant: only a plain statement of a wish is one.
 * @param preferred the language to assume when the words fit several languages
 * @returns undefined when the message is about something else
 */
export function recogniseWish(text: string, preferred?: Language): Recognition | undefined {
  const isMarked = /[?？؟]/.test(text);
  const plain = plainForm(withoutOpening(text));
  const vocabulary = spokenIn(plain, preferred);
  const intent = vocabulary === undefined ? undefined : intentIn(plain, isMarked, vocabulary);
  return vocabulary === undefined || intent === undefined ? undefined : { intent, language: vocabulary.language };
}

/** A "No," at the beginning answers something and negates nothing of what follows. */
function withoutOpening(text: string): string {
  return text.replace(/^\s*(?:no|non|нет|不|لا)\s*[,،，.!]\s*/iu, '');
}

/**
 * Whether a message about interpretation that looks like a wish may be none: a question, a doubt, something that was
 * asked before, a negated need, or one language set against another.
 */
export function isDoubtfulWish(text: string, wish: 'languageRequest' | 'languageWithdrawal', vocabulary: WishVocabulary): boolean {
  const plain = plainForm(withoutOpening(text));
  const has = (phrases: readonly string[]): boolean => phrasesIn(plain, phrases, vocabulary).length > 0;
  const isQuestion = /[?？؟]/.test(text) || has(vocabulary.question) || opens(plain, vocabulary);
  const isOff = wish === 'languageRequest' && (has(vocabulary.negation) || has(vocabulary.past));
  return isQuestion || has(vocabulary.doubt) || isOff || (languagesIn(plain, vocabulary).length > 1 && has(vocabulary.contrast));
}

function intentIn(plain: string, isMarked: boolean, vocabulary: WishVocabulary): Intent | undefined {
  const has = (phrases: readonly string[]): boolean => phrasesIn(plain, phrases, vocabulary).length > 0;
  const languages = languagesIn(plain, vocabulary);
  const saysInterpretation = has(vocabulary.interpretation);
  const isAbout = languages.length > 0 || saysInterpretation || has(vocabulary.languages);
  if (!isAbout || (!saysInterpretation && (has(vocabulary.document) || has(vocabulary.speaking)))) {
    return undefined;
  }
  const isQuestion = isMarked || has(vocabulary.question) || opens(plain, vocabulary);
  const wants = has(vocabulary.ask);
  const meeting = meetingReferenceIn(plain, vocabulary);
  if (has(vocabulary.deadline)) {
    return { kind: 'deadline', topic: 'interpretation', meeting };
  }
  const unsure: Intent = { kind: 'languageUnsure', languages, meeting };
  if (isQuestion) {
    return has(vocabulary.state) ? { kind: 'languageState', languages, meeting } : unsure;
  }
  const isNegated = has(vocabulary.negation);
  const hasEnded = has(vocabulary.noLonger);
  const withdraws = has(vocabulary.withdraw);
  // Of several languages some may be wanted and others not.
  const isMixed = languages.length > 1 && ((isNegated && !hasEnded) || (has(vocabulary.contrast) && (withdraws || hasEnded)));
  const wasMade = has(vocabulary.past) && !withdraws && !hasEnded;
  if (has(vocabulary.doubt) || wasMade || isMixed) {
    return unsure;
  }
  if (withdraws ? !isNegated : hasEnded || (isNegated && wants)) {
    return languages.length === 0 ? unsure : { kind: 'languageWithdrawal', languages, meeting };
  }
  if (wants && !isNegated && languages.length > 0) {
    return { kind: 'languageRequest', languages, meeting };
  }
  const saysMeeting = meeting.date !== undefined || meeting.ordinal !== undefined;
  const isShort = plain.split(' ').length <= FEW_WORDS;
  return wants || withdraws || isNegated || saysInterpretation || saysMeeting || isShort ? unsure : undefined;
}

/** Whether a message begins as only a question does. */
function opens(plain: string, vocabulary: WishVocabulary): boolean {
  return vocabulary.opening.some((word) => plain.search(phrasePattern(word, vocabulary)) === 0);
}

/** The languages that a message names, in the order in which it does. */
export function languagesIn(plain: string, vocabulary: WishVocabulary): Language[] {
  const named = vocabulary.traps.reduce((left, trap) => left.replace(phrasePattern(trap, vocabulary), ' '), plain);
  return LANGUAGES.map((language) => {
    const places = vocabulary.names[language].map((name) => named.search(phrasePattern(name, vocabulary))).filter((place) => place >= 0);
    return { language, place: Math.min(...places) };
  })
    .filter(({ place }) => Number.isFinite(place))
    .sort((a, b) => a.place - b.place)
    .map(({ language }) => language);
}

/** The vocabulary that knows most of a message; `preferred` wins a tie, the first any other. */
function spokenIn(plain: string, preferred: Language | undefined): WishVocabulary | undefined {
  const scored = WISH_VOCABULARIES.map((vocabulary) => ({ vocabulary, score: knownPhrases(plain, vocabulary) }));
  const best = Math.max(...scored.map(({ score }) => score));
  if (best === 0) {
    return undefined;
  }
  const tied = scored.filter(({ score }) => score === best).map(({ vocabulary }) => vocabulary);
  return tied.find(({ language }) => language === preferred) ?? tied[0];
}

/** How much of a message a vocabulary knows, in words. */
function knownPhrases(plain: string, vocabulary: WishVocabulary): number {
  const { names, interpretation, languages, ask, withdraw, noLonger, negation, doubt, past, question, deadline, next, common } = vocabulary;
  const phrases = new Set([...Object.values(names).flat(), ...interpretation, ...languages, ...ask, ...withdraw, ...noLonger, ...negation, ...doubt, ...past, ...question, ...deadline, ...next, ...common]);
  return phrasesIn(plain, [...phrases], vocabulary).reduce((sum, phrase) => sum + phrase.split(' ').length, 0);
}
