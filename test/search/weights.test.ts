import { describe, expect, it } from 'vitest';
import { CONFIDENCE_WEIGHTS, CONFIDENCE_WEIGHTS_WITHOUT_VECTORS } from '../../src/answer/confidence.ts';
import { strength, WEIGHTS, WEIGHTS_WITHOUT_VECTORS } from '../../src/search/weights.ts';
import { ferrySearcher } from './newsroom.ts';

describe('the weights', () => {
  it.each([
    ['with vectors', WEIGHTS],
    ['without vectors', WEIGHTS_WITHOUT_VECTORS],
    ['of confidence', CONFIDENCE_WEIGHTS],
    ['of confidence without vectors', CONFIDENCE_WEIGHTS_WITHOUT_VECTORS],
  ])('%s are finite numbers', (_, weights) => {
    for (const weight of Object.values(weights)) expect(weight).toBeTypeOf('number');
    expect(Object.values(weights).every(Number.isFinite)).toBe(true);
  });

  it('weigh each signal that ranking reads, and no other', async () => {
    const { searcher } = await ferrySearcher();
    const [best] = (await searcher.search('how many people were killed')).passages;
    const read = Object.keys(best?.signals ?? {}).sort();
    expect(Object.keys(WEIGHTS).sort()).toEqual(read);
    expect(Object.keys(WEIGHTS_WITHOUT_VECTORS).sort()).toEqual(read);
  });

  it('make the strength of a passage, the sum of its signals', async () => {
    const { searcher } = await ferrySearcher();
    const [best] = (await searcher.search('how many people were killed')).passages;
    if (!best) throw new Error('nothing found');
    expect(best.strength).toBe(strength(best.signals, WEIGHTS_WITHOUT_VECTORS));
    const doubled = { ...best.signals, coverage: best.signals.coverage + 1 };
    expect(strength(doubled, WEIGHTS) - strength(best.signals, WEIGHTS)).toBeCloseTo(WEIGHTS.coverage);
  });
});
