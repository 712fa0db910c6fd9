import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import { loadEncoder } from '../../src/search/encoder.ts';
import { createSearcher, loadLanguage } from '../../src/search/search.ts';
import { normalise } from './metrics.ts';
import type { QuestionSet } from './question-set.ts';
import type { Example } from './training.ts';

/** The questions of a set with their candidates (topic commands and questions of several parts left out). */
export async function readExamples(set: QuestionSet, withVectors: boolean): Promise<readonly Example[]> {
  const corpus = await loadCorpus(set.dataDir);
  const encoder = withVectors ? await loadEncoder() : undefined;
  const cacheDir = path.join(tmpdir(), `attest-quality-${set.name}`);
  const searcher = await createSearcher(corpus, await loadLanguage(), { cacheDir, ...(encoder && { encoder }) });
  await searcher.complete;
  const examples: Example[] = [];
  for (const question of set.questions) {
    if (question.kind === 'topic' || question.kind === 'multi-part') continue;
    const result = await searcher.search(question.question, { limit: 250 });
    const golds = question.gold.map((gold) => ({ ...gold, text: normalise(gold.must_contain) }));
    const gold = result.passages.map(({ article, passage }) => {
      const text = normalise(passage.text);
      return golds.some((wanted) => wanted.article === article.id && text.includes(wanted.text));
    });
    examples.push({ event: set.name, answerable: question.answerable, result, gold });
  }
  return examples;
}
