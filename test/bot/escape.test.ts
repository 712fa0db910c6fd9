import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, plainLine, unescapeText } from '../../src/bot/escape.ts';
import { hostileText } from './arbitrary-reply.ts';
import { liveMarkup } from './live-markup.ts';

describe('escaping', () => {
  it.each([
    ['a mention of everyone', '@everyone', '\\@everyone'],
    ['a mention of a user', '<@123>', '\\<\\@123\\>'],
    ['a clickable command', '</help:1>', '\\</help:1\\>'],
    ['a timestamp', '<t:0:R>', '\\<t\\:0:R\\>'],
    ['a custom emoji', '<a:dance:123>', '\\<a\\:dance:123\\>'],
    ['a named emoji', 'so :smile: there', 'so \\:smile: there'],
    ['a masked link', '[x](http://y.example)', '\\[x\\](http\\://y.example)'],
    ['a bare address', 'see https://a.example', 'see https\\://a.example'],
    ['an invitation', 'discord.gg/abc', 'discord\\.gg/abc'],
    ['a heading', '# big', '\\# big'],
    ['small print', '-# small', '\\-\\# small'],
    ['a quotation', '> said', '\\> said'],
    ['a list item', 'a\n- b\n  - c', 'a\n\\- b\n  \\- c'],
    ['a numbered item', '12. July', '12\\. July'],
    ['a spoiler', '||x||', '\\|\\|x\\|\\|'],
    ['code', '`x`', '\\`x\\`'],
    ['emphasis', '*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['a backslash that would undo an escape', '\\*a*', '\\\\\\*a\\*'],
  ])('kills %s', (_what, text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });

  it.each(['The toll rose to 12.', '10:30 local time', 'a well-known hand-over', 'Maj. Gen. Ito: “no”'])(
    'leaves the ordinary text %j as it is',
    (text) => expect(escapeText(text)).toBe(text),
  );

  it.each([
    ['discord.', 'gg/abc'],
    ['discord', '.gg/abc'],
    ['discord', '.', 'gg/abc'],
    ['disco', 'rd.gg/abc'],
    ['Discordap', 'p.com/invite/abc'],
  ])('kills an invitation in pieces: %s, %s', (...pieces) =>
    expect(liveMarkup(pieces.map(escapeText).join(''))).toEqual([]),
  );

  it('leaves nothing live in any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(liveMarkup(escapeText(text))).toEqual([]);
      }),
    );
  });

  it('leaves nothing live where escaped pieces stand side by side', () => {
    const pieces = fc.array(
      fc.oneof(
        hostileText,
        fc.constantFrom('http', ':', '//', '1', '.', ' x', '-', ':smi', 'le:', '#', '\n'),
        fc.constantFrom('dis', 'cord', 'app', 'discord.', '.gg/abc'),
      ),
    );
    fc.assert(
      fc.property(pieces, (texts) => {
        expect(liveMarkup(texts.map(escapeText).join(''))).toEqual([]);
      }),
    );
  });

  it('reads the same as what was escaped', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
      }),
    );
  });
});

describe('a plain line', () => {
  it('has no line breaks, control characters or changes of writing direction', () => {
    expect(plainLine(' a\n\n# b\u0000\u202ec ')).toBe('a # bc');
  });
});
