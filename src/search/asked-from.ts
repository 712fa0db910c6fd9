import type { PassageFacts } from './facts.ts';
import type { ParsedQuery, Slot } from './query.ts';

/** What stands before a slot that says where: "at the shrine", "inside parliament". */
const WHERE = /\b(?:in|at|on|inside|within|near|outside|aboard|from)(?: (?:the|a|an|this|that))?\s*$/i;
/** Words for a count itself, which a text that gives one need not hold: "wounded count". */
const COUNT = /^(?:counts?|tolls?|tally|tallies|figures?|numbers?|totals?)$/;
/** From this closeness on a term names the place, and nothing that merely has to do with it. */
const NAMES_IT = 0.5;

/**
 * The offset in a passage's text by which everything that is asked about has been spoken of, what every article speaks
 * of left aside. A place has to be named before what is said of it, the rest may stand anywhere. Infinite where
 * something is not spoken of.
 */
export function askedFrom({ text, slots }: ParsedQuery, facts: PassageFacts): number {
  const isPlace = ({ span: [start] }: Slot) => WHERE.test(text.slice(0, start));
  const from = (slot: Slot): number => {
    const mentions = [...slot.terms].flatMap(([term, closeness]) =>
      (facts.occurrences.get(term) ?? []).map(({ span }) => ({ closeness, start: span[0] })),
    );
    if (mentions.length === 0) return Number.POSITIVE_INFINITY;
    const named = mentions.filter(({ closeness }) => closeness >= NAMES_IT).map(({ start }) => start);
    return isPlace(slot) && named.length > 0 ? Math.min(...named) : 0;
  };
  return Math.max(0, ...slots.filter(({ generic, label }) => !generic && !COUNT.test(label)).map(from));
}
