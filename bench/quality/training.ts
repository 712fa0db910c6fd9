import type { SearchResult } from '../../src/search/search.ts';
import type { Signals } from '../../src/search/signals.ts';
import type { Weights } from '../../src/search/weights.ts';
import type { Question } from './question-set.ts';

/** A question with the signals of its candidates and which of them answer. */
export interface Example {
  readonly event: string;
  readonly question: Question;
  readonly result: SearchResult;
  /** For each passage of the result, whether it answers. */
  readonly gold: readonly boolean[];
}

type Name = keyof Signals;

/** Signals that may speak against a passage; what shows that it speaks of what is asked about may not. */
const SIGNED: ReadonlySet<Name> = new Set(['lead', 'length', 'background', 'superseded']);

/**
 * How much a question counts. The sets' authors were asked for many questions that share no word with their answer:
 * more than people type.
 */
export function shareOf({ answerable, overlap }: Question): number {
  return answerable && overlap === 'none' ? 0.7 : 1;
}

/**
 * How much each passage that answers is to stand above the others by itself, for the sides of a question, beside any
 * one of them.
 */
const EACH = 0.5;

/**
 * Fits the weights of a linear ranking so that the passages that answer come before the others: the listwise
 * softmax loss (ListNet with several relevant items; Cao et al., 2007) with ridge regularisation, by Adam.
 *
 * @param names the signals to use; the others get weight 0.
 */
export function fitWeights(
  examples: readonly Example[],
  names: readonly Name[],
  { ridge = 0.002, steps = 400, rate = 0.05 } = {},
): Record<Name, number> {
  const rows = examples
    .filter(({ gold }) => gold.includes(true))
    .map(({ question, result, gold }) => ({
      share: shareOf(question),
      vectors: result.passages.map(({ signals }) => names.map((name) => signals[name])),
      gold,
    }));
  const total = rows.reduce((sum, { share }) => sum + share, 0);
  const weights = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  const variance = new Float64Array(names.length);
  for (let step = 1; step <= steps; step++) {
    const gradient = Float64Array.from(weights, (weight) => 2 * ridge * weight);
    for (const { share, vectors, gold } of rows) {
      const scores = vectors.map((vector) => dot(weights, vector));
      const highest = Math.max(...scores);
      const exps = scores.map((score) => Math.exp(score - highest));
      const all = exps.reduce((a, b) => a + b, 0);
      const good = exps.reduce((sum, exp, i) => sum + (gold[i] ? exp : 0), 0);
      const count = gold.filter(Boolean).length;
      for (const [i, vector] of vectors.entries()) {
        const exp = exps[i] ?? 0;
        const pull = exp / all - (gold[i] ? (1 - EACH) * (exp / good) + EACH / count : 0);
        if (Math.abs(pull) < 1e-9) continue;
        for (let k = 0; k < names.length; k++) {
          gradient[k] = (gradient[k] ?? 0) + (share * pull * (vector[k] ?? 0)) / total;
        }
      }
    }
    for (let k = 0; k < names.length; k++) {
      const g = gradient[k] ?? 0;
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * g;
      variance[k] = 0.999 * (variance[k] ?? 0) + 0.001 * g * g;
      const m = (mean[k] ?? 0) / (1 - 0.9 ** step);
      const v = (variance[k] ?? 0) / (1 - 0.999 ** step);
      const moved = (weights[k] ?? 0) - (rate * m) / (Math.sqrt(v) + 1e-8);
      weights[k] = SIGNED.has(names[k] as Name) ? moved : Math.max(0, moved);
    }
  }
  return Object.fromEntries(names.map((name, k) => [name, weights[k] ?? 0])) as Record<Name, number>;
}

/** Each event with the weights that are fitted on all others. */
export function* fittedWithout(
  examples: readonly Example[],
  names: readonly Name[],
  ridge: number,
): Generator<{
  readonly event: string;
  readonly own: readonly Example[];
  readonly weights: Record<Name, number>;
}> {
  for (const event of new Set(examples.map((example) => example.event))) {
    const others = examples.filter((example) => example.event !== event);
    const own = examples.filter((example) => example.event === event);
    yield { event, own, weights: fitWeights(others, names, { ridge }) };
  }
}

/** Shares of examples with a passage that answers at rank 1 and within the first three. */
export function rankShares(examples: readonly Example[], weights: Weights): readonly [number, number] {
  const names = Object.keys(weights) as Name[];
  let first = 0;
  let three = 0;
  for (const { result, gold } of examples) {
    const ranked = result.passages
      .map(({ signals }, index) => ({
        gold: gold[index] === true,
        score: names.reduce((sum, name) => sum + (weights[name] ?? 0) * signals[name], 0),
      }))
      .sort((a, b) => b.score - a.score);
    const rank = ranked.findIndex(({ gold }) => gold);
    if (rank === 0) first++;
    if (rank >= 0 && rank < 3) three++;
  }
  return [first / examples.length, three / examples.length];
}

function dot(weights: Float64Array, vector: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (vector[k] ?? 0);
  return sum;
}
