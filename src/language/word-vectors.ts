import { readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, 'word-vectors');
export const DIMENSIONS = 100;

/** Static vectors of common English words: near words have vectors that point the same way. */
export interface WordVectors {
  /** Every word that has a vector, the commonest first. */
  readonly words: readonly string[];
  /** The vector of a lower-case word, of length 1, or undefined. */
  readonly of: (word: string) => Float32Array | undefined;
  /**
   * The mean of the words' vectors, of length 1, each weighted by a/(a + p) where p is how frequent the word is
   * (SIF; Arora, Liang and Ma, 2017).
   */
  readonly centroid: (words: readonly string[]) => Float32Array;
  /** How rare a lower-case word is in news English, from 0 (the commonest) to 1 (not among the vectors' words). */
  readonly rarity: (word: string) => number;
}

/** Reads the vectors that `README.md` of the folder tells the source of. */
export async function loadWordVectors(folder: string = FOLDER): Promise<WordVectors> {
  const words = await readFile(path.join(folder, 'words.txt'), 'utf8');
  const bytes = await readFile(path.join(folder, 'vectors.bin'));
  const rows = new Map(words.split('\n').map((word, row): [string, number] => [word, row]));
  const matrix = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const read = new Map<string, Float32Array>();
  const last = Math.log(rows.size);
  // Zipf's law: the frequency of the word of rank r is about 1/(r ln n).
  const frequency = (word: string) => 1 / ((rows.get(word) ?? rows.size) + 1) / last;
  const vectors: WordVectors = {
    words: [...rows.keys()].filter(Boolean),
    centroid(words) {
      const sum = new Float32Array(DIMENSIONS);
      for (const word of words) {
        const vector = vectors.of(word);
        const weight = 0.001 / (0.001 + frequency(word));
        if (vector) for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
      }
      const length = Math.hypot(...sum) || 1;
      return sum.map((value) => value / length);
    },
    rarity: (word) => Math.log(1 + (rows.get(word) ?? rows.size)) / last,
    of(word) {
      const row = rows.get(word);
      if (row === undefined || word === '') return undefined;
      const known = read.get(word);
      if (known) return known;
      const vector = Float32Array.from(matrix.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
      const length = Math.hypot(...vector) || 1;
      const unit = vector.map((value) => value / length);
      read.set(word, unit);
      return unit;
    },
  };
  return vectors;
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
