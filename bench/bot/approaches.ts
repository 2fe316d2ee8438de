import { LangAr } from '@nlpjs/lang-ar';
import { LangEn } from '@nlpjs/lang-en';
import { LangEs } from '@nlpjs/lang-es';
import { LangFr } from '@nlpjs/lang-fr';
import { LangRu } from '@nlpjs/lang-ru';
import { LangZh } from '@nlpjs/lang-zh';
import { containerBootstrap } from '@nlpjs/core';
import { Nlp } from '@nlpjs/nlp';
import naiveBayes from 'wink-naive-bayes-text-classifier';
import { featuresOf } from '../../src/bot/intents/classifier/features';
import { LinearClassifier } from '../../src/bot/intents/classifier/linearClassifier';
import type { Guess } from '../../src/bot/intents/classifier/linearClassifier';
import { steadyNumbers } from '../../src/bot/intents/classifier/templates';
import type { Sample } from '../../src/bot/intents/classifier/templates';
import type { Language } from '../../src/rules/language';

/** Tells the kind of a question in its marked form, with how sure it is. */
export type Classify = (marked: string) => Promise<Guess>;

/** A way of telling the kinds of question apart, learnt from samples. */
export interface Approach {
  readonly name: string;
  learn(samples: readonly Sample[], language: Language): Promise<Classify>;
}

const LANGUAGE_PACKAGES = { ar: LangAr, en: LangEn, es: LangEs, fr: LangFr, ru: LangRu, zh: LangZh } as const;

/** The approaches that are compared: two libraries as they come, one library with our features, and our own classifier. */
export const APPROACHES: readonly Approach[] = [
  {
    name: 'nlp.js, its own stemmers and features',
    learn: async (samples, language) => {
      const container = await containerBootstrap();
      container.use(LANGUAGE_PACKAGES[language]);
      const nlp = new Nlp({ container, autoSave: false, autoLoad: false, modelFileName: '', log: false, nlu: { log: false } });
      nlp.addLanguage(language);
      samples.forEach(({ text, label }) => nlp.addDocument(language, text, label));
      await nlp.train();
      return async (marked) => {
        const { intent, score } = await nlp.process(language, marked);
        return { label: intent, sureness: intent === 'None' ? 0 : score };
      };
    }
  },
  {
    name: 'wink naive Bayes, words',
    learn: async (samples, language) => learnBayes(samples, wordsOf(language))
  },
  {
    name: 'wink naive Bayes, our features',
    learn: async (samples) => learnBayes(samples, featuresOf)
  },
  {
    name: 'logistic regression, our features',
    learn: async (samples) => {
      const classifier = new LinearClassifier(samples, steadyNumbers(2));
      return async (marked) => classifier.classify(marked)[0];
    }
  }
];

/** What a library says that knows no word of a question. */
const NOTHING: [string, number] = ['unknown', 0];

/** The words of a text; Chinese has no spaces between them. */
function wordsOf(language: Language): (text: string) => string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

function learnBayes(samples: readonly Sample[], features: (text: string) => string[]): Classify {
  const classifier = naiveBayes();
  classifier.definePrepTasks([features]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  samples.forEach(({ text, label }) => classifier.learn(text, label));
  classifier.consolidate();
  return async (marked) => {
    const [[label, best], [, next]] = [...classifier.computeOdds(marked), NOTHING, NOTHING];
    // The odds of one kind against the next stand for how sure it is.
    return { label, sureness: 1 / (1 + Math.exp(next - best)) };
  };
}
