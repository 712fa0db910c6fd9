import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTopicReadings, settleTopic, type TopicReading } from '../../src/answer/learnt-topics.ts';
import { createTopicFinder } from '../../src/answer/topics.ts';
import type { Passage, TopicDeclaration } from '../../src/corpus/model.ts';
import { NO_READINGS } from '../../src/search/readings.ts';
import { ferrySearcher } from '../search/newsroom.ts';

/** Of a passage among others that speak of something else, in articles that say something of the topic. */
const reading = (own: number, rest: Partial<TopicReading> = {}): TopicReading => ({
  own,
  before: -4,
  after: -4,
  surest: 3,
  ...rest,
});

describe('whether a passage belongs to a topic', () => {
  it('is what the rules tell where no model read it', () => {
    expect(settleTopic(0.65, undefined)).toBe(0.65);
  });

  it('is a chance, the higher the higher either of both', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const odds = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(chance, chance, odds, odds, (a, b, x, y) => {
        const settled = settleTopic(a, reading(x));
        expect(settled).toBeGreaterThanOrEqual(0);
        expect(settled).toBeLessThanOrEqual(1);
        expect(settleTopic(Math.max(a, b), reading(Math.max(x, y)))).toBeGreaterThanOrEqual(settled);
      }),
    );
  });

  it('is likelier beside others that belong, and less likely where much is said of the topic', () => {
    const alone = settleTopic(0.5, reading(0));
    expect(settleTopic(0.5, reading(0, { before: 4 }))).toBeGreaterThan(alone);
    expect(settleTopic(0.5, reading(0, { after: 4 }))).toBeGreaterThan(alone);
    expect(settleTopic(0.5, reading(0, { surest: 8 }))).toBeLessThan(alone);
  });

  it('may be told by the model alone, and by good evidence against its doubt, but not against its certainty', () => {
    expect(settleTopic(0, reading(5))).toBeGreaterThan(0.5);
    expect(settleTopic(0.9, reading(-1))).toBeGreaterThan(0.5);
    expect(settleTopic(0.9, reading(-9))).toBeLessThan(0.5);
    expect(settleTopic(0.55, reading(-9))).toBeLessThan(0.5);
  });
});

describe('what a model tells of a topic', () => {
  const oddsOf = (odds: readonly (number | undefined)[]) => ({
    topic: (name: string, { number }: Passage) => (name === 'soup' ? odds[number - 1] : undefined),
  });

  it('is told with the passages beside and those that speak of it most', async () => {
    const { corpus } = await ferrySearcher();
    const article = corpus.articles.find(({ id }) => id === 'radio-noon');
    const [first, second, third] = article?.passages ?? [];
    if (!article || !first || !second || !third) throw new Error('the newsroom has changed');
    const readingOf = createTopicReadings('soup', [article], oddsOf([-1, 13, -2]));
    expect(readingOf(article, first)).toEqual({ own: -1, before: -4, after: 13, surest: 10 / 3 });
    expect(readingOf(article, second)).toEqual({ own: 13, before: -1, after: -2, surest: 10 / 3 });
    expect(readingOf(article, third)).toEqual({ own: -2, before: 13, after: -4, surest: 10 / 3 });
  });

  it('counts the highest odds of all articles alone', async () => {
    const { corpus } = await ferrySearcher();
    const { articles } = corpus;
    const [article] = articles;
    const [passage] = article?.passages ?? [];
    if (!article || !passage) throw new Error('the newsroom has changed');
    expect(createTopicReadings('soup', articles, oddsOf([6, -9, -9]))(article, passage)?.surest).toBe(6);
  });

  it('makes no difference from some odds down how little is said', async () => {
    const { corpus } = await ferrySearcher();
    const [article] = corpus.articles;
    const [passage] = article?.passages ?? [];
    if (!article || !passage) throw new Error('the newsroom has changed');
    const spokenOf = (odds: number) =>
      createTopicReadings('soup', [article], oddsOf([odds]))(article, passage)?.surest;
    expect(spokenOf(-9)).toBe(spokenOf(2));
    expect(spokenOf(4)).toBe(4);
  });

  it('is nothing of a passage that was not read, nor of a topic that was not learnt', async () => {
    const { corpus } = await ferrySearcher();
    const [article] = corpus.articles;
    const [first, second] = article?.passages ?? [];
    if (!article || !first || !second) throw new Error('the newsroom has changed');
    const odds = oddsOf([undefined, 1]);
    expect(createTopicReadings('soup', [article], odds)(article, first)).toBeUndefined();
    expect(createTopicReadings('soup', [article], odds)(article, second)?.before).toBe(-4);
    expect(createTopicReadings('bread', [article], odds)(article, second)).toBeUndefined();
  });
});

describe('the passages about a topic', () => {
  const SOUP: TopicDeclaration = { name: 'soup', description: 'Who fed whom', evidence: ['zeppelin'] };
  const isAboutSoup = ({ text }: Passage) => text.includes('soup');

  it('are found anew when a model has read them, retracted ones never', async () => {
    const { corpus, searcher } = await ferrySearcher();
    const finder = createTopicFinder(corpus, searcher);
    const texts = async () => (await finder.passagesAbout(SOUP)).map(({ passage }) => passage.text);
    expect(await texts()).toEqual([]);
    const topic = (name: string, passage: Passage) =>
      name === 'soup' ? (isAboutSoup(passage) || passage.text.includes('zeppelin') ? 9 : -9) : undefined;
    Object.assign(searcher, { readings: { ...NO_READINGS, topic } });
    expect(await texts()).toEqual([expect.stringContaining('gave out soup')]);
    expect((await finder.spokenOf([SOUP])).map(({ name }) => name)).toEqual(['soup']);
  });

  it('are told by evidence for every passage that may be quoted and is accepted', async () => {
    const { corpus, searcher } = await ferrySearcher();
    const finder = createTopicFinder(corpus, searcher);
    const LIGHTS: TopicDeclaration = { ...SOUP, evidence: ['candles'] };
    Object.assign(searcher, {
      readings: {
        ...NO_READINGS,
        topic: (_: string, { number }: Passage) => (number === 1 ? -2 : undefined),
      },
    });
    const quotable = corpus.articles.filter(({ retracted }) => retracted === undefined);
    expect(quotable.length).toBeLessThan(corpus.articles.length);
    const evidence = await finder.evidence(LIGHTS);
    expect(evidence.map(({ passage }) => passage)).toEqual(quotable.flatMap(({ passages }) => passages));
    for (const { passage, byRules, reading: read } of evidence) {
      expect(byRules.score > 0).toBe(passage.text.includes('candles'));
      expect(read?.own).toBe(passage.number === 1 ? -2 : undefined);
    }
    const some = await finder.evidence(LIGHTS, ({ id }) => id === 'radio-noon');
    expect(new Set(some.map(({ article }) => article.id))).toEqual(new Set(['radio-noon']));
  });

  it('are those that rules find where one of them was not read', async () => {
    const { corpus, searcher } = await ferrySearcher();
    const finder = createTopicFinder(corpus, searcher);
    const LIGHTS: TopicDeclaration = { ...SOUP, evidence: ['candles'] };
    const topic = (_: string, passage: Passage) => (passage.number === 1 ? -9 : undefined);
    Object.assign(searcher, { readings: { ...NO_READINGS, topic } });
    const found = await finder.passagesAbout(LIGHTS);
    expect(found.map(({ passage }) => passage.text)).toEqual([expect.stringContaining('lit candles')]);
  });
});
