import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { type Knowledge, loadKnowledge } from '../../src/dossier.ts';
import { loadPassageReader } from '../../src/search/encoder/passage-reader.ts';
import { createSearcher, type Language, loadLanguage, type Searcher } from '../../src/search/search.ts';
import type { QuestionSet } from './question-set.ts';

/** The articles of a set, and their searcher once all is read. */
export interface OpenSet {
  readonly corpus: Corpus;
  readonly searcher: Searcher;
}

let knowledge: Promise<Knowledge> | undefined;
let language: Promise<Language> | undefined;

/**
 * Opens a set. What the models make of it is kept between runs.
 *
 * @throws Error where it is to have vectors and the models are not installed.
 */
export async function openSet(set: QuestionSet, withVectors = true): Promise<OpenSet> {
  const corpus = await loadCorpus(set.dataDir);
  if (!withVectors) {
    language ??= loadLanguage();
    return { corpus, searcher: await createSearcher(corpus, await language) };
  }
  knowledge ??= loadKnowledge();
  const known = await knowledge;
  const { encoder, reranker } = known;
  if (!encoder || !reranker) throw new Error('the models are not installed: nothing to measure');
  const cacheDir = path.join(tmpdir(), `attest-quality-${set.name}`);
  const searcher = await createSearcher(corpus, known.language, {
    cacheDir,
    encoder,
    reranker,
    openReader: loadPassageReader,
  });
  await searcher.complete;
  return { corpus, searcher };
}
