import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cosine } from '../../../src/language/word-vectors.ts';
import { loadEncoder } from '../../../src/search/encoder/encoder.ts';

const FOLDER = path.join(import.meta.dirname, '../../../src/search/encoder');
const encoder = await loadEncoder();

describe.skipIf(!encoder)('the sentence encoder', () => {
  const encode = async (text: string) => (await encoder?.encode(text))?.whole ?? new Float32Array();

  it('gives vectors of length 1 in as many dimensions as it says', async () => {
    const vector = await encode('The ferry sank at dawn.');
    expect(vector).toHaveLength(encoder?.dimensions ?? 0);
    expect(Math.hypot(...vector)).toBeCloseTo(1);
  });

  it('puts what means the same nearer than what does not', async () => {
    const [asked, same, other] = await Promise.all([
      encode('How many people lost their lives?'),
      encode('Twelve passengers were killed.'),
      encode('A café gave out soup.'),
    ]);
    expect(cosine(asked, same)).toBeGreaterThan(cosine(asked, other));
  });

  it('gives vectors of length 1 for each piece of a word, and weights that add up to 1', async () => {
    const { words, weights } = (await encoder?.encode('Who survived?')) ?? { words: [], weights: [] };
    const size = encoder?.wordDimensions ?? 0;
    expect(words).toHaveLength(weights.length * size);
    expect(Math.hypot(...words.slice(0, size))).toBeCloseTo(1);
    expect([...weights].reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  });

  it.each([
    ['emoji', '😀🚢'],
    ['another script', 'کشتی غرق شد'],
    ['6,000 characters', 'ferry '.repeat(1000)],
    ['a character that its limit cuts in two', `${'a'.repeat(1199)}😀`],
  ])('encodes %s', async (_, text) => {
    expect(Math.hypot(...(await encode(text)))).toBeCloseTo(1);
  });

  it.each([
    ['an empty text', ''],
    ['half of a character', '\ud83d'],
  ])('refuses %s and goes on with others', async (_, nothing) => {
    const [empty, text] = await Promise.allSettled([encode(nothing), encode('The ferry sank.')]);
    expect(empty.status).toBe('rejected');
    expect(text.status).toBe('fulfilled');
    expect(await encode('The ferry sank.')).toHaveLength(encoder?.dimensions ?? 0);
  });

  it('gives a vector of length 1 for each sentence of several', async () => {
    const { sentences } = (await encoder?.encode('It sank.', 'Nobody knows why.')) ?? { sentences: [] };
    expect(sentences.map((vector) => Math.hypot(...vector))).toEqual([expect.closeTo(1), expect.closeTo(1)]);
    expect((await encoder?.encode('It sank.'))?.sentences).toEqual([]);
  });
});

describe('loadEncoder', () => {
  it('gives none where the optional packages are not installed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'attest-no-packages-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const file of ['encoder.ts', 'model-thread.ts', 'weights.mjs', 'worker.mjs']) {
      await copyFile(path.join(FOLDER, file), path.join(folder, file));
    }
    const { loadEncoder: loadElsewhere } = await import(path.join(folder, 'encoder.ts'));
    expect(await loadElsewhere()).toBeUndefined();
  });
});
