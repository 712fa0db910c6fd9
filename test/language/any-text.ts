import fc from 'fast-check';

/** Texts as anyone may type them: words, marks, emoji, other scripts, lone surrogates, control characters. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'US',
          'IS',
          'the',
          'us',
          'who',
          'killed',
          'twenty-one',
          'people’s',
          'U.S.',
          'how many',
        ),
        fc.constantFrom('-', '’', "'", '.', ',', '?', ' ', '\n', '😀', 'ﷺ', 'ﾞ', 'کجا', '\ud83d', '\u0301'),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join('')),
);
