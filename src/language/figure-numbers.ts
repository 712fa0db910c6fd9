import { before, type Line, matchAt } from './figure-line.ts';
import { isNoCount } from './figure-no-counts.ts';
import { readHead } from './figure-nouns.ts';
import type { StatedQualifier } from './figures.ts';
import { numberScale, numberWord } from './number-words.ts';

/** A number as a sentence writes it, with what stands around it to say how exact it is. */
export interface NumberMention {
  readonly value: number;
  readonly max?: number;
  readonly qualifier: StatedQualifier | null;
  /** Index of the first piece of the qualifier or number. */
  readonly from: number;
  /** Index of the first piece of the number itself. */
  readonly first: number;
  /** Index behind the number (and `or more`). */
  readonly to: number;
  /** `no one`, `nobody`, `none`, `no deaths`. */
  readonly zero: boolean;
}

/** A value and the index behind its words. */
export interface Reading {
  readonly value: number;
  readonly to: number;
}

const QUALIFIERS: readonly (readonly [StatedQualifier, RegExp])[] = [
  [
    'at least',
    /(?:^| )(?:at least|(?:no|not) (?:fewer|less) than|a minimum of|at a minimum|at the very least)$/,
  ],
  [
    'at most',
    /(?:^| )(?:(?<!(?:gone|go|goes|going|went|came|moved|pushed|edged|crept|climbed|risen|rose|is|was) )up to|as many as|at most|(?:no|not) more than|a maximum of|at the (?:very )?most)$/,
  ],
  ['more than', /(?:^| )(?:more than|over|upwards? of|in excess of|exceeding|above|north of|greater than)$/],
  ['fewer than', /(?:^| )(?:fewer than|less than|under|below|just under|slightly under)$/],
  ['nearly', /(?:^| )(?:nearly|almost|close to|nearing|approaching|not quite|virtually)$/],
  [
    'about',
    /(?:^| )(?:about|around|some|roughly|approximately|approx \.|approx|circa|an estimated|estimated|estimated at|perhaps|in the region of|in the order of|or so|an approximate|something like|an average of)$/,
  ],
];
/** Words between a qualifier and its number that change neither. */
const BETWEEN =
  /(?:^| )(?:another|a further|an additional|a total of|the|just|only|as|possibly|in all|some)$/;
const COMPARES: ReadonlySet<StatedQualifier> = new Set(['more than', 'fewer than', 'about']);
const OR_MORE =
  /(?:or more|and more|plus|\+|or so|-?odd|or fewer|or less|at least|at (?:the (?:very )?)?most)(?= |$)/y;
const NO_ONE =
  /(?:no one|no-one|nobody|none|not a single person|not one person|no (?:people|person|passengers?|residents?|civilians?|members? of the public|crew(?: members?)?|staff))(?! else| other)(?= )/y;
const NO_ONE_OF = /(?:no|not a single|not one) (?!one |other |more |longer |further )/y;
/** Those on board are named by their role; "no gunman" is nobody in particular. */
const NO_ROLE: ReadonlySet<string> = new Set(['passengers', 'crew', 'hostages']);
const NO_NOUN =
  /no(?: (?:new|confirmed|reported|serious))*(?= (?:deaths?|fatalit(?:y|ies)|injur(?:y|ies)|arrests?|survivors?|bodies) )/y;
/** The numbers of a sentence that may count something, in order. Times, years, ages, money and shares are left out. */
export function readNumbers(line: Line): readonly NumberMention[] {
  const mentions: NumberMention[] = [];
  for (let index = 0; index < line.pieces.length; ) {
    const mention = readZero(line, index) ?? readLone(line, index) ?? readNumber(line, index);
    if (mention) mentions.push(mention);
    index = mention?.to ?? readValue(line, index)?.to ?? index + 1;
  }
  return mentions;
}

function readZero(line: Line, index: number): NumberMention | undefined {
  const to = matchAt(line, NO_ONE, index) ?? matchAt(line, NO_NOUN, index) ?? readNoPerson(line, index);
  return to === undefined
    ? undefined
    : { value: 0, qualifier: null, from: index, first: index, to, zero: true };
}

/** "no police officer", "not a single tourist": the index behind the noun. */
function readNoPerson(line: Line, index: number): number | undefined {
  const noun = matchAt(line, NO_ONE_OF, index);
  if (noun === undefined || numberWord(line.pieces[noun]?.word ?? '') !== undefined) return undefined;
  const head = readHead(line, noun);
  const isPerson =
    ['person', 'guard'].includes(head.class) || (head.class === 'role' && NO_ROLE.has(head.role ?? ''));
  return isPerson && !head.modified && head.to - noun <= 3 ? head.to : undefined;
}

const LONE = /^(?:lone|sole|solitary)$/;

/** Whether a number is the word for one who is alone. */
export const isLone = (line: Line, index: number): boolean => LONE.test(line.pieces[index]?.word ?? '');

/** "a lone gunman", "the sole attacker": one, and no more. */
function readLone(line: Line, index: number): NumberMention | undefined {
  if (!isLone(line, index) || /\b(?:not|every|each) (?:an?|one)?$/.test(before(line, index)))
    return undefined;
  const head = readHead(line, index + 1);
  if (/^(?:surviving|remaining|last)$/.test(line.pieces[index + 1]?.word ?? '')) return undefined;
  if (head.role !== 'attackers' || head.modified || line.pieces[head.to - 1]?.word.endsWith('s'))
    return undefined;
  return { value: 1, qualifier: null, from: index, first: index, to: index + 1, zero: false };
}

function readNumber(line: Line, index: number): NumberMention | undefined {
  const low = readValue(line, index);
  if (!low || isNoCount(line, index, low)) return undefined;
  const range = readRange(line, index, low);
  const high = range?.high;
  let to = high?.to ?? low.to;
  const after = matchAt(line, OR_MORE, to);
  const behind = after === undefined ? '' : line.text.slice(line.at[to], line.at[after]).trim();
  if (after !== undefined) to = after;
  const { qualifier, from } = readQualifier(line, range?.from ?? index);
  return {
    value: low.value,
    ...(high && { max: high.value }),
    qualifier: qualifier ?? qualifierBehind(behind),
    from,
    first: index,
    to,
    zero: false,
  };
}

function qualifierBehind(words: string): StatedQualifier | null {
  if (words === '') return null;
  if (words === 'or so' || words.endsWith('odd')) return 'about';
  return words === 'or fewer' || words === 'or less' || words.endsWith('most') ? 'at most' : 'at least';
}

function readRange(line: Line, index: number, low: Reading): { high: Reading; from: number } | undefined {
  const link = line.pieces[low.to]?.word;
  if (link === undefined) return undefined;
  const lead = line.pieces[index - 1]?.word;
  const isBetween = lead === 'between' && link === 'and';
  const isSpan =
    lead === 'from' && /^(?:anything|anywhere|ranging|variously)$/.test(line.pieces[index - 2]?.word ?? '');
  const isLinked = ['to', '-', '–', 'or'].includes(link) && (lead !== 'from' || isSpan);
  // "The toll rose by two to 24."
  const isStep = lead === 'by' && link === 'to';
  if ((!isBetween && !isLinked) || isStep) return undefined;
  const high = readValue(line, low.to + 1);
  if (!high || high.value <= low.value || isNoCount(line, low.to + 1, high)) return undefined;
  return { high, from: isBetween ? index - 1 : isSpan ? index - 2 : index };
}

function readQualifier(
  line: Line,
  index: number,
): { readonly qualifier: StatedQualifier | null; readonly from: number } {
  let text = before(line, index);
  let lead = index;
  let isDefinite = false;
  const drop = (words: string) => {
    const count = words.trim().split(' ').length;
    lead -= count;
    text = before(line, lead);
  };
  for (let step = 0; step < 4; step++) {
    for (const [qualifier, pattern] of QUALIFIERS) {
      const found = pattern.exec(text);
      if (!found) continue;
      // "more than the two deaths that …" compares with another count.
      if (isDefinite && COMPARES.has(qualifier)) return { qualifier: null, from: index };
      drop(found[0]);
      // "at least some 40", "well over 40"
      return { qualifier: outer(text) ?? qualifier, from: lead };
    }
    const filler = BETWEEN.exec(text);
    if (!filler) break;
    isDefinite ||= filler[0].trim() === 'the';
    drop(filler[0]);
  }
  return { qualifier: null, from: index };
}

function outer(text: string): StatedQualifier | undefined {
  return QUALIFIERS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Digits, number words, dozens and scales at a piece. */
function readValue(line: Line, index: number): Reading | undefined {
  const piece = line.pieces[index];
  if (!piece || piece.kind === 'mark') return undefined;
  if (piece.kind === 'number') return readDigits(line, index, piece.word);
  const { word } = piece;
  if (/^\d+-odd$/.test(word)) return { value: Number.parseInt(word, 10), to: index + 1 };
  if (word === 'half' && matchAt(line, /half a dozen /y, index)) return { value: 6, to: index + 3 };
  if (word === 'a' || word === 'an') {
    const unit = line.pieces[index + 1]?.word ?? '';
    if (matchAt(line, /a score of /y, index)) return { value: 20, to: index + 3 };
    const couple = matchAt(line, /a couple of (?=hundred |thousand |dozen )/y, index);
    if (couple !== undefined) {
      const counted = line.pieces[couple]?.word ?? '';
      return { value: 2 * (numberScale(counted) ?? 12), to: couple + 1 };
    }
    if (unit === 'dozen') return { value: 12, to: index + 2 };
    const scale = numberScale(unit);
    return scale === undefined || scale > 1000 ? undefined : { value: scale, to: index + 2 };
  }
  return readWords(line, index);
}

function readDigits(line: Line, index: number, word: string): Reading | undefined {
  if (word.includes(':')) return undefined;
  const value = Number(word.replace(/,/g, ''));
  const next = line.pieces[index + 1]?.word ?? '';
  const scale = next === 'dozen' ? 12 : numberScale(next);
  if (scale !== undefined) return { value: Math.round(value * scale), to: index + 2 };
  return Number.isInteger(value) ? { value, to: index + 1 } : undefined;
}

function readWords(line: Line, index: number): Reading | undefined {
  let total = 0;
  let part: number | undefined;
  let at = index;
  for (; at < line.pieces.length; at++) {
    const word = line.pieces[at]?.word ?? '';
    const simple = numberWord(word);
    const scale = word === 'dozen' ? 12 : numberScale(word);
    if (simple !== undefined && (part === undefined || (part >= 100 && part % 100 === 0 && simple < 100))) {
      part = (part ?? 0) + simple;
    } else if (scale !== undefined && part !== undefined) {
      if (scale >= 1000) {
        total += part * scale;
        part = 0;
      } else part *= scale;
    } else if (word === 'and' && part !== undefined && part > 0 && part % 100 === 0) {
      const following = numberWord(line.pieces[at + 1]?.word ?? '');
      if (following === undefined || part >= 1000 || !isHundred(line, at)) break;
    } else break;
  }
  if (part === undefined) return undefined;
  return { value: total + part, to: at };
}

/** `two hundred and twelve` goes on; `two hundred and` of two counts cannot be told and goes on as well. */
function isHundred(line: Line, and: number): boolean {
  return line.pieces[and - 1]?.word === 'hundred';
}
