import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { steadyNumbers } from '../../src/bot/intents/classifier/templates';
import { markedForm } from '../../src/bot/intents/marked';
import { recognise } from '../../src/bot/intents/recognise';
import { spokenIn } from '../../src/bot/intents/spoken';
import { labelOf, trainingSamples } from '../../src/bot/intents/understanding';
import { plainForm } from '../../src/bot/intents/wishes/phrases';
import { LANGUAGES } from '../../src/rules/language';
import type { Language } from '../../src/rules/language';
import { ASKED_ON, labelledQuestions } from '../../test/bot/intents/questions/labelledQuestions';
import type { Half, LabelledQuestion } from '../../test/bot/intents/questions/labelledQuestions';
import { verdictOf } from '../../test/bot/intents/questions/measureQuestions';
import type { Verdict } from '../../test/bot/intents/questions/measureQuestions';
import { workingGroup } from '../../test/support/workingGroup';
import { APPROACHES } from './approaches';

/** Less sure than this counts as asked back, for every approach. */
const LEAST_SURENESS = 0.5;

const group = workingGroup();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Right, asked back and wrong in percent, and the milliseconds of a question on average and of the slowest hundredth. */
async function measured(questions: readonly LabelledQuestion[], judge: (question: LabelledQuestion) => Promise<Verdict>): Promise<string> {
  for (const question of questions) {
    await judge(question);
  }
  const counts = { right: 0, askedBack: 0, wrong: 0 };
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    counts[await judge(question)] += 1;
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const percent = (count: number): string => ((100 * count) / questions.length).toFixed(1);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return `${percent(counts.right)} | ${percent(counts.askedBack)} | ${percent(counts.wrong)} | ${mean.toFixed(2)} | ${times[Math.floor(times.length * 0.99)].toFixed(2)}`;
}

async function compare(language: Language, half: Half): Promise<void> {
  const questions = labelledQuestions(half, language);
  const samples = trainingSamples(language, group, steadyNumbers(2));
  for (const { name, learn } of APPROACHES) {
    const started = performance.now();
    const classify = await learn(samples, language);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { vocabulary } = spokenIn(plainForm(questions[0].text), language);
    const line = await measured(questions, async (question) => {
      const { label, sureness } = await classify(markedForm(question.text, vocabulary, group));
      return label === labelOf(question) ? 'right' : sureness < LEAST_SURENESS || label === 'unknown' || label === 'languageUnsure' ? 'askedBack' : 'wrong';
    });
    print(`| ${language} | ${name} | ${line} | ${seconds} |`);
  }
  const today = Temporal.PlainDate.from(ASKED_ON);
  const line = await measured(questions, async (question) => verdictOf(recognise(question.text, { group, today }).intent, question));
  print(`| ${language} | **the bot: logistic regression and rules, with all details** | ${line} | |`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { half: { type: 'string', default: 'unseen' }, language: { type: 'string' } } });
  print('| language | approach | right % | asked back % | wrong % | ms | ms, slowest 1% | learnt in s |\n|---|---|---|---|---|---|---|---|');
  for (const language of LANGUAGES.filter((each) => values.language === undefined || each === values.language)) {
    await compare(language, values.half === 'training' ? 'training' : 'unseen');
  }
}

void main();
