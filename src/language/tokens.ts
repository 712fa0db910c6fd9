import { createRequire } from 'node:module';
import { numberWord, ordinalWord } from './number-words.ts';
import { STOP_WORDS } from './stop-words.ts';

const require = createRequire(import.meta.url);
/** The Porter2 (Snowball English) stemmer, https://snowballstem.org/algorithms/english/stemmer.html */
const porter2 = require('wink-porter2-stemmer') as (word: string) => string;

/** A word of a text, with what indexing and matching compare. */
export interface Token {
  /** UTF-16 offsets in the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** Lower case, straight apostrophes, no accents, no possessive. */
  readonly word: string;
  /** What is compared: a Porter2 stem, a number in digits, or a name such as `US` in capitals. */
  readonly term: string;
  /** A function word, which says nothing of what the text is about. */
  readonly stop: boolean;
  /** Written with a capital. */
  readonly capital: boolean;
}

const WORD =
  /(?:\p{L}\.)+\p{L}\.?(?![\p{L}\p{N}])|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[\p{L}\p{N}]+(?:['’‘ʼ][\p{L}]+)*(?:-[\p{L}\p{N}]+)*/gu;
/** Names that fold to a function word and are told apart from it by their capitals alone. */
const CAPITAL_NAMES: ReadonlySet<string> = new Set(['IS', 'US', 'WHO', 'IT', 'AM']);

const stems = new Map<string, string>();
const STEM_CACHE_LIMIT = 200_000;

/** The Porter2 stem of a lower-case word, remembered. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > STEM_CACHE_LIMIT) stems.clear();
  const result = /^[a-z'-]+$/.test(word) ? porter2(word) : word;
  stems.set(word, result);
  return result;
}

/** Lower case, straight apostrophes, no accents. */
function straighten(raw: string): string {
  return raw
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, '');
}

/** The term of a folded word: digits for numbers, else the stem. */
export function termOf(word: string): string {
  const number = numberWord(word);
  if (number !== undefined) return String(number);
  const ordinal = ordinalWord(word);
  if (ordinal !== undefined) return `${ordinal}.`;
  if (/^\d/.test(word)) return word.replace(/[,]/g, '');
  return stem(word);
}

/**
 * The words of a text in order, the parts of a hyphenated word each by itself. Case, accents, curly quotes and
 * possessives are folded. `US`, `IS` and `WHO` in capitals stay apart from the function words, unless several
 * words stand there and all are in capitals; so do `u.s.`, and `us` after `the`, as members type them.
 */
export function tokenize(text: string): readonly Token[] {
  const words = [...text.matchAll(WORD)];
  const shouting = words.length > 1 && !/\p{Ll}/u.test(text);
  const tokens: Token[] = [];
  const add = (raw: string, start: number, end: number, isShouted: boolean) => {
    const found = token(raw, start, end, isShouted);
    // A few letters of other scripts are marks alone: nothing is left of them.
    if (found.word !== '') tokens.push(found);
  };
  for (const { 0: whole, index: start } of words) {
    if (/^\p{L}\./u.test(whole)) {
      const letters = whole.replaceAll('.', '');
      add(letters === 'us' ? 'US' : letters, start, start + whole.length, false);
      continue;
    }
    let at = start;
    for (const part of hyphenParts(whole)) {
      const isCountry = part === 'us' && tokens.at(-1)?.word === 'the';
      if (part) add(isCountry ? 'US' : part, at, at + part.length, shouting);
      at += part.length + 1;
    }
  }
  return tokens;
}

/** A number such as `twenty-one` is one part, in `twenty-one-year-old` as well. */
function hyphenParts(whole: string): readonly string[] {
  const parts = whole.split('-');
  if (parts.length === 1) return parts;
  const number = `${parts[0]}-${parts[1]}`;
  return numberWord(number.toLowerCase()) === undefined ? parts : [number, ...parts.slice(2)];
}

function token(raw: string, start: number, end: number, shouting: boolean): Token {
  const capital = /^\p{Lu}/u.test(raw);
  const bare = raw.replace(/['’]s$/, '');
  if (!shouting && CAPITAL_NAMES.has(bare)) {
    return { start, end, word: bare.toLowerCase(), term: bare, stop: false, capital };
  }
  const whole = straighten(raw);
  const word = whole.replace(/'s$/, '');
  if (word === 'usa') return { start, end, word, term: 'US', stop: false, capital };
  return {
    start,
    end,
    word,
    term: termOf(word),
    stop: STOP_WORDS.has(word) || STOP_WORDS.has(whole),
    capital,
  };
}
