import type { APIEmbed } from 'discord.js';
import type { Answered, Citation } from '../answer/answer.ts';
import { formatPublished } from '../command/date.ts';
import type { AnswerReply } from '../command/reply.ts';
import { disagreementLines, figureLines } from './figure-lines.ts';
import { headingEmbed } from './heading.ts';
import { LIMITS } from './limits.ts';
import { type CommandIds, toMarkdown } from './markdown.ts';
import { LONGEST_FRAME, passageEmbed, passageFrame, passageText } from './passage-embed.ts';
import { refusalText } from './refusal.ts';
import { shareRoom } from './share.ts';

/** How many passages a page shows where the reply does not say. */
const USUAL_PAGE = 5;
/** One of Discord's ten embeds is for what stands above the passages, one for a long question. */
const LARGEST_PAGE = LIMITS.embeds - 2;
/** Room for the parts above the passages, in UTF-16 units. */
const FIGURES = 900;
const DISAGREEMENTS = 700;
const LONGEST_NOTE = 300;
const LONGEST_SUMMARY = FIGURES + DISAGREEMENTS + LONGEST_NOTE + 100;
const LONGEST_QUESTION = 1200;
/** What is left to the text of a passage in the worst case. */
const SHORTEST_TEXT = 80;

/** The passages that stand on the page of a reply. */
export interface Page {
  readonly citations: readonly Citation[];
  /** `1–5 of 14`, or empty where all are shown. */
  readonly range: string;
}

/** @param largest the most passages that the medium takes. */
export function pageOf(reply: AnswerReply, answer: Answered, largest = LARGEST_PAGE): Page {
  const total = answer.passages.length;
  const offset = Math.min(Math.max(0, reply.offset ?? 0), Math.max(0, total - 1));
  const size = Math.min(Math.max(1, reply.pageSize ?? USUAL_PAGE), largest);
  const citations = answer.passages.slice(offset, offset + size);
  const range = citations.length === total ? '' : `${offset + 1}–${offset + citations.length} of ${total}`;
  return { citations, range };
}

/** `As of 7 June 2017 · passages 1–5 of 14`: under every answer. */
export function asOfLine(answer: Answered, page: Page): string {
  const range = page.range === '' ? '' : ` · passages ${page.range}`;
  return `As of ${formatPublished(answer.asOf)}${range}`;
}

/**
 * An answer as embeds: what was asked with the figures and what the sources differ about, then a passage each.
 * All passages of the page are shown; where they are long together, the longest are cut.
 */
export function answerEmbeds(reply: AnswerReply, ids: CommandIds): APIEmbed[] {
  const { answer } = reply;
  const note = reply.note === undefined ? '' : toMarkdown(reply.note, LONGEST_NOTE, ids);
  if (answer.status === 'unanswered') {
    const refusal = refusalText(answer, (reply.actions ?? []).length > 0);
    return compose(headingEmbed(reply.heading, LONGEST_QUESTION), { description: paragraphs(refusal, note) });
  }
  const page = pageOf(reply, answer);
  const frames = page.citations.map(passageFrame);
  const least = frames.length * (LONGEST_FRAME + SHORTEST_TEXT) + LONGEST_SUMMARY;
  const heading = headingEmbed(reply.heading, Math.min(LONGEST_QUESTION, LIMITS.embedTotal - least));

  const figures = figureLines(answer.figures, FIGURES);
  const differing = disagreementLines(answer.disagreements, answer.figures, DISAGREEMENTS);
  const summary = paragraphs(note, figures, differing);
  const footer = asOfLine(answer, page);
  const head = compose(heading, {
    ...(summary === '' ? {} : { description: summary }),
    footer: { text: footer },
  });

  const spent = embedLength(head) + frames.reduce((sum, frame) => sum + frame.length, 0);
  const needs = frames.map(({ citation, before, after }) => {
    const most = LIMITS.embedDescription - before.length - after.length;
    return passageText(citation, most).length;
  });
  const shares = shareRoom(needs, LIMITS.embedTotal - spent);
  return [...head, ...frames.map((frame, index) => passageEmbed(frame, shares[index] ?? 0))];
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The heading and what follows in one embed, or in two where the heading needs a description of its own. */
function compose(heading: ReturnType<typeof headingEmbed>, rest: APIEmbed): APIEmbed[] {
  return 'author' in heading ? [{ ...heading, ...rest }] : [heading, rest];
}

/** What counts towards Discord's limit over all embeds. */
export function embedLength(embeds: readonly APIEmbed[]): number {
  return embeds.reduce(
    (sum, { title, description, author, footer, fields }) =>
      sum +
      (title?.length ?? 0) +
      (description?.length ?? 0) +
      (author?.name.length ?? 0) +
      (footer?.text.length ?? 0) +
      (fields ?? []).reduce((inner, field) => inner + field.name.length + field.value.length, 0),
    0,
  );
}
