import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STOP_WORDS } from '../../src/language/stop-words.ts';
import { createSpeller, typingDistance } from '../../src/search/spelling.ts';
import { anyText } from '../language/any-text.ts';
import { language } from './newsroom.ts';

const ofEnglish = language.vectors.words;
const ofArticles = new Map([
  ['khamenei', 5],
  ['mcuh', 2],
  ['alkyon', 9],
  ['helicopter', 3],
  ['hospital', 8],
  ['explosives', 2],
  ['steering', 1],
]);
const { mend: spell, knows } = createSpeller({ ofArticles, ofEnglish });

describe('a speller', () => {
  it.each([
    ['a letter left out', 'khameni', 'khamenei'],
    ['a letter doubled', 'hosspital', 'hospital'],
    ['letters swapped', 'hopsital', 'hospital'],
    ['the first two letters swapped', 'lakyon', 'alkyon'],
    ['a neighbour on the keyboard', 'hospitsl', 'hospital'],
    ['a wrong first letter', 'gospital', 'hospital'],
    ['the first letter left out', 'ospital', 'hospital'],
    ['several slips', 'helicoptre at the hosptial', 'helicopter at the hospital'],
    ['capitals', 'KHAMENI', 'khamenei'],
    ['a word cut short', 'helicopt', 'helicopter'],
    ['a slip in a word that only English has', 'governmnt', 'government'],
    ['a slip by which a rarer word would be as near', 'recived', 'received'],
    ['a letter left out of an ending', 'happend', 'happened'],
    ['the first two letters swapped in a word of everyday English', 'omre', 'more'],
  ])('mends %s', (_, typed, meant) => {
    expect(spell(typed)).toBe(meant);
  });

  it.each([
    'how many were at the hospital?',
    'hospice and helium',
    'the US, IS & WHO',
    'xq zqx',
    'café Malmö',
    'did anything happen in Yazd',
    'zzzzqqqqxxxx',
    '12:30 on 2031-03-14',
    'паром',
    '',
  ])('leaves %j as it is', (typed) => {
    expect(spell(typed)).toBe(typed);
  });

  it('takes a name with an s behind it for the name, however near a word of English is', () => {
    const { mend } = createSpeller({ ofArticles: new Map([['brede', 1]]), ofEnglish });
    expect(mend('when did st bredes close')).toBe('when did st brede close');
  });

  it('takes no word of English for such a name', () => {
    const { mend } = createSpeller({
      ofArticles: new Map([
        ['again', 5],
        ['against', 5],
      ]),
      ofEnglish,
    });
    expect(mend('agains the wall')).toBe('against the wall');
  });

  it.each(['who texted her', 'that fella with the cheaters', 'what got chucked', 'penalised mums'])(
    'bends no rare word of English towards a common one: %s',
    (typed) => {
      expect(createSpeller({ ofArticles, ofEnglish, rare: language.words }).mend(typed)).toBe(typed);
    },
  );

  it('takes a name of the event for no slip', () => {
    expect(spell('how mcuh at mcuh')).toBe('how mcuh at mcuh');
    expect(createSpeller({ ofArticles: new Map([['much', 1]]), ofEnglish }).mend('how mcuh')).toBe(
      'how much',
    );
  });

  it('keeps everything around a mended word', () => {
    expect(spell('  “Khameni’s” (hosptial)?! 😀')).toBe('  “khamenei” (hospital)?! 😀');
  });

  it('never bends a word of English towards the articles', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ofEnglish, ...STOP_WORDS), (word) => {
        expect(spell(`x ${word} y`)).toBe(`x ${word} y`);
      }),
      { numRuns: 2000 },
    );
  });

  it('never bends a word of the articles', () => {
    for (const word of ofArticles.keys()) expect(spell(word)).toBe(word);
  });

  it.each([
    ['mcuh', true],
    ['much', true],
    ['whereas', true],
    ['qwzxv', false],
    ['погибло', false],
  ])('knows %s: %s', (word, isKnown) => {
    expect(knows(word)).toBe(isKnown);
  });

  it('takes any text, and mends nothing twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const mended = spell(text);
        expect(spell(mended)).toBe(mended);
      }),
    );
  });

  it('looks at a few unknown words of a long question and leaves the rest', () => {
    const typed = `${'zqxwv '.repeat(12)}hosptial`;
    expect(spell(typed)).toBe(typed);
    expect(spell('zqxwv hosptial')).toBe('zqxwv hospital');
  });
});

describe('typingDistance', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/);

  it('is 0 between a word and itself alone, and never below', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingDistance(a, a)).toBe(0);
        if (a !== b) expect(typingDistance(a, b)).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['swapped letters', 'hospital', 'hosptial', 'hosptixl'],
    ['neighbouring keys', 'hospital', 'hospitsl', 'hospitxl'],
    ['a doubled letter', 'hospital', 'hosspital', 'hoszpital'],
    ['a slip behind the first letter', 'hospital', 'hozpital', 'zospital'],
    ['a letter left out', 'hospital', 'hospial', 'hospixal'],
  ])('is less for %s than for another slip', (_, meant, likely, unlikely) => {
    expect(typingDistance(likely, meant)).toBeLessThan(typingDistance(unlikely, meant));
  });

  it('counts no wrong first letter where the first two are swapped', () => {
    expect(typingDistance('ohspital', 'hospital')).toBe(typingDistance('hopsital', 'hospital'));
  });

  it('is endless between words of very different length', () => {
    expect(typingDistance('fog', 'hospital')).toBe(Number.POSITIVE_INFINITY);
  });
});
