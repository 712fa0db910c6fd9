/**
 * What a publisher's second passage loses against another publisher's first, its third twice that, and so on: in
 * the units of a passage's strength.
 */
export const LOSS = {
  /**
   * Measured on the events that ranking is fitted on, each left out in turn: what each loss from 0 to 3 gives differs
   * by less than a point, so a design choice; from 1.5 on answers are pushed down from the first three.
   */
  passage: 1,
  /**
   * Passages that state the figure that is asked for surely are sides of the answer. As many sides are among the first
   * five with 3 to 5 as with 8; what is far behind shall not be shown for its publisher alone.
   */
  figure: 4,
} as const;

/**
 * Orders passages so that every publisher that speaks to the question is heard before one is heard twice, as long
 * as it speaks nearly as strongly: greedily the strongest, less a loss for each passage of its publisher that
 * stands before (after the maximal marginal relevance of Carbonell and Goldstein, 1998).
 *
 * @param ranked the strongest first.
 */
export function heedSides<Ranked extends { readonly strength: number }>(
  ranked: readonly Ranked[],
  publisherOf: (passage: Ranked) => string,
  loss: number = LOSS.passage,
): readonly Ranked[] {
  const left = [...ranked];
  const heard = new Map<string, number>();
  const ordered: Ranked[] = [];
  const standing = (passage: Ranked) => passage.strength - loss * (heard.get(publisherOf(passage)) ?? 0);
  while (left.length > 0) {
    let best = 0;
    for (const [index, passage] of left.entries()) {
      const champion = left[best];
      if (champion && standing(passage) > standing(champion)) best = index;
    }
    for (const passage of left.splice(best, 1)) {
      ordered.push(passage);
      heard.set(publisherOf(passage), (heard.get(publisherOf(passage)) ?? 0) + 1);
    }
  }
  return ordered;
}
