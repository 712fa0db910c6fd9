import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId, Passage, PassageId } from '../../src/corpus/model.ts';
import { createAnalyzer } from '../../src/search/analysis.ts';
import { buildPassageIndex } from '../../src/search/passage-index.ts';
import { language } from './newsroom.ts';

const analyzer = createAnalyzer(language.lexicon, language.vectors, new Map([['MCUH', ['Union Hospital']]]));

const passagesOf = (...texts: readonly string[]): readonly Passage[] =>
  texts.map((text, index) => ({
    id: `log#${index + 1}` as PassageId,
    article: 'log' as ArticleId,
    number: index + 1,
    text,
    sentences: [[0, text.length]],
  }));

const indexOf = (...texts: readonly string[]) => buildPassageIndex(passagesOf(...texts), analyzer);
const term = (name: string, weight = 1) => ({ term: name, weight });

describe('a passage index', () => {
  it('counts passages, those that hold a term, and words', async () => {
    const index = await indexOf('Fog, fog and ice.', 'Fog at the Union Hospital.', '…');
    expect(index.size).toBe(3);
    expect(index.documentFrequency('fog')).toBe(2);
    expect(index.documentFrequency('@mcuh')).toBe(1);
    expect(index.documentFrequency('zeppelin')).toBe(0);
    expect(index.words.get('fog')).toBe(3);
    expect(index.words.get('the')).toBe(1);
  });

  it('knows the words that are written like names', async () => {
    const { names } = await indexOf(
      'The fog held, Wen Aldous said, and so did Tel Varek, they say.',
      'Crews and Gov. Roe met the PM, Dr Roe.',
      'She said: “Nobody came.” They asked crews, and one Crews man left with Odo.',
    );
    expect([...names].sort()).toEqual(['aldous', 'dr', 'odo', 'roe', 'tel', 'varek', 'wen']);
  });

  it('gives the passages that hold a term, those that hold most first', async () => {
    const index = await indexOf('Ice.', 'Fog and ice.', 'Fog.', 'Rain.');
    const found = index.candidates([term('fog'), term('ice')], 10);
    expect(found[0]?.passage.number).toBe(2);
    expect(found.map(({ passage }) => passage.number).sort()).toEqual([1, 2, 3]);
    expect(index.candidates([term('fog', 5), term('ice')], 2).map(({ passage }) => passage.number)).toEqual([
      2, 3,
    ]);
  });

  it.each([[[]], [[term('zeppelin')]], [[term('')]], [[term('__proto__')]]])(
    'gives none for %j',
    async (terms) => {
      const index = await indexOf('Fog.', 'Ice.');
      expect(index.candidates(terms, 10)).toEqual([]);
    },
  );

  it('gives only passages that are accepted, as many as asked for', async () => {
    const index = await indexOf('Fog.', 'Fog.', 'Fog.', 'Fog.');
    const even = (passage: Passage) => passage.number % 2 === 0;
    expect(index.candidates([term('fog')], 10, even).map(({ passage }) => passage.number)).toEqual([2, 4]);
    expect(index.candidates([term('fog')], 1, even)).toHaveLength(1);
  });

  it('is empty for no passages', async () => {
    const index = await indexOf();
    expect(index.size).toBe(0);
    expect(index.candidates([term('fog')], 10)).toEqual([]);
  });

  it('finds every passage that holds a term, and no other', async () => {
    const words = ['fog', 'ice', 'rain', 'constructor', 'prototype'];
    const texts = fc.array(fc.array(fc.constantFrom(...words), { minLength: 1 }).map((w) => w.join(' ')));
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...words), async (all, word) => {
        const index = await indexOf(...all);
        const stemmed = analyzer.passage(word).occurrences.map((o) => o.term)[0] ?? '';
        const holding = all.flatMap((text, i) => (text.split(' ').includes(word) ? [i + 1] : []));
        const found = index.candidates([term(stemmed)], all.length).map(({ passage }) => passage.number);
        expect(found.sort((a, b) => a - b)).toEqual(holding);
        expect(index.documentFrequency(stemmed)).toBe(holding.length);
      }),
      { numRuns: 50 },
    );
  });

  it('lets other work run while it indexes 5,000 passages', async () => {
    const texts = Array.from(
      { length: 5000 },
      (_, n) => `Log ${n}: fog on the strait, ${n % 7} ships waiting.`,
    );
    let turns = 0;
    let isDone = false;
    const done: number[] = [];
    const building = buildPassageIndex(passagesOf(...texts), analyzer, (count) => done.push(count)).then(
      (index) => {
        isDone = true;
        return index;
      },
    );
    while (!isDone) {
      turns++;
      await nextTurn();
    }
    expect((await building).size).toBe(5000);
    expect(turns).toBeGreaterThanOrEqual(done.length);
    expect(done.length).toBeGreaterThanOrEqual(50);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(5000);
  });
});
