import { escapeText } from './escape.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Stands where something was left out. */
export const OMISSION = '[…]';

/** The text, or its beginning and `…`, within `limit` UTF-16 units (at least 1). Never splits a character. */
export function cutPlain(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, boundaryBefore(text, limit - 1)).trimEnd()}…`;
}

/**
 * The beginning of the text, escaped, within `limit` UTF-16 units of Markdown, ending between words where one
 * ends near. `end` is where it was cut, the text's length where it was not.
 */
export function escapeWithin(
  text: string,
  limit: number,
): { readonly markdown: string; readonly end: number } {
  const whole = escapeText(text);
  if (whole.length <= limit) return { markdown: whole, end: text.length };
  let end = fittingPrefix(text, limit);
  const space = text.lastIndexOf(' ', end);
  if (space > 0 && end - space < 60) end = space;
  return { markdown: escapeText(text.slice(0, end)), end };
}

/** The length of the longest prefix whose escaped form fits, at a boundary between characters. */
function fittingPrefix(text: string, limit: number): number {
  let low = 0;
  let high = Math.min(text.length, Math.max(0, limit));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (escapeText(text.slice(0, middle)).length <= limit) low = middle;
    else high = middle - 1;
  }
  let end = boundaryBefore(text, low);
  // What is markup depends on what follows, so a shorter prefix can be longer once escaped.
  while (end > 0 && escapeText(text.slice(0, end)).length > limit) end = boundaryBefore(text, end - 1);
  return end;
}

/** The last place at or before `index` where no visible character and no surrogate pair is split. */
export function boundaryBefore(text: string, index: number): number {
  if (index <= 0) return 0;
  if (index >= text.length) return text.length;
  const start = graphemes.segment(text).containing(index)?.index ?? index;
  if (start > 0) return start;
  // One character that is longer than the limit (marks piled on marks): keep surrogate pairs whole at least.
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
