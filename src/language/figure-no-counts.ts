import { before, from, type Line, matchAt } from './figure-line.ts';
import type { Reading } from './figure-numbers.ts';

const YEAR_BEFORE =
  /(?:^| )(?:in|since|of|by|until|till|from|late|early|mid|summer|spring|autumn|winter|year|january|february|march|april|may|june|july|august|september|october|november|december|the|between|and|to|, )$/;
const MONTH =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?= )/y;

/** Ages, years, dates, shares, money, numbers of flights and rooms. */
export function isNoCount(line: Line, index: number, { value, to }: Reading): boolean {
  const { pieces } = line;
  const piece = pieces[index];
  const previous = pieces[index - 1];
  const next = pieces[to];
  if (!piece) return true;
  const lead = previous?.word ?? '';
  if (lead === 'but' && pieces[index - 2]?.word === 'all') return true;
  const follow = next?.word ?? '';
  if (AGED.test(before(line, index))) return true;
  if (/^[$£€¥₹#№]$/.test(lead) || /^(?:percent|%|per|pc|[$£€¥]|degrees?)$/.test(follow)) return true;
  if (matchAt(line, MONTH, to) !== undefined || MONTH_NAMES.has(lead)) return true;
  if (isYear(line, index, value)) return true;
  if (
    /^(?:aged?|no|nos|flight|route|room|platform|gate|highway|chapter|article|page|class|level|phase|grade|line|unit|mp|bus|train|section|under-|tram|world)$/.test(
      lead,
    )
  ) {
    // "the train 12 people were on" is hardly ever written; "train 214" is.
    return piece.kind === 'number';
  }
  if (
    /^numbers?$/.test(lead) &&
    piece.kind === 'number' &&
    !/(?:dead|injured|wounded|missing|arrested|dead|they|captives|hostages)(?: now| already)? numbers?$/.test(
      before(line, index),
    )
  )
    return true;
  if (lead === ',' && (follow === ',' || follow === '.' || follow === '') && isName(line, index - 2))
    return true;
  if (lead === '(' && follow === ')') return true;
  if (lead === 'of' && isPersonBefore(line, index)) return true;
  if (isClock(line, index, value, to)) return true;
  if (lead === "o'clock" || follow === "o'clock" || follow === 'am' || follow === 'pm') return true;
  // "said that one was missing": no "that one".
  const isClauseThat = lead === 'that' && BEFORE_CLAUSE.test(pieces[index - 2]?.word ?? '');
  if (piece.word === 'one') return isPronounOne(isClauseThat ? '' : lead, follow);
  return false;
}

/** "two brothers aged six and nine" */
const AGED =
  /(?:^| )aged?(?: (?:just|only|about|between|from))?(?: \S+(?: ,)? (?:and|or|to))?$|(?:^| )aged \S+ ,(?: \S+ ,)*(?:(?: \S+)? and)?$/;

const MONTH_NAMES = new Set(
  'january february march april june july august september october november december'.split(' '),
);

function isYear(line: Line, index: number, value: number): boolean {
  const piece = line.pieces[index];
  if (piece?.kind !== 'number' || piece.word.length !== 4 || value < 1500 || value > 2199) return false;
  const next = line.pieces[index + 1];
  const follows =
    next === undefined ||
    next.kind !== 'word' ||
    !/^(?:people|residents|passengers|troops|soldiers)$/.test(next.word);
  return follows && (YEAR_BEFORE.test(before(line, index)) || next?.kind !== 'word');
}

/** "said at nine today", "broke out at two in the morning": an hour; "stands at nine today" is a count. */
function isClock(line: Line, index: number, value: number, to: number): boolean {
  if (value < 1 || value > 12 || line.pieces[index - 1]?.word !== 'at') return false;
  return HOUR_BEHIND.test(from(line, to)) && !LEVEL.test(before(line, index - 1));
}

const HOUR_BEHIND =
  /^(?:today|yesterday|tonight|tomorrow|sharp|local time|that (?:morning|afternoon|evening|night)|this (?:morning|afternoon|evening)|(?:in|on) (?:the (?:morning|afternoon|evening)|[a-z]+day)|last night|when|[.,;:"”])(?: |$)/;
/** What may stand "at" a number. */
const LEVEL =
  /(?:^| )(?:st(?:and|ands|ood|anding)|put|puts|putting|remain(?:s|ed|ing)?|is|was|are|were|now|still|estimated|given|holds?|held|it|(?:toll|number|count|figure|tally|total|dead|injured|wounded|missing|arrested|aboard|killed|arrests|deaths)(?: [a-z]+){0,4})$/;

/** Whether a name or a person stands before the comma: "Rossi, 41,". */
function isName(line: Line, index: number): boolean {
  return line.pieces[index]?.kind === 'word';
}

/** "a boy of 14", "a man of about 25": an age. */
function isPersonBefore(line: Line, index: number): boolean {
  return /(?:^| )an? (?:\w+ )?(?:boy|girl|man|woman|child|person|youth|lad|age|teenager) of$/.test(
    before(line, index),
  );
}

const BEFORE_CLAUSE =
  /^(?:and|but|or|said|says|say|adds?|added|confirmed|reported|announced|claimed|insisted|believed?s?|told|out|known|understood)$/;

function isPronounOne(lead: string, follow: string): boolean {
  if (/^(?:no|any|every|some|each|that|this|which|another|the|by|for|number|day|square|only)$/.test(lead))
    return true;
  return /^(?:another|for|day|night|morning|by|thing|side|time|half|third|way|point|another|which)$/.test(
    follow,
  );
}
