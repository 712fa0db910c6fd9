import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FIGURE_ROLES, type FigureRole } from '../../src/corpus/model.ts';
import type { PassageReader } from '../../src/search/encoder/passage-reader.ts';
import { buildReadings } from '../../src/search/readings.ts';
import { buildVectors } from '../../src/search/vectors.ts';
import { firstLetterEncoder, firstLetterReranker } from './first-letter-encoder.ts';
import { ferrySearcher, readFerry } from './newsroom.ts';

const corpus = await readFerry();
const passages = corpus.articles
  .filter(({ retracted }) => retracted === undefined)
  .flatMap((article) => article.passages);
const nobody = Object.fromEntries(FIGURE_ROLES.map((role) => [role, 0])) as Record<FigureRole, number>;

/** Takes each number for one of passengers, and each passage that speaks of denying for a denial of all others. */
function plainReader(): PassageReader & { readonly texts: string[]; isClosed: boolean } {
  const texts: string[] = [];
  return {
    texts,
    isClosed: false,
    async classify() {
      return { denials: 9, weather: -5 };
    },
    async read(text, numbers) {
      texts.push(text);
      return {
        topics: { denials: 9, weather: -3 },
        numbers: numbers.map((at) => ({
          at,
          roles: { ...nobody, passengers: 1 },
          part: 0,
          other: 0,
          speaker: { span: null, chance: 0 },
        })),
      };
    },
    async denies(denying) {
      texts.push(denying);
      return denying.includes('denied') ? 9 : -9;
    },
    async close() {
      this.isClosed = true;
    },
  };
}

const vectors = await buildVectors(passages, firstLetterEncoder());
const build = (reader: PassageReader, cacheDir?: string) =>
  buildReadings(passages, async () => reader, vectors, { ...(cacheDir !== undefined && { cacheDir }) });

describe('what a model reads in passages', () => {
  it('are the numbers that may count something, each where it stands', async () => {
    const { numbers } = await build(plainReader());
    const passage = passages.find(({ text }) => text.startsWith('At least 9'));
    if (!passage) throw new Error('no such passage');
    expect(numbers(passage).map(({ at }) => at)).toEqual([
      passage.text.indexOf('9'),
      passage.text.indexOf('31'),
    ]);
  });

  it('are the odds of the topics that they learnt, the mean of two models', async () => {
    const { topic } = await build(plainReader());
    const [passage] = passages;
    if (!passage) throw new Error('no passage');
    expect(topic('weather', passage)).toBeCloseTo(-4);
    expect(topic('sports', passage)).toBeUndefined();
  });

  it('are passages that deny what others assert, never themselves', async () => {
    const { denials = [] } = await build(plainReader());
    const sure = denials.filter(({ chance }) => chance > 0.9);
    expect(sure.length).toBeGreaterThan(0);
    expect(new Set(sure.map(({ denying }) => corpus.passage(denying)?.text))).toEqual(
      new Set(passages.map(({ text }) => text).filter((text) => text.includes('denied'))),
    );
    expect(denials.every(({ denying, asserting }) => denying !== asserting)).toBe(true);
  });

  it('takes for denials what has a word that denies, and what the model takes for one', async () => {
    const asked = async (odds: number) => {
      const reader = plainReader();
      const { denials = [] } = await build({
        ...reader,
        classify: async () => ({ denials: odds }),
        read: async (text, numbers) => ({ ...(await reader.read(text, numbers)), topics: { denials: odds } }),
      });
      return new Set(denials.map(({ denying }) => denying)).size;
    };
    expect(await asked(1)).toBe(passages.length);
    expect(await asked(-1)).toBeGreaterThan(0);
    expect(await asked(-1)).toBeLessThan(passages.length);
  });

  it.each(['{"passages": {', '{"passages": null, "denies": 3}', '[]'])(
    'are kept between runs, and read anew where the cache is %s',
    async (damaged) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'attest-readings-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const first = await build(plainReader(), folder);
      const again = plainReader();
      expect((await build(again, folder)).denials).toEqual(first.denials);
      expect(again.texts).toEqual([]);
      const file = (await readdir(folder)).find((name) => name.startsWith('readings-')) ?? '';
      await writeFile(path.join(folder, file), damaged);
      const anew = plainReader();
      expect((await build(anew, folder)).denials).toEqual(first.denials);
      expect(anew.texts.length).toBeGreaterThan(0);
    },
  );

  it('end when the passages are no longer served', async () => {
    const reader = plainReader();
    const signal = AbortSignal.abort(new Error('retired'));
    await expect(buildReadings(passages, async () => reader, vectors, { signal })).rejects.toThrow('retired');
    expect(reader.texts).toEqual([]);
  });

  it('know no topic by the name of something else', async () => {
    const { topic } = await build(plainReader());
    const [passage] = passages;
    if (!passage) throw new Error('no passage');
    expect(topic('denials', passage)).toBeUndefined();
    expect(topic('constructor', passage)).toBeUndefined();
  });

  it('stay where the model fails at the denials, of which rules alone tell then', async () => {
    const cacheDir = await mkdtemp(path.join(tmpdir(), 'attest-readings-'));
    onTestFinished(() => rm(cacheDir, { recursive: true, force: true }));
    const some = passages.slice(1);
    await buildReadings(some, async () => plainReader(), vectors, { cacheDir });
    const keptDenials = async () => {
      const [file = ''] = await readdir(cacheDir);
      return Object.keys(JSON.parse(await readFile(path.join(cacheDir, file), 'utf8')).denies).length;
    };
    const kept = await keptDenials();
    expect(kept).toBeGreaterThan(0);
    const failing = { ...plainReader(), denies: () => Promise.reject(new Error('ended')) };
    const { denials, topic } = await build(failing, cacheDir);
    expect(denials).toBeUndefined();
    expect(passages.map((passage) => topic('weather', passage))).toEqual(passages.map(() => -4));
    expect(await keptDenials()).toBe(kept);
    const unread = {
      ...plainReader(),
      classify: () => Promise.reject(new Error('classified again')),
      read: () => Promise.reject(new Error('read again')),
    };
    expect((await build(unread, cacheDir)).denials).toBeDefined();
  });

  it('close the model at the end, also where it fails', async () => {
    const reader = plainReader();
    await build(reader);
    expect(reader.isClosed).toBe(true);
    const failing = { ...plainReader(), read: () => Promise.reject(new Error('ended')) };
    await expect(build(failing)).rejects.toThrow('ended');
    expect(failing.isClosed).toBe(true);
  });

  it.each([
    ['fails', async () => ({ ...plainReader(), read: () => Promise.reject(new Error('ended')) })],
    ['is missing', async () => undefined],
  ])('are left to the rules where the model %s, and vectors stay', async (_, openReader) => {
    const { searcher } = await ferrySearcher({
      encoder: firstLetterEncoder(),
      reranker: firstLetterReranker(),
      openReader,
    });
    await searcher.complete;
    expect(searcher.readings.denials).toBeUndefined();
    expect((await searcher.search('who drowned')).hasVectors).toBe(true);
  });

  it('are there once all is complete', async () => {
    const openReader = async () => plainReader();
    const { searcher } = await ferrySearcher({
      encoder: firstLetterEncoder(),
      reranker: firstLetterReranker(),
      openReader,
    });
    expect(searcher.readings.denials).toBeUndefined();
    await searcher.complete;
    expect(searcher.readings.denials?.length).toBeGreaterThan(0);
  });
});
