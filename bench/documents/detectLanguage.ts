import { detectLanguage } from '../../src/documents/detectLanguage';
import { LANGUAGES, type Language } from '../../src/rules/language';
import { FOREIGN_SENTENCES, SENTENCES } from '../../test/documents/support/sentences';
import { record, runAsBench } from '../support/figure';

/** A text and the language it is in; undefined for a language that is not an official one. */
interface Sample {
  readonly set: string;
  readonly text: string;
  readonly language?: Language;
}

type Detector = (text: string) => string | undefined;

const NAMES = 'WTDC Resolution 1 ITU-D TDAG-WG-SOP/5 Internet broadband';

/** Four words (eight characters of Chinese or Japanese), one, two and four sentences, and a sentence among names. */
function samplesOf(sentences: readonly string[], language?: Language): Sample[] {
  const joined = (count: number, start: number): string =>
    Array.from({ length: count }, (_unused, index) => sentences[(start + index * 5) % sentences.length]).join(' ');
  return sentences.flatMap((sentence, index) => [
    { set: '4 words', text: /\p{Script=Han}/u.test(sentence) ? sentence.slice(0, 8) : sentence.split(' ').slice(0, 4).join(' '), language },
    { set: '1 sentence', text: sentence, language },
    { set: '2 sentences', text: joined(2, index), language },
    { set: '4 sentences', text: joined(4, index), language },
    { set: 'with names', text: `${NAMES} ${sentence}`, language }
  ]);
}

/** The baseline: the script, and for Latin script the language with most of its commonest words. */
function baseline(text: string): string | undefined {
  if (/\p{Script=Han}/u.test(text)) {
    return 'zh';
  }
  if (/\p{Script=Arabic}/u.test(text)) {
    return 'ar';
  }
  if (/\p{Script=Cyrillic}/u.test(text)) {
    return 'ru';
  }
  const commonest = {
    en: /\b(the|of|and|to|in|is|for|that|be|are)\b/gi,
    fr: /\b(le|la|les|des|et|du|une|dans|pour|est)\b/gi,
    es: /\b(el|los|las|y|del|una|en|para|que|se)\b/gi
  };
  const counts = Object.entries(commonest).map(([language, words]) => ({ language, count: text.match(words)?.length ?? 0 }));
  return counts.sort((one, other) => other.count - one.count)[0].language;
}

/** The libraries of the comparison that are installed; the others are left out. */
async function libraries(): Promise<[string, Detector][]> {
  const threeLetters: Record<string, string> = { arb: 'ar', cmn: 'zh', eng: 'en', fra: 'fr', rus: 'ru', spa: 'es' };
  const candidates: [string, string, (module: never) => Detector][] = [
    ['tinyld/light', 'tinyld/light', ({ detect }: { detect: Detector }) => detect],
    ['tinyld', 'tinyld', ({ detect }: { detect: Detector }) => detect],
    ['franc-min', 'franc-min', ({ franc }: { franc: Detector }) => (text) => threeLetters[franc(text) ?? '']],
    ['eld (extra small)', 'eld/extrasmall', ({ eld }: { eld: { detect: (text: string) => { language: string } } }) => (text) => eld.detect(text).language]
  ];
  const loaded: [string, Detector][] = [];
  for (const [name, path, detectorOf] of candidates) {
    try {
      loaded.push([name, detectorOf((await import(path)) as never)]);
    } catch {
      process.stderr.write(`${name}: not installed, left out\n`);
    }
  }
  return loaded;
}

/** What a detector makes of the samples. */
interface Detection {
  /** Of texts in our languages, in percent. */
  readonly right: number;
  /** Of texts in other languages taken for one of ours, in percent. */
  readonly taken: number;
  /** A text. */
  readonly milliseconds: number;
  /** For the table. */
  readonly line: string;
}

function measure(name: string, detect: Detector, samples: readonly Sample[]): Detection {
  const started = performance.now();
  const answers = samples.map(({ text }) => detect(text));
  const milliseconds = (performance.now() - started) / samples.length;
  const sets = Array.from(new Set(samples.map(({ set }) => set)));
  const right = sets.map((set) => {
    const known = samples.map((sample, index) => ({ ...sample, answer: answers[index] })).filter((one) => one.set === set && one.language !== undefined);
    return `${known.filter(({ language, answer }) => language === answer).length}/${known.length}`;
  });
  const foreign = samples.map((sample, index) => ({ ...sample, answer: answers[index] })).filter(({ language }) => language === undefined);
  const taken = foreign.filter(({ answer }) => (LANGUAGES as readonly unknown[]).includes(answer)).length;
  const known = samples.filter(({ language }) => language !== undefined).length;
  const found = samples.filter(({ language }, index) => language !== undefined && language === answers[index]).length;
  return {
    right: (100 * found) / known,
    taken: (100 * taken) / foreign.length,
    milliseconds,
    line: `| ${name} | ${right.join(' | ')} | ${taken}/${foreign.length} | ${milliseconds.toFixed(3)} |`
  };
}

async function run(): Promise<void> {
  const samples = [
    ...LANGUAGES.flatMap((language) => samplesOf(SENTENCES[language], language)),
    ...Object.values(FOREIGN_SENTENCES).flatMap((sentences) => samplesOf(sentences))
  ];
  const base = measure('baseline: script and commonest words', baseline, samples);
  const others = (await libraries()).map(([name, detect]) => measure(name, detect, samples));
  const ours = measure('`detectLanguage` (tinyld/light with our filters)', (text) => detectLanguage(text)?.language, samples);
  const rows = [base, ...others, ours].map(({ line }) => line);
  const against = 'the script and the commonest words';
  record({ name: 'the language of a text found', unit: '%', ours: ours.right, baseline: base.right, against });
  record({ name: 'another language taken for one of ours', unit: '%', ours: ours.taken, baseline: base.taken, against });
  record({ name: 'a text', unit: 'ms', ours: ours.milliseconds, baseline: base.milliseconds, against });
  process.stdout.write(`| detector | 4 words | 1 sentence | 2 sentences | 4 sentences | with names | other language taken for one of ours | ms a text |\n|---|---|---|---|---|---|---|---|\n${rows.join('\n')}\n`);
}

runAsBench(run);
