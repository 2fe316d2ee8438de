import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../rules/language';
import { dayIn } from './entities/days';
import { regionIn } from './entities/regions';
import type { FoundSymbol } from './entities/symbol';
import { DEADLINE_TOPICS } from './intent';
import type { DeadlineTopic, Intent } from './intent';
import type { Guess } from './classifier/linearClassifier';
import { meetingReferenceIn } from './wishes/meetingReference';
import { languagesIn } from './wishes/recogniseWish';
import type { WishVocabulary } from './wishes/wishVocabulary';

/** How a message begins that goes on with what was asked before, in its plain form. */
const OPENINGS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:and|or|what about|how about|what if|ok and|then)(?: |$)/,
  fr: /^(?:et|ou|alors|qu'en est-il|quid)(?: |$)/,
  es: /^(?:y|o|e|entonces|que hay de|que tal)(?: |$)/,
  ru: /^(?:а|и|или|ну а|тогда)(?: |$)/,
  ar: /^(?:و\p{L}|او |ماذا عن|طيب)/u,
  zh: /^(?:那|还有|那么|和)|呢$/
};

/** Longer messages say themselves what they are about. */
const MOST_WORDS = 7;
const MOST_SIGNS = 14;

/** Something new that a continuation says, for each kind of question that can be continued by it. */
interface Said {
  readonly plain: string;
  readonly vocabulary: WishVocabulary;
  readonly today: Temporal.PlainDate;
  readonly guesses: readonly Guess[];
  readonly symbol?: FoundSymbol;
}

/** Whether a message looks like one that goes on with what was asked before. @param plain the message in its plain form */
export function isContinuation(plain: string, { language }: Pick<WishVocabulary, 'language'>): boolean {
  const isShort = language === 'zh' ? plain.length <= MOST_SIGNS : plain.split(' ').length <= MOST_WORDS;
  return isShort && plain.search(OPENINGS[language]) >= 0;
}

/**
 * What a message asks for that goes on with an earlier question: the same with what is new in it.
 * @param previous what was asked before in this conversation by the same person
 * @returns undefined when nothing in the message fits the earlier question
 */
export function continued(previous: Intent, said: Said): Intent | undefined {
  const { plain, vocabulary, today, symbol } = said;
  const languages = languagesIn(plain, vocabulary);
  const meeting = meetingReferenceIn(plain, vocabulary);
  const saysMeeting = meeting.date !== undefined || meeting.ordinal !== undefined || meeting.isNext === true;
  switch (previous.kind) {
    case 'languageState':
    case 'languageRequest':
    case 'languageWithdrawal':
      if (languages.length === 0) {
        return saysMeeting ? { ...previous, meeting } : undefined;
      }
      return { ...previous, languages, ...(saysMeeting ? { meeting } : {}) };
    case 'deadline': {
      const topic = topicIn(said);
      return topic === undefined && !saysMeeting ? undefined : { ...previous, ...(topic === undefined ? {} : { topic }), ...(saysMeeting ? { meeting } : {}) };
    }
    case 'standing': {
      const arrivesOn = dayIn(plain, vocabulary, today, 'future');
      const purpose = topicIn(said) === 'information' ? ('information' as const) : undefined;
      return arrivesOn === undefined && purpose === undefined
        ? undefined
        : { ...previous, ...(arrivesOn === undefined ? {} : { arrivesOn }), ...(purpose === undefined ? {} : { purpose }) };
    }
    case 'contributionStatus': {
      const number = /(?<!\d)(\d{1,6})(?!\d)/.exec(plain)?.[1];
      const meant = symbol?.symbol ?? (number === undefined ? undefined : ({ series: previous.symbol?.series ?? 'document', number: Number(number) } as const));
      return meant === undefined ? undefined : { kind: 'contributionStatus', symbol: meant, titleWords: [] };
    }
    case 'news': {
      const since = dayIn(plain, vocabulary, today, 'past');
      return since === undefined ? undefined : { kind: 'news', since };
    }
    case 'coordinator': {
      const region = regionIn(plain, vocabulary);
      return region === undefined ? undefined : { kind: 'coordinator', region };
    }
    case 'nextMeeting':
      return saysMeeting ? { ...previous, meeting } : undefined;
    case 'reminders':
    case 'ownLanguage':
      return languages.length === 1 ? { ...previous, language: languages[0] } : undefined;
    default:
      return undefined;
  }
}

/** The likeliest topic of the deadlines; `any` is none. */
function topicIn({ guesses }: Said): DeadlineTopic | undefined {
  const [best] = guesses.filter(({ label }) => label.startsWith('deadline.') && label !== 'deadline.any');
  const topic = DEADLINE_TOPICS.find((each) => best?.label === `deadline.${each}`);
  return best !== undefined && best.sureness > LEAST_TOPIC ? topic : undefined;
}

/** A continuation says little, so its topic is taken when it is not unlikely. */
const LEAST_TOPIC = 0.15;
