import { setImmediate as nextTurn } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { Passage, PassageId } from '../corpus/model.ts';
import type { Token } from '../language/tokens.ts';
import type { Analyzer } from './analysis.ts';

/** A term of a query with its weight. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

export interface Candidate {
  readonly passage: Passage;
  /** MiniSearch's BM25+ score of the weighted terms. */
  readonly bm25: number;
}

/** What MiniSearch is given: the text itself stays in the corpus. */
interface IndexedPassage {
  readonly id: PassageId;
  readonly terms: string;
}

/** The inverted index over passages. */
export interface PassageIndex {
  readonly size: number;
  /** The number of passages that hold the term. */
  readonly documentFrequency: (term: string) => number;
  /** The passages that hold the terms, best first; at most `limit`. */
  readonly candidates: (
    terms: readonly WeightedTerm[],
    limit: number,
    accept?: (passage: Passage) => boolean,
  ) => readonly Candidate[];
  /** Words of the passages, as written but in lower case, with the number of times they stand there. */
  readonly words: ReadonlyMap<string, number>;
  /** Those that are written like a name somewhere, and never without a capital. */
  readonly names: ReadonlySet<string>;
}

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
/** Of a sentence what stands before a word that begins neither it nor a quotation. */
const WITHIN = /[\p{L}\p{N}][^"“‘:]*$/u;

/**
 * Whether a word is written like a name: within a sentence, with a capital and small letters behind it, and without the
 * full stop of an abbreviation.
 */
function isWrittenAsName({ text, sentences }: Passage, { start, end }: Token): boolean {
  if (!CAPITALISED.test(text.slice(start, end))) return false;
  const [from, to] = sentences.findLast(([begin]) => begin <= start) ?? [0, text.length];
  if (text[end] === '.' && end + 1 !== to) return false;
  return WITHIN.test(text.slice(from, start));
}

/** Passages indexed between two turns of the event loop: about 10 ms of work. */
const CHUNK = 100;

/**
 * Indexes passages in one analysed field, giving way to other work every few milliseconds.
 *
 * @param onProgress called with the number of passages done, after each chunk.
 */
export async function buildPassageIndex(
  passages: readonly Passage[],
  analyzer: Analyzer,
  onProgress: (done: number) => void = () => {},
): Promise<PassageIndex> {
  const byId = new Map<PassageId, Passage>();
  const frequencies = new Map<string, number>();
  const words = new Map<string, number>();
  const named = new Set<string>();
  const plain = new Set<string>();
  const index = new MiniSearch<IndexedPassage>({
    fields: ['terms'],
    // Analysis is done by the analyzer; terms arrive as they are to be stored, separated by spaces.
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
  });
  for (let start = 0; start < passages.length; start += CHUNK) {
    const chunk = passages.slice(start, start + CHUNK);
    const analysed = chunk.map((passage) => {
      const { tokens, occurrences } = analyzer.passage(passage.text);
      for (const token of tokens) {
        const { word, capital } = token;
        words.set(word, (words.get(word) ?? 0) + 1);
        if (!capital) plain.add(word);
        else if (!named.has(word) && isWrittenAsName(passage, token)) named.add(word);
      }
      return { passage, terms: occurrences.map((occurrence) => occurrence.term) };
    });
    for (const { passage, terms } of analysed) {
      byId.set(passage.id, passage);
      for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
    index.addAll(analysed.map(({ passage, terms }) => ({ id: passage.id, terms: terms.join(' ') })));
    onProgress(Math.min(start + CHUNK, passages.length));
    await nextTurn();
  }
  return {
    size: passages.length,
    words,
    names: new Set([...named].filter((word) => !plain.has(word))),
    documentFrequency: (term) => frequencies.get(term) ?? 0,
    candidates(terms, limit, accept) {
      const weights = new Map(
        terms.filter(({ term }) => frequencies.has(term)).map(({ term, weight }) => [term, weight]),
      );
      if (weights.size === 0) return [];
      const hits = index.search([...weights.keys()].join(' '), {
        boostTerm: (term) => weights.get(term) ?? 0,
        ...(accept && {
          filter: (hit) => {
            const passage = byId.get(hit.id);
            return passage !== undefined && accept(passage);
          },
        }),
      });
      return hits.slice(0, limit).flatMap((hit) => {
        const passage = byId.get(hit.id);
        return passage ? [{ passage, bm25: hit.score }] : [];
      });
    },
  };
}
