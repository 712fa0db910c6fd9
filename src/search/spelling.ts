import { STOP_WORDS } from '../language/stop-words.ts';
import { tokenize } from '../language/tokens.ts';

/** Words that may be meant, and how often they occur. */
export interface Vocabulary {
  /** Words of the articles with the number of times they stand there. */
  readonly ofArticles: ReadonlyMap<string, number>;
  /** Words of English, the commonest first. */
  readonly ofEnglish: readonly string[];
  /** Words of English that are too rare to be meant by another, but are no slips. Default: none. */
  readonly rare?: ReadonlySet<string>;
}

export interface Speller {
  /** The question with its slips of the keyboard mended. */
  readonly mend: (question: string) => string;
  /** Whether a word in lower case is one of English or of the articles. */
  readonly knows: (word: string) => boolean;
}

/** Words shorter than this are not mended: too many others are near. */
const SHORTEST = 4;
/** Unknown words of one question that are looked at; the rest of a longer one is noise. */
const MOST_UNKNOWN = 12;
/** What a word loses that the articles do not hold, in letters. */
const ELSEWHERE = 0.35;
/** What the rarest word of English loses against the commonest, in letters. */
const RARE = 0.5;

/**
 * A word that neither English nor the articles know is taken for a slip: the nearest known word stands in for it
 * where one is near enough, else the commonest word of the articles that it begins. Known words are never touched,
 * so that a question about something else is not bent towards the articles.
 */
export function createSpeller({ ofArticles, ofEnglish, rare = new Set() }: Vocabulary): Speller {
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
  const knows = (word: string) => ofArticles.has(word) || english.has(word) || rare.has(word);
  const ranks = new Map(ofEnglish.map((word, rank) => [word, rank]));
  /** Of a word, from 0 for the commonest of English to 1 for one that is none. */
  const rarity = (word: string) =>
    Math.log(1 + (ranks.get(word) ?? (STOP_WORDS.has(word) ? 0 : english.size))) / Math.log(1 + english.size);

  const nearest = (word: string): string | undefined => {
    // "arnos funeral"
    const owner = word.replace(/s$/, '');
    if (owner !== word && ofArticles.has(owner) && !english.has(owner)) return owner;
    const tolerance = word.length <= 4 ? 0.7 : word.length <= 7 ? 1.2 : 2;
    const near = new Set(
      [
        ...[-1, 0, 1].flatMap((more) => keysOf(word, more)),
        ...keysOf(swapBeginning(word)),
        ...keysOf(` ${word}`),
      ].flatMap((key) => byKey.get(key) ?? []),
    );
    let best: string | undefined;
    const isShort = word.length <= SHORTEST;
    const most = isShort ? tolerance + ELSEWHERE : tolerance;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of near) {
      const isElsewhere = !ofArticles.has(candidate);
      // Near to a short name there is always some other word with one letter more or less.
      if (isShort && isElsewhere && candidate.length !== word.length) continue;
      const distance = typingDistance(word, candidate);
      const apart = distance + (isElsewhere ? ELSEWHERE : 0);
      if (distance > tolerance || apart >= most) continue;
      const loss = apart + RARE * rarity(candidate);
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

  const mend = (question: string) => {
    let mended = '';
    let at = 0;
    let unknown = 0;
    for (const { word, start, end } of tokenize(question)) {
      if (word.length < SHORTEST || /[^a-z]/.test(word) || knows(word)) continue;
      if (++unknown > MOST_UNKNOWN) break;
      const meant = nearest(word);
      if (meant === undefined) continue;
      mended += question.slice(at, start) + meant;
      at = end;
    }
    return mended + question.slice(at);
  };
  return { mend, knows };
}

/**
 * A word's first letter, and its second, each with its length: a slip leaves one of them, but for swapping the two and
 * leaving out the first.
 */
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

/** What each slip counts, in letters. Leaving a letter out is as common as hitting the key beside. */
const SLIP = {
  leftOut: 0.6,
  added: 1,
  doubled: 0.5,
  neighbour: 0.6,
  other: 1,
  swapped: 0.6,
  first: 0.5,
} as const;

/**
 * How far what was typed is from the word that may be meant: a Damerau-Levenshtein distance (restricted) in letters,
 * where likely slips count less than 1 and a wrong first letter counts more. Not symmetric. Endless where the lengths
 * differ by more than 3.
 *
 * What slips and {@link RARE} count was chosen on a sixth of Wikipedia's list of common misspellings
 * (https://en.wikipedia.org/wiki/Wikipedia:Lists_of_common_misspellings) and on made slips of words of the invented
 * events. Of all 3,759 of that list 86 % were mended rightly and 7 % to another word, of 2,968 other made slips 89
 * and 3 %; that was before {@link Vocabulary.rare}, by which 11 of 1,501 made slips of common words are words of their own
 * and stay ("stroy"). Of 3,520 misspellings of common words in codespell's list
 * (https://github.com/codespell-project/codespell) 85 % are mended rightly and 4 % to another word. Without `rare` a quarter
 * of the rare words of English would be mended to another.
 */
export function typingDistance(typed: string, meant: string): number {
  if (Math.abs(typed.length - meant.length) > 3) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: meant.length + 1 }, (_, j) => j * SLIP.leftOut);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i * SLIP.added];
    for (let j = 1; j <= meant.length; j++) {
      const x = typed.charAt(i - 1);
      const y = meant.charAt(j - 1);
      const swap = x === y ? 0 : NEIGHBOURS.has(x + y) ? SLIP.neighbour : SLIP.other;
      let cost = Math.min(
        (row[j] ?? 0) + (x === typed[i - 2] ? SLIP.doubled : SLIP.added),
        (next[j - 1] ?? 0) + (y === meant[j - 2] ? SLIP.doubled : SLIP.leftOut),
        (row[j - 1] ?? 0) + swap,
      );
      if (i > 1 && j > 1 && x === meant[j - 2] && y === typed[i - 2])
        cost = Math.min(cost, (before[j - 2] ?? 0) + SLIP.swapped);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  const begins = typed[0] === meant[0] || swapBeginning(typed).startsWith(meant.slice(0, 2));
  return (row[meant.length] ?? 0) + (begins ? 0 : SLIP.first);
}
