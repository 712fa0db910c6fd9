import { describe, expect, it } from 'vitest';
import { balancedAccuracy, type Case, chance, fitLogistic } from '../../bench/quality/logistic.ts';

const cases = (label: boolean, values: readonly number[], weight = 1): readonly Case[] =>
  values.map((value) => ({ vector: [value, 1], yes: label, weight }));

describe('a logistic regression', () => {
  it('tells apart what a signal tells apart, whatever its unit', () => {
    for (const unit of [0.01, 1, 1000]) {
      const all = [...cases(true, [3, 4, 5, 1]), ...cases(false, [0, 1, 2, 4])].map((c) => ({
        ...c,
        vector: c.vector.map((value) => value * unit),
      }));
      const model = fitLogistic(all, { ridge: 1e-9 });
      expect(balancedAccuracy(all, model, 0.5), `unit ${unit}`).toBe(0.75);
    }
  });

  it('gives even odds where both outcomes are alike, however many there are of each', () => {
    const model = fitLogistic([...cases(true, [1, 2, 3]), ...cases(false, [1, 2, 3, 1, 2, 3])]);
    expect(chance(model, [2, 1])).toBeCloseTo(0.5);
  });

  it('heeds cases by their weight', () => {
    const even = [...cases(true, [1]), ...cases(false, [0])];
    const light = fitLogistic([...even, ...cases(true, [0], 0.1)]);
    const heavy = fitLogistic([...even, ...cases(true, [0], 10)]);
    expect(chance(heavy, [0, 1])).toBeGreaterThan(chance(light, [0, 1]));
  });
});
