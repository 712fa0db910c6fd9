import type { Disagreement, Figure } from '../answer/answer.ts';
import { groupDisagreements } from '../answer/disagreements.ts';
import { byPublication } from '../corpus/published.ts';
import { cutPlain } from './cut.ts';
import { formatPublished } from './date.ts';
import { escapeText, plainLine } from './escape.ts';
import { maskedLink } from './markdown.ts';

/** `about 40 injured`, `30–35 killed`: the figure as the source gives it. */
export function formatFigure(figure: Figure): string {
  const value = figure.max === undefined ? `${figure.value}` : `${figure.value}–${figure.max}`;
  return [figure.qualifier, value, figure.role].filter(Boolean).join(' ');
}

/**
 * The figures of an answer as lines of Markdown, by role and then in order of time, so that the last line of a
 * role is its newest. Within `limit` UTF-16 units: the oldest are left out first, and their number is said.
 */
export function figureLines(figures: readonly Figure[], limit: number): string {
  const roles = [...new Set(figures.map((figure) => figure.role))];
  const ordered = roles.flatMap((role) => inOrderOfTime(figures.filter((figure) => figure.role === role)));
  return newestWithin(ordered.map(figureLine), limit, 'figure');
}

function inOrderOfTime(figures: readonly Figure[]): readonly Figure[] {
  const dated = figures.map((figure) => ({ ...figure.article, figure }));
  return byPublication(dated).map(({ figure }) => figure);
}

function figureLine(figure: Figure): string {
  const { article } = figure;
  const who =
    figure.attribution === null ? '' : ` (${escapeText(cutPlain(plainLine(figure.attribution), 120))})`;
  const source = escapeText(
    `${cutPlain(plainLine(article.publisher), 80)}, ${formatPublished(article.published)}`,
  );
  const note = figure.latest ? ' · **latest**' : figure.isPart ? ' · a part' : '';
  return `**${escapeText(formatFigure(figure))}**${who} · ${source}${note}`;
}

/** What the sources differ about, a line each, with the passages on all sides and no verdict. */
export function disagreementLines(
  disagreements: readonly Disagreement[],
  figures: readonly Figure[],
  limit: number,
): string {
  const lines = groupDisagreements(disagreements).map((disagreement) => {
    const sides = disagreement.sides.map((side) => {
      const { article, passage } = side;
      const figure = figures.find((f) => f.passage.id === passage.id && f.role === disagreement.about);
      const publisher = cutPlain(plainLine(article.publisher), 80);
      const source = article.url === undefined ? escapeText(publisher) : maskedLink(publisher, article.url);
      const said = figure === undefined ? '' : `: ${escapeText(formatFigure(figure))}`;
      return `${source} (${formatPublished(article.published)}, ¶ ${passage.number})${said}`;
    });
    const topic = `**Sources differ** on ${escapeText(cutPlain(plainLine(disagreement.about), 80))}`;
    const note = disagreement.kind === 'denied' ? ' (one reports what another reports as denied)' : '';
    return `${topic}${note}: ${sides.join(' · ')}`;
  });
  return oldestWithin(lines, limit, 'difference');
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
