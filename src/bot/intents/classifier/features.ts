import { MARKS } from '../marks';

const MARK_WORDS: ReadonlySet<string> = new Set(Object.values(MARKS));
const HAN = /\p{Script=Han}/u;

/**
 * What a question in its marked form is compared by: its words, neighbouring words, and stretches of three and four
 * letters, by which a word with a typing mistake or another ending is still known. Chinese has stretches of one to
 * three signs instead of words.
 */
export function featuresOf(marked: string): string[] {
  const words = marked.split(/[\s'./-]+/u).filter((word) => word !== '');
  const features = new Set<string>();
  const pieces = words.flatMap((word) => (HAN.test(word) ? signsOf(word) : [word]));
  pieces.forEach((word, index) => {
    features.add(`w:${word}`);
    features.add(`b:${index === 0 ? '^' : pieces[index - 1]} ${word}`);
    if (index === pieces.length - 1) {
      features.add(`b:${word} $`);
    }
    if (index >= 2) {
      features.add(`t:${pieces[index - 2]} ${pieces[index - 1]} ${word}`);
    }
    if (!MARK_WORDS.has(word) && !HAN.test(word)) {
      const bound = `<${word}>`;
      for (const length of [3, 4]) {
        for (let start = 0; start + length <= bound.length; start += 1) {
          features.add(`c:${bound.slice(start, start + length)}`);
        }
      }
    }
  });
  return [...features];
}

function signsOf(word: string): string[] {
  return Array.from(word);
}
