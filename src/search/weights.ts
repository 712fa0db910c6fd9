import type { Signals } from './signals.ts';

export interface Weights {
  readonly bias: number;
  readonly signals: { readonly [Name in keyof Signals]: number };
}

/** Weights of the ranking's signals. */
export const WEIGHTS: Weights = {
  bias: -3.5,
  signals: {
    coverage: 4,
    exact: 1.2,
    sentence: 1,
    context: 1,
    title: 0.5,
    heaviest: 0.8,
    complete: 0.6,
    proximity: 0.3,
    bm25: 1,
    number: 0.5,
    figure: 1.2,
    person: 0.2,
    place: 0.3,
    time: 0.5,
    reason: 0.4,
    speech: 0.5,
    speaker: 0.8,
    background: -0.3,
    lead: 0.2,
    length: 0,
  },
};

/** The chance that a passage answers, from 0 to 1, as a logistic regression over its signals. */
export function score(signals: Signals, weights: Weights = WEIGHTS): number {
  let sum = weights.bias;
  for (const name of Object.keys(weights.signals) as (keyof Signals)[]) {
    sum += weights.signals[name] * signals[name];
  }
  return 1 / (1 + Math.exp(-sum));
}
