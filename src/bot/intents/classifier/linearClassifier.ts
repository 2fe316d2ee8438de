import type { Sample } from './templates';
import { featuresOf } from './features';

/** A kind of question with how sure it is, from 0 to 1. */
export interface Guess {
  readonly label: string;
  readonly sureness: number;
}

const EPOCHS = 4;
const RATE = 0.5;
const DECAY = 1e-6;

/** Multinomial logistic regression over sparse features, trained by stochastic gradient descent with AdaGrad steps. */
export class LinearClassifier {
  private readonly labels: readonly string[];
  private readonly index = new Map<string, number>();
  private readonly weights: Float32Array;

  public constructor(samples: readonly Sample[], random: () => number) {
    this.labels = [...new Set(samples.map(({ label }) => label))];
    const counts = new Map<string, number>();
    const rows = samples.map(({ text, label }) => ({ features: featuresOf(text), label: this.labels.indexOf(label) }));
    rows.forEach(({ features }) => features.forEach((feature) => counts.set(feature, (counts.get(feature) ?? 0) + 1)));
    for (const [feature, count] of counts) {
      if (count > 1) {
        this.index.set(feature, this.index.size);
      }
    }
    const classes = this.labels.length;
    this.weights = new Float32Array(this.index.size * classes);
    const squares = new Float32Array(this.weights.length);
    const known = rows.map(({ features, label }) => ({ label, places: this.placesOf(features) }));
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      for (let count = known.length - 1; count > 0; count -= 1) {
        const other = Math.floor(random() * (count + 1));
        [known[count], known[other]] = [known[other], known[count]];
      }
      for (const { label, places } of known) {
        const chances = this.chances(places);
        const scale = 1 / Math.sqrt(places.length || 1);
        for (let each = 0; each < classes; each += 1) {
          const slope = (chances[each] - (each === label ? 1 : 0)) * scale;
          if (Math.abs(slope) < 1e-3) {
            continue;
          }
          for (const place of places) {
            const at = place * classes + each;
            const gradient = slope + DECAY * this.weights[at];
            squares[at] += gradient * gradient;
            this.weights[at] -= (RATE * gradient) / (Math.sqrt(squares[at]) + 1e-3);
          }
        }
      }
    }
  }

  /** Every kind with how sure it is, the surest first. */
  public classify(text: string): Guess[] {
    const chances = this.chances(this.placesOf(featuresOf(text)));
    return this.labels.map((label, each) => ({ label, sureness: chances[each] })).sort((a, b) => b.sureness - a.sureness);
  }

  private placesOf(features: readonly string[]): number[] {
    return features.flatMap((feature) => this.index.get(feature) ?? []);
  }

  private chances(places: readonly number[]): Float64Array {
    const classes = this.labels.length;
    const scores = new Float64Array(classes);
    const scale = 1 / Math.sqrt(places.length || 1);
    for (const place of places) {
      for (let each = 0; each < classes; each += 1) {
        scores[each] += this.weights[place * classes + each] * scale;
      }
    }
    const most = Math.max(...scores);
    let sum = 0;
    for (let each = 0; each < classes; each += 1) {
      scores[each] = Math.exp(scores[each] - most);
      sum += scores[each];
    }
    return scores.map((score) => score / sum);
  }
}
