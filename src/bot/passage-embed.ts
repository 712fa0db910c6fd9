import type { APIEmbed } from 'discord.js';
import type { Citation } from '../answer/answer.ts';
import { formatPublished } from '../command/date.ts';
import { cutPlain } from './cut.ts';
import { escapeText, plainLine } from './escape.ts';
import { excerpt } from './excerpt.ts';
import { citationLink } from './link.ts';

/** What stands around the passage's text in an embed, and how much of Discord's total it takes. */
export interface PassageFrame {
  readonly citation: Citation;
  readonly author: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly footer: string;
  readonly length: number;
}

/** At most so many UTF-16 units stand around a passage's text. */
export const LONGEST_FRAME = 420;

/** A passage's source and marks, without its text: what every embed of a passage costs at least. */
export function passageFrame(citation: Citation): PassageFrame {
  const { article, passage } = citation;
  const publisher = cutPlain(plainLine(article.publisher), 60);
  const author = `${publisher} · ${formatPublished(article.published)}`;
  const title = shortTitle(article.title);
  const quotation = article.form === 'full';
  const before = quotation
    ? '> “'
    : `*Summary of ${escapeText(cutPlain(plainLine(article.publisher), 40))}’s report:* `;
  const after = quotation ? '”' : '';
  const footer = `¶ ${passage.number}${revision(citation)}`;
  const length = [author, title, before, after, footer].reduce((sum, part) => sum + part.length, 0);
  return { citation, author, title, before, after, footer, length };
}

/**
 * One passage as an embed: publisher and date, the article's title with the link, and the passage. The
 * publisher's own text stands in quotation marks; a summary is named as one and never does.
 *
 * @param room UTF-16 units for the passage's text, marks of emphasis and escapes included.
 */
export function passageEmbed(frame: PassageFrame, room: number): APIEmbed {
  const link = citationLink(frame.citation);
  return {
    author: { name: frame.author },
    title: frame.title,
    ...(link === undefined ? {} : { url: link }),
    description: `${frame.before}${passageText(frame.citation, room)}${frame.after}`,
    footer: { text: frame.footer },
  };
}

/** The passage's text on one line of Markdown. */
export function passageText(citation: Citation, room: number): string {
  return excerpt(citation, room).replace(/\s*\n\s*/g, ' ');
}

/** `Corrected by The Herald, 8 June 2017`, after a separator; empty where no later article revises it. */
export function revision({ revisedBy }: Citation): string {
  if (revisedBy === undefined) return '';
  const verb = revisedBy.kind === 'corrected' ? 'Corrected' : 'Updated';
  const publisher = cutPlain(plainLine(revisedBy.by.publisher), 60);
  return ` · ${verb} by ${publisher}, ${formatPublished(revisedBy.by.published)}`;
}

/** Discord reads inline marks in an embed's title, so it is escaped; a title is at most 100 units then. */
function shortTitle(title: string): string {
  for (let limit = 100; limit > 0; limit -= 10) {
    const escaped = escapeText(cutPlain(plainLine(title) || '…', limit));
    if (escaped.length <= 100) return escaped;
  }
  return '…';
}
