/** The strength that a passage with the figure at the place that is asked for may lie behind and yet stand before others. */
const BEHIND = 3;

/**
 * Where a figure at one place of the event is asked for, puts first the passages that state it there: those that state one
 * of all places, or of another, answer less.
 *
 * @param passages the strongest first, nearly.
 * @param isThere whether a passage states the figure at the place; false for all where no place is asked for.
 * @param order how those that come first are ordered among themselves: those there, or all where there are none.
 */
export function siteFirst<Passage extends { readonly strength: number }>(
  passages: readonly Passage[],
  isThere: (passage: Passage) => boolean,
  order: (passages: readonly Passage[]) => readonly Passage[],
): readonly Passage[] {
  const least = Math.max(...passages.map(({ strength }) => strength)) - BEHIND;
  const there = passages.filter((passage) => passage.strength >= least && isThere(passage));
  if (there.length === 0) return order(passages);
  return [...order(there), ...passages.filter((passage) => !there.includes(passage))];
}
