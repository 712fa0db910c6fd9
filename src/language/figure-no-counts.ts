import { before, type Line, matchAt } from './figure-line.ts';
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
  if (lead === "o'clock" || follow === "o'clock" || follow === 'am' || follow === 'pm') return true;
  if (piece.word === 'one') return isPronounOne(lead, follow);
  return false;
}

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

function isPronounOne(lead: string, follow: string): boolean {
  if (/^(?:no|any|every|some|each|that|this|which|another|the|by|for|number|day|square|only)$/.test(lead))
    return true;
  return /^(?:another|for|day|night|morning|by|thing|side|time|half|third|way|point|another|which)$/.test(
    follow,
  );
}
