import { distance } from 'fastest-levenshtein';
import type { Language } from '../../rules/language';
import { MARKS } from './marks';
import { knownWords } from './knownWords';
import { plainForm } from './wishes/phrases';

/** More words do not find a title better, and each makes the site's search longer. */
const MOST_TITLE_WORDS = 6;

const SEPARATORS = /[^\p{Letter}\p{Mark}\p{Number}-]+/u;
const MARK_WORDS: ReadonlySet<string> = new Set(Object.values(MARKS));

/** What stands in quotation marks. */
const QUOTED = /[«“"„]\s*([^»”"“]{3,80}?)\s*[»”"]/u;

/**
 * What a document is said to be about comes after words like these: `strong` ones have no other use in a question about a
 * document, `weak` ones may also stand before a day or a place. Or its name follows the word for it at once (`named`).
 */
const ABOUT: Readonly<Record<Exclude<Language, 'zh'>, { readonly strong: RegExp; readonly weak: RegExp; readonly named: RegExp }>> = {
  en: { strong: /\b(?:about|concerning|regarding|entitled|called|titled|named|dealing with|relating to)\s+(.+)/iu, weak: /\b(?:on|for)\s+(.+)/iu, named: /\b(?:contribution|document|paper|doc|file|proposal)s?\s+(.+)/iu },
  fr: {
    strong: /(?<!\p{L})(?:concernant|relatifs?|relatives?|portant|intitulée?|à propos|au sujet|traitant|consacrée?)\s+(.+)/iu,
    weak: /(?<!\p{L})(?:sur|(?:contribution|document|proposition|papier|texte|doc)s?\s+(?:de|du|des|d['’]))\s*(.+)/iu,
    named: /(?<!\p{L})(?:contribution|document|proposition|papier|texte|doc|fichier)s?\s+(.+)/iu
  },
  es: {
    strong: /(?<!\p{L})(?:sobre|relativ[oa]s?|acerca de|titulad[oa]s?|referentes?|relacionad[oa]s?)\s+(.+)/iu,
    weak: /(?<!\p{L})(?:contribuci[oó]n|documento|propuesta|paper|texto|doc)(?:es|s)?\s+(?:de|del)\s+(.+)/iu,
    named: /(?<!\p{L})(?:contribuci[oó]n|documento|propuesta|paper|texto|doc|archivo)(?:es|s)?\s+(.+)/iu
  },
  ru: {
    strong: /(?<!\p{L})(?:касающ\p{L}+|относительно|под названием|по теме|на тему|посвящ\p{L}+|про)\s+(.+)/iu,
    weak: /(?<!\p{L})(?:о|об|по)\s+(.+)/iu,
    named: /(?<!\p{L})(?:вклад|документ|предложени|файл|док)\p{L}*\s+(.+)/iu
  },
  ar: { strong: /(?<!\p{L})(?:حول|بشأن|بخصوص|المتعلق\p{L}*|المعنون\p{L}*|الخاص\p{L}*|تبع)\s+(.+)/u, weak: /(?<!\p{L})(?:عن|في)\s+(.+)/u, named: /(?:مساهمة|مساهمه|وثيقة|وثيقه|مقترح|ملف)\s+(.+)/u }
};

function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().split(SEPARATORS).filter((word) => word !== '');
}

/**
 * The words of a question that can name a document: those in quotation marks, or what it is said to be about. They come
 * as they were written, because the site tells accents apart.
 */
export function titleWordsIn(text: string, language: Language): string[] {
  if (language === 'zh') {
    return chineseTitleIn(text);
  }
  const quoted = QUOTED.exec(text)?.[1];
  if (quoted !== undefined) {
    return wordsOf(quoted).filter((word) => word.length > 2).slice(0, MOST_TITLE_WORDS);
  }
  const { strong, weak, named } = ABOUT[language];
  const known = knownWords(language);
  const isDistinctive = (word: string): boolean =>
    word.length > 1 && plainForm(word).split(/[\s'./-]+/u).some((part) => part.length > 1 && !isKnown(part, known) && !MARK_WORDS.has(part) && !/^\d+$/.test(part));
  const strongly = subjectIn(text, strong);
  const written = strongly ?? subjectIn(text, weak) ?? [];
  const distinctive = written.filter(isDistinctive);
  const about = distinctive.length === 0 && strongly !== undefined ? written.filter((word) => word.length > 3) : distinctive;
  const after = subjectIn(text, named) ?? [];
  const end = after.findIndex((word) => !isDistinctive(word));
  const found = about.length > 0 ? about : after.slice(0, end < 0 ? after.length : end);
  return [...new Set(found)].slice(0, MOST_TITLE_WORDS);
}

/** The words that a pattern finds up to the next punctuation. */
function subjectIn(text: string, pattern: RegExp): string[] | undefined {
  const subject = pattern.exec(text)?.[1];
  return subject === undefined ? undefined : wordsOf(subject.split(/[,;:?!،؟]|\.(?:\s|$)/u)[0]);
}

/** Chinese has no spaces between words: a title is what stands in quotation marks, or after a word for "about". */
function chineseTitleIn(text: string): string[] {
  const document = '(?:份|篇|个)?(?:文稿|文件|贡献|提案|文档|材料|稿|建议|论文)';
  const title = /[《“"「]([^》”"」]{2,40})[》”"」]/u.exec(text)?.[1] ?? new RegExp(`(?:关于|有关|涉及|题为|讲)\\s*(.{2,30}?)\\s*(?:的|那|这)?${document}`, 'u').exec(text)?.[1] ?? new RegExp(`^([^我你您他本已上这那哪谁、，]{3,20})的(?:那|这)?${document}`, 'u').exec(text)?.[1];
  return title === undefined ? [] : [title];
}

/** Whether a word is one of those that are known, with at most a letter or two wrong. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word) || word.length < 3) {
    return true;
  }
  const mistakes = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  return mistakes > 0 && [...known].some((each) => Math.abs(each.length - word.length) <= mistakes && each[0] === word[0] && distance(each, word) <= mistakes);
}
