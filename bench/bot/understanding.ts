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
import { record, runAsBench } from '../support/figure';
import { APPROACHES } from './approaches';
import type { Approach } from './approaches';

/** Less sure than this counts as asked back, for every approach. */
const LEAST_SURENESS = 0.5;

const group = workingGroup();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** The library that comes closest as it is, whose figures the bot's stand beside in the table over all. */
const BASELINE = 'wink naive Bayes, words';

/** Right, asked back and wrong in percent, and the milliseconds of a question on average and of the slowest hundredth. */
interface Understanding {
  readonly right: number;
  readonly askedBack: number;
  readonly wrong: number;
  readonly mean: number;
  readonly slowest: number;
}

async function measured(questions: readonly LabelledQuestion[], judge: (question: LabelledQuestion) => Promise<Verdict>): Promise<Understanding> {
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
  const percent = (count: number): number => (100 * count) / questions.length;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { right: percent(counts.right), askedBack: percent(counts.askedBack), wrong: percent(counts.wrong), mean, slowest: times[Math.floor(times.length * 0.99)] };
}

function printed({ right, askedBack, wrong, mean, slowest }: Understanding): string {
  return `${right.toFixed(1)} | ${askedBack.toFixed(1)} | ${wrong.toFixed(1)} | ${mean.toFixed(2)} | ${slowest.toFixed(2)}`;
}

async function compare(language: Language, half: Half, approaches: readonly Approach[]): Promise<{ readonly bot: Understanding; readonly baseline: Understanding }> {
  let baseline: Understanding | undefined;
  const questions = labelledQuestions(half, language);
  const samples = trainingSamples(language, group, steadyNumbers(2));
  for (const { name, learn } of approaches) {
    const started = performance.now();
    const classify = await learn(samples, language);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { vocabulary } = spokenIn(plainForm(questions[0].text), language);
    const line = await measured(questions, async (question) => {
      const { label, sureness } = await classify(markedForm(question.text, vocabulary, group));
      return label === labelOf(question) ? 'right' : sureness < LEAST_SURENESS || label === 'unknown' || label === 'languageUnsure' ? 'askedBack' : 'wrong';
    });
    print(`| ${language} | ${name} | ${printed(line)} | ${seconds} |`);
    baseline = name === BASELINE ? line : baseline;
  }
  const today = Temporal.PlainDate.from(ASKED_ON);
  const bot = await measured(questions, async (question) => verdictOf(recognise(question.text, { group, today }).intent, question));
  print(`| ${language} | **the bot: logistic regression and rules, with all details** | ${printed(bot)} | |`);
  if (baseline === undefined) {
    throw new Error(`There is no approach ${BASELINE}`);
  }
  return { bot, baseline };
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** One line a language for what is right, one over all for what is wrong and for the time. */
function recordAll(all: ReadonlyMap<Language, { readonly bot: Understanding; readonly baseline: Understanding }>): void {
  const against = `${BASELINE}; of it only the kind of question is asked, of the bot also every detail`;
  for (const [language, { bot, baseline }] of all) {
    record({ name: `questions in ${NAMES.of(language)} understood`, unit: '%', ours: bot.right, baseline: baseline.right, against });
  }
  const mean = (who: 'bot' | 'baseline', what: keyof Understanding): number => [...all.values()].reduce((sum, each) => sum + each[who][what], 0) / all.size;
  record({ name: 'questions understood wrongly, mean of the languages', unit: '%', ours: mean('bot', 'wrong'), baseline: mean('baseline', 'wrong'), against });
  record({ name: 'a question, mean of the languages', unit: 'ms', ours: mean('bot', 'mean'), baseline: mean('baseline', 'mean'), against });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { half: { type: 'string', default: 'unseen' }, language: { type: 'string' }, approaches: { type: 'string', default: 'all' } } });
  const approaches = APPROACHES.filter(({ name }) => values.approaches === 'all' || name === BASELINE);
  print('| language | approach | right % | asked back % | wrong % | ms | ms, slowest 1% | learnt in s |\n|---|---|---|---|---|---|---|---|');
  const all = new Map<Language, { readonly bot: Understanding; readonly baseline: Understanding }>();
  for (const language of LANGUAGES.filter((each) => values.language === undefined || each === values.language)) {
    all.set(language, await compare(language, values.half === 'training' ? 'training' : 'unseen', approaches));
  }
  recordAll(all);
}

runAsBench(main);
