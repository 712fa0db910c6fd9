import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, DIMENSIONS, loadWordVectors } from '../../src/language/word-vectors.ts';

const vectors = await loadWordVectors();
const length = (vector: Float32Array | undefined) => Math.hypot(...(vector ?? []));
const likeness = (one: string, other: string) =>
  cosine(vectors.of(one) ?? new Float32Array(), vectors.of(other) ?? new Float32Array());

describe('word vectors', () => {
  it('have length 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...vectors.words), (word) => {
        expect(vectors.of(word)).toHaveLength(DIMENSIONS);
        expect(length(vectors.of(word))).toBeCloseTo(1, 4);
      }),
    );
  });

  it.each([
    ['killed', 'dead', 'soup'],
    ['ferry', 'boat', 'minister'],
    ['monday', 'tuesday', 'fog'],
  ])('put %s nearer to %s than to %s', (word, near, far) => {
    expect(likeness(word, near)).toBeGreaterThan(likeness(word, far));
  });

  it.each(['', 'qwertzu', 'Ferry', '__proto__', '\n'])('know no %j', (word) => {
    expect(vectors.of(word)).toBeUndefined();
  });

  it('tell how rare a word is, from 0 to 1', () => {
    expect(vectors.rarity('the')).toBeLessThan(vectors.rarity('ferry'));
    expect(vectors.rarity('ferry')).toBeLessThan(vectors.rarity('qwertzu'));
    for (const word of ['the', 'ferry', 'qwertzu', vectors.words.at(-1) ?? '']) {
      expect(vectors.rarity(word)).toBeGreaterThanOrEqual(0);
      expect(vectors.rarity(word)).toBeLessThanOrEqual(1.001);
    }
  });

  it('have a centroid of length 1, in which rare words count most', () => {
    const centroid = vectors.centroid(['the', 'ferry']);
    expect(length(centroid)).toBeCloseTo(1, 4);
    expect(cosine(centroid, vectors.of('ferry') ?? centroid)).toBeGreaterThan(
      cosine(centroid, vectors.of('the') ?? centroid),
    );
  });

  it.each([[[]], [['qwertzu']]])('have a centroid of zeros for %j', (words) => {
    expect(length(vectors.centroid(words))).toBe(0);
  });

  it('are refused where their files are missing', async () => {
    await expect(loadWordVectors(import.meta.dirname)).rejects.toThrow('words.txt');
  });
});
