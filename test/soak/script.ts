import * as fc from 'fast-check';

/** Something that happens on a day of the group. */
export type Step =
  | { readonly kind: 'upload'; readonly delegate: number; readonly meeting: number; readonly purpose: 'action' | 'information' }
  | { readonly kind: 'wish'; readonly delegate: number; readonly meeting: number; readonly language: 'fr' | 'es' | 'ar'; readonly isWanted: boolean }
  | { readonly kind: 'ask'; readonly question: number }
  | { readonly kind: 'publish' }
  | { readonly kind: 'kill' }
  | { readonly kind: 'connectorTrouble'; readonly status: 429 | 502 | 504 | 'cut' }
  | { readonly kind: 'siteTrouble'; readonly fault: 'throttle' | 'unavailable' | 'drop' | 'dropAfterwards' | 'slow' }
  | { readonly kind: 'quiet' };

/** A step, and how long after the one before it. */
export interface TimedStep {
  readonly minutes: number;
  readonly step: Step;
}

const small = (most: number): fc.Arbitrary<number> => fc.nat({ max: most - 1 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('upload' as const), delegate: small(3), meeting: small(3), purpose: fc.constantFrom('action' as const, 'action' as const, 'information' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wish' as const), delegate: small(3), meeting: small(3), language: fc.constantFrom('fr' as const, 'es' as const, 'ar' as const), isWanted: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), question: small(4) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'publish' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'kill' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('connectorTrouble' as const), status: fc.constantFrom(429 as const, 502 as const, 504 as const, 'cut' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('siteTrouble' as const), fault: fc.constantFrom('throttle' as const, 'unavailable' as const, 'drop' as const, 'dropAfterwards' as const, 'slow' as const) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'quiet' as const }) }
);

/**
 * What happens within some hours, the same for the same seed.
 * @param hours simulated ones
 */
export function scriptOf(hours: number, seed: number): TimedStep[] {
  const timed = fc.record({ minutes: fc.integer({ min: 1, max: 15 }), step });
  const steps: TimedStep[] = [];
  let minutes = 0;
  for (const each of fc.sample(timed, { seed, numRuns: hours * 60 })) {
    minutes += each.minutes;
    if (minutes > hours * 60) {
      break;
    }
    steps.push(each);
  }
  return steps;
}
