import { isOfKind } from '../language/answer-types.ts';
import type { RankedPassage, SearchResult } from '../search/search.ts';
import fitted from '../search/weights.json' with { type: 'json' };

/**
 * Below this chance a question is refused. What other thresholds would do stands in
 * `docs/pictures/refusal-threshold.svg`, drawn by `npm run fit`.
 */
export const REFUSAL_THRESHOLD = 0.35;
/**
 * The same without vectors. Chosen on XQuAD (Artetxe, Ruder and Yogatama, 2020; English, its first half), where it
 * refuses 76 % of what the articles leave open and 1 % of what they answer; at 0.3 it is 86 and 3 %.
 */
export const REFUSAL_THRESHOLD_WITHOUT_VECTORS = 0.25;

/**
 * What tells whether the best passage answers at all. Each is near 0 to 1. Of a question that the articles do not
 * answer, something that matters is spoken of nowhere, or not in one place.
 */
export interface ConfidenceSignals {
  /** Strength of the best passage. */
  readonly strength: number;
  /** How far the best stands out from the fifth. */
  readonly margin: number;
  readonly coverage: number;
  readonly soft: number;
  /** With the neighbours and the title. */
  readonly surroundings: number;
  readonly similarity: number;
  /** The best passage's match by the encoder, and the best of any passage. */
  readonly match: number;
  readonly bestMatch: number;
  /** The chance that the best passage answers, by reading it with the question, and the best of any passage. */
  readonly reading: number;
  readonly bestReading: number;
  /** The latter as odds. */
  readonly bestOdds: number;
  /** Of the question's words that matter, the nearness of the one that the best passage speaks least of. */
  readonly weakest: number;
  /** The highest similarity of any passage. */
  readonly nearest: number;
  /** Weight of what the articles speak of anywhere. */
  readonly known: number;
  /** Weight of the names that are asked about and that the best passage lacks. */
  readonly missingNames: number;
  /** A measure, a person, a place, … is asked for and the best passage gives none. */
  readonly wrongKind: number;
  /** How much is asked about at all. */
  readonly content: number;
  readonly typed: number;
  /** What is asked about stands near a thing of the kind that is asked for. */
  readonly answerNear: number;
  /** Bare words or names are asked for, without a question about them, and the best passage has all of them. */
  readonly verbatim: number;
  /** Share of the weight that the heaviest thing has, where the best passage does not speak of it. */
  readonly lacking: number;
}

/** Of the weight of what is asked about, what is all but a rounding error. */
const ALL_WORDS = 0.99;

export function readConfidence({ query, passages }: SearchResult): ConfidenceSignals {
  const best: RankedPassage | undefined = passages[0];
  const total = query.slots.reduce((sum, slot) => sum + slot.weight, 0) || 1;
  const share = (weight: number) => weight / total;
  if (!best) {
    return {
      strength: 0,
      margin: 0,
      coverage: 0,
      soft: 0,
      surroundings: 0,
      similarity: 0,
      match: 0,
      weakest: 0,
      bestMatch: 0,
      reading: 0,
      bestReading: 0,
      bestOdds: 0,
      nearest: 0,
      known: 0,
      missingNames: 1,
      wrongKind: 1,
      content: 0,
      typed: 0,
      answerNear: 0,
      verbatim: 0,
      lacking: 1,
    };
  }
  const { signals } = best;
  const typed = isOfKind(query.asked);
  const gives = signals.measure + signals.person + signals.place + signals.reason + signals.speech > 0;
  return {
    strength: best.strength / 10,
    margin: Math.min(1, (best.strength - (passages[4]?.strength ?? 0)) / 5),
    coverage: signals.coverage,
    soft: signals.soft,
    surroundings: signals.coverage + signals.context + signals.title,
    similarity: signals.similarity,
    match: signals.similarityMatch,
    weakest: signals.similarityWeakest,
    bestMatch: Math.max(...passages.map((passage) => passage.signals.similarityMatch)),
    reading: signals.reading,
    bestReading: Math.max(...passages.map((passage) => passage.signals.reading)),
    bestOdds: Math.max(...passages.map((passage) => passage.signals.readingOdds)),
    nearest: Math.max(0, ...passages.map((passage) => passage.signals.similarity)),
    known: share(query.slots.filter((slot) => slot.known).reduce((sum, slot) => sum + slot.weight, 0)),
    missingNames: share(
      query.slots
        .filter((slot) => slot.kind !== 'word' && !best.matched.has(slot.label))
        .reduce((sum, slot) => sum + slot.weight, 0),
    ),
    wrongKind: typed && !gives ? 1 : 0,
    content: Math.min(1, query.slots.length / 4),
    typed: typed ? 1 : 0,
    answerNear: signals.answerNear,
    verbatim: query.asked === 'anything' && signals.exact >= ALL_WORDS ? 1 : 0,
    lacking: share(
      Math.max(0, ...query.slots.filter((slot) => !best.matched.has(slot.label)).map((slot) => slot.weight)),
    ),
  };
}

export type ConfidenceWeights = { readonly [Name in keyof ConfidenceSignals | 'bias']: number };

/** The chance that the articles answer, from 0 to 1, by a logistic regression fitted by `npm run fit`. */
export function confidence(signals: ConfidenceSignals, weights: ConfidenceWeights): number {
  let sum = weights.bias;
  for (const name of Object.keys(signals) as (keyof ConfidenceSignals)[])
    sum += weights[name] * signals[name];
  return 1 / (1 + Math.exp(-sum));
}

export const CONFIDENCE_WEIGHTS: ConfidenceWeights = fitted.confidenceWithVectors;
export const CONFIDENCE_WEIGHTS_WITHOUT_VECTORS: ConfidenceWeights = fitted.confidenceWithoutVectors;
