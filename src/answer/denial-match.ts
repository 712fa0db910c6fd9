import type { Corpus } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Denial } from '../language/stance.ts';
import type { Sentence, Word } from './denial-sentences.ts';
import type { Place } from './place.ts';

/** How well a word is met by another of the same concept, and by one of a concept that is close to it. */
const SAME_CONCEPT = 0.8;
const CLOSE_CONCEPT = 0.5;
/** Closeness in the lexicon from which a concept counts as close: kinds and what they are kinds of. */
const CLOSE_FROM = 0.8;
export interface Comparison {
  readonly places: readonly Place[];
  readonly corpus: Corpus;
  readonly sentences: readonly Sentence[];
  readonly index: ReadonlyMap<string, readonly Sentence[]>;
  readonly lexicon: Lexicon;
  /** How much a word tells: the fewer passages hold it, the more. */
  readonly weight: (word: Word) => number;
  readonly isRare: (term: string) => boolean;
  readonly isName: (term: string) => boolean;
  readonly isOfEvent: (sentence: Sentence) => boolean;
}

/** How much of what is denied a sentence says, from 0 to 1. */
export function share(
  denial: Denial,
  content: readonly Word[],
  context: readonly Word[],
  sentence: Sentence,
  { weight, isRare, lexicon }: Comparison,
): number {
  let total = 0;
  let met = 0;
  const matched: Word[] = [];
  let exact = 0;
  for (const word of content) {
    const degree = degreeOf(word, sentence, lexicon);
    total += weight(word);
    met += weight(word) * degree;
    if (degree > 0 && !LIGHT.test(word.term)) matched.push(word);
    if (degree === 1) exact++;
  }
  if (total === 0 || matched.length === 0) return 0;
  const around = context.filter(({ term }) => sentence.terms.has(term) && !LIGHT.test(term)).length;
  if (exact + around === 0) return 0;
  const isKeyed = matched.some(({ term, isVerb }) => !isVerb && sentence.terms.has(term) && isRare(term));
  const hasPredicate = matched.some(({ isVerb }) => isVerb) && matched.length + around >= 2;
  if (denial.isVerbal && !hasPredicate) return 0;
  // The rare noun and the predicate both: what else is denied with them tells little.
  if (isKeyed && hasPredicate) return met / total + BOTH;
  return isKeyed || hasPredicate ? met / total : 0;
}

/** Words that hardly tell one event's facts from another's, by their stems. */
export const LIGHT =
  /^(?:keep|kept|use|make|made|take|taken|get|got|go|gone|give|given|know|known|see|seen|come|came|involv|receiv|sent|send|put|site|place|part|peopl|member|man|men|area|kind|time|way|thing|offic|offici|staff|compani|firm|insid|elsewher|earli|write|written|\w+day|morn|night|even|afternoon|year|month|week|hour|\d+)$/;
export const LIGHT_WEIGHT = 0.3;
const BOTH = 0.1;
/** A word in so few passages is what they are about. */
export const RARE = 4;

export function degreeOf(word: Word, sentence: Sentence, lexicon: Lexicon): number {
  if (sentence.terms.has(word.term)) return 1;
  for (const concept of word.concepts()) if (sentence.concepts().has(concept)) return SAME_CONCEPT;
  for (const concept of word.concepts()) {
    for (const [close, closeness] of lexicon.concepts.get(concept)?.answeredBy ?? []) {
      if (closeness >= CLOSE_FROM && sentence.concepts().has(close)) return CLOSE_CONCEPT;
    }
  }
  return 0;
}
