import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../rules/language';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Guess } from './classifier/linearClassifier';
import { dayIn } from './entities/days';
import { purposeIn } from './entities/purpose';
import { regionIn } from './entities/regions';
import { symbolIn } from './entities/symbol';
import { continued, isContinuation } from './followUp';
import { DEADLINE_TOPICS, REMINDER_WISHES } from './intent';
import type { Intent, IntentKind, LanguagesOfMeeting, Recognition } from './intent';
import { markedForm } from './marked';
import { MARKS } from './marks';
import { spokenIn } from './spoken';
import { titleWordsIn } from './titleWords';
import { classifierFor } from './understanding';
import { meetingReferenceIn } from './wishes/meetingReference';
import { plainForm } from './wishes/phrases';
import { isDoubtfulWish, languagesIn, recogniseWish } from './wishes/recogniseWish';
import type { WishVocabulary } from './wishes/wishVocabulary';

/** Longer messages are not questions; nothing beyond is read. */
const LONGEST_QUESTION = 500;

/** Less sure than this the bot asks back; measured in bench/bot/understanding.ts. */
const LEAST_SURENESS = 0.5;
/** The classifier overrules the phrases about interpretation only when it is as sure as this. */
const OVERRULING_SURENESS = 0.9;
/** And takes a message for a wish, about which the bot's card then asks, when it is as sure as this. */
const ACTING_SURENESS = 0.7;
const MOST_SUGGESTIONS = 3;

/** Questions about deadlines that ask about an arrival when they name a day around today. */
const ABOUT_ARRIVAL: readonly string[] = ['deadline.contributions', 'deadline.translation', 'deadline.publication'];

/** What is known of the one who asks. */
export interface Asking {
  readonly group: WorkingGroup;
  /** The day of the question in the group's zone. */
  readonly today: Temporal.PlainDate;
  /** The language to assume when the words fit several. */
  readonly preferred?: Language;
  /** What the same person asked for before in this conversation. */
  readonly previous?: Intent;
}

/**
 * What a message asks for, in any of the six languages. A document's symbol always means that document; requests for
 * interpretation, which act in a delegation's name, are only taken from a plain statement; everything else is the
 * likeliest kind, or asked back about when that is not likely enough.
 * @param text the message without the mention of the bot
 */
export function recognise(text: string, { group, today, preferred, previous }: Asking): Recognition {
  const said = withoutName(text.slice(0, LONGEST_QUESTION), group);
  const plain = plainForm(said);
  const { vocabulary, isKnown } = spokenIn(plain, preferred);
  const language = isKnown ? { language: vocabulary.language } : {};
  const symbol = symbolIn(text.slice(0, LONGEST_QUESTION), vocabulary, group);
  if (plain === '' && symbol === undefined) {
    return { intent: { kind: 'unknown', closest: [] } };
  }
  const marked = markedForm(text.slice(0, LONGEST_QUESTION), vocabulary, group);
  const guesses = classifierFor(vocabulary.language, group).classify(marked);
  if (previous !== undefined && isContinuation(plain, vocabulary)) {
    const intent = continued(previous, { plain, vocabulary, today, guesses, ...(symbol === undefined ? {} : { symbol }) });
    if (intent !== undefined) {
      return { intent, ...language };
    }
  }
  if (symbol !== undefined) {
    return { intent: { kind: 'contributionStatus', symbol: symbol.symbol, titleWords: [] }, ...language };
  }
  const wish = wishIn(said, plain, guesses, vocabulary);
  const intent = wish ?? intentOf(guesses, { text: said, plain, marked, vocabulary, today });
  // Of words that are in no language that is known nothing is closer than anything else.
  return { intent: intent.kind === 'unknown' && !isKnown ? { kind: 'unknown', closest: [] } : intent, ...language };
}

/** The group's name in its documents' symbols is in no language. */
function withoutName(text: string, { acronym }: WorkingGroup): string {
  return text.replace(new RegExp(acronym.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), ' ');
}

/**
 * What a message wants of interpretation, if it is about that. Phrases and classifier both judge: what acts in a
 * delegation's name must be stated plainly, and where the two contradict each other it is asked back.
 */
function wishIn(text: string, plain: string, guesses: readonly Guess[], vocabulary: WishVocabulary): Intent | undefined {
  const spoken = recogniseWish(text, vocabulary.language)?.intent;
  const [best] = guesses;
  const about = { languages: besidesEnglish(languagesIn(plain, vocabulary)), meeting: meetingReferenceIn(plain, vocabulary) };
  const isActing = spoken?.kind === 'languageRequest' || spoken?.kind === 'languageWithdrawal';
  const isAbout = best.label.startsWith('language') || best.label === 'deadline.interpretation';
  if (!isAbout) {
    // What the phrases are not sure about is asked back anyway; the classifier may be right.
    const isOverruled = isActing ? best.label !== 'unknown' && best.sureness >= OVERRULING_SURENESS : best.sureness >= LEAST_SURENESS;
    return spoken === undefined || isOverruled ? undefined : fitted(spoken);
  }
  if (best.label === 'languageRequest' || best.label === 'languageWithdrawal') {
    if (best.sureness >= ACTING_SURENESS && about.languages.length > 0 && !isDoubtfulWish(text, best.label, vocabulary)) {
      return { kind: best.label, ...about };
    }
    return isActing && spoken.kind !== best.label ? { kind: 'languageUnsure', ...about } : unsureUnless(spoken, about);
  }
  if (!isActing && best.sureness >= LEAST_SURENESS && best.label !== 'languageUnsure') {
    return best.label === 'languageState' ? { kind: 'languageState', ...about, languages: about.languages.filter((language) => language !== 'en') } : undefined;
  }
  return unsureUnless(spoken, about);
}

/** What the phrases say; without them a message that names a language is asked back about. */
function unsureUnless(spoken: Intent | undefined, about: LanguagesOfMeeting): Intent | undefined {
  if (spoken !== undefined) {
    return fitted(spoken);
  }
  return about.languages.length > 0 ? { kind: 'languageUnsure', ...about } : undefined;
}

function fitted(intent: Intent): Intent {
  return 'languages' in intent ? { ...intent, languages: besidesEnglish(intent.languages) } : intent;
}

/** English is always there: beside another language it is not what the message is about. */
function besidesEnglish(languages: readonly Language[]): readonly Language[] {
  return languages.length > 1 ? languages.filter((language) => language !== 'en') : languages;
}

interface Question {
  readonly text: string;
  readonly plain: string;
  readonly marked: string;
  readonly vocabulary: WishVocabulary;
  readonly today: Temporal.PlainDate;
}

/** The likeliest kind with what the question says about it. */
function intentOf(guesses: readonly Guess[], { text, plain, marked, vocabulary, today }: Question): Intent {
  const [{ label, sureness }] = guesses;
  // What is surely about something else is close to nothing that the bot can answer.
  const unknown: Intent = { kind: 'unknown', closest: label === 'unknown' && sureness >= LEAST_SURENESS ? [] : closestOf(guesses) };
  if (sureness < LEAST_SURENESS) {
    return unknown;
  }
  const [kind, detail] = label.split('.');
  const meeting = meetingReferenceIn(plain, vocabulary);
  const languages = languagesIn(plain, vocabulary);
  const language = languages.length === 1 ? { language: languages[0] } : {};
  switch (kind) {
    case 'nextMeeting':
      return { kind, meeting };
    case 'deadline':
      // "If I send it tomorrow" asks about that day, however it asks.
      return marked.includes(MARKS.future) && ABOUT_ARRIVAL.includes(label)
        ? arrivalOf(plain, vocabulary, today)
        : { kind, topic: DEADLINE_TOPICS.find((each) => each === detail) ?? 'any', meeting };
    case 'standing':
      return arrivalOf(plain, vocabulary, today);
    case 'contributionStatus':
      return { kind, titleWords: titleWordsIn(text, vocabulary.language) };
    case 'news': {
      const since = dayIn(plain, vocabulary, today, 'past');
      return { kind, ...(since === undefined ? {} : { since }) };
    }
    case 'coordinator': {
      const region = regionIn(plain, vocabulary);
      return { kind, ...(region === undefined ? {} : { region }) };
    }
    case 'reminders':
      return { kind, wish: REMINDER_WISHES.find((each) => each === detail) ?? 'show', ...language };
    case 'ownLanguage':
      return { kind, ...language };
    case 'programme':
    case 'references':
    case 'howToSubmit':
    case 'help':
      return { kind };
    default:
      return unknown;
  }
}

/** What the deadlines make of a contribution that arrives on the day that a question names, or today. */
function arrivalOf(plain: string, vocabulary: WishVocabulary, today: Temporal.PlainDate): Intent {
  const purpose = purposeIn(plain, vocabulary.language);
  return { kind: 'standing', arrivesOn: dayIn(plain, vocabulary, today, 'future') ?? today, meeting: { said: plain }, ...(purpose === undefined ? {} : { purpose }) };
}

function closestOf(guesses: readonly Guess[]): IntentKind[] {
  const kinds = guesses.map(({ label }) => label.split('.')[0] as IntentKind).filter((kind) => kind !== 'unknown' && kind !== 'help' && kind !== 'languageUnsure');
  return [...new Set(kinds)].slice(0, MOST_SUGGESTIONS);
}
