import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedName } from '../../src/language/asked-name.ts';
import { anyText } from './any-text.ts';

const NAMES = new Set(['ilse', 'roe', "o'dell", 'dr', 'severine']);
const isName = (word: string) => NAMES.has(word);

describe('who somebody is', () => {
  it.each([
    ['who is Roe', 'Roe'],
    ['who was ilse roe?', 'ilse roe'],
    ['and who is Dr. Roe', 'Dr. Roe'],
    ['WHO IS O’Dell?!', 'O’Dell'],
    ['who is Séverine', 'Séverine'],
  ])('is asked of the name alone: %s', (question, name) => {
    expect(askedName(question, isName)).toBe(name);
  });

  it.each([
    'who is the mayor',
    'who is roe married to',
    'who is responsible',
    'what did roe say',
    'who did roe blame',
    'roe',
    'who is',
    'who is ...',
    '',
  ])('is not what is asked by %j', (question) => {
    expect(askedName(question, isName)).toBe(question);
  });

  it('is part of the question, whatever that is', () => {
    fc.assert(
      fc.property(anyText, (text) =>
        text.includes(askedName(`who is ${text}`, () => true).replace(/^who is /, '')),
      ),
    );
  });
});
