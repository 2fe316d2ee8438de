import { parseSymbol } from '../../../rules/numbering';
import type { DocumentSymbol } from '../../../rules/numbering';
import type { WorkingGroup } from '../../../rules/workingGroup';
import { normalise } from '../normalise';
import type { WishVocabulary } from '../wishes/wishVocabulary';
import { markDays } from './days';

/** Words for a document, after which a number is that of one. */
const DOCUMENT_WORDS = [
  'contribution', 'contrib', 'document', 'doc', 'paper', 'proposition', 'number', 'numero', 'num', 'no', 'nr', 'n',
  'documento', 'contribucion', 'документ\\p{L}{0,3}', 'док', 'вклад\\p{L}{0,3}', 'номер', 'ном',
  '(?:و|ب|ل)?(?:ال|لل)?(?:وثيقة|وثيقه|مساهمة|مساهمه|مستند|ملف)', 'رقم', '文件', '文稿', '文档', '第'
].join('|');

/** The text of a document's symbol in a message, as a pattern for each way in which people write one. */
function patternsOf(group: WorkingGroup): readonly RegExp[] {
  const part = String.raw`(?:\s*\(?\s*(?:rev|add|cor)[.\s]*\d{1,3}\s*\)?)?(?:\s*-\s*[a-z](?![a-z]))?`;
  const acronym = group.acronym.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [
    new RegExp(`(${acronym}\\s*/?\\s*(?:(?:dt|inf)\\s*/?\\s*)?\\d{1,6}${part})`, 'u'),
    new RegExp(`(?<![a-z0-9])((?:dt|inf)\\s*/?\\s*\\d{1,6}${part})`, 'u'),
    new RegExp(`(?<!\\p{L})(?:${DOCUMENT_WORDS})(?:\\s+(?:رقم|номер|n|no|num|numero|number|№))?\\s*\\.?\\s*(/?\\s*\\d{1,6}${part})(?![\\d./]*\\d)(?!\\s*(?:月|天|days|jours|dias|дн))`, 'u'),
    new RegExp(`(?<![\\p{L}\\d])(/\\d{1,6}${part})`, 'u'),
    /(?<!\d)(\d{1,6})\s*号(?=\s*(?:文|提))/u
  ];
}

/** A document's symbol in a message, with the stretch of its normalised form in which it stands. */
export interface FoundSymbol {
  readonly symbol: DocumentSymbol;
  readonly said: string;
}

/**
 * The document symbol that a message holds: the whole of it, one with the group's name, or a number after a word for a
 * document. The number of a day is none.
 */
export function symbolIn(text: string, vocabulary: WishVocabulary, group: WorkingGroup): FoundSymbol | undefined {
  const question = markDays(normalise(text), vocabulary, () => ' ');
  const found = patternsOf(group).flatMap((pattern) => {
    const match = pattern.exec(question);
    return match === null ? [] : [{ said: match[0], candidate: match[1] }];
  });
  for (const { said, candidate } of [{ said: question, candidate: question }, ...found]) {
    const symbol = parseSymbol(candidate.replace(/[.\s]+$/, ''), group);
    if (symbol !== undefined) {
      return { symbol, said };
    }
  }
  return undefined;
}
