import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Answer, Filters } from './answer/answer.ts';
import { type Answerer, createAnswerer } from './answer/answerer.ts';
import type { Explanation } from './answer/explanation.ts';
import { loadCorpus } from './corpus/corpus.ts';
import { CorpusError } from './corpus/corpus-error.ts';
import type { Article, Corpus, TopicDeclaration } from './corpus/model.ts';
import { type Encoder, loadEncoder } from './search/encoder/encoder.ts';
import { loadPassageReader } from './search/encoder/passage-reader.ts';
import { loadReranker, type Reranker } from './search/encoder/reranker.ts';
import { createSearcher, type Language, loadLanguage } from './search/search.ts';
import { UserError } from './user-error.ts';

/** What changed between two readings of the data folder. */
export interface Change {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a reload found, and what it took. */
export interface ReloadReport {
  readonly articles: Change;
  readonly passages: Change;
  readonly milliseconds: number;
  readonly corpus: Corpus;
}

/** How far an index has come, in passages. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The event's articles with their index, always whole: a reload builds beside it and swaps at once. */
export interface Dossier {
  /** The corpus that is being served. */
  readonly corpus: Corpus;
  readonly indexedAt: Date;
  /** Resolves when answers are as good as they get: the first ones after a start may lack the vectors. */
  readonly complete: Promise<void>;
  /** Answers a question in free words. Never throws for anything a user can type. */
  ask(question: string, filters?: Filters): Promise<Answer>;
  /** Why `ask` answers as it does, for people who look into it. */
  explain(question: string): Promise<Explanation>;
  /** Everything that the articles say of a topic. */
  about(topic: TopicDeclaration, filters?: Filters): Promise<Answer>;
  /** The names of the publishers that say something of the topic, the one that says most first. */
  publishersOn(topic: TopicDeclaration): Promise<readonly string[]>;
  /**
   * Reads the data folder again while the old index goes on answering, and swaps at once.
   *
   * @throws UserError where a reload is under way, or where the folder cannot be used (the old index serves on).
   */
  reload(onProgress?: (progress: Progress) => void): Promise<ReloadReport>;
}

export interface DossierOptions {
  readonly dataDir: string;
  /** Where what can be made again is kept between runs; nothing is where it is absent. */
  readonly cacheDir?: string;
  /** Topics that refusals may suggest, besides the event's own. */
  readonly topics?: readonly TopicDeclaration[];
  /**
   * Asked before a newly read corpus is served, so that what depends on it can refuse it.
   *
   * @throws any error, which keeps the old corpus serving.
   */
  readonly approve?: (corpus: Corpus) => void;
  /** Called, and waited for, after each reload, before its report is given. */
  readonly afterReload?: () => Promise<void>;
  /** Several dossiers of one process may share it; read where it is absent. */
  readonly knowledge?: Knowledge;
}

/** What is known of the language, whatever the event. */
export interface Knowledge {
  readonly language: Language;
  readonly encoder: Encoder | undefined;
  readonly reranker: Reranker | undefined;
}

/** Reads what comes with the program. It takes about a second, and a thread for each model that there is. */
export async function loadKnowledge(): Promise<Knowledge> {
  const [language, encoder, reranker] = await Promise.all([loadLanguage(), loadEncoder(), loadReranker()]);
  return { language, encoder, reranker };
}

/** One reading of the data folder, never changed. */
interface Edition {
  /** Ends what is still read in its passages. */
  readonly retire: () => void;
  readonly corpus: Corpus;
  readonly answerer: Answerer;
  readonly indexedAt: Date;
  readonly complete: Promise<void>;
}

/**
 * Reads and indexes a data folder.
 *
 * @throws CorpusError where the folder cannot be used.
 */
export async function createDossier(options: DossierOptions): Promise<Dossier> {
  const knowledge = options.knowledge ?? (await loadKnowledge());
  return new ReloadableDossier(options, knowledge, await readEdition(options, knowledge));
}

async function readEdition(
  { dataDir, cacheDir, topics = [], approve }: DossierOptions,
  { language, encoder, reranker }: Knowledge,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Edition> {
  const corpus = await loadCorpus(dataDir);
  approve?.(corpus);
  const total = corpus.articles
    .filter((article) => article.retracted === undefined)
    .reduce((sum, article) => sum + article.passages.length, 0);
  const serving = new AbortController();
  const searcher = await createSearcher(corpus, language, {
    signal: serving.signal,
    onProgress: (done) => onProgress({ done, total }),
    ...(encoder && { encoder, openReader: loadPassageReader }),
    ...(reranker && { reranker }),
    ...(cacheDir !== undefined && { cacheDir: cacheOf(cacheDir, dataDir) }),
  });
  const { commands } = corpus.event;
  const offered = topics.filter((topic) => commands === undefined || commands.includes(topic.name));
  const answerer = createAnswerer(corpus, searcher, [...offered, ...corpus.event.topics]);
  return {
    corpus,
    answerer,
    indexedAt: new Date(),
    complete: searcher.complete,
    retire: () => serving.abort(),
  };
}

/** Each data folder has a cache of its own. */
function cacheOf(cacheDir: string, dataDir: string): string {
  const name = createHash('sha1').update(path.resolve(dataDir)).digest('hex').slice(0, 12);
  return path.join(cacheDir, name);
}

class ReloadableDossier implements Dossier {
  readonly #options: DossierOptions;
  readonly #knowledge: Knowledge;
  #edition: Edition;
  #isReloading = false;

  constructor(options: DossierOptions, knowledge: Knowledge, edition: Edition) {
    this.#options = options;
    this.#knowledge = knowledge;
    this.#edition = edition;
  }

  get corpus(): Corpus {
    return this.#edition.corpus;
  }

  get indexedAt(): Date {
    return this.#edition.indexedAt;
  }

  get complete(): Promise<void> {
    return this.#edition.complete;
  }

  ask(question: string, filters?: Filters): Promise<Answer> {
    return this.#edition.answerer.ask(question, filters);
  }

  explain(question: string): Promise<Explanation> {
    return this.#edition.answerer.explain(question);
  }

  about(topic: TopicDeclaration, filters?: Filters): Promise<Answer> {
    return this.#edition.answerer.about(topic, filters);
  }

  publishersOn(topic: TopicDeclaration): Promise<readonly string[]> {
    return this.#edition.answerer.publishersOn(topic);
  }

  async reload(onProgress?: (progress: Progress) => void): Promise<ReloadReport> {
    if (this.#isReloading)
      throw new UserError('The articles are being read already. Wait until that is done.');
    this.#isReloading = true;
    const start = performance.now();
    try {
      const { corpus: before, retire } = this.#edition;
      this.#edition = await readEdition(this.#options, this.#knowledge, onProgress);
      retire();
      const milliseconds = performance.now() - start;
      await this.#options.afterReload?.();
      return { ...compare(before, this.corpus), milliseconds, corpus: this.corpus };
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      throw new UserError(
        `The data folder cannot be used, so the old index goes on serving.\n${error.message}`,
        {
          cause: error,
        },
      );
    } finally {
      this.#isReloading = false;
    }
  }
}

/** What is different in `after`. Article and passage are told by their ids. */
function compare(before: Corpus, after: Corpus): Pick<ReloadReport, 'articles' | 'passages'> {
  const articles = (corpus: Corpus) =>
    new Map(corpus.articles.map((article) => [String(article.id), fingerprint(article)]));
  const passages = (corpus: Corpus) =>
    new Map(
      corpus.articles.flatMap((article) =>
        article.passages.map((passage): [string, string] => [passage.id, passage.text]),
      ),
    );
  return {
    articles: difference(articles(before), articles(after)),
    passages: difference(passages(before), passages(after)),
  };
}

function fingerprint(article: Article): string {
  const { passages, ...rest } = article;
  return JSON.stringify([rest, passages.map((passage) => passage.text)]);
}

function difference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change {
  const keys = [...after.keys()];
  return {
    added: keys.filter((key) => !before.has(key)).length,
    changed: keys.filter((key) => before.has(key) && before.get(key) !== after.get(key)).length,
    removed: [...before.keys()].filter((key) => !after.has(key)).length,
  };
}
