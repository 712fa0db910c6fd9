import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { loadEncoder } from '../../src/search/encoder/encoder.ts';
import { loadPassageReader } from '../../src/search/encoder/passage-reader.ts';
import { loadReranker } from '../../src/search/encoder/reranker.ts';
import { createSearcher, loadLanguage, type Searcher } from '../../src/search/search.ts';
import type { QuestionSet } from './question-set.ts';

/** The articles of a set, and their searcher once all is read. */
export interface OpenSet {
  readonly corpus: Corpus;
  readonly searcher: Searcher;
}

/** Opens a set. What the models make of it is kept between runs. */
export async function openSet(set: QuestionSet, withVectors = true): Promise<OpenSet> {
  const corpus = await loadCorpus(set.dataDir);
  const [encoder, reranker] = withVectors ? await Promise.all([loadEncoder(), loadReranker()]) : [];
  if (withVectors && !(encoder && reranker))
    throw new Error('the models are not installed: nothing to measure');
  const cacheDir = path.join(tmpdir(), `attest-quality-${set.name}`);
  const searcher = await createSearcher(corpus, await loadLanguage(), {
    cacheDir,
    ...(encoder && { encoder, openReader: loadPassageReader }),
    ...(reranker && { reranker }),
  });
  await searcher.complete;
  return { corpus, searcher };
}
