import type { Signals } from './signals.ts';
import fitted from './weights.json' with { type: 'json' };

/** How much each signal counts. Fitted by `npm run fit`, never by hand. */
export type Weights = { readonly [Name in keyof Signals]: number };

export const WEIGHTS: Weights = fitted.withVectors;

/** The same for a search that has no vectors. */
export const WEIGHTS_WITHOUT_VECTORS: Weights = fitted.withoutVectors;

/** How strongly the signals speak for a passage: the log of its odds, up to a constant of the question. */
export function strength(signals: Signals, weights: Weights): number {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof Signals)[]) sum += weights[name] * signals[name];
  return sum;
}
