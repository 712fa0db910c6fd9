import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberScale, numberWord, ordinalWord } from '../../src/language/number-words.ts';

describe('numberWord', () => {
  it.each([
    ['zero', 0],
    ['one', 1],
    ['twelve', 12],
    ['nineteen', 19],
    ['forty', 40],
    ['twenty-three', 23],
    ['ninety-nine', 99],
    ['ten-five', undefined],
    ['twenty-zero', undefined],
    ['twenty-eleven', undefined],
    ['twenty-one-year', undefined],
    ['-', undefined],
    ['', undefined],
    ['someone', undefined],
    ['7', undefined],
    ['constructor', undefined],
  ])('reads %j as %j', (word, value) => {
    expect(numberWord(word)).toBe(value);
  });
});

describe('numberScale', () => {
  it.each([
    ['hundred', 100],
    ['thousand', 1000],
    ['million', 1_000_000],
    ['ten', undefined],
  ])('reads %j as %j', (word, value) => {
    expect(numberScale(word)).toBe(value);
  });
});

describe('ordinalWord', () => {
  it.each([
    ['first', 1],
    ['twelfth', 12],
    ['3rd', 3],
    ['22nd', 22],
    ['rd', undefined],
    ['three', undefined],
  ])('reads %j as %j', (word, value) => {
    expect(ordinalWord(word)).toBe(value);
  });

  it('reads any number with an ending', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('st', 'nd', 'rd', 'th'), (value, ending) => {
        expect(ordinalWord(`${value}${ending}`)).toBe(value);
      }),
    );
  });
});
