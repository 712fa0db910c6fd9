import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Passage, PassageId } from '../corpus/model.ts';
import type { Encoder } from './encoder.ts';

/** Cosines of the angle between vectors, from -1 to 1. */
export interface Similarity {
  readonly whole: number;
  /** With the passage's nearest sentence. */
  readonly sentence: number;
}

/** The passages' vectors, one byte a dimension: of the whole, and of each sentence of several. */
export interface Vectors {
  /** How near a vector is to a passage's; 0 for an unknown passage. */
  readonly similarity: (vector: Float32Array, passage: PassageId) => Similarity;
  /** The passages nearest to a vector, best first. Gives way to other work while it looks. */
  readonly nearest: (
    vector: Float32Array,
    limit: number,
    accept?: (passage: PassageId) => boolean,
  ) => Promise<readonly PassageId[]>;
}

const HASH_BYTES = 20;
const SCALE = 127;
/** Passages compared between two turns of the event loop: about 5 ms of work. */
const CHUNK = 3000;

/**
 * Encodes passages, taking from the cache those whose text was encoded before, and keeps the cache to the
 * passages at hand. A cache that cannot be read or written is done without.
 *
 * @throws the encoder's error where most of the texts cannot be encoded.
 * @param cacheDir where vectors are kept between runs; none are where it is absent.
 */
export async function buildVectors(
  passages: readonly Passage[],
  encoder: Encoder,
  cacheDir?: string,
): Promise<Vectors> {
  const file = cacheDir === undefined ? undefined : path.join(cacheDir, `vectors-${encoder.name}.bin`);
  const cached =
    file === undefined ? new Map<string, Int8Array>() : await readCache(file, encoder.dimensions);
  const size = encoder.dimensions;
  const texts = passages.map(textsOf);
  const total = texts.reduce((sum, all) => sum + all.length, 0);
  const matrix = new Int8Array(total * size);
  const rows = new Map<PassageId, readonly [from: number, to: number]>();
  const hashes: string[] = [];
  const failures: Error[] = [];
  let isNew = cached.size !== total;
  for (const [index, passage] of passages.entries()) {
    const from = hashes.length;
    for (const text of texts[index] ?? []) {
      const hash = createHash('sha1').update(text).digest('hex');
      let vector = cached.get(hash);
      if (!vector) {
        const encoded = await encoder.encode(text).catch((error: Error) => error);
        if (encoded instanceof Error) failures.push(encoded);
        // A text that cannot be encoded is near to nothing; the others still are.
        const values = encoded instanceof Error ? new Float32Array(size) : encoded;
        vector = Int8Array.from(values, (value) => Math.round(value * SCALE));
        isNew = true;
      }
      matrix.set(vector, hashes.length * size);
      hashes.push(hash);
    }
    rows.set(passage.id, [from, hashes.length]);
  }
  if (failures.length > total / 2) throw failures[0];
  if (file !== undefined && isNew && failures.length === 0) await writeCache(file, hashes, matrix, size);
  const at = (vector: Float32Array, row: number) => {
    let sum = 0;
    const start = row * size;
    for (let i = 0; i < size; i++) sum += (vector[i] ?? 0) * (matrix[start + i] ?? 0);
    return sum / SCALE;
  };
  const near = (vector: Float32Array, [from, to]: readonly [number, number]): Similarity => {
    const whole = at(vector, from);
    let sentence = whole;
    for (let row = from + 1; row < to; row++) sentence = Math.max(sentence, at(vector, row));
    return { whole, sentence };
  };
  return {
    similarity(vector, passage) {
      const range = rows.get(passage);
      return range ? near(vector, range) : { whole: 0, sentence: 0 };
    },
    async nearest(vector, limit, accept = () => true) {
      const scored: [number, PassageId][] = [];
      let seen = 0;
      for (const [id, range] of rows) {
        if (++seen % CHUNK === 0) await nextTurn();
        if (accept(id)) scored.push([near(vector, range).sentence, id]);
      }
      return scored
        .sort((a, b) => b[0] - a[0])
        .slice(0, limit)
        .map(([, id]) => id);
    },
  };
}

function textsOf(passage: Passage): readonly string[] {
  const sentences = passage.sentences.map(([start, end]) => passage.text.slice(start, end));
  return sentences.length > 1 ? [passage.text, ...sentences] : [passage.text];
}

async function readCache(file: string, dimensions: number): Promise<Map<string, Int8Array>> {
  const vectors = new Map<string, Int8Array>();
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const record = HASH_BYTES + dimensions;
  if (bytes.length % record !== 0) return vectors;
  for (let at = 0; at < bytes.length; at += record) {
    const hash = bytes.subarray(at, at + HASH_BYTES).toString('hex');
    vectors.set(hash, new Int8Array(bytes.buffer, bytes.byteOffset + at + HASH_BYTES, dimensions));
  }
  return vectors;
}

async function writeCache(
  file: string,
  hashes: readonly string[],
  matrix: Int8Array,
  dimensions: number,
): Promise<void> {
  const record = HASH_BYTES + dimensions;
  const bytes = Buffer.alloc(hashes.length * record);
  for (const [row, hash] of hashes.entries()) {
    bytes.write(hash, row * record, 'hex');
    bytes.set(new Uint8Array(matrix.buffer, row * dimensions, dimensions), row * record + HASH_BYTES);
  }
  const temporary = `${file}.${process.pid}.tmp`;
  await mkdir(path.dirname(file), { recursive: true })
    .then(() => writeFile(temporary, bytes))
    .then(() => rename(temporary, file))
    .catch(() => undefined);
}
