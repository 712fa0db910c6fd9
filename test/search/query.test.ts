import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleId, Passage, PassageId } from '../../src/corpus/model.ts';
import { createAnalyzer } from '../../src/search/analysis.ts';
import { buildPassageIndex, type PassageIndex } from '../../src/search/passage-index.ts';
import { type ParsedQuery, parseQuery, weightedTerms } from '../../src/search/query.ts';
import { lexiconOf } from '../language/lexicon-of.ts';
import { language } from './newsroom.ts';

const TEXTS = [
  'The ferry sank in fog.',
  'The ferry sent a distress call.',
  'Captain Venn left the ferry in a raft.',
  'The coroner counted 12 dead.',
];
const lexicon = await lexiconOf({
  'a.yaml': `
death: {words: [death, died, killed, dead]}
killing: {words: [killing], kinds: [death]}
distress-call: {words: [distress call, mayday], asks: [cry for help]}
`,
});
const analyzer = createAnalyzer(lexicon, language.vectors, new Map([['Odalric Venn', ['Captain Venn']]]));
const passages = TEXTS.map(
  (text, index): Passage => ({
    id: `log#${index + 1}` as PassageId,
    article: 'log' as ArticleId,
    number: index + 1,
    text,
    sentences: [[0, text.length]],
  }),
);

let index: PassageIndex;
beforeAll(async () => {
  index = await buildPassageIndex(passages, analyzer);
});

const parse = (question: string, eventTerms: readonly string[] = []): ParsedQuery =>
  parseQuery(question, analyzer, index, new Set(eventTerms));
const labels = (question: string) => parse(question).slots.map(({ label }) => label);
const slot = (question: string, label: string, eventTerms: readonly string[] = []) =>
  parse(question, eventTerms).slots.find((known) => known.label === label);

describe('parseQuery', () => {
  it.each([
    ['did the ferry sink', ['ferry', 'sink']],
    ['how many people died', ['died']],
    ['how many people', ['people']],
    ['when did captain venn leave', ['captain venn', 'leave']],
    ['was there a mayday or distress call', ['mayday', 'distress call']],
    ['any cry for help', ['cry for help']],
    ['12 dead', ['12', 'dead']],
    ['twelve dead', ['twelve', 'dead']],
    ['what is it', []],
    ['', []],
  ])('reads of %j what is asked about', (question, expected) => {
    expect(labels(question)).toEqual(expected);
  });

  it('tells names and numbers from words, and whether any passage speaks of them', () => {
    expect(slot('captain venn’s raft', 'captain venn')).toMatchObject({ kind: 'name', known: true });
    expect(slot('12 dead', '12')).toMatchObject({ kind: 'number', known: true });
    expect(slot('13 dead', '13')).toMatchObject({ kind: 'number', known: false });
    expect(slot('zeppelin', 'zeppelin')).toMatchObject({ kind: 'word', known: false });
  });

  it('gives more weight to what is rare in the articles, and less to what every article is about', () => {
    const weight = (label: string, eventTerms: readonly string[] = []) =>
      slot(`${label} in question`, label, eventTerms)?.weight ?? 0;
    expect(weight('raft')).toBeGreaterThan(weight('ferry'));
    expect(weight('ferry', ['ferri'])).toBeLessThan(weight('ferry'));
  });

  it('gives no weight below 0, and closenesses between 0 and 1', () => {
    for (const { weight, terms } of parse('how many ferry ferries sank dead captain venn 12').slots) {
      expect(weight).toBeGreaterThanOrEqual(0);
      for (const closeness of terms.values()) {
        expect(closeness).toBeGreaterThan(0);
        expect(closeness).toBeLessThanOrEqual(1);
      }
    }
  });

  it('speaks of a word by its concept and by related ones, less well than by the word itself', () => {
    expect(Object.fromEntries(slot('who died', 'died')?.terms ?? [])).toEqual({
      die: 1,
      '~death': 0.85,
      '~killing': expect.closeTo(0.85 * 0.45),
    });
  });

  it('speaks of a phrase by its concept, less well by its words', () => {
    const { terms, exact } = slot('a distress call', 'distress call') ?? {};
    expect(Object.fromEntries(terms ?? [])).toEqual({ '~distress-call': 0.85, distress: 0.5, call: 0.5 });
    expect(exact?.size).toBe(0);
  });

  it('reads a question of nothing but a question word’s frame by the words of the frame', () => {
    expect(parse('how many people').slots).toHaveLength(1);
  });
});

describe('weightedTerms', () => {
  it('gives each term once, with the most that a slot gives it', () => {
    const terms = weightedTerms(parse('did the ferry or the other ferry sink'));
    expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
    expect(terms.map(({ term }) => term)).toContain('ferri');
  });

  it('gives none for no question', () => {
    expect(weightedTerms(parse(''))).toEqual([]);
  });
});
