import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId, Passage, PassageId, Span } from '../../src/corpus/model.ts';
import { focusOf, mergeSpans } from '../../src/search/spans.ts';

const span = fc
  .tuple(fc.nat(50), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]): Span => [start, start + length]);
const covered = (spans: readonly Span[]) =>
  new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));

describe('mergeSpans', () => {
  it('orders spans, joins those that overlap, and covers what they covered', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const merged = mergeSpans(spans);
        for (const [index, [start]] of merged.entries()) {
          if (index > 0) expect(start).toBeGreaterThan(merged[index - 1]?.[1] ?? 0);
        }
        expect(covered(merged)).toEqual(covered(spans));
      }),
    );
  });
});

describe('focusOf', () => {
  const text = 'One fog. Two fogs. Three fogs.';
  const passage = (sentences: readonly Span[]): Passage => ({
    id: 'log#1' as PassageId,
    article: 'log' as ArticleId,
    number: 1,
    text,
    sentences,
  });
  const sentences: readonly Span[] = [
    [0, 8],
    [9, 18],
    [19, 30],
  ];

  it.each<[string, readonly Span[], Span]>([
    [
      'the sentence with the most highlights',
      [
        [9, 12],
        [13, 17],
        [25, 29],
      ],
      [9, 18],
    ],
    [
      'the first of equals',
      [
        [13, 17],
        [25, 29],
      ],
      [9, 18],
    ],
    ['the first sentence where nothing is highlighted', [], [0, 8]],
  ])('gives %s', (_, highlights, expected) => {
    expect(focusOf(passage(sentences), highlights)).toEqual(expected);
  });

  it('gives the whole text where no sentence is known', () => {
    expect(focusOf(passage([]), [])).toEqual([0, text.length]);
  });
});
