import { MARKS } from '../marks';

/** Questions of each kind in one language, as templates: `(a|b|)` is a choice, `{date}` a place for something. */
export type QuestionTemplates = Readonly<Record<string, readonly string[]>>;

/** A question with the kind that it is of. */
export interface Sample {
  readonly text: string;
  readonly label: string;
}

/** What stands for a place in a template; several, where a question can name several things there. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  date: [MARKS.day, MARKS.future],
  month: [MARKS.day],
  language: [MARKS.language],
  region: [MARKS.region],
  title: [MARKS.title, `${MARKS.title} ${MARKS.title}`],
  document: [MARKS.document]
};
/** In a question about what is new a day lies behind. */
const PAST_PLACES: typeof PLACES = { ...PLACES, date: [MARKS.day, MARKS.past] };

/** A sequence of numbers from 0 to 1 that is the same in every run. */
export function steadyNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    // The generator "mulberry32": small, and even enough to choose sentences.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A template with no more questions than this gives nearly all of them; a larger one some for each doubling. */
const FEW_QUESTIONS = 50;
const DRAWS_OF_EACH = 3;
const SAMPLES_A_DOUBLING = 3;

/** Some questions of each template, each once, the same in every run; more of one that has more choices. */
export function samplesOf(templates: QuestionTemplates): Sample[] {
  const random = steadyNumbers(1);
  return Object.entries(templates).flatMap(([label, sentences]) =>
    sentences.flatMap((sentence) => {
      const places = label === 'news' ? PAST_PLACES : PLACES;
      const texts = new Set(Array.from({ length: drawsOf(choicesOf(sentence)) }, () => oneOf(sentence, places, random)));
      return [...texts].map((text) => ({ text, label }));
    })
  );
}

function drawsOf(choices: number): number {
  return choices <= FEW_QUESTIONS ? choices * DRAWS_OF_EACH : Math.ceil(SAMPLES_A_DOUBLING * Math.log2(choices));
}

/** How many different questions a template has, about. */
function choicesOf(template: string): number {
  return (template.match(/\([^()]*\)/g) ?? []).reduce((product, choice) => product * choice.split('|').length, 1);
}

function oneOf(template: string, places: typeof PLACES, random: () => number): string {
  let rest = template;
  // The innermost choices first.
  for (let choice = /\(([^()]*)\)/.exec(rest); choice !== null; choice = /\(([^()]*)\)/.exec(rest)) {
    const options = choice[1].split('|');
    rest = rest.replace(choice[0], options[Math.floor(random() * options.length)]);
  }
  return rest
    .replace(/\{(\w+)\}/g, (_place, name: string) => {
      const options = places[name] ?? [];
      return ` ${options[Math.floor(random() * options.length)] ?? ''} `;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
