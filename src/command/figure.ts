import type { Disagreement, Figure, Side } from '../answer/answer.ts';
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
 * that is no figure. Parts are left out.
 */
export function formatStated(
  { passage }: Side,
  { about, site }: Pick<Disagreement, 'about' | 'site'>,
  figures: readonly Figure[],
): string | undefined {
  const stated = figures.filter((figure) => figure.role === about && figure.passage.id === passage.id);
  const there = stated.filter((figure) => site !== undefined && figure.site === site);
  const meant = there.length > 0 ? there : stated;
  const whole = meant.filter(({ isPart }) => !isPart);
  const said = new Set((whole.length > 0 ? whole : meant).map(formatFigure));
  return said.size === 0 ? undefined : [...said].join(' or ');
}
