import type { Figure, Side } from '../answer/answer.ts';
import type { Difference } from '../answer/disagreements.ts';
import { countedAs } from '../answer/figures.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

/** `about 1,200 evacuated`, `30–35 killed`: the figure as the source gives it. */
export function formatFigure(figure: Figure): string {
  const { value, max, qualifier } = figure;
  const number = [value, ...(max === undefined ? [] : [max])].map((end) => NUMBER.format(end)).join('–');
  return [qualifier, number, countedAs(figure)].filter(Boolean).join(' ');
}

/**
 * What a passage states of that which sources differ on, at their place if they differ on one of several; undefined where
 * that is no figure. Parts are left out; where a passage differs from itself, all that it states is told.
 */
export function formatStated(
  { passage }: Side,
  { about, site, sides, denying }: Difference,
  figures: readonly Figure[],
): string | undefined {
  const stated = figures.filter((figure) => figure.role === about && figure.passage.id === passage.id);
  const there = stated.filter((figure) => site !== undefined && figure.site === site);
  const meant = there.length > 0 ? there : stated;
  const whole = meant.filter(({ isPart }) => !isPart);
  const said = [...new Set((whole.length > 0 ? whole : meant).map(formatFigure))];
  return sides.length + denying.length === 1 ? said.join(' or ') || undefined : said[0];
}
