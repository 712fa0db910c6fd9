import type { Disagreement, Figure, Side } from '../answer/answer.ts';
import { type Difference, groupDisagreements } from '../answer/disagreements.ts';
import { namedSpeaker } from '../answer/figures.ts';
import { formatPublished } from '../command/date.ts';
import { formatFigure, formatStated } from '../command/figure.ts';
import { isFigureRole } from '../corpus/model.ts';
import { byPublication } from '../corpus/published.ts';
import { cutPlain } from './cut.ts';
import { escapeText, plainLine } from './escape.ts';
import { maskedLink } from './markdown.ts';
import { shareRoom } from './share.ts';

/** Sources of one figure that are named; of more, the number is said. */
const MOST_NAMED = 3;

/**
 * The figures of an answer as lines of Markdown, by role and then in order of time, so that the last line of a
 * role is its newest. Sources that give the same figure share a line. Figures of a part stand only where nobody
 * counts the whole. Within `limit` UTF-16 units, shared fairly by the roles: the oldest are left out first, and
 * their number is said.
 */
export function figureLines(figures: readonly Figure[], limit: number): string {
  const roles = [...new Set(figures.map((figure) => figure.role))];
  const blocks = roles.map((role) => {
    const ofRole = inOrderOfTime(figures.filter((figure) => figure.role === role));
    const whole = ofRole.filter(({ isPart }) => !isPart);
    return alike(whole.length > 0 ? whole : ofRole).map(figureLine);
  });
  const room = shareRoom(
    blocks.map((lines) => lines.join('\n').length + 1),
    limit,
  );
  return blocks.map((lines, index) => newestWithin(lines, (room[index] ?? 1) - 1, 'figure')).join('\n');
}

function inOrderOfTime(figures: readonly Figure[]): readonly Figure[] {
  const dated = figures.map((figure) => ({ ...figure.article, figure }));
  return byPublication(dated).map(({ figure }) => figure);
}

/** Figures that say the same, put together; each group stands where its newest does. */
function alike(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${formatFigure(figure)} ${figure.site ?? ''}`;
    const known = groups.get(key) ?? [];
    groups.delete(key);
    groups.set(key, [...known, figure]);
  }
  return [...groups.values()];
}

function figureLine(figures: readonly Figure[]): string {
  const newest = figures.at(-1);
  if (newest === undefined) return '';
  const isLatest = figures.some(({ latest }) => latest);
  const note = isLatest ? ' · **latest**' : newest.isPart ? ' · a part' : '';
  const publishers = [...new Set(figures.map(({ article }) => cutPlain(plainLine(article.publisher), 80)))];
  const speaker = publishers.length > 1 ? null : namedSpeaker(newest);
  const who = speaker === null ? '' : ` (${escapeText(cutPlain(plainLine(speaker), 120))})`;
  const source = escapeText(`${listed(publishers)}, ${formatPublished(newest.article.published)}`);
  return `**${escapeText(formatFigure(newest))}**${sitePart(newest.site)}${who} · ${source}${note}`;
}

/** Where it was counted: `, town hall`. */
function sitePart(site: string | undefined): string {
  return site === undefined ? '' : `, ${escapeText(cutPlain(plainLine(site), 60))}`;
}

function listed(names: readonly string[]): string {
  const named = names.slice(-MOST_NAMED);
  const left = names.length - named.length;
  return left === 0 ? named.join(', ') : `${named.join(', ')} and ${left} more`;
}

/** What the sources differ about, a line each, with the passages on all sides and no verdict. */
export function disagreementLines(
  disagreements: readonly Disagreement[],
  figures: readonly Figure[],
  limit: number,
): string {
  const lines = groupDisagreements(disagreements).map((difference) => {
    const linked = differenceLine(difference, figures, true);
    return linked.length <= limit / 2 ? linked : differenceLine(difference, figures, false);
  });
  return oldestWithin(lines, limit, 'difference');
}

/** Passages of one side of a difference that are named; those below show the rest. */
const MOST_SIDES = 4;

function differenceLine(difference: Difference, figures: readonly Figure[], hasLinks: boolean): string {
  const { about, site, sides, denying } = difference;
  const listed = (some: readonly Side[]) => {
    const stated = oneOfEach(
      some.map((side) => ({ ...side, said: formatStated(side, difference, figures) })),
    );
    const named = stated.slice(0, MOST_SIDES).map(({ article, passage, said }) => {
      const publisher = cutPlain(plainLine(article.publisher), 60);
      const source =
        hasLinks && article.url !== undefined ? maskedLink(publisher, article.url) : escapeText(publisher);
      const where = `${source} (${formatPublished(article.published)}, ¶ ${passage.number})`;
      return said === undefined ? where : `${where}: ${escapeText(said)}`;
    });
    const left = stated.length - named.length;
    return [...named, ...(left === 0 ? [] : [`and ${left} more`])].join(' · ');
  };
  // What is no role is the name of a concept, which is for programs to read.
  const topic = isFigureRole(about)
    ? `**Sources differ** on ${escapeText(about)}${sitePart(site)}`
    : '**Sources differ**';
  const denied = denying.length === 0 ? '' : ` — reported as denied: ${listed(denying)}`;
  return `${topic}: ${listed(sides)}${denied}`;
}

/** Of sides that state the same, the first. */
function oneOfEach<One extends { readonly said: string | undefined }>(sides: readonly One[]): readonly One[] {
  const said = sides.map((side) => side.said);
  return sides.filter((_, index) => said[index] === undefined || said.indexOf(said[index]) === index);
}

function newestWithin(lines: readonly string[], limit: number, noun: string): string {
  return bounded([...lines].reverse(), limit, noun, (kept, note) => [note, ...kept.reverse()]);
}

function oldestWithin(lines: readonly string[], limit: number, noun: string): string {
  return bounded(lines, limit, noun, (kept, note) => [...kept, note]);
}

/** As many of the lines, from the first on, as fit with a note on how many do not. */
function bounded(
  lines: readonly string[],
  limit: number,
  noun: string,
  arrange: (kept: string[], note: string) => string[],
): string {
  const noteRoom = 50;
  const whole = arrange([...lines], '').filter((line) => line !== '');
  if (whole.join('\n').length <= limit) return whole.join('\n');
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 > limit - noteRoom) break;
    kept.push(line);
    length += line.length + 1;
  }
  const left = lines.length - kept.length;
  return arrange(kept, `*and ${left} more ${noun}${left === 1 ? '' : 's'}, not shown here*`).join('\n');
}
