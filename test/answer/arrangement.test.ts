import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/answer/arrangement.ts';
import { createFigureReader } from '../../src/answer/figures.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Passage } from '../../src/corpus/model.ts';
import { NO_READINGS } from '../../src/search/readings.ts';
import { createSearcher } from '../../src/search/search.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';
import { ferrySearcher, language } from '../search/newsroom.ts';

/** The passages of an answer, where a model takes the strongest for one about attackers, whose odds these are. */
async function arranged(question: string, odds: { attackers: number; casualties: number }) {
  const { corpus, searcher } = await ferrySearcher();
  const result = await searcher.search(question);
  const passages = result.passages.map((passage) => ({ ...passage, score: 0.5 }));
  const strongest = passages[0]?.passage;
  const topic = (name: string, passage: Passage) =>
    passage === strongest ? odds[name as keyof typeof odds] : 0;
  const found = { question, hasOneRole: result.roles.length === 1, sites: [], passages };
  const readFigures = createFigureReader(corpus.event);
  const readings = { ...NO_READINGS, topic };
  return { strongest, first: arrange(found, readFigures, readings, searcher.analyzer)[0]?.passage };
}

describe('the order of an answer about who claims it', () => {
  async function firstOf(question: string): Promise<string | undefined> {
    const folder = await dataFolder({
      'articles/noon.md': articleText({}, 'Nobody had claimed responsibility for the cannery fire by noon.'),
      'articles/late.md': articleText({}, 'The Tide Brothers wrote that they were behind the cannery fire.'),
    });
    const corpus = await loadCorpus(folder);
    const searcher = await createSearcher(corpus, language);
    const { passages } = await searcher.search(question);
    const found = {
      question,
      hasOneRole: false,
      sites: [],
      passages: passages.map((passage) => ({ ...passage, score: 0.5 })),
    };
    const topic = (_name: string, { text }: Passage) => (text.startsWith('The Tide') ? 2 : -2);
    const readings = { ...NO_READINGS, topic };
    return arrange(found, () => [], readings, searcher.analyzer)[0]?.passage.text;
  }

  it('begins with a claim, not with there being none', async () => {
    expect(await firstOf('who claimed responsibility for the cannery fire')).toMatch(/^The Tide/);
    expect(await firstOf('when was responsibility for the cannery fire claimed')).toMatch(/^Nobody/);
  });
});

describe('the order of an answer about victims', () => {
  it('does not begin with dead attackers', async () => {
    const { strongest, first } = await arranged('who were the victims', { attackers: 3, casualties: -1 });
    expect(first).toBeDefined();
    expect(first).not.toBe(strongest);
  });

  it('begins with the strongest where that speaks of others, or where attackers are asked about', async () => {
    const killed = await arranged('who were the victims', { attackers: 3, casualties: 4 });
    expect(killed.first).toBe(killed.strongest);
    const attackers = await arranged('who were the attackers', { attackers: 3, casualties: -1 });
    expect(attackers.first).toBe(attackers.strongest);
  });
});
