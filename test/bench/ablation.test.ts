import { describe, expect, it } from 'vitest';
import { ablation } from '../../bench/quality/ablation.ts';
import type { Question } from '../../bench/quality/question-set.ts';
import type { Example } from '../../bench/quality/training.ts';
import type { SearchResult } from '../../src/search/search.ts';

/** Two passages, the second of which answers: the reranker says so, and the words say the opposite, but more weakly. */
function example(event: string, question: Partial<Question> = {}): Example {
  const passages = [{ signals: { reading: 0, coverage: 0.3 } }, { signals: { reading: 1, coverage: 0.1 } }];
  return {
    event,
    question: { answerable: true, ...question } as Question,
    result: { passages } as unknown as SearchResult,
    gold: [false, true],
  };
}

const lines = (examples: readonly Example[]) => [...ablation(examples, ['reading', 'coverage'], 0.002)];
const rowOf = (rows: readonly string[], label: string) => rows.find((row) => row.startsWith(`| ${label}`));

describe('the ablation', () => {
  it('tells what is lost without a group of signals', () => {
    const rows = lines([example('landslide'), example('strike')]);
    expect(rowOf(rows, '(with all)')).toMatch(/^\| \(with all\) \| 100\.0 % \| 100\.0 % \|/);
    expect(rowOf(rows, 'reranker:')).toMatch(/\| 0\.0 % \| 100\.0 % \|/);
    expect(rowOf(rows, 'words and concepts')).toMatch(/\| 100\.0 % \| 100\.0 % \|/);
  });

  it('counts apart what shares no word, and what changed', () => {
    const other = { ...example('strike', { overlap: 'none' }), gold: [true, false] };
    const rows = lines([example('landslide', { latest: 1 }), other, example('quarry'), example('harvest')]);
    expect(rowOf(rows, '(with all)')).toBe('| (with all) | 75.0 % | 100.0 % | 0.0 % | 100.0 % |');
  });

  it('has no share of questions that there are none of', () => {
    expect(rowOf(lines([example('landslide'), example('strike')]), '(with all)')).toMatch(/\| – \| – \|$/);
  });
});
