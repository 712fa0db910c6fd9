import { describe, expect, it } from 'vitest';
import { ablation } from '../../bench/quality/ablation.ts';
import type { Question } from '../../bench/quality/question-set.ts';
import type { Example } from '../../bench/quality/training.ts';
import type { SearchResult } from '../../src/search/search.ts';

type Candidate = { readonly reading: number; readonly coverage: number };

/** The reranker is for the last of four passages; the words are, more weakly, against it. */
const CANDIDATES: readonly Candidate[] = [0.3, 0.1, 0.2, 0.15].map((coverage, index) => ({
  coverage,
  reading: index === 3 ? 1 : 0,
}));

function example(
  event: string,
  question: Partial<Question> = {},
  { answer = 3, candidates = CANDIDATES } = {},
): Example {
  const passages = candidates.map((signals) => ({ signals }));
  return {
    event,
    question: { answerable: true, ...question } as Question,
    result: { passages } as unknown as SearchResult,
    gold: candidates.map((_, index) => index === answer),
  };
}

const lines = (examples: readonly Example[]) => [...ablation(examples, ['reading', 'coverage'], 0.002)];
const rowOf = (rows: readonly string[], label: string) => rows.find((row) => row.startsWith(`| ${label}`));

describe('the ablation', () => {
  it('tells what is lost without a group of signals', () => {
    const rows = lines([example('landslide'), example('strike')]);
    expect(rowOf(rows, '(with all)')).toMatch(/^\| \(with all\) \| 100\.0 % \| 100\.0 % \|/);
    expect(rowOf(rows, 'reranker:')).toMatch(/\| 0\.0 % \| 0\.0 % \|/);
  });

  it('tells what is lost without the words', () => {
    const byWords = {
      candidates: [0, 0.1, 0.2, 0.9].map((coverage) => ({ coverage, reading: 0.5 })),
      answer: 3,
    };
    const rows = lines([example('landslide', {}, byWords), example('strike', {}, byWords)]);
    expect(rowOf(rows, '(with all)')).toMatch(/\| 100\.0 % \| 100\.0 % \|/);
    expect(rowOf(rows, 'words and concepts')).toMatch(/\| 0\.0 % \| 0\.0 % \|/);
  });

  it('fits on the other events alone', () => {
    const rows = lines([example('landslide'), example('strike', {}, { answer: 0 })]);
    expect(rowOf(rows, '(with all)')).toMatch(/^\| \(with all\) \| 0\.0 % \|/);
  });

  it('counts questions, not events, and those apart that share no word or are about what changed', () => {
    const rows = lines([
      example('landslide', { latest: 3 }),
      example('landslide', { latest_any: [3] }),
      example('landslide'),
      example('strike', { overlap: 'none' }, { answer: 1 }),
      example('quarry'),
      example('harvest'),
    ]);
    expect(rowOf(rows, '(with all)')).toBe('| (with all) | 83.3 % | 100.0 % | 0.0 % | 100.0 % |');
  });

  it('has no share of questions that there are none of', () => {
    expect(rowOf(lines([example('landslide'), example('strike')]), '(with all)')).toMatch(/\| – \| – \|$/);
  });

  it('has no row for signals that the ranking does not use', () => {
    expect(rowOf(lines([example('landslide'), example('strike')]), 'encoder:')).toBeUndefined();
  });
});
