import type { Passage, Span } from '../corpus/model.ts';

/** Orders spans and joins those that overlap. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The sentence with the most highlights, the first of equals. */
export function focusOf(passage: Passage, highlights: readonly Span[]): Span {
  const inside = ([start, end]: Span) => highlights.filter((h) => h[0] >= start && h[1] <= end).length;
  let best: Span = passage.sentences[0] ?? [0, passage.text.length];
  let most = inside(best);
  for (const sentence of passage.sentences) {
    const count = inside(sentence);
    if (count > most) {
      best = sentence;
      most = count;
    }
  }
  return best;
}
