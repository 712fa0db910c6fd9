import { tokenize } from '../../src/language/tokens.ts';
import type { Encoder } from '../../src/search/encoder.ts';

/** An encoder that is quick and plain: a dimension for each first letter. It remembers what it was asked for. */
export function firstLetterEncoder(name = 'first-letters'): Encoder & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    name,
    dimensions: 26,
    asked,
    async encode(text) {
      asked.push(text);
      const vector = new Float32Array(26);
      for (const { word } of tokenize(text)) {
        const letter = word.charCodeAt(0) - 97;
        if (letter >= 0 && letter < 26) vector[letter] = (vector[letter] ?? 0) + 1;
      }
      const length = Math.hypot(...vector) || 1;
      return vector.map((value) => value / length);
    },
  };
}
