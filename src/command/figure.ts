import type { Disagreement, Figure, Side } from '../answer/answer.ts';
import { countedAs } from '../answer/figures.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

/** `about 1,200 evacuated`, `30–35 killed`: the figure as the source gives it. */
export function formatFigure(figure: Figure): string {
  const { value, max, qualifier } = figure;
  const number = [value, ...(max === undefined ? [] : [max])].map((end) => NUMBER.format(end)).join('–');
  return [qualifier, number, countedAs(figure)].filter(Boolean).join(' ');
}

/** What a passage states of that which sources differ on; undefined where that is no figure. Parts are left out. */
export function formatStated(
  { passage }: Side,
  { about }: Pick<Disagreement, 'about'>,
  figures: readonly Figure[],
): string | undefined {
  const stated = figures.filter((figure) => figure.role === about && figure.passage.id === passage.id);
  const whole = stated.filter(({ isPart }) => !isPart);
  const said = new Set((whole.length > 0 ? whole : stated).map(formatFigure));
  return said.size === 0 ? undefined : [...said].join(' and ');
}
