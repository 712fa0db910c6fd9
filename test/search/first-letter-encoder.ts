import { tokenize } from '../../src/language/tokens.ts';
import type { Encoder } from '../../src/search/encoder/encoder.ts';

const LETTERS = 26;

/** An encoder that is quick and plain: a dimension for each first letter. It remembers what it was asked for. */
export function firstLetterEncoder(name = 'first-letters'): Encoder & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    name,
    dimensions: LETTERS,
    wordDimensions: LETTERS,
    scale: { whole: 1, words: 1 },
    asked,
    async encode(text) {
      asked.push(text);
      const letters = tokenize(text)
        .map(({ word }) => word.charCodeAt(0) - 97)
        .filter((letter) => letter >= 0 && letter < LETTERS);
      const whole = new Float32Array(LETTERS);
      const words = new Float32Array(LETTERS * letters.length);
      for (const [index, letter] of letters.entries()) {
        whole[letter] = (whole[letter] ?? 0) + 1;
        words[index * LETTERS + letter] = 1;
      }
      const length = Math.hypot(...whole) || 1;
      return {
        whole: whole.map((value) => value / length),
        words,
        weights: new Float32Array(letters.length).fill(1 / letters.length),
        expected: 0,
      };
    },
  };
}
