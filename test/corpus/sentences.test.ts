import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';

const split = (text: string) => splitSentences(text).map(([start, end]) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['plain sentences', ['The dam held.', 'Nobody was hurt.']],
    ['a title with two abbreviations', ['Maj. Gen. Ilse Brandt took command.', 'She arrived at noon.']],
    ['courtesy titles and Dr.', ['Mr. Oyelaran met Dr. Voss and Mrs. Tan.', 'They talked.']],
    ['initials in a name', ['J. R. Halloran resigned.', 'A. Mbeki followed.']],
    [
      'a state with stops before a lower-case word',
      ['The U.S. embassy was closed.', 'So was the U.N. office.'],
    ],
    ['a state with stops before a capital', ['The U.S. State Department agreed.']],
    ['a state with stops at the end of a sentence', ['He flew to the U.S.', 'The others stayed.']],
    ['No. before a number', ['Reactor No. 5 was shut down.', 'No. 6 ran on.']],
    ['"no." as a word', ['The minister said no.', 'His deputy said yes.']],
    ['times of day', ['It began at 6 a.m. local time.', 'It was over by 9 p.m.', 'Then it rained.']],
    ['a time before a weekday, read as an end', ['The ferry left at 7 p.m.', 'Officials closed the pier.']],
    ['decimals and money', ['It measured 6.3 on the scale.', 'Damage was put at $4.5 million.']],
    ['a quotation that ends after its stop', ['“We saw smoke.”', '“Then nothing.”']],
    [
      'a quotation with straight quotes',
      ['"We saw smoke." Nobody moved.'].flatMap(() => ['"We saw smoke."', 'Nobody moved.']),
    ],
    ['a question within a sentence', ['"Who did this?" she asked.', 'Nobody knew.']],
    ['a shout with its speaker behind it', ['“Run!” Captain Ruiz shouted.', 'They ran.']],
    ['an ellipsis within a sentence', ['It shows... that they knew.', 'They denied it.']],
    ['an ellipsis at an end', ['They waited…', 'No one came.']],
    ['months and companies', ['Acme Corp. of Delta closed on Jan. 5 for repairs.', 'It reopened.']],
    ['note numbers behind the stop', ['The pier collapsed.[12]', 'It was old.']],
    ['brackets', ['The mayor (a former judge.)', 'The council met.']],
    ['no stop at the end', ['The mayor resigned.', 'More soon']],
    ['Arabic question marks', ['من فعل ذلك؟', 'لا أحد يعرف.']],
    ['Chinese full stops', ['大坝没有倒塌。', '没有人受伤。']],
  ])('handles %s', (_name, sentences) => {
    const glue = /[。]/.test(sentences[0] ?? '') ? '' : ' ';
    expect(split(sentences.join(glue))).toEqual(sentences);
  });

  it('has no sentence for an empty text or white space', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences('  \n ')).toEqual([]);
  });

  it('leaves out nothing but white space, in order, for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '. ',
        '.',
        '! ',
        '?" ',
        ' ',
        '…',
        'U.S. ',
        'Mr. ',
        'a.m. ',
        '“',
        '” ',
        '[3]',
        '。',
        '😀 ',
        '\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.lorem({ maxCount: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const [start, end] of splitSentences(text)) {
          expect(start).toBeLessThan(end);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('splits a passage of 200,000 characters in well under a second', () => {
    const start = performance.now();
    splitSentences('The water rose in the U.S. by 3.5 m. '.repeat(5500));
    splitSentences('a'.repeat(200_000));
    splitSentences('. '.repeat(100_000));
    splitSentences('Mr. '.repeat(50_000));
    splitSentences('.'.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
