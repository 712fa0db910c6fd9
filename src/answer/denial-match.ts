import type { Lexicon } from '../language/lexicon.ts';
import type { Denial } from '../language/stance.ts';
import { type Comparison, LIGHT } from './denial-comparison.ts';
import type { Sentence, Word } from './denial-sentences.ts';

/** How well a word is met by another of the same concept, and by one of a concept that is close to it. */
export const SAME_CONCEPT = 0.8;
const CLOSE_CONCEPT = 0.5;
/** A word of several concepts, most of which the other does not share: "overloaded" and "heavy". */
const LOOSE_CONCEPT = 0.1;
/** Closeness in the lexicon from which a concept counts as close: kinds and what they are kinds of. */
const CLOSE_FROM = 0.8;
/** What a denial says, in words. */
export interface Denied {
  /** What is denied. */
  readonly content: readonly Word[];
  /** The rest of its sentence. */
  readonly context: readonly Word[];
  /** The words of the passage's other sentences. */
  readonly surroundings: readonly Word[];
}

/** How much of what is denied a sentence says, from 0 to 1. */
export function share(
  denial: Denial,
  { content, context, surroundings }: Denied,
  sentence: Sentence,
  { weight, isRare, isCommon, isName, lexicon }: Comparison,
): number {
  let total = 0;
  let met = 0;
  const matched: Word[] = [];
  let exact = 0;
  for (const word of content) {
    const degree = degreeOf(word, sentence, lexicon);
    total += weight(word);
    met += weight(word) * degree;
    if (degree >= CLOSE_CONCEPT && !LIGHT.test(word.term)) matched.push(word);
    if (degree === 1) exact++;
  }
  if (total === 0 || matched.length === 0) return 0;
  const isAround = (word: Word) => sentence.terms.has(word.term) && !LIGHT.test(word.term);
  const around = context.filter(isAround);
  // Two words of the kind, though none of them the same: "a suicide bomber" and "blew himself up".
  const isWhole = matched.length >= 2 && met >= WHOLE * total;
  if (exact + around.length === 0) return isWhole && denial.isExplicit ? met / total : 0;
  const isKeyed = matched.some(
    (word) =>
      !word.isVerb &&
      sentence.terms.has(word.term) &&
      (isRare(word.term) || (!isCommon(word.term) && isPhrase(word, sentence))),
  );
  const hasPredicate = matched.some(({ isVerb }) => isVerb) && matched.length + around.length >= 2;
  // "Nobody is on the run" has no verb of its own that could be met.
  if (denial.isVerbal && (!hasPredicate || content.length === 1)) return 0;
  // One word alone may mean something else elsewhere.
  const isAlone =
    content.length === 1 && !/\d:\d/.test(content[0]?.term ?? '') && matched.length + around.length < 2;
  if (isAlone && !denial.isExplicit && !surroundings.some(isAround)) return 0;
  // The rare noun and the predicate both: what else is denied with them tells little.
  if (isKeyed && hasPredicate) return met / total + BOTH;
  const isPointed = exact === content.length && pointing(context, sentence, lexicon) >= 2;
  const isOfThis = matched.length >= 2 || around.some(({ term }) => isRare(term) || isName(term));
  return isKeyed || isPointed || (hasPredicate && isOfThis) ? met / total : 0;
}

/** Whether a word stands in the same phrase of the lexicon, such as "on the run". */
function isPhrase(word: Word, sentence: Sentence): boolean {
  const concepts = [...word.concepts()];
  return concepts.length > 1 && concepts.every((concept) => sentence.concepts().has(concept));
}

/** How many words beside what is denied a sentence meets: "The blast was caused by a bomb and not by gas". */
function pointing(context: readonly Word[], sentence: Sentence, lexicon: Lexicon): number {
  return context.filter((word) => !LIGHT.test(word.term) && degreeOf(word, sentence, lexicon) >= SAME_CONCEPT)
    .length;
}

/** Share of what is denied that words of other kinds must make up. */
const WHOLE = 0.75;
const BOTH = 0.1;
/** What a word may be met in. */
type Comparable = Pick<Sentence, 'terms' | 'concepts'>;

/** How well a word is met, from 0 to 1. */
export function degreeOf(word: Word, sentence: Comparable, lexicon: Lexicon): number {
  if (sentence.terms.has(word.term)) return 1;
  const own = word.concepts();
  const shared = [...own].filter((concept) => sentence.concepts().has(concept)).length;
  if (shared > 0) return shared * 2 >= own.size ? SAME_CONCEPT : LOOSE_CONCEPT;
  for (const concept of own) {
    for (const [close, closeness] of lexicon.concepts.get(concept)?.answeredBy ?? []) {
      if (closeness >= CLOSE_FROM && sentence.concepts().has(close)) return CLOSE_CONCEPT;
    }
  }
  return 0;
}
