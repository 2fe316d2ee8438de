import type { Language } from '../../rules/language';
import type { WorkingGroup } from '../../rules/workingGroup';
import { LinearClassifier } from './classifier/linearClassifier';
import { politely } from './classifier/politeness';
import { samplesOf, steadyNumbers } from './classifier/templates';
import type { Sample } from './classifier/templates';
import { markedForm } from './marked';
import askedAr from './training/asked/ar.json';
import askedEn from './training/asked/en.json';
import askedEs from './training/asked/es.json';
import askedFr from './training/asked/fr.json';
import askedRu from './training/asked/ru.json';
import askedZh from './training/asked/zh.json';
import { TEMPLATES } from './training/templates';
import { plainForm } from './wishes/phrases';
import { vocabularyOf } from './wishes/vocabularies';

/** A question that somebody wrote, with what it asks for. */
interface AskedQuestion {
  readonly text: string;
  readonly kind: string;
  readonly topic?: string;
  readonly wish?: string;
}

/** Questions as several people wrote them. */
const ASKED: Readonly<Record<Language, readonly AskedQuestion[]>> = { ar: askedAr, en: askedEn, es: askedEs, fr: askedFr, ru: askedRu, zh: askedZh };

/** What one written question weighs against the many that are made of the templates. */
const WEIGHT_OF_ASKED = 5;

/** The label under which a kind of question is learnt: deadlines by their topic, reminders by what is wanted of them. */
export function labelOf({ kind, topic, wish }: Pick<AskedQuestion, 'kind' | 'topic' | 'wish'>): string {
  const detail = kind === 'deadline' ? topic : kind === 'reminders' ? wish : undefined;
  return detail === undefined ? kind : `${kind}.${detail}`;
}

/** All questions from which the kinds are learnt in a language, in their marked form. @param random see `steadyNumbers` */
export function trainingSamples(language: Language, group: WorkingGroup, random: () => number): Sample[] {
  const made = politely(samplesOf(TEMPLATES[language]), language, random).map(({ text, label }) => ({ text: plainForm(text), label }));
  const asked = ASKED[language].flatMap((question) => {
    const sample = { text: markedForm(question.text, vocabularyOf(language), group), label: labelOf(question) };
    return Array.from({ length: WEIGHT_OF_ASKED }, () => sample);
  });
  return [...made, ...asked];
}

const classifiers = new Map<string, LinearClassifier>();

/**
 * What tells the kinds of question apart in a language. It is made at the first question in that language, which takes
 * about a second; see bench/bot/README.md.
 */
export function classifierFor(language: Language, group: WorkingGroup): LinearClassifier {
  const key = `${language} ${group.acronym}`;
  const known = classifiers.get(key);
  if (known !== undefined) {
    return known;
  }
  const random = steadyNumbers(2);
  const made = new LinearClassifier(trainingSamples(language, group, random), random);
  classifiers.set(key, made);
  return made;
}
