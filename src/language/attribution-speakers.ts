import { nameEnd, withName } from './attribution-name-ends.ts';
import { isPronoun, nameBefore, ownerBefore } from './attribution-names.ts';
import {
  ACCORDING,
  CITING,
  COUNT_FROM,
  COUNT_OF,
  COUNT_THAT,
  IS_COUNT,
  QUOTED,
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
}

/** Who speaks in a sentence, in order. Whom somebody cites counts only where nobody else speaks. */
export function readSpeakers(line: Line): readonly Speaker[] {
  const found: Speaker[] = [];
  const cited: Speaker[] = [];
  for (let at = 0; at < line.pieces.length; at++) {
    if (line.pieces[at]?.kind !== 'word') continue;
    const behind = matchAt(line, CITING, at);
    const speaker = behind === undefined ? readSpeaker(line, at) : nameBehind(line, at, behind);
    if (speaker) (behind === undefined ? found : cited).push(speaker);
  }
  return found.length > 0 ? found : cited;
}

function readSpeaker(line: Line, at: number): Speaker | undefined {
  const named = matchAt(line, ACCORDING, at) ?? matchAt(line, COUNT_THAT, at) ?? matchAt(line, QUOTED, at);
  if (named !== undefined) return nameBehind(line, at, named);
  const count = matchAt(line, COUNT_OF, at);
  if (count !== undefined && /(?:'s|s')$/.test(line.pieces[at - 1]?.word ?? '')) return ownerOf(line, at);
  const said = matchAt(line, SAY, at);
  if (said === undefined || isPassive(line, at)) return undefined;
  const left = nameBefore(line, at);
  if (!left) return invertedName(line, at, said);
  if (isPlainOne(line, left.from)) return undefined;
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

function nameBehind(line: Line, at: number, from: number): Speaker | undefined {
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

/** "one of them said" names nobody. */
const isPlainOne = (line: Line, from: number) =>
  /^(?:one|some|two|many|most) of (?:them|those|these|us)\b/.test(line.text.slice(line.at[from]));
