import { describe, expect, it } from 'vitest';
import { numberWord } from '../../src/language/number-words.ts';
import { STOP_WORDS } from '../../src/language/stop-words.ts';
import { tokenize } from '../../src/language/tokens.ts';

describe('the stop words', () => {
  it('are each one word as a question is read', () => {
    for (const word of STOP_WORDS) {
      const tokens = tokenize(`x ${word}`).slice(1);
      expect(tokens, word).toMatchObject([{ stop: true }]);
    }
  });

  it.each(['who', 'didn’t', 'didnt', "THAT'S", 'whats', 'pls'])('include %s', (word) => {
    expect(tokenize(`x ${word}`)[1]?.stop).toBe(true);
  });

  it.each(['fire', 'dead', 'police', 'arrested', 'not-so-sure', 'two', 'nineteen'])(
    'do not include %s',
    (word) => {
      expect(STOP_WORDS.has(word)).toBe(false);
    },
  );

  it('hold no number but one, which is mostly a pronoun', () => {
    expect([...STOP_WORDS].filter((word) => numberWord(word) !== undefined)).toEqual(['one']);
  });
});
