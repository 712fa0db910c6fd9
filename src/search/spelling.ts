import { STOP_WORDS } from '../language/stop-words.ts';
import { tokenize } from '../language/tokens.ts';

/** Words that may be meant, and how often they occur. */
export interface Vocabulary {
  /** Words of the articles with the number of times they stand there. */
  readonly ofArticles: ReadonlyMap<string, number>;
  /** Words of English, the commonest first. */
  readonly ofEnglish: readonly string[];
}

/** Writes a question with its slips of the keyboard mended. */
export type Speller = (question: string) => string;

/** Words shorter than this are not mended: too many others are near. */
const SHORTEST = 4;
/** Unknown words of one question that are looked at; the rest of a longer one is noise. */
const MOST_UNKNOWN = 12;
/** What a word loses that the articles do not hold, in letters. */
const ELSEWHERE = 0.35;

/**
 * A word that neither English nor the articles know is taken for a slip: the nearest known word stands in for it
 * where one is near enough, else the commonest word of the articles that it begins. Known words are never touched,
 * so that a question about something else is not bent towards the articles.
 */
export function createSpeller({ ofArticles, ofEnglish }: Vocabulary): Speller {
  const english = new Set([...ofEnglish, ...STOP_WORDS]);
  const byKey = new Map<string, string[]>();
  for (const word of new Set([...ofArticles.keys(), ...english])) {
    if (word.length < SHORTEST - 1) continue;
    for (const key of keysOf(word)) {
      const list = byKey.get(key);
      if (list) list.push(word);
      else byKey.set(key, [word]);
    }
  }
  const isKnown = (word: string) => ofArticles.has(word) || english.has(word);

  const nearest = (word: string): string | undefined => {
    const tolerance = word.length <= 4 ? 0.7 : word.length <= 7 ? 1.2 : 2;
    const near = new Set(
      [...[-1, 0, 1].flatMap((more) => keysOf(word, more)), ...keysOf(swapBeginning(word))].flatMap(
        (key) => byKey.get(key) ?? [],
      ),
    );
    let best: string | undefined;
    // In a short word, swapped letters alone must be affordable.
    let least = word.length <= SHORTEST ? tolerance + ELSEWHERE : tolerance;
    for (const candidate of near) {
      const distance = typingDistance(word, candidate);
      if (distance > tolerance) continue;
      const loss = distance + (ofArticles.has(candidate) ? 0 : ELSEWHERE);
      const commoner = (ofArticles.get(candidate) ?? 0) > (ofArticles.get(best ?? '') ?? 0);
      if (loss < least || (loss === least && commoner)) {
        least = loss;
        best = candidate;
      }
    }
    return best ?? begun(word);
  };

  const begun = (word: string): string | undefined => {
    let best: string | undefined;
    for (const [candidate, count] of ofArticles) {
      if (candidate.startsWith(word) && count > (ofArticles.get(best ?? '') ?? 0)) best = candidate;
    }
    return best;
  };

  return (question) => {
    let mended = '';
    let at = 0;
    let unknown = 0;
    for (const { word, start, end } of tokenize(question)) {
      if (word.length < SHORTEST || /[^a-z]/.test(word) || isKnown(word)) continue;
      if (++unknown > MOST_UNKNOWN) break;
      const meant = nearest(word);
      if (meant === undefined) continue;
      mended += question.slice(at, start) + meant;
      at = end;
    }
    return mended + question.slice(at);
  };
}

/** A word's first letter, and its second, each with its length: all slips but swapping the two leave one of them. */
function keysOf(word: string, more = 0): readonly string[] {
  return [`${word[0]}${word.length + more}`, `.${word[1]}${word.length + more}`];
}

function swapBeginning(word: string): string {
  return `${word.charAt(1)}${word.charAt(0)}${word.slice(2)}`;
}

/** Keys that lie side by side, or letters that sound alike: a slip between them, either way, costs less. */
const NEIGHBOURS: ReadonlySet<string> = new Set(
  'qwsa weasd ersd rtdf tyfg yugh uihj iojk opkl asqz sdwxz dfecx fgrvc ghtbv hjynb jkumn klim zxas xczsd cvxdf vbcfg bnvgh nmbhj mkn ae ei ou sc ckq fp sz vw yi dt'
    .split(' ')
    .flatMap(([key = '', ...others]) => others.flatMap((other) => [key + other, other + key])),
);

/**
 * Damerau-Levenshtein distance (restricted) in letters, where swapped letters, doubled letters and neighbouring
 * keys cost less than 1, and a wrong first letter costs half a letter more.
 */
export function typingDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const x = a.charAt(i - 1);
      const y = b.charAt(j - 1);
      const doubled = x === a[i - 2] || y === b[j - 2];
      const swap = x === y ? 0 : NEIGHBOURS.has(x + y) ? 0.6 : 1;
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
  return (row[b.length] ?? 0) + (a[0] === b[0] ? 0 : 0.5);
}
