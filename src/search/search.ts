import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article, Corpus, FigureRole, Passage, PassageId, Span } from '../corpus/model.ts';
import { askedName } from '../language/asked-name.ts';
import { writeOut } from '../language/chat.ts';
import { readEnglishWords } from '../language/english-words.ts';
import { introduces } from '../language/introduction.ts';
import { type Lexicon, loadLexicon } from '../language/lexicon.ts';
import { tokenize } from '../language/tokens.ts';
import { loadWordVectors, type WordVectors } from '../language/word-vectors.ts';
import { type Analyzer, createAnalyzer } from './analysis.ts';
import { askedFigures } from './asked-figures.ts';
import { askedFrom } from './asked-from.ts';
import { chanceOfAsking, FITTED_ON, isReadable, nameIn } from './asking.ts';
import type { Encoder } from './encoder/encoder.ts';
import type { PassageReader } from './encoder/passage-reader.ts';
import type { Reranker } from './encoder/reranker.ts';
import { type PassageFacts, readFacts } from './facts.ts';
import { buildPassageIndex, type PassageIndex, type WeightedTerm } from './passage-index.ts';
import { type ParsedQuery, parseQuery, weightedTerms } from './query.ts';
import { buildReadings, NO_READINGS, type Readings } from './readings.ts';
import { readSetting, type Setting } from './setting.ts';
import { matchSlots, readingSignals, readSignals, type Signals } from './signals.ts';
import { focusOf, mergeSpans } from './spans.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { buildVectors, NO_SIMILARITY, type Vectors } from './vectors.ts';
import { strength, WEIGHTS, WEIGHTS_WITHOUT_VECTORS } from './weights.ts';

/** A passage with the chance that it answers, and why. */
export interface RankedPassage {
  readonly article: Article;
  readonly passage: Passage;
  /** How strongly its signals speak for it; comparable between the passages of one question. */
  readonly strength: number;
  readonly signals: Signals;
  /** Labels of the slots that it speaks of. */
  readonly matched: ReadonlySet<string>;
  /** The offset in its text from which it is about what is asked; infinite where it lacks something of that. */
  readonly askedFrom: number;
  /** Where what is asked about is spoken of: ordered, not overlapping. */
  readonly highlights: readonly Span[];
  /** The sentence that speaks most of it. */
  readonly focus: Span;
  /** A name alone is asked for, and it tells beside the name who bears it. */
  readonly introduces: boolean;
}

export interface SearchOptions {
  /** Only passages of articles that it accepts. */
  readonly accept?: (article: Article) => boolean;
  /** How many at most. Default 20. */
  readonly limit?: number;
  /** Of the best, how many are read once more together with the question: 40 ms each. Default 12. */
  readonly read?: number;
}

export interface SearchResult {
  readonly query: ParsedQuery;
  /** The chance that the text asks something of the articles at all, and is no chatter; 1 where no model tells. */
  readonly asking: number;
  /** Whether its words can be looked for; where they cannot, what is found is no answer. */
  readonly isReadable: boolean;
  /** Of the figures that it asks for. */
  readonly roles: readonly FigureRole[];
  /** Whether the ranking could compare meanings, and read the best passages together with the question. */
  readonly hasVectors: boolean;
  /** Best first. */
  readonly passages: readonly RankedPassage[];
}

/**
 * Ranks passages for a question. Asynchronous, so that an index can live in a worker thread without a change
 * elsewhere.
 */
export interface Searcher {
  readonly analyzer: Analyzer;
  /** Resolves when answers are as good as they get: when vectors are made and passages read. Never rejects. */
  readonly complete: Promise<void>;
  search(question: string, options?: SearchOptions): Promise<SearchResult>;
  /** The question with chat forms written out, but for those that are names in the articles. */
  writeOut(question: string): string;
  /** Passages that hold any of the terms, those that hold most first; at most `limit`. */
  holding(
    terms: readonly WeightedTerm[],
    limit: number,
    accept?: (article: Article) => boolean,
  ): readonly Passage[];
  /** What is known of a passage. */
  facts(passage: Passage): PassageFacts;
  /** What a model read in the passages; nothing until `complete`. */
  readonly readings: Readings;
}

/** Candidates that are looked at closely. */
const CANDIDATES = 200;
/** Candidates that are found by their meaning alone. */
const NEAREST = 60;
/** Candidates that are read together with the question. */
const READ = 12;
/** Candidates compared between two turns of the event loop: about 10 ms of work. */
const CHUNK = 25;
/** Facts that are remembered; read anew beyond that. */
const REMEMBERED = 20_000;

/** What is known of the language, whatever the event. */
export interface Language {
  readonly lexicon: Lexicon;
  readonly vectors: WordVectors;
  /** Words of English, however rare. */
  readonly words: ReadonlySet<string>;
}

/** Reads what comes with the program: the lexicon, the word vectors and the words of English. */
export async function loadLanguage(): Promise<Language> {
  const [lexicon, vectors] = await Promise.all([loadLexicon(), loadWordVectors()]);
  return { lexicon, vectors, words: readEnglishWords() };
}

export interface SearcherOptions {
  /** Called with the number of passages indexed. */
  readonly onProgress?: (done: number) => void;
  /** Absent: search does without vectors. */
  readonly encoder?: Encoder;
  /** Absent: the best passages are not read together with the question. Needs the encoder. */
  readonly reranker?: Reranker;
  /** Absent, or without a model: rules alone tell what passages say. Needs the encoder. */
  readonly openReader?: () => Promise<PassageReader | undefined>;
  /** Where vectors and readings are kept between runs. */
  readonly cacheDir?: string;
  /** Ends what is still read in the passages, which are no longer served. */
  readonly signal?: AbortSignal;
}

/**
 * Indexes a corpus, retracted articles left out. Where there is an encoder, vectors are made after that, and the
 * passages are read, while the searcher already serves.
 */
export async function createSearcher(
  corpus: Corpus,
  { lexicon, vectors, words }: Language,
  { onProgress, encoder, reranker, openReader, cacheDir, signal }: SearcherOptions = {},
): Promise<Searcher> {
  const analyzer = createAnalyzer(lexicon, vectors, corpus.event.aliases);
  const passages = corpus.articles
    .filter((article) => article.retracted === undefined)
    .flatMap((article) => article.passages);
  const index = await buildPassageIndex(passages, analyzer, onProgress);
  const searcher = new RankingSearcher(corpus, analyzer, index, words, reranker);
  if (encoder) {
    searcher.addMeaning(encoder, buildVectors(passages, encoder, cacheDir), async (built) =>
      openReader
        ? buildReadings(passages, openReader, built, {
            ...(cacheDir !== undefined && { cacheDir }),
            ...(signal && { signal }),
          })
        : NO_READINGS,
    );
  }
  return searcher;
}

class RankingSearcher implements Searcher {
  readonly analyzer: Analyzer;
  complete: Promise<void> = Promise.resolve();
  readings: Readings = NO_READINGS;
  #meaning: { readonly encoder: Encoder; readonly vectors: Vectors } | undefined;
  readonly #corpus: Corpus;
  readonly #index: PassageIndex;
  readonly #speller: Speller;
  readonly #isName: (word: string) => boolean;
  readonly #facts = new Map<Passage, PassageFacts>();
  readonly #setting: Setting;
  readonly #reranker: Reranker | undefined;

  constructor(
    corpus: Corpus,
    analyzer: Analyzer,
    index: PassageIndex,
    words: ReadonlySet<string>,
    reranker: Reranker | undefined,
  ) {
    this.#reranker = reranker;
    this.#corpus = corpus;
    this.analyzer = analyzer;
    this.#index = index;
    const known = [...corpus.event.aliases].flat(2).flatMap((name) => tokenize(name));
    const aliases = new Set(known.flatMap(({ word, capital }) => (capital ? word : [])));
    this.#isName = (word) => index.names.has(word) || aliases.has(word);
    const names = known.map(({ word }): [string, number] => [word, index.words.get(word) ?? 1]);
    this.#speller = createSpeller({
      ofArticles: new Map([...index.words, ...names]),
      ofEnglish: analyzer.vectors.words,
      rare: words,
    });
    this.#setting = readSetting(corpus, analyzer);
  }

  /** Compares meanings once the vectors are built, and knows what was read in the passages a while later. */
  addMeaning(
    encoder: Encoder,
    building: Promise<Vectors>,
    read: (vectors: Vectors) => Promise<Readings>,
  ): void {
    const add = async () => {
      const vectors = await building;
      this.#meaning = { encoder, vectors };
      this.readings = await read(vectors);
      this.#facts.clear();
    };
    // An encoder that ends leaves what is complete: the vectors, if they are.
    this.complete = add().catch(() => undefined);
  }

  writeOut(question: string): string {
    return writeOut(question, this.#isName);
  }

  facts(passage: Passage): PassageFacts {
    const known = this.#facts.get(passage);
    if (known) return known;
    if (this.#facts.size >= REMEMBERED) this.#facts.clear();
    const facts = readFacts(passage, this.analyzer, this.#setting.eventYears, this.readings.numbers);
    this.#facts.set(passage, facts);
    return facts;
  }

  holding(
    terms: readonly WeightedTerm[],
    limit: number,
    accept?: (article: Article) => boolean,
  ): readonly Passage[] {
    return this.#index.candidates(terms, limit, this.#ofArticles(accept)).map(({ passage }) => passage);
  }

  #ofArticles(
    accept: ((article: Article) => boolean) | undefined,
  ): ((passage: Passage) => boolean) | undefined {
    if (!accept) return undefined;
    return (passage) => {
      const article = this.#corpus.article(passage.article);
      return article !== undefined && accept(article);
    };
  }

  async search(
    question: string,
    { accept, limit = 20, read = READ }: SearchOptions = {},
  ): Promise<SearchResult> {
    const query = parseQuery(
      askedName(this.#speller.mend(this.writeOut(question)), this.#isName),
      this.analyzer,
      this.#index,
      this.#setting.eventTerms,
    );
    const figures = askedFigures(query, this.analyzer.lexicon);
    const words = { knows: this.#speller.knows, isName: this.#isName };
    const meaning = this.#meaning;
    // A text that cannot be encoded, or an encoder that has ended, costs the comparison of meanings alone.
    const vector = await meaning?.encoder.encode(query.text).catch(() => undefined);
    const isFitted = meaning?.encoder.name === FITTED_ON;
    const asking = vector && isFitted ? chanceOfAsking(query, vector.whole, words) : 1;
    const told = { query, asking, isReadable: isReadable(query, words), roles: figures.shown };
    const accepts = this.#ofArticles(accept);
    const found = this.#index.candidates(weightedTerms(query), CANDIDATES, accepts);
    const highest = found[0]?.bm25 ?? 1;
    const similarity = (passage: Passage) =>
      meaning && vector ? meaning.vectors.similarity(vector, passage.id) : NO_SIMILARITY;
    const nearness = (passage: Passage | undefined) =>
      passage && meaning && vector ? meaning.vectors.whole(vector, passage.id) : NO_SIMILARITY.whole;
    const factsOf = (passage: Passage | undefined) => passage && this.facts(passage);
    const candidates = [...found];
    if (meaning && vector) {
      const known = new Set(found.map(({ passage }) => passage.id));
      const isWanted = (id: PassageId) => {
        const passage = this.#corpus.passage(id);
        return passage !== undefined && (accepts?.(passage) ?? true);
      };
      for (const id of await meaning.vectors.nearest(vector, NEAREST, isWanted)) {
        const passage = this.#corpus.passage(id);
        if (passage && !known.has(id)) candidates.push({ passage, bm25: 0 });
      }
    }
    const name = nameIn(query.text, words);
    const weights = vector ? WEIGHTS : WEIGHTS_WITHOUT_VECTORS;
    const ranked: RankedPassage[] = [];
    for (const [index, { passage, bm25 }] of candidates.entries()) {
      if (index > 0 && index % CHUNK === 0) await nextTurn();
      const article = this.#corpus.article(passage.article);
      if (!article) continue;
      const facts = this.facts(passage);
      const beside = (step: number) => article.passages[passage.number - 1 + step];
      const signals = readSignals(query, {
        facts,
        around: { earlier: factsOf(beside(-2)), before: factsOf(beside(-1)), after: factsOf(beside(1)) },
        title: this.#setting.titleTerms(article, passage.heading),
        bm25: bm25 / highest,
        roles: figures.preferred,
        similarity: similarity(passage),
        similarityAround: Math.max(nearness(beside(-1)), nearness(beside(1))),
        freshness: this.#setting.freshness(article.id),
        superseded: this.#setting.isSuperseded(article.id),
      });
      const matches = matchSlots(query.slots, facts);
      const highlights = mergeSpans(matches.map((match) => match.occurrence.span));
      ranked.push({
        article,
        passage,
        strength: strength(signals, weights),
        signals,
        matched: new Set(matches.map(({ slot }) => slot.label)),
        askedFrom: askedFrom(query, facts),
        highlights,
        focus: focusOf(passage, highlights),
        introduces: name !== undefined && introduces(passage.text, name),
      });
    }
    ranked.sort(strongestFirst);
    const best = vector ? await this.#readBest(query, ranked.slice(0, read)) : [];
    const hasVectors = best.some(({ signals }) => signals.reading > 0);
    const passages = hasVectors ? [...best, ...ranked.slice(read)] : ranked.map(unread);
    passages.sort(strongestFirst);
    return { ...told, passages: passages.slice(0, limit), hasVectors };
  }

  /** Reads passages together with the question. Those that cannot be read stay as they are. */
  #readBest({ text }: ParsedQuery, best: readonly RankedPassage[]): Promise<readonly RankedPassage[]> {
    return Promise.all(
      best.map(async (found) => {
        const odds = await this.#reranker?.read(text, found.passage.text).catch(() => undefined);
        if (odds === undefined) return found;
        const signals = { ...found.signals, ...readingSignals(odds) };
        return { ...found, signals, strength: strength(signals, WEIGHTS) };
      }),
    );
  }
}

/** As it ranks where nothing can be read: the weights with vectors count on what reading tells. */
function unread(found: RankedPassage): RankedPassage {
  return { ...found, strength: strength(found.signals, WEIGHTS_WITHOUT_VECTORS) };
}

function strongestFirst(a: RankedPassage, b: RankedPassage): number {
  return b.strength - a.strength;
}
