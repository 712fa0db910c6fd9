import { describe, expect, it } from 'vitest';
import { ansi, drawMarkdown, plain } from '../../src/terminal/markdown.ts';

describe('Markdown on a terminal', () => {
  it.each([
    ['a **b** *c*', 'a b c'],
    ['\\*a\\* \\[b\\](https\\://c.example)', '*a* [b](https://c.example)'],
    ['[a](<https://b.example>)', 'a (https://b.example)'],
    ['<https://b.example>', 'https://b.example'],
    ['</help:123>', '/help'],
    ['`/ask`', '/ask'],
    ['> “said”', '▏ “said”'],
    ['<t:0:R>', '1970-01-01T00:00:00Z'],
    ['**a \\*\\* b**', 'a ** b'],
  ])('shows %j as %j', (markdown, text) => {
    expect(drawMarkdown(markdown, plain)).toBe(text);
  });

  it('is bold where the terminal can', () => {
    expect(drawMarkdown('**a**', ansi)).toBe('\u001b[1ma\u001b[22m');
  });

  it('lets no text steer the terminal', () => {
    expect(drawMarkdown('a\u001b[2Jb', plain)).toBe('a [2Jb');
  });
});
