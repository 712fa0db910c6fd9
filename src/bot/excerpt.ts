import type { Citation } from '../answer/answer.ts';
import type { Span } from '../corpus/model.ts';
import { boundaryBefore, escapeWithin, OMISSION } from './cut.ts';
import { escapeInline, escapeText } from './escape.ts';

/**
 * A citation's passage as Markdown within `limit` UTF-16 units, what matched in bold. Where it is too long,
 * whole sentences around the one that answers are kept, and `[…]` stands for the others. Only a sentence that
 * is itself too long is cut between words.
 */
export function excerpt(citation: Citation, limit: number): string {
  const { text } = citation.passage;
  const marks = tidy(citation.highlights, text);
  const whole = emphasise(text, [0, text.length], marks);
  if (whole.length <= limit) return whole;

  const sentences = citation.passage.sentences;
  const focus = sentences.findIndex(([, end]) => end > citation.focus[0]);
  const chosen = sentences[focus] ?? [0, text.length];
  let best = withOmissions(text, chosen, marks);
  if (best.length > limit) return cutSentence(text, chosen, limit);

  let first = focus;
  let last = focus;
  for (let grown = true; grown; ) {
    grown = false;
    for (const [from, to] of [
      [first, last + 1],
      [first - 1, last],
    ] as const) {
      const start = sentences[from]?.[0];
      const end = sentences[to]?.[1];
      if (start === undefined || end === undefined) continue;
      const wider = withOmissions(text, [start, end], marks);
      if (wider.length > limit) continue;
      [first, last, best, grown] = [from, to, wider, true];
      break;
    }
  }
  return best;
}

function withOmissions(text: string, [start, end]: Span, marks: readonly Span[]): string {
  const before = text.slice(0, start).trim() === '' ? '' : `${OMISSION} `;
  const after = text.slice(end).trim() === '' ? '' : ` ${OMISSION}`;
  return `${before}${emphasise(text, [start, end], marks).trim()}${after}`;
}

function cutSentence(text: string, [start, end]: Span, limit: number): string {
  const before = text.slice(0, start).trim() === '' ? '' : `${OMISSION} `;
  const room = limit - before.length - OMISSION.length - 1;
  return `${before}${escapeWithin(text.slice(start, end), room).markdown.trim()} ${OMISSION}`;
}

/** The range of the text, escaped, with the marked parts of it in bold. */
function emphasise(text: string, [start, end]: Span, marks: readonly Span[]): string {
  const piece = (from: number, to: number) =>
    from === start ? escapeText(text.slice(from, to)) : escapeInline(text.slice(from, to));
  let markdown = '';
  let at = start;
  for (const [from, to] of marks) {
    const markStart = Math.max(from, at);
    const markEnd = Math.min(to, end);
    if (markStart >= markEnd) continue;
    markdown += `${piece(at, markStart)}**${piece(markStart, markEnd)}**`;
    at = markEnd;
  }
  return markdown + piece(at, end);
}

/**
 * Ordered spans on whole characters, without white space at their ends; neighbours with only white space
 * between are one, since `**` beside `**` is no emphasis.
 */
function tidy(spans: readonly Span[], text: string): readonly Span[] {
  const tidied: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const rawStart = boundaryBefore(text, from);
    const rawEnd = boundaryBefore(text, to);
    const inner = text.slice(rawStart, rawEnd);
    const start = rawStart + (inner.length - inner.trimStart().length);
    const end = rawEnd - (inner.length - inner.trimEnd().length);
    if (start >= end) continue;
    const last = tidied.at(-1);
    if (last !== undefined && (start <= last[1] || text.slice(last[1], start).trim() === '')) {
      last[1] = Math.max(last[1], end);
    } else {
      tidied.push([start, end]);
    }
  }
  return tidied;
}
