import type { StatedFigure } from '../language/figures.ts';
import type { DisagreementKind } from './answer.ts';

type Count = Pick<StatedFigure, 'value' | 'max' | 'qualifier'>;

/** How far "about" and "nearly" reach, as shares of the value. */
const ABOUT = 0.1;
const NEARLY = [0.1, 0.05] as const;

/** How two figures differ, or undefined where both can hold as they are written. */
export function differenceOf(one: Count, other: Count): DisagreementKind | undefined {
  if (one.value === other.value && one.max === other.max) return undefined;
  const [a, b] = [rangeOf(one), rangeOf(other)];
  if (a.from > b.to || b.from > a.to) return 'incompatible';
  const isRough = ({ qualifier }: Count) => qualifier === 'about' || qualifier === 'nearly';
  // "Between four and five" says less than "four".
  if ((one.max === undefined) !== (other.max === undefined)) return 'imprecise';
  if (isRough(one) === isRough(other)) return undefined;
  const [rough, firm] = isRough(one) ? [one, other] : [other, one];
  // "At least 60" leaves "about 70" open, and stands against "about 58".
  const { from, to } = rangeOf(firm);
  return rough.value === firm.value || (from < to && rough.value >= from && rough.value <= to)
    ? undefined
    : 'imprecise';
}

/** The values that a figure leaves open. */
function rangeOf({ value, max, qualifier }: Count): { readonly from: number; readonly to: number } {
  if (max !== undefined) return { from: value, to: max };
  switch (qualifier) {
    case 'about':
      return { from: value * (1 - ABOUT), to: value * (1 + ABOUT) };
    case 'nearly':
      return { from: value * (1 - NEARLY[0]), to: value * (1 + NEARLY[1]) };
    case 'at least':
      return { from: value, to: Number.POSITIVE_INFINITY };
    case 'more than':
      return { from: value + 1, to: Number.POSITIVE_INFINITY };
    case 'at most':
      return { from: 0, to: value };
    case 'fewer than':
      return { from: 0, to: value - 1 };
    default:
      return { from: value, to: value };
  }
}
