import type { RichText } from '../command/rich-text.ts';
import { escapeWithin, OMISSION } from './cut.ts';
import { escapeLabel, escapeText } from './escape.ts';
import { linkTarget } from './link.ts';

/** Discord's ids of the registered slash commands by name: what makes `/name` clickable. */
export type CommandIds = ReadonlyMap<string, string>;

/**
 * Rich text as Discord's Markdown within `limit` UTF-16 units. What does not fit is left out at the end,
 * marked by `[…]`, and marks are closed: markup is never cut through.
 */
export function toMarkdown(text: RichText, limit: number, commandIds: CommandIds): string {
  const whole = write(text, Number.POSITIVE_INFINITY, commandIds);
  if (whole.markdown.length <= limit) return whole.markdown;
  const room = limit - OMISSION.length - 1;
  return `${write(text, room, commandIds).markdown.trimEnd()} ${OMISSION}`;
}

interface Written {
  readonly markdown: string;
  /** Whether all of it fitted; nothing may follow where it did not. */
  readonly whole: boolean;
}

function write(text: RichText, room: number, ids: CommandIds): Written {
  if (typeof text === 'string') {
    const { markdown, end } = escapeWithin(text, room);
    return { markdown, whole: end === text.length };
  }
  if ('bold' in text) return wrap('**', text.bold, room, ids);
  if ('italic' in text) return wrap('*', text.italic, room, ids);
  if ('code' in text) return fitting(code(text.code), room);
  if ('link' in text) return fitting(maskedLink(text.link, text.url), room);
  if ('command' in text) return fitting(commandMention(text.command, ids), room);
  if ('time' in text) {
    const seconds = Math.floor(text.time.getTime() / 1000);
    return fitting(`<t:${seconds}:${text.style === 'full' ? 'f' : 'R'}>`, room);
  }
  return writeAll(text, room, ids);
}

function writeAll(parts: readonly RichText[], room: number, ids: CommandIds): Written {
  let markdown = '';
  for (const part of parts) {
    const written = write(part, room - markdown.length, ids);
    markdown += written.markdown;
    if (!written.whole) return { markdown, whole: false };
  }
  return { markdown, whole: true };
}

function wrap(mark: string, inner: RichText, room: number, ids: CommandIds): Written {
  const written = write(inner, room - 2 * mark.length, ids);
  // Emphasis around nothing would show its marks.
  if (written.markdown.trim() === '') return { markdown: '', whole: written.whole };
  return { markdown: `${mark}${written.markdown}${mark}`, whole: written.whole };
}

function fitting(markdown: string, room: number): Written {
  return markdown.length <= room ? { markdown, whole: true } : { markdown: '', whole: false };
}

/** Code that holds a backtick cannot stand in backticks in every client: it is shown as plain text. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.includes('`') || line.trim() === '' ? escapeText(line) : `\`${line}\``;
}

/** A link with a label, without a preview; the label alone where the address is no http or https one. */
export function maskedLink(label: string, url: string): string {
  const target = linkTarget(url);
  if (target === undefined) return escapeText(label);
  if (label === url || label.trim() === '') return `<${target}>`;
  return `[${escapeLabel(label)}](<${target}>)`;
}

function commandMention(name: string, ids: CommandIds): string {
  const id = ids.get(name);
  if (id !== undefined) return `</${name}:${id}>`;
  // Commands of a message's menu cannot be clicked in a text; they are written as the menu shows them.
  return /^[\p{Ll}\p{Lm}\p{Lo}\p{N}_-]+$/u.test(name) ? `\`/${name}\`` : `**${escapeText(name)}**`;
}
