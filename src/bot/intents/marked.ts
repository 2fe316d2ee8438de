import type { WorkingGroup } from '../../rules/workingGroup';
import { markDays } from './entities/days';
import { markRegions } from './entities/regions';
import { symbolIn } from './entities/symbol';
import { knownWords } from './knownWords';
import { MARKS } from './marks';
import { normalise } from './normalise';
import { titleWordsIn } from './titleWords';
import { phrasePattern, plainForm } from './wishes/phrases';
import type { WishVocabulary } from './wishes/wishVocabulary';

/**
 * A question in its plain form with marks in the place of days, languages, regions, document symbols and words of a
 * title, so that all questions that differ in these only look the same.
 */
export function markedForm(text: string, vocabulary: WishVocabulary, group: WorkingGroup): string {
  const symbol = symbolIn(text, vocabulary, group);
  const days = markDays(normalise(text), vocabulary, (kind) => MARKS[kind === 'date' ? 'day' : kind]);
  const documents = plainForm(symbol === undefined ? days : days.replace(symbol.said, ` ${MARKS.document} `));
  const names = Object.values(vocabulary.names).flat();
  const languages = names.reduce((left, name) => left.replace(phrasePattern(name, vocabulary), ` ${MARKS.language} `), markRegions(documents, vocabulary, MARKS.region));
  const { language } = vocabulary;
  // A word of a title that questions hold as well tells something of the question.
  const title = new Set(titleWordsIn(text, language).map(plainForm).filter((word) => !knownWords(language).has(word)));
  return languages
    .split(/\s+/u)
    .map((word) => (title.has(word) ? MARKS.title : word))
    .join(' ')
    .trim();
}
