import type { Signals } from '../search/signals.ts';

/** Words by which a question asks for how things stand now. */
const NOW =
  /\b(still|yet|now|so far|currently|at the moment|latest|newest|most recent|by now|up to now|any ?more)\b/i;

/**
 * The strength that the newest passage may lie behind the strongest and yet stand first: where a figure is asked for,
 * where the question asks how things stand now, and in any other question. Measured on the events that the ranking is
 * fitted on, each left out in turn: with these the last word stands first in 82 % of the questions about what changed,
 * and an answer in 78 %; wider ones give at most a point more of the former and cost as much of the latter.
 */
const BEHIND = { figure: 2, now: 1, other: 0.3 } as const;

/** In any other question only the newest of so many stands first. */
const ALIKE = 3;

interface Ranked {
  readonly strength: number;
  readonly signals: Pick<Signals, 'figure' | 'fresh'>;
}

/**
 * Puts the last word first: where the first passage states the figure that is asked for, the newest of those that
 * state it too and speak nearly as strongly to the question; else the newest of those that do. The order of the
 * others stays.
 */
export function newestWordFirst<Passage extends Ranked>(
  question: string,
  passages: readonly Passage[],
): readonly Passage[] {
  const [first] = passages;
  if (!first) return passages;
  const statesFigure = first.signals.figure === 1;
  const kind = statesFigure ? 'figure' : NOW.test(question) ? 'now' : 'other';
  const strongest = Math.max(...passages.map(({ strength }) => strength));
  let newest = first;
  for (const passage of kind === 'other' ? passages.slice(0, ALIKE) : passages) {
    const speaks =
      passage.strength >= strongest - BEHIND[kind] && (!statesFigure || passage.signals.figure === 1);
    if (speaks && passage.signals.fresh > newest.signals.fresh) newest = passage;
  }
  return [newest, ...passages.filter((passage) => passage !== newest)];
}
