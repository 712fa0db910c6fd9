import { tokenize } from '../../src/language/tokens.ts';
import type { Encoder } from '../../src/search/encoder/encoder.ts';
import type { Reranker } from '../../src/search/encoder/reranker.ts';

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
    async encode(...sentences) {
      asked.push(sentences.join(' '));
      const letters = sentences.flatMap(lettersOf);
      const words = new Float32Array(LETTERS * letters.length);
      for (const [index, letter] of letters.entries()) words[index * LETTERS + letter] = 1;
      return {
        whole: directionOf(letters),
        sentences: sentences.length > 1 ? sentences.map((sentence) => directionOf(lettersOf(sentence))) : [],
        words,
        weights: new Float32Array(letters.length).fill(1 / letters.length),
        expected: 0,
      };
    },
  };
}

/** A reranker of its kind: the odds are the number of words that begin as one of the question's does. */
export function firstLetterReranker(): Reranker {
  return {
    async read(question, passage) {
      const asked = new Set(lettersOf(question));
      return lettersOf(passage).filter((letter) => asked.has(letter)).length;
    },
  };
}

/** The first letters of the words of a text, as numbers from 0. */
function lettersOf(text: string): readonly number[] {
  return tokenize(text)
    .map(({ word }) => word.charCodeAt(0) - 97)
    .filter((letter) => letter >= 0 && letter < LETTERS);
}

function directionOf(letters: readonly number[]): Float32Array {
  const counts = new Float32Array(LETTERS);
  for (const letter of letters) counts[letter] = (counts[letter] ?? 0) + 1;
  const length = Math.hypot(...counts) || 1;
  return counts.map((count) => count / length);
}
