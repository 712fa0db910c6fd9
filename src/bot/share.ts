/**
 * Divides room among texts: each gets what it needs where all fit; else the short ones are left whole and the
 * long ones get equal parts of what remains. The parts never sum to more than `room`.
 */
export function shareRoom(needs: readonly number[], room: number): readonly number[] {
  const shares = needs.map(() => 0);
  const byNeed = needs.map((need, index) => ({ need, index })).sort((a, b) => a.need - b.need);
  let left = room;
  byNeed.forEach(({ need, index }, position) => {
    const share = Math.max(0, Math.min(need, Math.floor(left / (byNeed.length - position))));
    shares[index] = share;
    left -= share;
  });
  return shares;
}
