/** The strength that a passage may lie behind the strongest and yet stand first, since it tells who somebody is. */
const BEHIND = 3;

/**
 * Where a name alone is asked for, puts the first of the passages that tell who bears it before those that only tell what
 * was said or done. The order of the others stays.
 */
export function introductionFirst<
  Passage extends { readonly strength: number; readonly introduces: boolean },
>(passages: readonly Passage[]): readonly Passage[] {
  const least = Math.max(...passages.map(({ strength }) => strength)) - BEHIND;
  const found = passages.find(({ strength, introduces }) => introduces && strength >= least);
  return found ? [found, ...passages.filter((passage) => passage !== found)] : passages;
}
