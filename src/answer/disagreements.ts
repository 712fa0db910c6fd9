import type { Corpus } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Readings } from '../search/readings.ts';
import type { Citation, Disagreement } from './answer.ts';
import { findDenials } from './denials.ts';
import { findFigureDifferences } from './figure-differences.ts';
import { createSites } from './figure-sites.ts';
import { createFigureReader, type FigureReader } from './figures.ts';
import { settleDenials } from './learnt-denials.ts';
import type { Place } from './place.ts';

export type { Place } from './place.ts';

/** What was read of passages before they are compared. */
export interface ReadBefore {
  readonly readFigures?: FigureReader;
  /** The figures that are compared with each other. Default: all that `readFigures` reads. */
  readonly readCompared?: FigureReader;
  /** Undefined where no model read any. */
  readonly denials?: Readings['denials'];
}

/**
 * Where passages differ: figures of one role that cannot both hold at one time, or do so only roughly, and what one
 * passage reports that another reports as denied. Takes about 0.2 ms a passage.
 *
 * @param places none of them of a retracted article. Default: every passage that may be quoted.
 * @param before what was read of the passages before. Default: nothing, so that rules alone tell.
 */
export function findDisagreements(
  corpus: Corpus,
  lexicon: Lexicon,
  places: readonly Place[] = quotable(corpus),
  {
    readFigures = createFigureReader(corpus.event, { siteOf: createSites(corpus.event, lexicon).siteOf }),
    readCompared = readFigures,
    denials,
  }: ReadBefore = {},
): readonly Disagreement[] {
  const byRules = findDenials(corpus, places, lexicon, readFigures);
  return [
    ...findFigureDifferences(corpus, places, readFigures, readCompared),
    ...(denials ? settleDenials(byRules, denials, corpus, places, lexicon) : byRules),
  ];
}

function quotable(corpus: Corpus): readonly Place[] {
  return corpus.articles
    .filter(({ retracted }) => retracted === undefined)
    .flatMap((article) => article.passages.map((passage) => ({ article, passage })));
}

/** The disagreements that an answer shows: those with both sides among the passages that are cited. */
export function disagreementsAmong(
  all: readonly Disagreement[],
  citations: readonly Citation[],
): readonly Disagreement[] {
  const cited = new Set(citations.map(({ passage }) => passage.id));
  return all.filter(({ sides }) => sides.every(({ passage }) => cited.has(passage.id)));
}

/** Disagreements about one thing at one place, put together: each passage once, in the order of the pairs. */
export function groupDisagreements(pairs: readonly Disagreement[]): readonly Disagreement[] {
  const groups = new Map<string, Disagreement>();
  for (const pair of pairs) {
    const isDenied = pair.kind === 'denied';
    const key = `${pair.about} ${isDenied} ${pair.site ?? ''}`;
    const known = groups.get(key);
    const sides = known?.sides ?? [];
    const added = pair.sides.filter(({ passage }) => !sides.some((side) => side.passage.id === passage.id));
    const kind = isDenied ? 'denied' : known?.kind === 'incompatible' ? known.kind : pair.kind;
    groups.set(key, { ...pair, kind, sides: [...sides, ...added] });
  }
  return [...groups.values()];
}
