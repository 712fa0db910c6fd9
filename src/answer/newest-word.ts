import type { Signals } from '../search/signals.ts';
import { RIVAL_SHARE } from './figure-measures.ts';

/** Words by which a question asks for how things stand now. */
const NOW =
  /\b(still|yet|now|so far|currently|at the moment|latest|newest|most recent|by now|up to now|any ?more)\b/i;

/**
 * The strength that the newest passage may lie behind the strongest and yet stand first: where a figure is asked for,
 * where the question asks how things stand now, and in any other question. Measured on the events that the ranking is
 * fitted on and on those of `READ` in bench/quality/events.ts, which it is not: with these the last word stands first in 80
 * and 62 % of the questions about what changed, and an answer in 82.2 and 72.9 % of all; without the rule for other
 * questions in 78 and 62, and in 82.6 and 72.9 %.
 */
const BEHIND = { figure: 2, now: 1, other: 0.6 } as const;

/** In any other question only the newest of so many stands first. */
const ALIKE = 3;

interface Ranked {
  readonly strength: number;
  readonly signals: Pick<Signals, 'figure' | 'fresh' | 'reading'>;
}

/** The highest count that a passage gives of what is asked for; undefined where counts of it may fall. */
export type CountOf<Passage> = (passage: Passage) => number | undefined;

/**
 * Puts the last word first: where the first passage states the figure that is asked for, the newest of those that
 * state it too and speak nearly as strongly to the question; where the question asks how things stand, the newest of those
 * that do; else the newest that answers at least as surely as the first, where both were read with the question. A count much
 * smaller than another is of a part ("six died in one town"), and is no last word. The order of the others stays.
 */
export function newestWordFirst<Passage extends Ranked>(
  question: string,
  passages: readonly Passage[],
  countOf: CountOf<Passage> = () => undefined,
): readonly Passage[] {
  const [first] = passages;
  if (!first) return passages;
  const kind = first.signals.figure === 1 ? 'figure' : NOW.test(question) ? 'now' : 'other';
  const least = Math.max(...passages.map(({ strength }) => strength)) - BEHIND[kind];
  const stating = passages.filter(({ strength, signals }) => strength >= least && signals.figure === 1);
  const ofAll = Math.max(0, ...stating.map((passage) => countOf(passage) ?? 0));
  const isOfPart = (passage: Passage) => (countOf(passage) ?? ofAll) < ofAll * RIVAL_SHARE;
  const mayStandFirst = (passage: Passage) => {
    const { figure, reading } = passage.signals;
    if (kind === 'figure') return figure === 1 && !isOfPart(passage);
    return kind === 'now' || (reading > 0 && reading >= first.signals.reading);
  };
  const eligible = (kind === 'other' ? passages.slice(0, ALIKE) : passages).filter(
    (passage) => passage.strength >= least && mayStandFirst(passage),
  );
  const start = kind === 'figure' && isOfPart(first) ? (eligible[0] ?? first) : first;
  const newest = eligible.reduce(
    (newer, passage) => (passage.signals.fresh > newer.signals.fresh ? passage : newer),
    start,
  );
  return [newest, ...passages.filter((passage) => passage !== newest)];
}
