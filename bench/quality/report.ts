import type { Score } from './figures.ts';
import type { Judged, Measures, Share } from './metrics.ts';

/** The columns of the table: a heading and what stands under it. */
const COLUMNS: readonly (readonly [string, (measures: Measures) => Share])[] = [
  ['first', (m) => m.first],
  ['first three', (m) => m.firstThree],
  ['paraphrase', (m) => m.paraphraseFirst],
  ['no word shared', (m) => m.noOverlapFirst],
  ['sides', (m) => m.sides],
  ['latest', (m) => m.latestFirst],
  ['refused', (m) => m.refused],
  ['answered', (m) => ({ share: 1 - m.falselyRefused.share, of: m.falselyRefused.of })],
  ['topics', (m) => m.topicRecall],
];

/** The table's heading, with what each column counts. */
export const LEGEND = `first, first three: an answering passage there, of all answerable questions (95 % interval)
paraphrase, no word shared: the same at first place, of those questions alone
sides: every side among the first five; latest: the last word first, where a figure changed
refused: of the questions without an answer; answered: of those with one; topics: recall in the first ten`;

export function tableHead(): string {
  return `${''.padEnd(24)}${COLUMNS.map(([name]) => name.padStart(16)).join('')}${'balanced'.padStart(10)}${'wrong'.padStart(7)}`;
}

export function tableRow(name: string, measures: Measures): string {
  const cells = COLUMNS.map(([, read]) => withInterval(read(measures)).padStart(16));
  return `${name.padEnd(24)}${cells.join('')}${percent(measures.balanced).padStart(10)}${String(measures.topicWrong).padStart(7)}`;
}

export function scoreRow(name: string, score: Score): string {
  return `${name.padEnd(44)} recall ${percent(score.recall).padStart(6)} of ${score.labelled}, precision ${percent(score.precision).padStart(6)} of ${score.found}`;
}

/** A question whose answer was not first, or that was answered without an answer. */
export function missLine({ question, output, rank }: Judged): string {
  const place = !output.answered ? 'refused' : Number.isFinite(rank) ? `at ${rank}` : 'not shown';
  const wanted = question.gold[0]?.must_contain ?? '(nothing)';
  return `[${question.kind}, ${question.style}] ${question.question}: ${place}\n    wanted ${wanted.slice(0, 110)}\n    first  ${output.passages[0]?.text.slice(0, 110) ?? '(nothing)'}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}

/** A share with its 95 % confidence interval (Wilson, 1927). */
function withInterval({ share, of }: Share): string {
  if (of === 0) return '-';
  const z = 1.96;
  const centre = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return `${percent(share)} (${Math.abs(100 * (centre - half)).toFixed(0)}-${(100 * (centre + half)).toFixed(0)})`;
}
