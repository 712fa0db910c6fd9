/** Pixels from the end within which one counts as reading the newest. */
const NEAR = 120;
/** Milliseconds after a movement of the hand within which the scrolling is the hand's. */
const BY_HAND = 1_000;
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the newest message in sight for whoever is reading at the end, and nobody else; called after each drawing.
 * Only a hand leaves the end: embeds take their size late and in steps, which scrolls as well.
 */
export function followNewest(): () => void {
  let isFollowing = true;
  let handMovedAt = Number.NEGATIVE_INFINITY;
  let scroller: Element | null = null;
  const toEnd = () => {
    if (isFollowing) scroller?.scrollTo({ top: scroller.scrollHeight });
  };
  const resized = new ResizeObserver(toEnd);
  const moved = () => {
    handMovedAt = performance.now();
  };
  const scrolled = () => {
    if (scroller === null) return;
    if (isAtEnd(scroller)) isFollowing = true;
    else if (performance.now() - handMovedAt < BY_HAND) isFollowing = false;
  };
  return () => {
    const now = document.querySelector('.scroller');
    if (now !== scroller) {
      resized.disconnect();
      scroller = now;
      isFollowing = true;
      now?.addEventListener('scroll', scrolled, { passive: true });
      for (const hand of HANDS) now?.addEventListener(hand, moved, { passive: true });
      for (const element of [now, now?.firstElementChild]) if (element) resized.observe(element);
    }
    toEnd();
  };
}

function isAtEnd({ scrollTop, scrollHeight, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR;
}
