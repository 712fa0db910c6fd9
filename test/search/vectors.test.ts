import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArticleId, Passage, PassageId } from '../../src/corpus/model.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { buildVectors, NO_SIMILARITY } from '../../src/search/vectors.ts';
import { firstLetterEncoder } from './first-letter-encoder.ts';

const passagesOf = (...texts: readonly string[]): readonly Passage[] =>
  texts.map((text, index) => ({
    id: `log#${index + 1}` as PassageId,
    article: 'log' as ArticleId,
    number: index + 1,
    text,
    sentences: splitSentences(text),
  }));

const id = (number: number) => `log#${number}` as PassageId;
const LOG = passagesOf('Fog came fast. Nobody noticed.', 'Ice is inert.', 'Rain.');

async function cacheFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attest-cache-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** How many texts are encoded when vectors are built with this cache. */
async function encoded(passages: readonly Passage[], cacheDir?: string, name?: string): Promise<number> {
  const encoder = firstLetterEncoder(name);
  const vectors = await buildVectors(passages, encoder, cacheDir);
  const [first] = passages;
  if (first) {
    // Whatever came from the cache, a passage is the same as itself.
    const { whole } = vectors.similarity(await firstLetterEncoder().encode(first.text), first.id);
    expect(whole).toBeGreaterThan(0.95);
  }
  return encoder.asked.length;
}

describe('vectors of passages', () => {
  it('tell how near a text is to a passage and to its nearest sentence', async () => {
    const encoder = firstLetterEncoder();
    const vectors = await buildVectors(LOG, encoder);
    const question = await encoder.encode('notify nobody');
    const { whole, sentence } = vectors.similarity(question, id(1));
    expect(sentence).toBeGreaterThan(whole);
    expect(sentence).toBeCloseTo(1, 1);
    expect(vectors.whole(question, id(1))).toBe(whole);
    expect(vectors.similarity(question, id(2))).toMatchObject({ whole: 0, sentence: 0, words: 0 });
  });

  it('tell how many of the words of a question have one like it in the passage', async () => {
    const encoder = firstLetterEncoder();
    const vectors = await buildVectors(LOG, encoder);
    const { words } = vectors.similarity(await encoder.encode('inside, beside'), id(2));
    expect(words).toBeCloseTo(0.5);
  });

  it('match a passage the better, the nearer it is and the less the question expects', async () => {
    const encoder = firstLetterEncoder();
    const vectors = await buildVectors(LOG, encoder);
    const question = await encoder.encode('inside');
    const { match } = vectors.similarity(question, id(2));
    expect(match).toBeGreaterThan(vectors.similarity(question, id(3)).match);
    expect(vectors.similarity({ ...question, expected: 1 }, id(2)).match).toBeCloseTo(match - 1);
  });

  it('are 0 for an unknown passage', async () => {
    const encoder = firstLetterEncoder();
    const vectors = await buildVectors(LOG, encoder);
    expect(vectors.similarity(await encoder.encode('fog'), id(9))).toEqual(NO_SIMILARITY);
  });

  it('give the nearest passages, best first', async () => {
    const encoder = firstLetterEncoder();
    const vectors = await buildVectors(LOG, encoder);
    expect(await vectors.nearest(await encoder.encode('inside ice, rarely'), 2)).toEqual([id(2), id(3)]);
    expect(await vectors.nearest(await encoder.encode('fog'), 0)).toEqual([]);
  });

  it('take no passages at all', async () => {
    const encoder = firstLetterEncoder();
    const vectors = await buildVectors([], encoder, await cacheFolder());
    expect(await vectors.nearest(await encoder.encode('fog'), 5)).toEqual([]);
  });

  it('go without a text that cannot be encoded', async () => {
    const whole = firstLetterEncoder();
    const [first] = LOG;
    const encode = (...sentences: readonly string[]) =>
      sentences.join(' ') === first?.text ? Promise.reject(new Error('odd')) : whole.encode(...sentences);
    const vectors = await buildVectors(LOG, { ...whole, encode });
    expect(await vectors.nearest(await whole.encode('x'), 99)).toEqual([id(2), id(3)]);
  });

  it('reject where no text can be encoded', async () => {
    const encoder = { ...firstLetterEncoder(), encode: () => Promise.reject(new Error('ended')) };
    await expect(buildVectors(LOG, encoder)).rejects.toThrow('ended');
  });
});

describe('the cache of vectors', () => {
  it('spares encoding a text twice', async () => {
    const folder = await cacheFolder();
    expect(await encoded(LOG, folder)).toBe(LOG.length);
    expect(await encoded(LOG, folder)).toBe(0);
    expect(await encoded(LOG)).toBe(LOG.length);
  });

  it('keeps the texts at hand: new ones are added, others dropped', async () => {
    const folder = await cacheFolder();
    await encoded(LOG, folder);
    expect(await encoded(passagesOf('Ice is inert.', 'Snow.'), folder)).toBe(1);
    expect(await encoded(passagesOf('Ice is inert.', 'Snow.'), folder)).toBe(0);
    expect(await encoded(LOG, folder)).toBe(LOG.length - 1);
  });

  it('tells models apart', async () => {
    const folder = await cacheFolder();
    await encoded(LOG, folder);
    expect(await encoded(LOG, folder, 'another-model')).toBe(LOG.length);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 7)],
    ['with something else in it', () => Buffer.from('not a cache')],
    ['of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['that is empty', () => Buffer.alloc(0)],
  ])('is made anew from a file %s', async (_, spoil) => {
    const folder = await cacheFolder();
    await encoded(LOG, folder);
    const [name = ''] = await readdir(folder);
    const file = path.join(folder, name);
    await writeFile(file, spoil(await readFile(file)));
    expect(await encoded(LOG, folder)).toBe(LOG.length);
    expect(await encoded(LOG, folder)).toBe(0);
  });

  it('is made in a folder that does not exist yet, and leaves nothing else there', async () => {
    const folder = path.join(await cacheFolder(), 'deep', 'down');
    await encoded(LOG, folder);
    expect(await readdir(folder)).toEqual(['vectors-first-letters.bin']);
  });

  it('is done without where its folder cannot be written', async () => {
    const file = path.join(await cacheFolder(), 'a-file');
    await writeFile(file, '');
    expect(await encoded(LOG, path.join(file, 'below'))).toBe(LOG.length);
  });
});
