import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/bot/escape.ts';
import {
  type MarkdownNode,
  parseMarkdown,
  plainText,
} from '../../../src/local-discord/page/drawing/markdown.ts';

const types = (nodes: readonly MarkdownNode[]): string[] =>
  nodes.flatMap(({ type, content }) => [type, ...(typeof content === 'object' ? types(content) : [])]);

describe('the Markdown of the page', () => {
  it.each([
    ['**bold** and *leaning*', 'bold and leaning', ['strong', 'em']],
    ['[label](https://example.org/a_b)', 'label', ['link']],
    ['[label](<https://example.org/a>)', 'label', ['link']],
    ['[a \\[b\\] c](https://example.org)', 'a [b] c', ['link']],
    ['[label](javascript:alert(1))', '[label](javascript:alert(1))', []],
    ['- one\n- two', 'onetwo', ['listItem']],
    ['2. two\n  - nested', 'twonested', ['listItem']],
    ['one - two', 'one - two', []],
    ['> said\n> so', 'said\nso', ['blockQuote']],
    ['`**as it is**`', '**as it is**', ['inlineCode']],
    ['\\*not leaning\\*', '*not leaning*', []],
    ['</ask:123456789012345678>', '/ask', ['slashCommand']],
    ['<@123456789012345678>', '@user', ['user']],
    ['# Big', 'Big', ['heading']],
    ['-# small', 'small', ['subtext']],
  ])('reads %s', (markdown, text, wanted) => {
    expect(plainText(markdown)).toBe(text);
    for (const type of wanted) expect(types(parseMarkdown(markdown))).toContain(type);
    if (wanted.length === 0) expect(new Set(types(parseMarkdown(markdown)))).toEqual(new Set(['text']));
  });

  it('shows what the bot escapes as it was', () => {
    const chars = fc.constantFrom(...'ab1 *_~`|<>[]()#@:/\\-+.!\n');
    fc.assert(
      fc.property(fc.string({ unit: chars, maxLength: 60 }), (text) => {
        expect(plainText(escapeText(text))).toBe(text);
      }),
    );
  });

  it('takes any text, and loses no letter of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const letters = (one: string) => one.replace(/[^\p{L}]/gu, '');
        const shown = letters(plainText(text));
        for (const letter of shown) expect(text).toContain(letter);
      }),
    );
  });

  it.each([
    '[',
    '[a](',
    '*',
    '**a',
    '_',
    '`',
    '||',
    '> ',
    '<',
    '\\',
    '(\n',
    '- ',
    '# ',
    '~~',
    'http://',
    '[](',
  ])('reads 4,096 characters of %j in good time', (piece) => {
    const markdown = piece.repeat(4096 / piece.length);
    const began = performance.now();
    parseMarkdown(markdown);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
