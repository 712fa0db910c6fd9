import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCode } from '../../src/language/code.ts';
import { anyText } from './any-text.ts';

describe('a text without code', () => {
  it.each([
    ['a statement', 'let ferry = harbour.ships[0]; ferry.sink();'],
    ['a loop', 'while (tide < 3) { tide += wave(); }'],
    ['a block', '```js\nsail();\n```'],
    ['a block without its end', '```\nsail() && anchor()'],
    ['a record', '{"ferry": "Alkyon", "dead": 9}'],
    ['commands', 'cd harbour && ls -la'],
    ['a link', 'https://example.org/harbour?day=2'],
    ['an invitation', 'discord.gg/harbour'],
    ['a mention', '<@1234> <#5678> <@&9>'],
    ['a sum', '12 + 30'],
    ['a sum to be worked out', "what's 7 * (6 + 1)?"],
  ])('is nothing where it is %s', (_, text) => {
    expect(withoutCode(text)).toBe('');
  });

  it.each([
    'how many died?!',
    'ferry -> cause of the fire?',
    'dead == 9 or 12?',
    'count(missing)',
    '(who) did it',
    '**when** did it sink',
    'who/why/when',
    '> "we heard a bang" who said that',
    '2031-2034',
    '12/3',
    '9 dead + 4 missing',
    'is 9 + 4 the toll',
    'the mate; the cook; the pilot',
    '{how many} died',
    'is the toll >= 9 or <= 12?',
    '-who did it\n-how many died',
    '<who did it>',
    'what is 9/11',
    '10.30 - 15.00',
    '40',
  ])('is the whole of %j', (text) => {
    expect(withoutCode(text)).toBe(text);
  });

  it.each([
    ['a link', 'is https://example.org/a true, did it sink', 'is true, did it sink'],
    ['tags', '<b>who</b> did it', 'who did it'],
    ['a block of code', 'who did it ```let x = y[0]; x();```', 'who did it'],
    ['the marks of a block of words', '```who did it```', 'who did it'],
    ['the marks of a spoiler', '||how many died||', 'how many died'],
    ['marks of notes', '9 died[1] and 4 are missing[2], right?', '9 died and 4 are missing, right?'],
  ])('is the rest beside %s', (_, text, rest) => {
    expect(withoutCode(text)).toBe(rest);
  });

  it('takes any text, and leaves no more of it than there was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(withoutCode(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    '{'.repeat(50_000),
    '1+'.repeat(50_000),
    '<a'.repeat(50_000),
    '`'.repeat(50_000),
    '-('.repeat(50_000),
    `a${' '.repeat(50_000)}b`,
  ])('takes long texts: %.6j…', (text) => {
    expect(withoutCode(text).length).toBeLessThanOrEqual(text.length);
  });
});
