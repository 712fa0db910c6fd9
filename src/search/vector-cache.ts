import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from './encoder/encoder.ts';

/** The vectors of one text, one byte a dimension: of the whole, and of its words one after another. */
export interface StoredVectors {
  readonly whole: Int8Array;
  readonly words: Int8Array;
}

/** What is encoded: of a sentence the words are not kept, since its passage has them. */
export type TextKind = 'passage' | 'sentence';

const HASH_BYTES = 20;
const COUNT_BYTES = 2;

/** Names a text among the cached ones. */
export function cacheKey(kind: TextKind, text: string): string {
  return createHash('sha1').update(`${kind}\n${text}`).digest('hex');
}

/** Reads what an encoder made before; nothing where the file cannot be read or is not one of ours. */
export async function readVectorCache(file: string, encoder: Encoder): Promise<Map<string, StoredVectors>> {
  const vectors = new Map<string, StoredVectors>();
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const take = (at: number, length: number) => new Int8Array(bytes.buffer, bytes.byteOffset + at, length);
  let at = 0;
  while (at < bytes.length) {
    const body = at + HASH_BYTES + COUNT_BYTES;
    if (body > bytes.length) return new Map();
    const hash = bytes.subarray(at, at + HASH_BYTES).toString('hex');
    const words = bytes.readUInt16LE(at + HASH_BYTES) * encoder.wordDimensions;
    at = body + encoder.dimensions + words;
    if (at > bytes.length) return new Map();
    vectors.set(hash, {
      whole: take(body, encoder.dimensions),
      words: take(body + encoder.dimensions, words),
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
  const records = [...vectors].map(([hash, { whole, words }]) => {
    const count = Buffer.alloc(COUNT_BYTES);
    count.writeUInt16LE(words.length / encoder.wordDimensions);
    return Buffer.concat([Buffer.from(hash, 'hex'), count, bytesOf(whole), bytesOf(words)]);
  });
  const temporary = `${file}.${process.pid}.tmp`;
  await mkdir(path.dirname(file), { recursive: true })
    .then(() => writeFile(temporary, records))
    .then(() => rename(temporary, file))
    .catch(() => undefined);
}

function bytesOf({ buffer, byteOffset, length }: Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
