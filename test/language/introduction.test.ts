import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { introduces } from '../../src/language/introduction.ts';
import { anyText } from './any-text.ts';

const tells = (text: string, name = 'roe') => introduces(text, name.split(' '));

describe('a text tells who bears a name', () => {
  it.each([
    'The harbour master, Ilse Roe, blamed the fog.',
    'The harbour master Ilse Roe blamed the fog.',
    'The Mayor, Ilse Roe, blamed the fog.',
    'Police chased her, Commissioner Ilse Roe said.',
    'It sank, said Harbour Master Roe.',
    'Ilse Roe, 43, was steering.',
    'Ilse Roe (43) was steering.',
    'Ilse Roe, who steers the ferry, wept.',
    'Ilse Roe, the harbour master, wept.',
    'Ilse Roe, head of the harbour, wept.',
    'Ilse Roe is the harbour master.',
    "Ilse Roe, Norland's harbour master, wept.",
    'Ilse Roe, deputy harbour master, wept.',
    'Ilse Roe, aged 43, wept.',
    'Ilse Roe of the harbour council wept.',
    'The foreign minister, Ilse Al-Roe, wept.',
    'The fog was blamed by harbour master Ilse Roe.',
  ])('in %j', (text) => {
    expect(tells(text)).toBe(true);
  });

  it.each([
    'It sank at dawn, Roe said, according to the radio.',
    'It sank at dawn, according to Ilse Roe.',
    'Roe blamed the fog.',
    'In the harbour, Ilse Roe wept.',
    'Mr Roe blamed the fog.',
    'They called Ilse Roe at dawn.',
    'Yesterday Roe wept.',
    'The letter lists Roe.',
    'They had blamed Roe, the radio said.',
    'The master of the harbour blamed the fog.',
    'The roebuck, a boat, sank.',
    '',
  ])('but not in %j', (text) => {
    expect(tells(text)).toBe(false);
  });

  it('but not by words of the name itself', () => {
    expect(tells('Hunter Roe wept.', 'hunter roe')).toBe(false);
  });

  it('whatever the text and the name', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, name) => {
        expect(introduces(text, [name])).toBeTypeOf('boolean');
      }),
    );
  });
});
