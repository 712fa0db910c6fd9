import type { Disagreement, Figure, Side } from '../answer/answer.ts';
import { countedAs } from '../answer/figures.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

/** `about 1,200 evacuated`, `30–35 killed`: the figure as the source gives it. */
export function formatFigure(figure: Pick<Figure, 'role' | 'value' | 'max' | 'qualifier'>): string {
  const { value, max, qualifier } = figure;
  const number = [value, ...(max === undefined ? [] : [max])].map((end) => NUMBER.format(end)).join('–');
  return [qualifier, number, countedAs(figure)].filter(Boolean).join(' ');
}

/**
 * What a passage states of that which sources differ on: the figure that differs; else, where such figures are denied, the first
 * that it gives of those. Undefined where it is none, or a sum that the passage does not state.
 */
export function formatStated(
  { passage, figure }: Side,
  { about, kind }: Pick<Disagreement, 'about' | 'kind'>,
  figures: readonly Figure[],
): string | undefined {
  const isDenied = ({ role, passage: { id } }: Figure) =>
    kind === 'denied' && role === about && id === passage.id;
  const stated = figure ?? figures.find(isDenied);
  return stated && formatFigure(stated);
}
