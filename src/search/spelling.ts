import type { Lexicon } from '../language/lexicon.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { conceptTerm } from './analysis.ts';
import type { PassageIndex } from './passage-index.ts';

/** Words shorter than this are not corrected: too many others are near. */
const SHORTEST = 4;
/** The share of a word's letters that may be wrong. */
const TOLERANCE = 0.26;

/**
 * The terms that a misspelt word most likely stands for: stems of the articles' vocabulary, and concepts of the
 * lexicon. Empty where nothing is near enough.
 */
export function nearestSpelling(token: Token, index: PassageIndex, lexicon: Lexicon): readonly string[] {
  if (token.word.length < SHORTEST) return [];
  const near = [...index.similarTerms(token.term), ...lexicon.similarWords(token.word)];
  let best = Math.max(1, token.word.length * TOLERANCE);
  let terms: string[] = [];
  for (const word of new Set(near)) {
    const distance = Math.min(typingDistance(token.word, word), typingDistance(token.term, word));
    if (distance > best) continue;
    const [known] = tokenize(word);
    if (!known) continue;
    if (distance < best) terms = [];
    best = distance;
    terms.push(index.documentFrequency(word) > 0 ? word : known.term);
  }
  return terms.flatMap((term) => [
    ...(index.documentFrequency(term) > 0 ? [term] : []),
    ...lexicon.inQuestion(tokenize(term)).map((match) => conceptTerm(match.concept)),
  ]);
}

/** Keys that lie side by side, or letters that sound alike: a slip between them costs half. */
const NEIGHBOURS = new Map(
  'qwsa weasd ersd rtdf tyfg yugh uihj iojk opkl asqz sdwxz dfecx fgrvc ghtbv hjynb jkumn klim zxas xczsd cvxdf vbcfg bnvgh nmbhj mkn ae ei ou sc ckq fp sz vw yi dt'
    .split(' ')
    .flatMap((group) => [...group].map((key): [string, string] => [key, group])),
);

/** Damerau–Levenshtein distance (restricted), where swapped letters and neighbouring keys cost less than 1. */
export function typingDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const x = a[i - 1] ?? '';
      const y = b[j - 1] ?? '';
      const doubled = x === a[i - 2] || y === b[j - 2];
      const swap = x === y ? 0 : NEIGHBOURS.get(x)?.includes(y) ? 0.6 : 1;
      let cost = Math.min(
        (row[j] ?? 0) + (doubled ? 0.5 : 1),
        (next[j - 1] ?? 0) + (doubled ? 0.5 : 1),
        (row[j - 1] ?? 0) + swap,
      );
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 0.6);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  // People seldom get the first letter wrong.
  return (row[b.length] ?? 0) + (a[0] === b[0] ? 0 : 0.5);
}
