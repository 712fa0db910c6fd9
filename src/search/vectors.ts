import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Passage, PassageId } from '../corpus/model.ts';
import type { Encoded, Encoder } from './encoder/encoder.ts';
import { cacheKey, readVectorCache, type StoredVectors, writeVectorCache } from './vector-cache.ts';

/** How near a passage is to a question: cosines of the angle between vectors, from -1 to 1. */
export interface Similarity {
  readonly whole: number;
  /** Of the passage's nearest sentence. */
  readonly sentence: number;
  /** Of each of the question's words with the nearest word of the passage, weighted (ColBERT; Khattab and Zaharia, 2020). */
  readonly words: number;
  /** Of the question's words that matter, the nearness of the one that is least spoken of. */
  readonly weakest: number;
  /** All of it as the odds that the passage answers, in natural logarithms. */
  readonly match: number;
}

export const NO_SIMILARITY: Similarity = { whole: 0, sentence: 0, words: 0, weakest: 0, match: 0 };

/** The passages' vectors: of the whole, of each sentence of several, and of each word. */
export interface Vectors {
  /** How near a question is to a passage; `NO_SIMILARITY` for an unknown passage. */
  readonly similarity: (question: Encoded, passage: PassageId) => Similarity;
  /** `whole` of it alone, at a fraction of the work. */
  readonly whole: (question: Encoded, passage: PassageId) => number;
  /** The passages nearest to another as a whole, best first. Gives way to other work while it looks. */
  readonly alike: (passage: PassageId, limit: number) => Promise<readonly PassageId[]>;
  /** The passages nearest to a question, best first. Gives way to other work while it looks. */
  readonly nearest: (
    question: Encoded,
    limit: number,
    accept?: (passage: PassageId) => boolean,
  ) => Promise<readonly PassageId[]>;
}

const SCALE = 127;
/** A word matters in a question from this share of the mean weight on. */
const MATTERS = 0.8;
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
  const cached = file === undefined ? new Map<string, StoredVectors>() : await readVectorCache(file, encoder);
  const kept = new Map<string, StoredVectors>();
  const failures: Error[] = [];
  const rows = new Map<PassageId, StoredVectors>();
  for (const passage of passages) {
    const sentences = passage.sentences.map(([start, end]) => passage.text.slice(start, end));
    const key = cacheKey(sentences);
    const known = kept.get(key) ?? cached.get(key);
    const vectors = known ?? (await encode(encoder, sentences).catch((error: Error) => error));
    // A text that cannot be encoded is near to nothing; the others still are.
    if (vectors instanceof Error) failures.push(vectors);
    else {
      kept.set(key, vectors);
      rows.set(passage.id, vectors);
    }
  }
  if (failures.length > passages.length / 2) throw failures[0];
  const isNew = kept.size !== cached.size || [...kept.keys()].some((key) => !cached.has(key));
  if (file !== undefined && isNew && failures.length === 0) await writeVectorCache(file, kept, encoder);
  return new ComparableVectors(rows, encoder);
}

async function encode(encoder: Encoder, sentences: readonly string[]): Promise<StoredVectors> {
  const encoded = await encoder.encode(...sentences);
  return { wholes: [encoded.whole, ...encoded.sentences].map(bytesOf), words: bytesOf(encoded.words) };
}

function bytesOf(values: Float32Array): Int8Array {
  return Int8Array.from(values, (value) => Math.round(value * SCALE));
}

class ComparableVectors implements Vectors {
  readonly #rows: ReadonlyMap<PassageId, StoredVectors>;
  readonly #encoder: Encoder;

  constructor(rows: ReadonlyMap<PassageId, StoredVectors>, encoder: Encoder) {
    this.#rows = rows;
    this.#encoder = encoder;
  }

  similarity(question: Encoded, passage: PassageId): Similarity {
    const vectors = this.#rows.get(passage);
    if (!vectors) return NO_SIMILARITY;
    const { scale } = this.#encoder;
    const cosines = vectors.wholes.map((vector) => cosine(question.whole, vector));
    const [whole = 0] = cosines;
    const { words, weakest } = this.#nearnessOfWords(question, vectors.words);
    const together = Math.log(cosines.reduce((sum, value) => sum + Math.exp(scale.whole * value), 0));
    return {
      whole,
      sentence: Math.max(...cosines),
      words,
      weakest,
      match: together + scale.words * words - question.expected,
    };
  }

  whole(question: Encoded, passage: PassageId): number {
    const [vector] = this.#rows.get(passage)?.wholes ?? [];
    return vector ? cosine(question.whole, vector) : NO_SIMILARITY.whole;
  }

  async nearest(
    question: Encoded,
    limit: number,
    accept: (passage: PassageId) => boolean = () => true,
  ): Promise<readonly PassageId[]> {
    return this.#nearestBy(
      ({ wholes }) => Math.max(...wholes.map((vector) => cosine(question.whole, vector))),
      limit,
      accept,
    );
  }

  async alike(passage: PassageId, limit: number): Promise<readonly PassageId[]> {
    const [bytes] = this.#rows.get(passage)?.wholes ?? [];
    if (!bytes) return [];
    const vector = Float32Array.from(bytes, (value) => value / SCALE);
    return this.#nearestBy(
      ({ wholes: [whole] }) => (whole ? cosine(vector, whole) : 0),
      limit,
      (id) => id !== passage,
    );
  }

  async #nearestBy(
    nearness: (vectors: StoredVectors) => number,
    limit: number,
    accept: (passage: PassageId) => boolean,
  ): Promise<readonly PassageId[]> {
    const scored: [number, PassageId][] = [];
    let seen = 0;
    for (const [id, vectors] of this.#rows) {
      if (++seen % CHUNK === 0) await nextTurn();
      if (accept(id)) scored.push([nearness(vectors), id]);
    }
    return scored
      .sort((a, b) => b[0] - a[0])
      .slice(0, limit)
      .map(([, id]) => id);
  }

  #nearnessOfWords(
    { words, weights }: Encoded,
    others: Int8Array,
  ): { readonly words: number; readonly weakest: number } {
    const size = this.#encoder.wordDimensions;
    if (others.length === 0) return { words: 0, weakest: 0 };
    let sum = 0;
    let weakest = 1;
    for (let word = 0; word < weights.length; word++) {
      const nearest = nearestOf(words.subarray(word * size, (word + 1) * size), others);
      const weight = weights[word] ?? 0;
      sum += weight * nearest;
      if (weight * weights.length >= MATTERS) weakest = Math.min(weakest, nearest);
    }
    return { words: sum, weakest };
  }
}

/** The highest cosine of a vector with any of the rows. */
function nearestOf(vector: Float32Array, rows: Int8Array): number {
  let best = -SCALE;
  for (let row = 0; row < rows.length; row += vector.length) {
    let product = 0;
    for (let k = 0; k < vector.length; k++) product += (vector[k] ?? 0) * (rows[row + k] ?? 0);
    if (product > best) best = product;
  }
  return best / SCALE;
}

function cosine(vector: Float32Array, bytes: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum += (vector[i] ?? 0) * (bytes[i] ?? 0);
  return sum / SCALE;
}
