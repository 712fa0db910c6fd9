import { nameEnd, withName } from './attribution-name-ends.ts';
import { isPronoun, nameBefore, ownerBefore } from './attribution-names.ts';
import { canSpeak } from './attribution-pronouns.ts';
import {
  ACCORDING,
  CITING,
  COUNT_BY,
  COUNT_FROM,
  COUNT_OF,
  COUNT_THAT,
  FIND,
  FINDERS,
  HOLD,
  IS_COUNT,
  OWN_REPORT,
  OWN_VERB,
  QUOTED,
  REPORTS,
  SAY,
} from './attribution-verbs.ts';
import { type Line, matchAt } from './figure-line.ts';

/** A speaker in a sentence: the pieces of the name, and where the words of speaking stand. */
export interface Speaker {
  readonly from: number;
  readonly to: number;
  /** Index of the verb or of `according`. */
  readonly at: number;
  /** Words before the verb are the speaker's as well: "…, the ministry said". */
  readonly isTrailing: boolean;
  /** A pronoun, to be looked up. */
  readonly isPronoun: boolean;
  /** Gives only the number right before the name: "the deaths that the mayor admits". */
  readonly isRelative?: boolean;
}

/**
 * Who speaks in a sentence, in order. Whom somebody cites counts only where nobody else speaks; "the agency reports, citing
 * the mayor" gives the mayor's word.
 */
export function readSpeakers(line: Line): readonly Speaker[] {
  const found: Speaker[] = [];
  const cited: Speaker[] = [];
  for (let at = 0; at < line.pieces.length; at++) {
    if (line.pieces[at]?.kind !== 'word') continue;
    const behind = matchAt(line, CITING, at);
    const speaker = behind === undefined ? readSpeaker(line, at) : nameBehind(line, at, behind);
    if (speaker) (behind === undefined ? found : cited).push(speaker);
  }
  const isReporting = ({ at }: Speaker) => REPORTS.test(line.text.slice(line.at[at]));
  const [first, second] = found;
  if (first && !second && cited.length > 0 && isReporting(first)) return cited;
  const isOneClause = !/[;]|\b(?:while|but|whereas|and)\b/.test(line.text);
  const isPassedOn = second && found.length === 2 && matchAt(line, ACCORDING, second.at) !== undefined;
  return first && isPassedOn && isOneClause && isReporting(first) ? [second] : found;
}

function readSpeaker(line: Line, at: number): Speaker | undefined {
  const named = matchAt(line, ACCORDING, at) ?? matchAt(line, COUNT_THAT, at) ?? matchAt(line, QUOTED, at);
  if (named !== undefined) return nameBehind(line, at, named);
  const count = matchAt(line, COUNT_OF, at);
  if (count !== undefined && /(?:'s|s')$/.test(line.pieces[at - 1]?.word ?? '')) return ownerOf(line, at);
  const holder = readHolder(line, at);
  if (holder) return holder;
  const ours = matchAt(line, OWN_REPORT, at);
  if (ours !== undefined) {
    const to =
      ours - (line.text.slice(line.at[at], line.at[ours]).match(OWN_VERB)?.[0].trim().split(' ').length ?? 0);
    return { from: at, to, at: to, isTrailing: false, isPronoun: false };
  }
  const said = matchAt(line, SAY, at) ?? readFinding(line, at);
  if (said === undefined || isPassive(line, at)) return undefined;
  const inverted = invertedName(line, at, said);
  if (inverted && line.pieces[at]?.word !== 'told' && isWholeName(line, inverted)) return inverted;
  const left = nameBefore(line, at);
  if (!left) return inverted && line.pieces[inverted.from]?.word !== 'that' ? inverted : undefined;
  if (isPlainOne(line, left.from) || isNoun(line, left.from, left.to, at)) return undefined;
  return {
    ...left,
    ...withoutCount(line, left.from, left.to),
    at,
    isTrailing: isTrailing(line, left.from, said),
  };
}

/** "figures from the ambulance service show", "Red Crescent figures put": of whom the count is. */
function withoutCount(line: Line, from: number, to: number): { readonly from: number; readonly to: number } {
  for (let step = from + 1; step < to; step++) {
    if (COUNT_FROM.test(line.text.slice(line.at[from], line.at[step]))) return { from: step, to };
  }
  const isCount = IS_COUNT.test(line.pieces[to - 1]?.word ?? '');
  const owner = line.pieces[to - 2]?.word ?? '';
  const describes = /^(?:the|a|an|official|latest|new|provisional|early|initial|these|its|his|her|their)$/;
  return isCount && to - from >= 2 && !describes.test(owner) ? { from, to: to - 1 } : { from, to };
}

/** "was reported", "is said to": nobody who could be named speaks. */
function isPassive(line: Line, at: number): boolean {
  const before = line.pieces[at - 1]?.word ?? '';
  return /^(?:is|are|was|were|be|been|being|to|not|will|would|could|may|might|by)$/.test(before);
}

/** "…, the ministry said": what stands before the comma is said as well. */
function isTrailing(line: Line, from: number, said: number): boolean {
  if (from === 0) return false;
  const after = line.pieces[said]?.word ?? '';
  if (after === 'that') return false;
  const lead = line.pieces[from - 1]?.word ?? '';
  return /^[,"”’–—-]$/.test(lead);
}

/** "The inquiry has found 40 of them unlicensed": some find out, and so say. */
function readFinding(line: Line, at: number): number | undefined {
  const behind = matchAt(line, FIND, at);
  return behind !== undefined && FINDERS.test(line.pieces[at - 1]?.word ?? '') ? behind : undefined;
}

/** "the two deaths to which the governor still held". */
function readHolder(line: Line, at: number): Speaker | undefined {
  if (matchAt(line, /to which /y, at) === undefined) return undefined;
  for (let step = at + 3; step < at + 10; step++) {
    const to = matchAt(line, HOLD, step);
    if (to === undefined) continue;
    return { from: at + 2, to: step, at: step, isTrailing: false, isPronoun: false, isRelative: true };
  }
  return undefined;
}

/** Whether a name behind ", said" is all that its clause holds: "…, said the mayor." but not "…, said the toll was 9". */
function isWholeName(line: Line, { from, to, isPronoun }: Speaker): boolean {
  const first = line.pieces[from];
  if (first?.kind !== 'word' || isPronoun) return false;
  const last = line.pieces[to - 1];
  const isName = last !== undefined && (last.capital || canSpeak(last.word));
  const next = line.pieces[to]?.word ?? '.';
  return isName && !/day$/.test(first.word) && (/^[.,:;"“”)]$/.test(next) || next === 'who');
}

/** ", said the ministry". */
function invertedName(line: Line, at: number, said: number): Speaker | undefined {
  if (!/^[,"”]$/.test(line.pieces[at - 1]?.word ?? '')) return undefined;
  if (
    !/^(?:said|says|say|added|adds|wrote|told|reported|announced|explained|confirmed)$/.test(
      line.pieces[at]?.word ?? '',
    )
  )
    return undefined;
  const to = withName(line, said, nameEnd(line, said));
  return to > said
    ? { from: said, to, at, isTrailing: true, isPronoun: isPronoun(line, said, to) }
    : undefined;
}

function nameBehind(line: Line, at: number, start: number): Speaker | undefined {
  // "according to a first count by the governor"
  const from = matchAt(line, COUNT_BY, start) ?? start;
  const to = withName(line, from, nameEnd(line, from));
  if (to <= from || isPlainOne(line, from)) return undefined;
  return { ...withoutCount(line, from, to), at, isTrailing: at > 0, isPronoun: isPronoun(line, from, to) };
}

/** "the ambulance service's count": the owner. */
function ownerOf(line: Line, at: number): Speaker | undefined {
  const owner = ownerBefore(line, at);
  if (!owner) return undefined;
  return { ...owner, at, isTrailing: /^(?:by|on)$/.test(line.pieces[owner.from - 1]?.word ?? '') };
}

/** "The official count is 64": a noun, where the name before it would need the verb of one. */
function isNoun(line: Line, from: number, to: number, at: number): boolean {
  if (!/^(?:count|report|estimate|claim|list|state)$/.test(line.pieces[at]?.word ?? '')) return false;
  const last = line.pieces[to - 1];
  return (
    /^(?:the|an?|its|his|her|their)$/.test(line.pieces[from]?.word ?? '') &&
    !/(?:s|police|people|military)$/.test(last?.word ?? '')
  );
}

/** "one of them said" names nobody. */
const isPlainOne = (line: Line, from: number) =>
  /^(?:one|some|two|many|most) of (?:them|those|these|us)\b/.test(line.text.slice(line.at[from]));
