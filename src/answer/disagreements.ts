import type { Corpus } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Readings } from '../search/readings.ts';
import type { Citation, Disagreement, Side } from './answer.ts';
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

/** Disagreements about one thing at one place that hang together, as one. Each passage stands once for each figure. */
export interface Difference extends Disagreement {
  /** Those whose figures differ; of a denial those that assert. */
  readonly sides: readonly Side[];
  /** Those that deny; none where figures differ. */
  readonly denying: readonly Side[];
}

/** Puts together the pairs that have a passage in common; of denials one that both assert, or that both deny. */
export function groupDisagreements(pairs: readonly Disagreement[]): readonly Difference[] {
  let groups: readonly Difference[] = [];
  for (const pair of pairs) {
    const one = asDifference(pair);
    const isDenied = pair.kind === 'denied';
    const isSame = (group: Difference) =>
      group.about === pair.about &&
      group.site === pair.site &&
      (group.kind === 'denied') === isDenied &&
      (group.sides.some(isAnyOf(one.sides)) || group.denying.some(isAnyOf(one.denying)));
    const [first, ...others] = groups.filter(isSame);
    const whole = [...others, one].reduce(together, first ?? one);
    const rest = groups.map((group) => (group === first ? whole : group));
    groups = first ? rest.filter((group) => !others.includes(group)) : [...groups, whole];
  }
  return groups;
}

function asDifference(pair: Disagreement): Difference {
  const [one, ...others] = pair.sides;
  const isDenied = pair.kind === 'denied';
  const sides = isDenied ? [one] : [one, ...others.filter((side) => one && !isOf(one)(side))];
  return { ...pair, sides: sides.flatMap((side) => side ?? []), denying: isDenied ? others : [] };
}

const isAnyOf = (sides: readonly Side[]) => (other: Side) => sides.some(isOf(other));

/** Of one passage, and of one figure: a passage may differ from itself. */
const isOf =
  ({ passage, figure }: Side) =>
  (other: Side) =>
    other.passage.id === passage.id &&
    other.figure?.value === figure?.value &&
    other.figure?.max === figure?.max;

function together(one: Difference, other: Difference): Difference {
  const known = [...one.sides, ...one.denying];
  const isNew = (side: Side) => !known.some(isOf(side));
  return {
    ...one,
    kind: other.kind === 'incompatible' ? other.kind : one.kind,
    sides: [...one.sides, ...other.sides.filter(isNew)],
    denying: [...one.denying, ...other.denying.filter(isNew)],
  };
}
