import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescapeText } from '../../src/bot/escape.ts';
import { excerpt } from '../../src/bot/excerpt.ts';
import { citation } from './arbitrary-reply.ts';
import { citationOf } from './citations.ts';
import { liveMarkup } from './live-markup.ts';

const LONG =
  'The first sentence says little. The second names 12 injured. The third goes on. The fourth ends it.';

describe('an excerpt', () => {
  it('is the whole passage where it fits, with what matched in bold', () => {
    expect(excerpt(citationOf('Twelve were injured.', { highlight: 'injured' }), 100)).toBe(
      'Twelve were **injured**.',
    );
  });

  it('keeps whole sentences around the one that answers', () => {
    const cut = excerpt(citationOf(LONG, { focus: '12' }), 60);
    expect(cut).toBe('[…] The second names 12 injured. The third goes on. […]');
  });

  it('shows no omission at an end that is kept', () => {
    expect(excerpt(citationOf(LONG, { focus: 'fourth' }), 40)).toBe('[…] The fourth ends it.');
  });

  it('cuts a sentence that is itself too long between words', () => {
    const cut = excerpt(citationOf(`It ${'very '.repeat(40)}long.`), 30);
    expect(cut).toMatch(/^It (?:very )+\[…\]$/);
    expect(cut.length).toBeLessThanOrEqual(30);
  });

  it('sets neighbouring words in bold together', () => {
    const both = {
      ...citationOf('the death toll rose'),
      highlights: [
        [4, 9],
        [10, 14],
      ] as const,
    };
    expect(excerpt(both, 100)).toBe('the **death toll** rose');
  });

  it('escapes within and beside what is bold', () => {
    expect(excerpt(citationOf('a *b* <@1> c.', { highlight: 'b' }), 100)).toBe('a \\***b**\\* \\<\\@1\\> c.');
  });

  it('quotes word for word, whatever the passage and the room', () => {
    fc.assert(
      fc.property(citation, fc.integer({ min: 40, max: 3000 }), (cited, limit) => {
        const shown = excerpt(cited, limit);
        expect(shown.length).toBeLessThanOrEqual(limit);
        const words = shown.replace(/^\[…\] /, '').replace(/ ?\[…\]$/, '');
        // Marks of emphasis are the only stars that no backslash precedes.
        const text = unescapeText(words.replace(/(\\[^0-9A-Za-z\s])|\*\*/g, '$1'));
        expect(cited.passage.text).toContain(text.trim());
        expect(liveMarkup(words.replace(/(\\[^0-9A-Za-z\s])|\*\*/g, '$1\u0001'))).toEqual([]);
      }),
    );
  });
});
