import { readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, 'word-vectors');
export const DIMENSIONS = 100;

/** Static vectors of common English words: near words have vectors that point the same way. */
export interface WordVectors {
  /** The vector of a lower-case word, of length 1, or undefined. */
  readonly of: (word: string) => Float32Array | undefined;
}

/** Reads the vectors that `README.md` of the folder tells the source of. */
export async function loadWordVectors(folder: string = FOLDER): Promise<WordVectors> {
  const [words, bytes] = await Promise.all([
    readFile(path.join(folder, 'words.txt'), 'utf8'),
    readFile(path.join(folder, 'vectors.bin')),
  ]);
  const rows = new Map(words.split('\n').map((word, row): [string, number] => [word, row]));
  const matrix = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const read = new Map<string, Float32Array>();
  return {
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
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
