import type { Denial } from '../language/stance.ts';
import type { Assertions } from './denial-assertions.ts';
import { type Comparison, LIGHT } from './denial-comparison.ts';
import type { Word } from './denial-sentences.ts';

/** A denial with what stands against it. */
export interface Chained extends Assertions {
  /** Index of the place that denies. */
  readonly at: number;
  readonly denial: Denial;
}

/** Share of the weight of what one denies that another must deny, too. */
const SAME_DENIED = 0.6;

/**
 * Denials of one thing, each with all that is asserted against any of them: "There was no overloading"
 * and "again denied that the ship had been overloaded".
 */
export function chain(found: readonly Chained[], comparison: Comparison): readonly Chained[] {
  return found.map((one) => {
    const alike = found.filter(
      (other) => other !== one && other.at !== one.at && isAlike(one, other, comparison),
    );
    // A passage that denies the same asserts nothing against it.
    const denying = new Set(alike.map(({ at }) => at));
    const sides = [...one.sides, ...alike.flatMap((other) => other.sides)].filter((at) => !denying.has(at));
    return { ...one, sides: [...new Set(sides)] };
  });
}

function isAlike(one: Chained, other: Chained, comparison: Comparison): boolean {
  const terms = (words: readonly Word[]) => new Set(words.map(({ term }) => term));
  const around = terms([...other.context, ...other.surroundings]);
  const isOfOneDenier = [...one.context, ...one.surroundings].some(
    ({ term }) => comparison.isName(term) && around.has(term),
  );
  if (!isOfOneDenier && !(one.denial.isExplicit && other.denial.isExplicit)) return false;
  const needed = isOfOneDenier ? SAME_DENIED : 1;
  const [a, b] = [one, other].map(({ content }) => content.filter(({ term }) => !LIGHT.test(term)));
  return (
    a !== undefined &&
    b !== undefined &&
    (isHeld(a, b, needed, comparison) || isHeld(b, a, needed, comparison))
  );
}

/** Whether what one denies is denied in other words. */
function isHeld(
  words: readonly Word[],
  by: readonly Word[],
  needed: number,
  { weight, isRare }: Comparison,
): boolean {
  if (words.length === 0) return false;
  const terms = new Set(by.map(({ term }) => term));
  const met = words.filter(({ term }) => terms.has(term));
  const sum = (some: readonly Word[]) => some.reduce((total, word) => total + weight(word), 0);
  return (met.length >= 2 || met.some(({ term }) => isRare(term))) && sum(met) >= needed * sum(words);
}
