import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Encoder } from './encoder/encoder.ts';
import { writeAtOnce } from './write-at-once.ts';

/** The vectors of one text, one byte a dimension. */
export interface StoredVectors {
  /** Of all of it, then of its sentences. */
  readonly wholes: readonly Int8Array[];
  /** Of its words one after another. */
  readonly words: Int8Array;
}

const HASH_BYTES = 20;
/** Of how many vectors there are of sentences and all, and how many of words. */
const COUNT_BYTES = 2;

/** Names a text among the cached ones. */
export function cacheKey(sentences: readonly string[]): string {
  return createHash('sha1').update(sentences.join('\n')).digest('hex');
}

/** Reads what an encoder made before; nothing where the file cannot be read or is not one of ours. */
export async function readVectorCache(file: string, encoder: Encoder): Promise<Map<string, StoredVectors>> {
  const vectors = new Map<string, StoredVectors>();
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const take = (at: number, length: number) => new Int8Array(bytes.buffer, bytes.byteOffset + at, length);
  let at = 0;
  while (at < bytes.length) {
    const body = at + HASH_BYTES + 2 * COUNT_BYTES;
    if (body > bytes.length) return new Map();
    const hash = bytes.subarray(at, at + HASH_BYTES).toString('hex');
    const wholes = bytes.readUInt16LE(at + HASH_BYTES);
    const words = body + wholes * encoder.dimensions;
    const length = bytes.readUInt16LE(at + HASH_BYTES + COUNT_BYTES) * encoder.wordDimensions;
    at = words + length;
    // No text is without a vector of all of it: the file is of something else.
    if (at > bytes.length || wholes === 0) return new Map();
    vectors.set(hash, {
      wholes: Array.from({ length: wholes }, (_, i) =>
        take(body + i * encoder.dimensions, encoder.dimensions),
      ),
      words: take(words, length),
    });
  }
  return vectors;
}

/** Writes it at once or not at all; a folder that cannot be written is done without. */
export async function writeVectorCache(
  file: string,
  vectors: ReadonlyMap<string, StoredVectors>,
  encoder: Encoder,
): Promise<void> {
  const records = [...vectors].map(([hash, { wholes, words }]) => {
    const counts = Buffer.alloc(2 * COUNT_BYTES);
    counts.writeUInt16LE(wholes.length);
    counts.writeUInt16LE(words.length / encoder.wordDimensions, COUNT_BYTES);
    return Buffer.concat([Buffer.from(hash, 'hex'), counts, ...wholes.map(bytesOf), bytesOf(words)]);
  });
  await writeAtOnce(file, records);
}

function bytesOf({ buffer, byteOffset, length }: Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
