/** The strength that a preferred passage may lie behind the strongest and yet stand before others, by default. */
const BEHIND = 3;

/**
 * Puts first the passages that say more of what is asked than their strength tells: those that state a figure at the place
 * that is asked about, or that speak of the dead where others speak of dead attackers, or of a claim where others say that
 * there is none.
 *
 * @param passages the strongest first, nearly.
 * @param isPreferred false for all where nothing is to be preferred.
 * @param order how those that come first are ordered among themselves: the preferred, or all where there are none.
 */
export function preferredFirst<Passage extends { readonly strength: number }>(
  passages: readonly Passage[],
  isPreferred: (passage: Passage) => boolean,
  order: (passages: readonly Passage[]) => readonly Passage[],
  behind: number = BEHIND,
): readonly Passage[] {
  const least = Math.max(...passages.map(({ strength }) => strength)) - behind;
  const preferred = passages.filter((passage) => passage.strength >= least && isPreferred(passage));
  if (preferred.length === 0) return order(passages);
  return [...order(preferred), ...passages.filter((passage) => !preferred.includes(passage))];
}
