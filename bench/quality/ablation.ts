import type { Signals } from '../../src/search/signals.ts';
import { lastWords } from './question-set.ts';
import { type Example, fittedWithout, rankShares } from './training.ts';

type Name = keyof Signals;

const WORDS = /^(coverage|exact|sentence|heaviest|complete|proximity|bm25)$/;
const AROUND = /^(context|before|after|earlier|title)$/;
const WORD_VECTORS = /^(soft|centroid)$/;

/** Signals that stand or fall together. */
const GROUPS: Readonly<Record<string, RegExp>> = {
  'words and concepts: coverage … proximity, bm25': WORDS,
  'neighbours and title: context, before, after, earlier, title': AROUND,
  'word vectors: soft, centroid': WORD_VECTORS,
  'all that goes by words: the three above, answerNear': new RegExp(
    [WORDS, AROUND, WORD_VECTORS, /^answerNear$/].map(({ source }) => source).join('|'),
  ),
  'encoder: similarity …': /^similarity/,
  'reranker: reading, readingOdds': /^reading/,
  'encoder and reranker': /^(similarity|reading)/,
  'kind of thing asked for: measure … speaker, answerNear':
    /^(measure|person|place|reason|speech|speaker|answerNear)$/,
  'figures asked for: figure, freshFigure': /^(figure|freshFigure)$/,
  'what is new: fresh, freshFigure, superseded': /^(fresh|freshFigure|superseded)$/,
  'place in the article: lead, length, background': /^(lead|length|background)$/,
};

/**
 * What the ranking reaches on events that its fit did not see, with all signals and without a group of them at a time, as
 * lines of a Markdown table. Groups of which the ranking uses no signal are left out. Where a figure changed, the last word
 * alone counts as right.
 *
 * @param examples of several events, all of them answerable.
 */
export function* ablation(
  examples: readonly Example[],
  names: readonly Name[],
  ridge: number,
): Generator<string> {
  const without = (out: RegExp) =>
    sharesOnEventsLeftOut(
      examples,
      names.filter((name) => !out.test(name)),
      ridge,
    );
  yield '| without | first | first three | no word shared, first | last word first |';
  yield '| --- | --- | --- | --- | --- |';
  yield row('(with all)', without(/^$/));
  for (const [label, out] of Object.entries(GROUPS)) {
    if (names.some((name) => out.test(name))) yield row(label, without(out));
  }
}

function row(label: string, shares: readonly number[]): string {
  return `| ${[label, ...shares.map((share) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`))].join(' | ')} |`;
}

/**
 * Of all questions, those with the answer first, and in the first three; of those that share no word with it, and of
 * those about what changed, those with it first. Not a number where there are none.
 */
function sharesOnEventsLeftOut(
  examples: readonly Example[],
  names: readonly Name[],
  ridge: number,
): readonly number[] {
  const kinds: readonly [(example: Example) => boolean, 0 | 1][] = [
    [() => true, 0],
    [() => true, 1],
    [({ question }) => question.overlap === 'none', 0],
    [({ question }) => lastWords(question) !== undefined, 0],
  ];
  const right = kinds.map(() => 0);
  for (const { own, weights } of fittedWithout(examples, names, ridge)) {
    for (const [k, [fits, place]] of kinds.entries()) {
      const some = own.filter(fits);
      if (some.length > 0) right[k] = (right[k] ?? 0) + some.length * rankShares(some, weights)[place];
    }
  }
  return kinds.map(([fits], k) => (right[k] ?? 0) / examples.filter(fits).length);
}
