import { formatPublished } from '../command/date.ts';
import type { AnswerReply } from '../command/reply.ts';
import { asOfLine, pageOf } from './answer-message.ts';
import { cutPlain } from './cut.ts';
import { escapeText, plainLine } from './escape.ts';
import { disagreementLines, figureLines } from './figure-lines.ts';
import { headingLine } from './heading.ts';
import { LIMITS } from './limits.ts';
import { citationLink } from './link.ts';
import { type CommandIds, maskedLink, toMarkdown } from './markdown.ts';
import { passageText, revision } from './passage-embed.ts';
import { refusalText } from './refusal.ts';
import { shareRoom } from './share.ts';

const HEADING = 500;
const NOTE = 200;
const FIGURES = 300;
const DISAGREEMENTS = 250;
/** An address is left out where it would take the room of the passage. */
const LONGEST_LINK = 220;

/**
 * An answer as one text within Discord's 2,000 characters, for channels where the bot may not embed links. It
 * shows fewer passages at a time, and less of each, than embeds do.
 */
export function plainAnswer(reply: AnswerReply, ids: CommandIds): string {
  const { answer } = reply;
  const heading = headingLine(reply.heading, HEADING);
  const note = reply.note === undefined ? '' : toMarkdown(reply.note, NOTE, ids);
  if (answer.status === 'unanswered') {
    const refusal = refusalText(answer, (reply.actions ?? []).length > 0);
    return joined([heading, refusal, note], '\n');
  }

  const page = pageOf(reply, answer);
  const figures = figureLines(answer.figures, FIGURES);
  const differing = disagreementLines(answer.disagreements, answer.figures, DISAGREEMENTS);
  const asOf = escapeText(asOfLine(answer, page));
  const above = joined([heading, note, figures, differing], '\n');

  const entries = page.citations.map((citation) => {
    const { article } = citation;
    const publisher = cutPlain(plainLine(article.publisher), 40);
    const quotation = article.form === 'full';
    const link = citationLink(citation);
    const short = link !== undefined && link.length <= LONGEST_LINK ? link : undefined;
    const source = short === undefined ? escapeText(publisher) : maskedLink(publisher, short);
    const label = quotation ? '' : ' (summary)';
    const date = `${formatPublished(article.published)}${cutPlain(revision(citation), 80)}`;
    return {
      citation,
      before: `**${source}**${label} · ${escapeText(date)}\n> ${quotation ? '“' : ''}`,
      after: quotation ? '”' : '',
    };
  });

  // Drops the last passages rather than show a few words of each.
  for (let count = entries.length; count > 0; count--) {
    const shown = entries.slice(0, count);
    const left = entries.length - count;
    const omitted =
      left === 0 ? '' : `*${left} more on this page; without the right to embed links I show fewer.*`;
    const frame = joined([above, ...shown.map(({ before, after }) => before + after), omitted, asOf], '\n');
    const room = LIMITS.content - frame.length;
    if (room < 160 * count && count > 1) continue;
    const needs = shown.map(({ citation }) => passageText(citation, LIMITS.content).length);
    const shares = shareRoom(needs, room);
    const passages = shown.map(
      ({ citation, before, after }, index) => before + passageText(citation, shares[index] ?? 0) + after,
    );
    return joined([above, ...passages, omitted, asOf], '\n');
  }
  return joined([above, asOf], '\n');
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}
