import type { RankedPassage, SearchResult } from '../search/search.ts';
import type { ConfidenceSignals, ConfidenceWeights } from './confidence.ts';
import type { Site } from './figure-sites.ts';

/** Why a question gets the answer that it gets: what `ask --explain` prints. Read it, never decide by it. */
export interface Explanation {
  readonly question: string;
  /** One for each question that stands in the text; none where nothing is asked. */
  readonly parts: readonly Judgement[];
}

/** What one question comes to. */
export interface Judgement {
  readonly question: string;
  /** All that was ranked, the strongest first, with the signals of each. */
  readonly result: SearchResult;
  /** The places of the event that it names. */
  readonly sites: readonly Site[];
  readonly confidence: {
    readonly signals: ConfidenceSignals;
    readonly weights: ConfidenceWeights;
    /** That the articles answer, from 0 to 1. */
    readonly chance: number;
    /** Below it the question is refused. */
    readonly threshold: number;
  };
  /** What the answer may show, in its order; empty for a refusal. */
  readonly shown: readonly ScoredPassage[];
}

export interface ScoredPassage extends RankedPassage {
  /** Between 0 and 1. */
  readonly score: number;
}
