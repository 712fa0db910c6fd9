import type { APIEmbed } from 'discord.js';
import type { DocumentReply } from '../command/reply.ts';
import { cutPlain, escapeWithin } from './cut.ts';
import { escapeText, plainLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import { linkTarget } from './link.ts';
import { type CommandIds, maskedLink, toMarkdown } from './markdown.ts';

const TITLE = 240;
const FOOTER = 200;

/** A document as embeds: its title and lead, then its sections, as many embeds as their length needs. */
export function documentEmbeds(reply: DocumentReply, ids: CommandIds): APIEmbed[] {
  const title = escapeWithin(plainLine(reply.title), TITLE).markdown || '…';
  const url = reply.url === undefined ? undefined : linkTarget(reply.url);
  const footer = cutPlain(plainLine(reply.footer ?? ''), FOOTER);
  const pages = paginate(blocks(reply, ids), LIMITS.embedTotal - title.length - footer.length);
  const embeds: APIEmbed[] = pages.map((description) => ({ description }));
  const first = { title, ...(url === undefined ? {} : { url }), ...embeds[0] };
  const all = [first, ...embeds.slice(1)];
  const last = all.pop() ?? first;
  return [...all, footer === '' ? last : { ...last, footer: { text: footer } }];
}

/** A document as one text within Discord's 2,000 characters. */
export function plainDocument(reply: DocumentReply, ids: CommandIds): string {
  const title = cutPlain(plainLine(reply.title) || '…', TITLE / 2);
  const heading =
    reply.url === undefined ? `**${escapeText(title)}**` : `**${maskedLink(title, reply.url)}**`;
  const footer = escapeText(cutPlain(plainLine(reply.footer ?? ''), FOOTER));
  const top = heading.length > LIMITS.content / 2 ? `**${escapeText(title)}**` : heading;
  const room = LIMITS.content - top.length - footer.length - 2;
  const body = paginate(blocks(reply, ids), room).slice(0, 1);
  return [top, ...body, footer].filter((part) => part !== '').join('\n');
}

/** Writes one part of a document within the room that is left. */
type Block = (room: number) => string;

function blocks(reply: DocumentReply, ids: CommandIds): Block[] {
  const lead = reply.lead;
  const sections = reply.sections.map(({ heading, body }): Block => {
    const top = heading === undefined ? '' : `**${escapeWithin(plainLine(heading), 200).markdown}**\n`;
    return (room) => (room <= top.length + 20 ? '' : top + toMarkdown(body, room - top.length, ids));
  });
  return lead === undefined ? sections : [(room) => toMarkdown(lead, room, ids), ...sections];
}

/** Fills descriptions one after another. Once a block had to be cut, nothing follows it. */
function paginate(parts: readonly Block[], total: number): string[] {
  const separator = '\n\n';
  const pages: string[] = [];
  let page = '';
  let left = total;
  for (const part of parts) {
    const whole = part(Number.POSITIVE_INFINITY);
    const gap = page === '' ? 0 : separator.length;
    const room = Math.min(LIMITS.embedDescription - page.length - gap, left - gap);
    if (whole.length <= room) {
      page += (page === '' ? '' : separator) + whole;
      left -= whole.length + gap;
    } else if (page !== '' && whole.length <= Math.min(LIMITS.embedDescription, left)) {
      pages.push(page);
      page = whole;
      left -= whole.length;
    } else {
      const rest = part(room);
      if (rest !== '') page += (page === '' ? '' : separator) + rest;
      break;
    }
  }
  if (page !== '') pages.push(page);
  return pages;
}
