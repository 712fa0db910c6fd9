import type { FigureRole, Passage } from '../corpus/model.ts';
import { extractFigures } from '../language/figures.ts';
import type { Token } from '../language/tokens.ts';
import type { Analyzer, Occurrence } from './analysis.ts';
import { NO_READINGS, type Readings } from './readings.ts';

/** What ranking knows of a passage besides its text. */
export interface PassageFacts {
  readonly passage: Passage;
  readonly tokens: readonly Token[];
  /** Term → where it stands. */
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  /** Number of words that are not function words. */
  readonly length: number;
  /** Vectors of its words, function words left out. */
  readonly vectors: readonly Float32Array[];
  /** The weighted mean of its words' vectors, of length 1: rare words count most. */
  readonly centroid: Float32Array;
  /** Roles of the figures that it states of the whole event. */
  readonly figureRoles: ReadonlySet<FigureRole>;
  /** It speaks of another time than the event's. */
  readonly isBackground: boolean;
}

const OTHER_TIME =
  /\b(last (week|month|year|decade|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|(weeks?|months?|years?|decades?|centur(y|ies)) (ago|earlier|before)|previous(ly)?|in recent (weeks|months|years)|historically|back in|since (19|20)\d\d|in the (19|20)?\d\ds|a (year|decade|month|week) (ago|earlier))\b/i;
const YEAR = /\b(1[89]\d\d|20\d\d)\b/g;

/** Reads the facts of a passage. `eventYears` are the years of the event, which are no sign of another time. */
export function readFacts(
  passage: Passage,
  analyzer: Analyzer,
  eventYears: ReadonlySet<string>,
  numbersOf: Readings['numbers'] = NO_READINGS.numbers,
): PassageFacts {
  return new LazyFacts(passage, analyzer, eventYears, numbersOf);
}

/** Reads at once what every comparison needs, and the rest when it is asked for: neighbours need little. */
class LazyFacts implements PassageFacts {
  readonly passage: Passage;
  readonly tokens: readonly Token[];
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  readonly #analyzer: Analyzer;
  readonly #eventYears: ReadonlySet<string>;
  readonly #numbersOf: Readings['numbers'];
  #words: readonly string[] | undefined;
  #vectors: readonly Float32Array[] | undefined;
  #centroid: Float32Array | undefined;
  #figureRoles: ReadonlySet<FigureRole> | undefined;
  #isBackground: boolean | undefined;

  constructor(
    passage: Passage,
    analyzer: Analyzer,
    eventYears: ReadonlySet<string>,
    numbersOf: Readings['numbers'],
  ) {
    const { tokens, occurrences } = analyzer.passage(passage.text);
    const byTerm = new Map<string, Occurrence[]>();
    for (const occurrence of occurrences) {
      const list = byTerm.get(occurrence.term);
      if (list) list.push(occurrence);
      else byTerm.set(occurrence.term, [occurrence]);
    }
    this.passage = passage;
    this.tokens = tokens;
    this.occurrences = byTerm;
    this.#analyzer = analyzer;
    this.#eventYears = eventYears;
    this.#numbersOf = numbersOf;
  }

  get length(): number {
    return this.#contentWords().length;
  }

  get vectors(): readonly Float32Array[] {
    this.#vectors ??= this.#contentWords().flatMap((word) => this.#analyzer.vectors.of(word) ?? []);
    return this.#vectors;
  }

  get centroid(): Float32Array {
    this.#centroid ??= this.#analyzer.vectors.centroid(this.#contentWords());
    return this.#centroid;
  }

  get figureRoles(): ReadonlySet<FigureRole> {
    const { text, sentences } = this.passage;
    this.#figureRoles ??= new Set(
      extractFigures(text, sentences, [], this.#numbersOf(this.passage))
        .filter(({ isPart, isOfOther }) => !isPart && !isOfOther)
        .map(({ role }) => role),
    );
    return this.#figureRoles;
  }

  get isBackground(): boolean {
    const { text } = this.passage;
    this.#isBackground ??=
      OTHER_TIME.test(text) || [...text.matchAll(YEAR)].some(([year]) => !this.#eventYears.has(year));
    return this.#isBackground;
  }

  #contentWords(): readonly string[] {
    this.#words ??= this.tokens.filter((token) => !token.stop).map((token) => token.word);
    return this.#words;
  }
}
