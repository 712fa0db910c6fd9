import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heedSides } from '../../src/answer/sides.ts';

interface Ranked {
  readonly publisher: string;
  readonly strength: number;
}

const ranked = fc
  .array(
    fc.record({
      publisher: fc.constantFrom('Post', 'Radio', 'Tribune'),
      strength: fc.double({ min: -5, max: 5, noNaN: true }),
    }),
    { maxLength: 20 },
  )
  .map((passages) => [...passages].sort((a, b) => b.strength - a.strength));

const heed = (passages: readonly Ranked[]) => heedSides(passages, ({ publisher }) => publisher);
const publishers = (...passages: readonly (readonly [publisher: string, strength: number])[]) =>
  heed(passages.map(([publisher, strength]) => ({ publisher, strength }))).map(({ publisher }) => publisher);

describe('heedSides', () => {
  it('reorders: drops none, adds none, and keeps the first', () => {
    fc.assert(
      fc.property(ranked, (passages) => {
        const ordered = heed(passages);
        expect(ordered).toHaveLength(passages.length);
        expect(new Set(ordered)).toEqual(new Set(passages));
        expect(ordered[0]).toBe(passages[0]);
      }),
    );
  });

  it('keeps the order within one publisher', () => {
    fc.assert(
      fc.property(ranked, (passages) => {
        for (const publisher of ['Post', 'Radio', 'Tribune']) {
          const of = (list: readonly Ranked[]) => list.filter((passage) => passage.publisher === publisher);
          expect(of(heed(passages))).toEqual(of(passages));
        }
      }),
    );
  });

  it('hears another publisher before one is heard twice, where it speaks nearly as strongly', () => {
    expect(publishers(['Post', 3], ['Post', 2.9], ['Radio', 2.5], ['Tribune', 2.4])).toEqual([
      'Post',
      'Radio',
      'Tribune',
      'Post',
    ]);
  });

  it('hears the stronger one twice where the other speaks far less strongly', () => {
    expect(publishers(['Post', 9], ['Post', 8], ['Radio', 2])).toEqual(['Post', 'Post', 'Radio']);
  });

  it('takes none', () => {
    expect(publishers()).toEqual([]);
  });
});
