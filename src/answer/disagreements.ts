import type { Corpus, FigureRole } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Citation, Disagreement } from './answer.ts';
import { findDenials } from './denials.ts';
import { findFigureDifferences } from './figure-differences.ts';
import type { Place } from './place.ts';

export type { Place } from './place.ts';

/**
 * Where passages differ: figures of one role that cannot both hold at one time, or do so only roughly, and what one
 * passage reports that another reports as denied. Takes about 0.2 ms a passage.
 *
 * @param places none of them of a retracted article. Default: every passage that may be quoted.
 */
export function findDisagreements(
  corpus: Corpus,
  lexicon: Lexicon,
  places: readonly Place[] = quotable(corpus),
): readonly Disagreement[] {
  return [...findFigureDifferences(corpus, places), ...findDenials(corpus, places, lexicon)];
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
  roles: readonly FigureRole[],
): readonly Disagreement[] {
  const cited = new Set(citations.map(({ passage }) => passage.id));
  const isAsked = (about: string) => roles.some((role) => role === about);
  return all.filter(
    ({ about, kind, sides }) =>
      sides.every(({ passage }) => cited.has(passage.id)) && (kind === 'denied' || isAsked(about)),
  );
}

/** Disagreements about one thing, put together: each passage once, in the order of the pairs. */
export function groupDisagreements(pairs: readonly Disagreement[]): readonly Disagreement[] {
  const groups = new Map<string, Disagreement>();
  for (const pair of pairs) {
    const isDenied = pair.kind === 'denied';
    const key = `${pair.about} ${isDenied}`;
    const known = groups.get(key);
    const sides = known?.sides ?? [];
    const added = pair.sides.filter(({ passage }) => !sides.some((side) => side.passage.id === passage.id));
    const kind = isDenied ? 'denied' : known?.kind === 'incompatible' ? known.kind : pair.kind;
    groups.set(key, { about: pair.about, kind, sides: [...sides, ...added] });
  }
  return [...groups.values()];
}
