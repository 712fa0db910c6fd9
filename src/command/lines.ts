import type { RichText } from './rich-text.ts';

/** Texts one below the other. */
export function lines(texts: readonly RichText[]): RichText {
  return texts.map((text, i) => (i === 0 ? text : ['\n', text]));
}
