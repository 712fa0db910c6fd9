import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysed, conceptTerm, createAnalyzer, nameTerm } from '../../src/search/analysis.ts';
import { anyText } from '../language/any-text.ts';
import { language } from './newsroom.ts';

const analyzer = createAnalyzer(
  language.lexicon,
  language.vectors,
  new Map([
    ['Odalric Venn', ['Captain Venn', 'the skipper']],
    ['Venn Line', ['Venn Shipping']],
    ['US', ['United States', 'America']],
    ['Relief', ['who']],
  ]),
);

const names = ({ occurrences }: Analysed, text: string) =>
  occurrences.filter(({ term }) => term.startsWith('@')).map(({ term, span }) => [term, text.slice(...span)]);

describe('an analyzer', () => {
  it.each([
    ['Captain Venn slept.', [['@odalric_venn', 'Captain Venn']]],
    ['captain venn’s cabin', [['@odalric_venn', 'captain venn’s']]],
    ['ODALRIC VENN WAS HELD', [['@odalric_venn', 'ODALRIC VENN']]],
    ['Venn Shipping denied it.', [['@venn_line', 'Venn Shipping']]],
    [
      'The United States and the US',
      [
        ['@us', 'United States'],
        ['@us', 'US'],
      ],
    ],
    ['Tell us who it was.', []],
    ['Venn slept.', []],
  ])('finds the event’s names in %j', (text, expected) => {
    expect(names(analyzer.passage(text), text)).toEqual(expected);
  });

  it('takes of names that overlap the longest', () => {
    const overlapping = createAnalyzer(
      language.lexicon,
      language.vectors,
      new Map([
        ['Union', []],
        ['Coast Union Hospital', ['Union Hospital']],
      ]),
    );
    const text = 'Coast Union Hospital and the Union';
    expect(names(overlapping.passage(text), text)).toEqual([
      ['@coast_union_hospital', 'Coast Union Hospital'],
      ['@union', 'Union'],
    ]);
  });

  it('gives the stem of each word that is no function word', () => {
    const words = analyzer
      .passage('The divers were searching.')
      .occurrences.filter(({ term }) => !/^[@~]/.test(term))
      .map(({ term }) => term);
    expect(words).toEqual(['diver', 'search']);
  });

  it('gives concepts of the lexicon with where they stand', () => {
    const text = 'Twelve people were killed.';
    const [concept] = language.lexicon.inText(analyzer.passage(text).tokens);
    const { occurrences } = analyzer.passage(text);
    expect(occurrences.map(({ term }) => term)).toContain(conceptTerm(concept?.concept ?? ''));
  });

  it('makes terms without spaces of names with any', () => {
    expect(nameTerm('Coast  Union\u00a0Hospital')).toBe('@coast_union_hospital');
  });

  it('gives occurrences that lie in the text, over the words that they name, and no space in a term', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('passage' as const, 'question' as const), (text, way) => {
        const { tokens, occurrences } = analyzer[way](text);
        for (const { term, span, from, to } of occurrences) {
          expect(term).toMatch(/^\S+$/u);
          expect(to).toBeGreaterThan(from);
          expect(span).toEqual([tokens[from]?.start, tokens[to - 1]?.end]);
        }
      }),
    );
  });
});
