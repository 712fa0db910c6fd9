import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPassages } from '../../src/corpus/markdown.ts';

const texts = async (body: string) => (await readPassages(body)).passages.map(({ text }) => text);

describe('readPassages', () => {
  it('makes a passage of each paragraph, with white space folded', async () => {
    expect(await texts('One line\nand  another.\n\n\n  \nA second\tparagraph.\n')).toEqual([
      'One line and another.',
      'A second paragraph.',
    ]);
  });

  it('takes headings as context of what stands below them', async () => {
    const { passages } = await readPassages('First.\n\n# The *fire*\n\nSecond.\n\nAfter\n=====\n\nThird.');
    expect(passages).toEqual([
      { text: 'First.' },
      { text: 'Second.', heading: 'The fire' },
      { text: 'Third.', heading: 'After' },
    ]);
  });

  it('makes a passage of each list item, nested ones apart', async () => {
    expect(await texts('- one\n- two\n  - inner\n- three\n\n1. first\n2. second')).toEqual([
      'one',
      'two',
      'inner',
      'three',
      'first',
      'second',
    ]);
  });

  it('joins the paragraphs of one list item', async () => {
    expect(await texts('- one\n\n  goes on\n- two')).toEqual(['one goes on', 'two']);
  });

  it('makes one passage of a block quote', async () => {
    expect(await texts('He said:\n\n> We ran.\n>\n> Then we hid.\n\nThat was all.')).toEqual([
      'He said:',
      'We ran. Then we hid.',
      'That was all.',
    ]);
  });

  it.each([
    ['emphasis marks', 'The *whole* __roof__ fell.', 'The whole roof fell.'],
    ['escapes', '\\*Not\\* emphasised, 5 \\# 3', '*Not* emphasised, 5 # 3'],
    ['the targets of links', 'See [the map](https://example.org "t") now.', 'See the map now.'],
    ['the targets of references', 'See [the map][m].\n\n[m]: https://example.org', 'See the map.'],
    [
      'brackets of automatic links',
      'At <https://example.org/x> it says.',
      'At https://example.org/x it says.',
    ],
    ['images', 'Before ![a burning roof](roof.jpg) after.', 'Before after.'],
    ['inline HTML', 'A <b>bold</b> claim<br>here.', 'A bold claim here.'],
    ['character references', 'Smith &amp; Sons', 'Smith & Sons'],
    ['line breaks', 'One  \ntwo\\\nthree', 'One two three'],
    ['inline code marks', 'The file `a*b` exists.', 'The file a*b exists.'],
  ])('leaves out %s', async (_name, body, text) => {
    expect(await texts(body)).toEqual([text]);
  });

  it('keeps what is no markup', async () => {
    const text = 'It cost 5 * 3 = 15 francs, snake_case_name, [sic], R&D, 50 < 60, #3 and "quotes".';
    expect(await texts(text)).toEqual([text]);
  });

  it('leaves out images alone, rules, comments and definitions, without a passage', async () => {
    expect(await texts('![x](y.png)\n\n---\n\n<!-- note -->\n\n[a]: https://example.org\n\nText.')).toEqual([
      'Text.',
    ]);
  });

  it('keeps an indented or fenced paragraph as text', async () => {
    expect(await texts('One.\n\n    indented by accident\n\n```\nfenced\n\ntwice\n```')).toEqual([
      'One.',
      'indented by accident',
      'fenced twice',
    ]);
  });

  it('warns of HTML with its line', async () => {
    const { passages, problems } = await readPassages('One.\n\n<div>hidden</div>\n\nTwo.');
    expect(passages.map(({ text }) => text)).toEqual(['One.', 'Two.']);
    expect(problems).toEqual([{ severity: 'warning', line: 3, message: expect.stringContaining('HTML') }]);
  });

  it('refuses Markdown too long to be parsed at once, but takes plain paragraphs of any length', async () => {
    const long = 'The water rose. '.repeat(6000);
    expect((await readPassages(`One.\n\n*${long}*`)).problems).toEqual([
      { severity: 'error', line: 3, message: expect.stringContaining('too long') },
    ]);
    expect((await readPassages(long)).passages).toHaveLength(1);
  });

  it('reads paragraph by paragraph as it reads the whole', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '',
        '',
        ' ',
        'Plain words.',
        'More words, "quoted".',
        '# Heading',
        'Under',
        '====',
        '---',
        '- item',
        '* item',
        '+ item',
        '1. item',
        '12) item',
        '> quote',
        '>',
        '**bold** word',
        '_it',
        'under_',
        '[a](b)',
        '\\*x',
        '&amp; so',
        '![i](j)',
        '`code',
        'tick`',
        '1979.',
        '1979. A year',
        '+',
        '-',
        '***',
        'a  ',
        '<b>x</b>',
        'x | y',
        '~x~',
      ),
      fc.lorem({ maxCount: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
        const body = lines.join('\n');
        // A definition that nothing refers to makes the reader parse the body as a whole.
        const whole = await readPassages(`${body}\n\n[unused]: https://example.org`);
        expect((await readPassages(body)).passages).toEqual(whole.passages);
      }),
      { numRuns: 500 },
    );
  });

  it('gives every word of plain text, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.lorem({ mode: 'sentences', maxCount: 3 })), async (paragraphs) => {
        expect(await texts(paragraphs.join('\n\n'))).toEqual(paragraphs.filter((text) => text !== ''));
      }),
    );
  });
});
