import { formatMoment } from './date.ts';

/**
 * Text with marks, free of any medium. A string is literal text: whoever renders it escapes it, so nothing
 * that a user or an article says is ever read as markup.
 */
export type RichText =
  | string
  | readonly RichText[]
  | { readonly bold: RichText }
  | { readonly italic: RichText }
  | { readonly code: string }
  /** `url` must be http or https; other schemes are rendered as the label alone. */
  | { readonly link: string; readonly url: string }
  /** A command of the registry, clickable where the medium can. */
  | { readonly command: string }
  /** A moment, shown in the reader's own time zone where the medium can. */
  | { readonly time: Date; readonly style: 'full' | 'relative' };

/** The words alone, for the terminal and for JSON. Links keep their address behind the label. */
export function toPlainText(text: RichText): string {
  if (typeof text === 'string') return text;
  if ('bold' in text) return toPlainText(text.bold);
  if ('italic' in text) return toPlainText(text.italic);
  if ('code' in text) return text.code;
  if ('link' in text) return text.link === text.url ? text.url : `${text.link} (${text.url})`;
  if ('command' in text) return `/${text.command}`;
  if ('time' in text) return `${text.style === 'relative' ? 'on ' : ''}${formatMoment(text.time)}`;
  return text.map(toPlainText).join('');
}
