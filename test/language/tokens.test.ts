import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem, termOf, tokenize } from '../../src/language/tokens.ts';
import { anyText } from './any-text.ts';

const terms = (text: string) => tokenize(text).map(({ term }) => term);
const contentTerms = (text: string) =>
  tokenize(text)
    .filter(({ stop }) => !stop)
    .map(({ term }) => term);

describe('tokenize', () => {
  it.each([
    ['straight and curly apostrophes', "the harbour's crane", 'the harbour’s crane'],
    ['accents', 'café in Malmö', 'cafe in Malmo'],
    ['accents written as marks of their own', 'cafe\u0301', 'café'],
    ['case', 'FERRY sank', 'ferry SANK'],
    ['ligatures and full-width letters', 'ﬁre at ｄａｗｎ', 'fire at dawn'],
    ['inflections', 'explosions wounded', 'explosion wounding'],
    ['number words and digits', 'twenty-three sailors', '23 sailors'],
    ['thousands with a comma', '1,200 sailors', '1200 sailors'],
    ['ordinals', 'the third blast', 'the 3rd blast'],
    ['hyphens and spaces', 'search-and-rescue', 'search and rescue'],
    ['dots of an abbreviation', 'the U.S. navy', 'the US navy'],
    ['an abbreviation without its last dot', 'the U.S navy', 'the US navy'],
    ['an abbreviation in lower case', 'u.s. navy', 'US navy'],
    ['a country and its abbreviation', 'the USA', 'the US'],
  ])('folds %s', (_, one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it.each([
    ['US', 'The US sent divers.', 'They helped us.'],
    ['IS', 'IS said so.', 'It is so.'],
    ['WHO', 'The WHO sent doctors.', 'The man who came.'],
    ['US', 'the US’s divers', 'among us'],
    ['US', 'what did the us say', 'what did they tell us'],
    ['IS', 'an IS-led attack', 'this is led by'],
  ])('keeps %s in capitals apart from the function word', (name, named, plain) => {
    expect(contentTerms(named)).toContain(name);
    expect(contentTerms(plain)).not.toContain(name);
    expect(terms(plain)).not.toContain(name);
  });

  it.each(['US', 'IS', 'WHO', 'US?'])('reads %s by itself as the name', (text) => {
    expect(contentTerms(text)).toEqual([text.replace('?', '')]);
  });

  it('takes capitals for no name where the whole text is in capitals', () => {
    expect(contentTerms('WHO IS BEHIND IT')).toEqual(['behind']);
    expect(contentTerms('WHO TOLD US')).toEqual(contentTerms('who told us'));
  });

  it('keeps the words behind a number word in a hyphenated one', () => {
    expect(terms('a twenty-one-year-old deckhand')).toEqual(['a', '21', 'year', 'old', 'deckhand']);
    expect(terms('a 21-year-old deckhand')).toEqual(['a', '21', 'year', 'old', 'deckhand']);
  });

  it('tells where each word stands, and whether it has a capital', () => {
    const text = 'Captain Ådal’s crew';
    expect(tokenize(text).map(({ start, end, capital }) => [text.slice(start, end), capital])).toEqual([
      ['Captain', true],
      ['Ådal’s', true],
      ['crew', false],
    ]);
  });

  it('splits sentences that lack a space between them', () => {
    expect(tokenize('It sank.Nobody drowned, at 10:30.').map(({ word }) => word)).toEqual([
      'it',
      'sank',
      'nobody',
      'drowned',
      'at',
      '10:30',
    ]);
  });

  it('reads words of other scripts', () => {
    expect(contentTerms('Где паром? کجا 船')).toHaveLength(4);
  });

  it.each(['', ' \n\t', '?!…', '😀🚢', '\ud800'])('finds no word in %j', (text) => {
    expect(tokenize(text)).toEqual([]);
  });

  it('gives spans that lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('gives terms that are neither empty nor hold a space, the mark of a name or of a concept', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term, word } of tokenize(text)) {
          expect(term).toMatch(/^[^\s@~]+$/u);
          expect(word).not.toBe('');
        }
      }),
    );
  });

  it('reads a word alike wherever it stands in a sentence in lower case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        expect(tokenize(`lower ${word} case`)[1]?.term).toBe(word === 'us' ? 'us' : termOf(word));
      }),
    );
  });
});

describe('stem', () => {
  it.each([
    ['bombings', 'bomb'],
    ['injuries', 'injuri'],
    ['killed', 'kill'],
    ['généraux', 'généraux'],
    ['a4', 'a4'],
  ])('makes %s %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
    expect(stem(word)).toBe(expected);
  });
});

describe('termOf', () => {
  it.each([
    ['seven', '7'],
    ['forty-two', '42'],
    ['third', '3.'],
    ['22nd', '22.'],
    ['10,000', '10000'],
    ['10:30', '10:30'],
  ])('makes %s %s', (word, expected) => {
    expect(termOf(word)).toBe(expected);
  });
});
