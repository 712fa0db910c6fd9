import { SAY } from './attribution-verbs.ts';
import { type Line, matchAt } from './figure-line.ts';
import { numberWord } from './number-words.ts';

/** A name in a sentence, in pieces. */
export interface Name {
  readonly from: number;
  readonly to: number;
  /** A pronoun, to be looked up. */
  readonly isPronoun: boolean;
  /** It stands in a clause on what is before it: "the deaths that the mayor admits". */
  readonly isRelative?: boolean;
}

/** Where a name ends on its way to the left of a verb. */
export const LEFT_BOUND = new Set(
  'and but that which who whom whose because when while as after before although though if since until so than where yet or nor whereas'.split(
    ' ',
  ),
);

export const VERB_FORM =
  /^(?:is|are|was|were|be|been|has|have|had|did|does|do|will|would|can|could|may|might|said|says|died|killed|injured|arrested|rose|left|took)$/;
export const PRONOUN = /^(?:he|she|it|they)$/;
const NO_SPEAKER =
  /^(?:i|we|you|who|which|that|this|it|there|nobody|none|some|many|one|those|these|others|people|all|both|toll|number|figure|count|tally|total|footage|video|pictures?|film|clip|photographs?|images)$/;
const TRAILING_ADVERB =
  /^(?:there|later|also|now|then|today|yesterday|meanwhile|earlier|still|already|since|on|first|initially|previously|originally|repeatedly|only|separately|flatly|however|himself|herself|themselves)$/;
export function isPronoun(line: Line, from: number, to: number): boolean {
  return to - from === 1 && PRONOUN.test(line.pieces[from]?.word ?? '');
}

/** The name that ends before a piece. */
export function nameBefore(line: Line, end: number): Name | undefined {
  let to = end;
  // "…, head of the Trust, told us", "(CDD) said", "officials there said"
  while (
    to > 0 &&
    (TRAILING_ADVERB.test(line.pieces[to - 1]?.word ?? '') || closing(line, to - 1) !== undefined)
  ) {
    to = closing(line, to - 1) ?? to - 1;
  }
  // "By noon it had admitted"
  if (isPronoun(line, to - 1, to)) return { from: to - 1, to, isPronoun: true };
  if (line.pieces[to - 1]?.word === ',') return nameBeforeAside(line, to - 1);
  const from = chunkStart(line, to);
  if (/^(?:who|whose|which|that)$/.test(line.pieces[from - 1]?.word ?? '')) {
    const own = isObjectRelative(line, from, to) ? accept(line, from, to) : undefined;
    return own ? { ...own, isRelative: true } : nameBeforeRelative(line, from - 1);
  }
  return accept(line, trimStart(line, from, to), to);
}

/** "the nine deaths that the government admits", "the 15 dead which police reported": the verb has its own subject. */
function isObjectRelative(line: Line, from: number, to: number): boolean {
  if (!/^(?:that|which)$/.test(line.pieces[from - 1]?.word ?? '') || to - from > 8) return false;
  const counted = line.pieces[from - 2];
  if (!counted || counted.kind === 'mark' || matchAt(line, SAY, from - 2) !== undefined) return false;
  if (counted.kind === 'number' || numberWord(counted.word) !== undefined) return true;
  if (!/(?:s|dead|injured|wounded|missing|people|toll|number|figure|count)$/.test(counted.word)) return false;
  const first = line.pieces[from];
  const isNoun = first?.capital === true || DETERMINER.test(first?.word ?? '') || to - from === 1;
  return isNoun && !/(?:ed|ing)$/.test(first?.word ?? '');
}

/** "A nurse who asked not to be named said", "the brigade, which sent 40 crews, said". */
function nameBeforeRelative(line: Line, relative: number): Name | undefined {
  const to = line.pieces[relative - 1]?.word === ',' ? relative - 1 : relative;
  const from = chunkStart(line, to);
  // "Ida Krall, the mayor, whose house was flooded, said"
  const isAside = line.pieces[from - 1]?.word === ',' && DETERMINER.test(line.pieces[from]?.word ?? '');
  if (isAside && line.pieces[from - 2]?.capital) {
    return accept(line, trimStart(line, chunkStart(line, from - 1), from - 1), from - 1);
  }
  return accept(line, trimStart(line, from, to), to);
}

function closing(line: Line, at: number): number | undefined {
  if (line.pieces[at]?.word !== ')') return undefined;
  for (let step = at; step > Math.max(0, at - 8); step--) if (line.pieces[step]?.word === '(') return step;
  return undefined;
}

/** "Nessa Quillan, head of the Trust, told", "the head, Gen. Dole, said", "the skipper, 41, said". */
function nameBeforeAside(line: Line, comma: number): Name | undefined {
  const asideFrom = chunkStart(line, comma);
  if (/^(?:who|whose|which)$/.test(line.pieces[asideFrom - 1]?.word ?? ''))
    return nameBeforeRelative(line, asideFrom - 1);
  if (line.pieces[asideFrom - 1]?.word !== ',' || asideFrom >= comma) return undefined;
  const isNamed = line.pieces[asideFrom]?.capital === true && line.pieces[asideFrom]?.kind === 'word';
  // "Karl Wend, 44, a surgeon, said"
  if (line.pieces[asideFrom]?.kind === 'number' || line.pieces[asideFrom - 2]?.kind === 'number') {
    const first = line.pieces[asideFrom]?.kind === 'number' ? asideFrom - 1 : asideFrom - 3;
    if (line.pieces[first]?.word === ',') {
      const start = chunkStart(line, first);
      return accept(line, trimStart(line, start, first), first);
    }
  }
  const from = chunkStart(line, asideFrom - 1);
  if (isNamed) {
    // "the head nurse, Bettina Crull"
    const described = trimStart(line, from, asideFrom - 1);
    const isTitle =
      /^(?:the|a|an|its|his|her|their)$/.test(line.pieces[described]?.word ?? '') ||
      /'s$/.test(line.pieces[described]?.word ?? '');
    return (isTitle ? accept(line, described, comma) : undefined) ?? accept(line, asideFrom, comma);
  }
  return accept(line, trimStart(line, from, asideFrom - 1), asideFrom - 1);
}

/** Where the chunk of words begins that ends at a piece: behind a mark, a conjunction or a quotation. */
function chunkStart(line: Line, end: number): number {
  let from = end;
  while (from > 0) {
    const piece = line.pieces[from - 1];
    if (!piece) break;
    if (piece.kind === 'mark') {
      if (piece.word === '.' && isAbbreviation(line, from - 1)) {
        from--;
        continue;
      }
      if (piece.word === '-' || piece.word === '&') {
        from--;
        continue;
      }
      break;
    }
    if (LEFT_BOUND.has(piece.word) && !(piece.word === 'and' && isPlainJoint(line, from - 1))) break;
    from--;
  }
  return from;
}

/** "Nurses and the ward register": two nouns, no verb before them. */
function isPlainJoint(line: Line, at: number): boolean {
  for (let step = at - 1; step >= Math.max(0, at - 8); step--) {
    const piece = line.pieces[step];
    if (!piece || piece.kind === 'mark') return true;
    if (
      VERB_FORM.test(piece.word) ||
      matchAt(line, SAY, step) !== undefined ||
      /(?:ed|ing)$/.test(piece.word)
    )
      return false;
    if (LEFT_BOUND.has(piece.word)) return true;
  }
  return true;
}

const DETERMINER = /^(?:the|a|an|its|his|her|their|our)$/;
const TIME =
  /^(?:[a-z]+day|morning|evening|night|afternoon|noon|midday|midnight|dawn|dusk|hour|hours|january|february|march|april|june|july|august|september|october|november|december|\d{4}|\d{1,2}:\d\d)$/;
const PREPOSITIONS =
  /^(?:in|on|at|by|for|from|with|to|after|before|during|over|under|into|since|until|of|about|among|amid|against)$/;
/** Drops what leads up to the name: "in an evening statement the ministry". */
function trimStart(line: Line, from: number, to: number): number {
  let start = from;
  for (let step = to - 1; step > from; step--) {
    if (VERB_FORM.test(line.pieces[step]?.word ?? '')) {
      start = step + 1;
      break;
    }
  }
  while (
    start < to &&
    /^(?:but|and|so|then|however|meanwhile|earlier|later|also|now|still|today|yesterday|by)$/.test(
      line.pieces[start]?.word ?? '',
    )
  )
    start++;
  // "was dismissed by the ministry, which said"
  if (start > from && line.pieces[start + 1]?.word === 'by' && start + 2 < to) start += 2;
  if (!PREPOSITIONS.test(line.pieces[start]?.word ?? '')) return start;
  for (let step = to - 2; step > start; step--) {
    if (TIME.test(line.pieces[step]?.word ?? '') && !PREPOSITIONS.test(line.pieces[step + 1]?.word ?? ''))
      return step + 1;
  }
  // The last determiner, or a name in capitals that nothing but capitals follows.
  for (let step = to - 1; step > start; step--) {
    const piece = line.pieces[step];
    const previous = line.pieces[step - 1]?.word ?? '';
    if (piece && /^(?:the|a|an|its|his|her|their)$/.test(piece.word) && !PREPOSITIONS.test(previous))
      return step;
  }
  let step = to;
  while (step > start && line.pieces[step - 1]?.capital) step--;
  if (step < to && !PREPOSITIONS.test(line.pieces[step - 1]?.word ?? '')) return step;
  return step < to && to - step >= 2 ? step : to;
}

function accept(line: Line, from: number, to: number): Name | undefined {
  if (from >= to || to - from > 16) return undefined;
  const first = line.pieces[from];
  const last = line.pieces[to - 1];
  if (/^(?:not|and|or|but|a|an|the|some|its|his|her|their)$/.test(last?.word ?? '')) return undefined;
  if (
    first &&
    (/^\d/.test(first.word) || numberWord(first.word) !== undefined) &&
    !/^(?:one|two|three|four|five|six)$/.test(first.word)
  )
    return undefined;
  if (!first || !last || last.kind === 'mark' || first.kind !== 'word') return undefined;
  if (isPronoun(line, from, to)) return { from, to, isPronoun: true };
  if (NO_SPEAKER.test(last.word)) return undefined;
  // "whatever the ministry says"
  if (/^(?:whatever|unlike|contrary|despite|according)$/.test(first.word)) return undefined;
  if (/^(?:film|footage|videos?|pictures?|images|photographs?|clips?|recordings?|what|how)$/.test(first.word))
    return undefined;
  for (let step = from; step < to; step++)
    if (VERB_FORM.test(line.pieces[step]?.word ?? '')) return undefined;
  return { from, to, isPronoun: false };
}

export function isAbbreviation(line: Line, at: number): boolean {
  const before = line.pieces[at - 1];
  return before?.capital === true && before.word.length <= 5 && line.pieces[at + 1]?.capital === true;
}

/** "dismissing the union's figure": the owner that ends before a piece, from its determiner or first capital on. */
export function ownerBefore(line: Line, end: number): Name | undefined {
  let from = end - 1;
  for (; from > Math.max(0, end - 7); from--) {
    const word = line.pieces[from]?.word ?? '';
    if (DETERMINER.test(word)) break;
    const previous = line.pieces[from - 1];
    if (!previous || (previous.kind === 'mark' && !isAbbreviation(line, from - 1))) break;
    if (DETERMINER.test(previous.word)) continue;
    if (
      line.pieces[from]?.capital &&
      !previous.capital &&
      previous.kind === 'word' &&
      !isTitle(previous.word)
    )
      break;
    if (PREPOSITIONS.test(previous.word) && previous.word !== 'of') break;
    if (LEFT_BOUND.has(previous.word) || VERB_FORM.test(previous.word)) break;
  }
  return accept(line, from, end);
}

const isTitle = (word: string) =>
  /^(?:mayor|governor|minister|president|chief|commander|general|judge)$/.test(word);
