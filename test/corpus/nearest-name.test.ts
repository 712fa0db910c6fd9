import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/corpus/nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['pubisher', 'publisher'],
    ['Publisher', 'publisher'],
    ['tilte', 'title'],
    ['url', 'url'],
    ['colour', undefined],
    ['', undefined],
  ])('takes %j for %j', (written, meant) => {
    expect(nearestName(written, ['title', 'publisher', 'url', 'published'])).toBe(meant);
  });

  it('answers at once for a text of any length', () => {
    expect(nearestName('x'.repeat(100_000), ['title'])).toBeUndefined();
  });
});
