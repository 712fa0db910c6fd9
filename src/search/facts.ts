import type { FigureRole, Passage, Span } from '../corpus/model.ts';
import { extractFigures } from '../language/figures.ts';
import type { Token } from '../language/tokens.ts';
import type { Analyzer, Occurrence } from './analysis.ts';

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
  readonly figureRoles: ReadonlySet<FigureRole>;
  /** Spans of words in quotation marks. */
  readonly quotations: readonly Span[];
  /** It speaks of another time than the event's. */
  readonly isBackground: boolean;
}

const QUOTATION = /"[^"]{2,}"|“[^”]{2,}”|«[^»]{2,}»|‘[^’]{6,}’/gu;
const OTHER_TIME =
  /\b(last (week|month|year|decade|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|(weeks?|months?|years?|decades?|centur(y|ies)) (ago|earlier|before)|previous(ly)?|in recent (weeks|months|years)|historically|back in|since (19|20)\d\d|in the (19|20)?\d\ds|a (year|decade|month|week) (ago|earlier))\b/i;
const YEAR = /\b(1[89]\d\d|20\d\d)\b/g;

/** Reads the facts of a passage. `eventYears` are the years of the event, which are no sign of another time. */
export function readFacts(
  passage: Passage,
  analyzer: Analyzer,
  eventYears: ReadonlySet<string>,
): PassageFacts {
  const { tokens, occurrences } = analyzer.passage(passage.text);
  const byTerm = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const list = byTerm.get(occurrence.term);
    if (list) list.push(occurrence);
    else byTerm.set(occurrence.term, [occurrence]);
  }
  const { text } = passage;
  return {
    passage,
    tokens,
    occurrences: byTerm,
    length: tokens.filter((token) => !token.stop).length,
    vectors: tokens.flatMap((token) => (token.stop ? [] : (analyzer.vectors.of(token.word) ?? []))),
    centroid: analyzer.vectors.centroid(tokens.filter((token) => !token.stop).map((token) => token.word)),
    figureRoles: new Set(extractFigures(text, passage.sentences).map((figure) => figure.role)),
    quotations: [...text.matchAll(QUOTATION)].map((m) => [m.index, m.index + m[0].length] as const),
    isBackground:
      OTHER_TIME.test(text) || [...text.matchAll(YEAR)].some(([year]) => year && !eventYears.has(year)),
  };
}
