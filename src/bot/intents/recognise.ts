import type { Language } from '../../rules/language';
import { parseSymbol } from '../../rules/numbering';
import type { DocumentSymbol } from '../../rules/numbering';
import type { WorkingGroup } from '../../rules/workingGroup';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import type { DeadlineTopic, Intent, Recognition } from './intent';
import { normalise, wordsOf } from './normalise';
import type { Vocabulary } from './vocabulary';

/** The languages in which questions are understood; a further language is a further vocabulary. */
const VOCABULARIES: readonly Vocabulary[] = [ENGLISH, FRENCH];

/** Longer messages are not questions; nothing beyond is read. */
const LONGEST_QUESTION = 500;

/** More words do not find a title better, and each makes the site's search longer. */
const MOST_TITLE_WORDS = 6;

/**
 * What a question asks for. A document's symbol always means that document; otherwise words decide.
 * @param text the message without the mention of the bot
 * @param group the group whose documents are numbered
 * @param preferred the language to assume when the words fit several languages
 */
export function recognise(text: string, group: WorkingGroup, preferred?: Language): Recognition {
  const question = normalise(text.slice(0, LONGEST_QUESTION));
  const vocabulary = spokenIn(question, preferred);
  const language = vocabulary?.language;
  const symbol = symbolIn(question, group);
  if (symbol !== undefined) {
    return recognised({ kind: 'contributionStatus', symbol, titleWords: [] }, language);
  }
  return vocabulary === undefined ? { intent: { kind: 'unknown' } } : recognised(intentIn(text, question, vocabulary), language);
}

function recognised(intent: Intent, language: Language | undefined): Recognition {
  return { intent, ...(language === undefined ? {} : { language }) };
}

function intentIn(text: string, question: string, vocabulary: Vocabulary): Intent {
  const has = (phrases: readonly string[]): boolean => phrases.some((phrase) => finds(question, phrase));
  const titleWords = distinctiveWords(text, question, vocabulary);
  // A quotation or a word that no question needs names a document, whatever else is asked about it.
  const namesDocument = has(vocabulary.document) && titleWords.length > 0;
  if (has(vocabulary.deadline) && !(namesDocument && has(vocabulary.status))) {
    return { kind: 'nextDeadline', topic: topicIn(vocabulary, has) };
  }
  if (has(vocabulary.status) || has(vocabulary.document)) {
    return { kind: 'contributionStatus', titleWords };
  }
  return has(vocabulary.help) ? { kind: 'help' } : { kind: 'unknown' };
}

function topicIn(vocabulary: Vocabulary, has: (phrases: readonly string[]) => boolean): DeadlineTopic {
  return vocabulary.topics.find(([, phrases]) => has(phrases))?.[0] ?? 'any';
}

/** The vocabulary that knows most of a question's words; `preferred` wins a tie, English any other. */
function spokenIn(question: string, preferred: Language | undefined): Vocabulary | undefined {
  const scored = VOCABULARIES.map((vocabulary) => ({ vocabulary, score: knownWords(question, vocabulary) }));
  const best = Math.max(...scored.map(({ score }) => score));
  if (best === 0) {
    return undefined;
  }
  const tied = scored.filter(({ score }) => score === best).map(({ vocabulary }) => vocabulary);
  return tied.find(({ language }) => language === preferred) ?? tied[0];
}

/** How many words of a question a vocabulary knows. A phrase counts with all its words, a filler word half. */
function knownWords(question: string, vocabulary: Vocabulary): number {
  const phrases = new Set([
    ...vocabulary.help,
    ...vocabulary.deadline,
    ...vocabulary.status,
    ...vocabulary.document,
    ...vocabulary.topics.flatMap(([, words]) => words)
  ]);
  const inPhrases = [...phrases].filter((phrase) => finds(question, phrase)).reduce((sum, phrase) => sum + wordsOf(phrase).length, 0);
  const fillers = wordsOf(question).filter((word) => vocabulary.filler.includes(word)).length;
  return inPhrases + fillers / 2;
}

/**
 * The words that are neither filler nor part of the question itself: those that can name a document. They come as they
 * were written, because the site tells accents apart.
 */
function distinctiveWords(text: string, question: string, vocabulary: Vocabulary): string[] {
  const asked = [...vocabulary.status, ...vocabulary.document, ...vocabulary.deadline, ...vocabulary.help];
  const rest = asked.reduce((left, phrase) => left.replace(new RegExp(patternOf(phrase), 'gu'), ' '), question);
  const distinctive = new Set(wordsOf(rest).filter((word) => word.length > 1 && !vocabulary.filler.includes(word)));
  const written = text.normalize('NFC').toLowerCase().split(/[^\p{Letter}\p{Mark}\p{Number}-]+/u);
  return [...new Set(written.filter((word) => distinctive.has(normalise(word))))].slice(0, MOST_TITLE_WORDS);
}

function finds(question: string, phrase: string): boolean {
  return new RegExp(patternOf(phrase), 'u').test(question);
}

function patternOf(phrase: string): string {
  const words = phrase.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, "[\\p{Letter}\\p{Number}-]*");
  return `(?<![\\p{Letter}\\p{Number}-])${words}(?![\\p{Letter}\\p{Number}-])`;
}

/** The document symbol that a question holds: the whole of it, one with the group's name, or a number after a word for a document. */
function symbolIn(question: string, group: WorkingGroup): DocumentSymbol | undefined {
  const part = String.raw`(?:\s*\(?\s*(?:rev|add|cor)[.\s]*\d{1,3}\s*\)?)?(?:\s*-\s*[a-z](?![a-z]))?`;
  const acronym = group.acronym.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const patterns = [
    new RegExp(`${acronym}\\s*/?\\s*(?:(?:dt|inf)\\s*/?\\s*)?\\d{1,6}${part}`),
    new RegExp(`(?<![a-z0-9])(?:dt|inf)\\s*/?\\s*\\d{1,6}${part}`),
    new RegExp(`(?:contribution|document|doc|proposition|number|numero|no|nr|n)\\s*\\.?\\s*(/?\\s*\\d{1,6}${part})(?![\\d])`),
    new RegExp(`(?<![\\p{Letter}\\d])/\\d{1,6}${part}`, 'u')
  ];
  const candidates = [question, ...patterns.map((pattern) => pattern.exec(question)).map((match) => match?.[1] ?? match?.[0] ?? '')];
  for (const candidate of candidates) {
    const symbol = parseSymbol(candidate.replace(/[.\s]+$/, ''), group);
    if (symbol !== undefined) {
      return symbol;
    }
  }
  return undefined;
}
