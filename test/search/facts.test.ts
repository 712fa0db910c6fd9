import { describe, expect, it } from 'vitest';
import type { ArticleId, Passage, PassageId } from '../../src/corpus/model.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { createAnalyzer } from '../../src/search/analysis.ts';
import { readFacts } from '../../src/search/facts.ts';
import { language } from './newsroom.ts';

const analyzer = createAnalyzer(language.lexicon, language.vectors, new Map([['Venn', ['the skipper']]]));

function factsOf(text: string) {
  const passage: Passage = {
    id: 'log#1' as PassageId,
    article: 'log' as ArticleId,
    number: 1,
    text,
    sentences: splitSentences(text),
  };
  return readFacts(passage, analyzer, new Set(['2038']));
}

describe('readFacts', () => {
  it('gives each place where a term stands', () => {
    const text = 'Venn denied it. Later the skipper fled.';
    const spans = factsOf(text).occurrences.get('@venn') ?? [];
    expect(spans.map(({ span }) => text.slice(...span))).toEqual(['Venn', 'the skipper']);
  });

  it('counts the words that are no function words, and knows their vectors', () => {
    const { length, vectors, centroid } = factsOf('The ferry was in the fog.');
    expect(length).toBe(2);
    expect(vectors).toHaveLength(2);
    expect(Math.hypot(...centroid)).toBeCloseTo(1, 4);
  });

  it('gives the roles of the figures that it states', () => {
    const roles = [...factsOf('Twelve people were killed and 31 were injured.').figureRoles];
    expect(roles.sort()).toEqual(['injured', 'killed']);
    expect(factsOf('Many were killed.').figureRoles.size).toBe(0);
  });

  it.each([
    ['Ten years ago another ferry burned.', true],
    ['It last burned in 1987.', true],
    ['Since 2011 she sailed for others.', true],
    ['It sank in March 2038.', false],
    ['It sank at dawn.', false],
    ['Flight 4417 was late.', false],
  ])('tells whether %j speaks of another time than the event’s: %s', (text, expected) => {
    expect(factsOf(text).isBackground).toBe(expected);
  });

  it.each(['…', '😀'])('takes %j, which holds no word', (text) => {
    const facts = factsOf(text);
    expect(facts.length).toBe(0);
    expect(facts.occurrences.size).toBe(0);
    expect(Math.hypot(...facts.centroid)).toBe(0);
  });
});
