/** Pixels from the end within which one counts as reading the newest. */
const NEAR = 120;

/** Keeps the newest message in sight for whoever is reading at the end, and nobody else; called after each drawing. */
export function followNewest(): () => void {
  let wasAtEnd = true;
  let scroller: Element | null = null;
  const toEnd = () => scroller?.scrollTo({ top: scroller.scrollHeight });
  // Embeds take their size after they were put in.
  const resized = new ResizeObserver(() => {
    if (wasAtEnd) toEnd();
  });
  let lastTop = 0;
  const note = () => {
    if (scroller === null) return;
    // Only going up leaves the end: what is added below moves it away too.
    if (isAtEnd(scroller)) wasAtEnd = true;
    else if (scroller.scrollTop < lastTop) wasAtEnd = false;
    lastTop = scroller.scrollTop;
  };
  return () => {
    const now = document.querySelector('.scroller');
    if (now !== scroller) {
      resized.disconnect();
      scroller?.removeEventListener('scroll', note);
      scroller = now;
      wasAtEnd = true;
      lastTop = 0;
      scroller?.addEventListener('scroll', note, { passive: true });
      for (const element of [now, now?.firstElementChild]) if (element) resized.observe(element);
    }
    if (wasAtEnd) toEnd();
  };
}

function isAtEnd({ scrollTop, scrollHeight, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR;
}
