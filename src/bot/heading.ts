import type { APIEmbed } from 'discord.js';
import { escapeWithin, OMISSION } from './cut.ts';
import { plainLine, unescapeText } from './escape.ts';
import { LIMITS } from './limits.ts';

/**
 * Where an answer shows what it answers, so that a button on it can find the question again: the first embed's
 * author (plain, to 256 units), its description where the question is longer, or the first line in bold where
 * there are no embeds. A question too long even for that is shown cut, and is not found again.
 */
export type HeadingEmbed = { readonly author: { readonly name: string } } | { readonly description: string };

/** @param room UTF-16 units for a question that is too long for an author line. */
export function headingEmbed(heading: string, room: number): HeadingEmbed {
  const line = plainLine(heading);
  if (line === '') return { author: { name: '(nothing asked)' } };
  if (line.length <= LIMITS.embedAuthor) return { author: { name: line } };
  return { description: longHeading(line, room) };
}

/** The first line of an answer in plain text. */
export function headingLine(heading: string, room: number): string {
  const line = plainLine(heading);
  return line === '' ? '' : `**${longHeading(line, room - 4)}**`;
}

/** What `headingEmbed` or `headingLine` put into a message, or undefined where it stands there cut. */
export function readHeading(message: {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
}): string | undefined {
  const [first] = message.embeds;
  if (first?.author !== undefined) return first.author.name;
  const shown = first?.description ?? /^\*\*(.+)\*\*$/m.exec(message.content.split('\n')[0] ?? '')?.[1];
  return shown === undefined || shown.endsWith(OMISSION) ? undefined : unescapeText(shown);
}

function longHeading(line: string, room: number): string {
  const { markdown, end } = escapeWithin(line, room);
  return end === line.length ? markdown : `${escapeWithin(line, room - 4).markdown.trimEnd()} ${OMISSION}`;
}
