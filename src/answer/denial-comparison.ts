import type { Corpus } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { readSentences, type Sentence, type Word } from './denial-sentences.ts';
import { otherEventSentences } from './event-time.ts';
import type { FigureReader } from './figures.ts';
import type { Place } from './place.ts';

/** What passages are compared by, to find who asserts what another denies. */
export interface Comparison {
  readonly places: readonly Place[];
  readonly corpus: Corpus;
  readonly sentences: readonly Sentence[];
  /** The sentences of each place. */
  readonly sentencesAt: readonly (readonly Sentence[])[];
  readonly index: ReadonlyMap<string, readonly Sentence[]>;
  readonly lexicon: Lexicon;
  readonly readFigures: FigureReader;
  /** How much a word tells: the fewer passages hold it, the more. */
  readonly weight: (word: Word) => number;
  readonly isRare: (term: string) => boolean;
  /** In so many passages that it tells little of what one of them says. */
  readonly isCommon: (term: string) => boolean;
  readonly isName: (term: string) => boolean;
  readonly isOfEvent: (sentence: Sentence) => boolean;
}

/** Words that hardly tell one event's facts from another's, by their stems. */
export const LIGHT =
  /^(?:keep|kept|use|make|made|take|taken|get|got|go|gone|give|given|know|known|see|seen|come|came|involv|receiv|sent|send|put|site|place|part|peopl|member|man|men|area|kind|time|way|thing|offic|offici|staff|compani|firm|insid|elsewher|away|again|earli|write|written|\w+day|morn|night|even|afternoon|year|month|week|hour|\d+)$/;
export const LIGHT_WEIGHT = 0.3;
/** A word in so few passages is what they are about. */
const RARE = 4;

/** Reads the sentences of places, and which of their words are rare and which are names. */
export function compare(
  corpus: Corpus,
  places: readonly Place[],
  lexicon: Lexicon,
  readFigures: FigureReader,
): Comparison {
  const sentencesAt = places.map(({ passage }, at) => readSentences(passage, at, lexicon));
  const sentences = sentencesAt.flat();
  const index = new Map<string, Sentence[]>();
  const spreadOf = countSpread(sentences);
  const names = new Set<string>();
  for (const sentence of sentences) {
    for (const term of sentence.terms) {
      const known = index.get(term);
      if (known) known.push(sentence);
      else index.set(term, [sentence]);
    }
    for (const { term, isCapital, start } of sentence.words) {
      if (isCapital && start > sentence.span[0]) names.add(term);
    }
  }
  const isCommon = (term: string) => spreadOf(term) > Math.max(RARE, places.length / 8);
  return {
    places,
    corpus,
    sentences,
    sentencesAt,
    index,
    lexicon,
    readFigures,
    weight: ({ term }) =>
      Math.log(1 + places.length / Math.max(1, spreadOf(term))) * (LIGHT.test(term) ? LIGHT_WEIGHT : 1),
    isRare: (term) => spreadOf(term) <= Math.max(RARE, places.length / 50),
    isCommon,
    isName: (term) => names.has(term) && !isCommon(term),
    isOfEvent: ({ at, span }) => {
      const passage = places[at]?.passage;
      if (!passage) return false;
      return otherEventSentences(passage, corpus.event)[passage.sentences.indexOf(span)] !== true;
    },
  };
}

/** In how many places each word stands. */
export function countSpread(sentences: readonly Sentence[]): (term: string) => number {
  const places = new Map<string, Set<number>>();
  for (const { at, terms } of sentences) {
    for (const term of terms) places.set(term, (places.get(term) ?? new Set()).add(at));
  }
  return (term) => places.get(term)?.size ?? 0;
}

/** The place of the passage that stands so many before in the article, under the same heading. */
export function placeBefore(at: number, back: number, { places }: Comparison): number | undefined {
  const place = places[at];
  const found = places.findIndex(
    ({ article, passage }) =>
      article === place?.article &&
      passage.number === place.passage.number - back &&
      passage.heading === place.passage.heading,
  );
  return found < 0 ? undefined : found;
}
