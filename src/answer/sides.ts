/** How far behind the best of all a publisher's best passage may be and still be a side of the answer. */
const SIDE_SHARE = 0.55;

/**
 * Orders passages so that every publisher that speaks to the question is heard before one is heard twice: the
 * best of each first, as long as it comes near the best of all; then the rest, best first.
 */
export function sidesFirst<Ranked extends { readonly score: number }>(
  ranked: readonly Ranked[],
  publisherOf: (passage: Ranked) => string,
): readonly Ranked[] {
  const best = ranked[0]?.score ?? 0;
  const heard = new Set<string>();
  const firsts: Ranked[] = [];
  const rest: Ranked[] = [];
  for (const passage of ranked) {
    const publisher = publisherOf(passage);
    if (!heard.has(publisher) && passage.score >= best * SIDE_SHARE) {
      heard.add(publisher);
      firsts.push(passage);
    } else rest.push(passage);
  }
  return [...firsts, ...rest];
}
