import type { Signals } from '../search/signals.ts';

/** Words by which a question asks for how things stand now. */
const NOW =
  /\b(still|yet|now|so far|currently|at the moment|latest|newest|most recent|by now|up to now|any ?more)\b/i;

/**
 * The strength that the newest passage may lie behind the strongest and yet stand first. Measured on the events that
 * the ranking is fitted on, each left out in turn: with these, the last word stands first in 71 % (figures) and 72 %
 * (questions about now) instead of 58 % and 52 %, and an answer as often as before (at most half a point less).
 */
const BEHIND = { figure: 2, now: 1 } as const;

interface Ranked {
  readonly strength: number;
  readonly signals: Pick<Signals, 'figure' | 'fresh'>;
}

/**
 * Puts the last word first: where the first passage states the figure that is asked for, the newest of those that
 * state it too and speak nearly as strongly to the question; where the question asks how things stand now, the newest
 * of all that do. The order of the others stays.
 */
export function newestWordFirst<Passage extends Ranked>(
  question: string,
  passages: readonly Passage[],
): readonly Passage[] {
  const [first] = passages;
  if (!first) return passages;
  const statesFigure = first.signals.figure === 1;
  if (!statesFigure && !NOW.test(question)) return passages;
  const behind = statesFigure ? BEHIND.figure : BEHIND.now;
  const strongest = Math.max(...passages.map(({ strength }) => strength));
  let newest = first;
  for (const passage of passages) {
    const speaks = passage.strength >= strongest - behind && (!statesFigure || passage.signals.figure === 1);
    if (speaks && passage.signals.fresh > newest.signals.fresh) newest = passage;
  }
  return [newest, ...passages.filter((passage) => passage !== newest)];
}
