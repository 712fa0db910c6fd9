import type { FigureRole } from '../corpus/model.ts';
import { type Line, matchAt } from './figure-line.ts';
import { numberWord } from './number-words.ts';

/**
 * Who gave a figure, in the text's words, or null.
 *
 * @param sentence index of the figure's sentence
 * @param piece index of the number in that sentence
 * @param role what the figure counts; how many were on board is seldom what the speaker before was asked
 * @param isAct whether somebody acts on the people counted ("police arrested five men"), whom the sentence before
 *   does not speak for
 */
export type AttributionOf = (
  sentence: number,
  piece: number,
  role: FigureRole,
  isAct: boolean,
) => string | null;

/** A speaker in a sentence: the pieces of the name, and where the words of speaking stand. */
interface Speaker {
  readonly from: number;
  readonly to: number;
  /** Index of the verb or of `according`. */
  readonly at: number;
  /** Words before the verb are the speaker's as well: "…, the ministry said". */
  readonly isTrailing: boolean;
  /** A pronoun, to be looked up. */
  readonly isPronoun: boolean;
}

const SAY =
  /(?:(?:has |have |had )?(?:since |now |also |already |later |still |then |flatly |only |previously |initially |earlier )*(?:said|told|added|confirmed|announced|reported|estimated|claimed(?! (?:\S+ ){1,4}lives)|stated|disclosed|revealed|acknowledged|insisted|declared|tweeted|posted|wrote|warned|explained|testified|conceded|noted|counted|recorded|admitted(?= (?:that|to|only) )|spoken of|spoke of|gave (?:a|the|its|an)|put (?:the|it|that|its|her|his)|listed|calculated|says?|tells?|adds?|confirms?|announces|reports?|estimates?|claims?(?! (?:\S+ ){1,4}lives)|states|insists?|counts?|admits?|believes?|reckons?|thinks?|warns?|speaks? of|puts?|suggests?|reveals|maintains?|(?:have|has|had) (?:said|told|confirmed|put|counted|recorded|reported|announced|estimated|claimed|admitted (?:that|to)))|show(?:s|ed)?)(?= )/y;
const ACCORDING =
  /(?:according to|citing|as (?:stated|reported|told|put|counted|confirmed) by|in the words of) /y;
/** "by the ambulance service's count", "the government's tally", "by a count that four town halls keep". */
const COUNT_OF =
  /(?:own |latest |official |final |first |provisional |initial )*(?:count|tally|toll|figures?|estimates?|numbers?|reckoning|total|records?|data|statistics|lists?)(?= )/y;
const COUNT_THAT =
  /by (?:a|the) (?:count|tally|list|register) (?:that|which|kept by|drawn up by|compiled by|made by) ?/y;

/** Where a name ends on its way to the left of a verb. */
const LEFT_BOUND = new Set(
  'and but that which who whom because when while as after before although though if since until so than where yet or nor whereas'.split(
    ' ',
  ),
);
const VERB_FORM =
  /^(?:is|are|was|were|be|been|has|have|had|did|does|do|will|would|can|could|may|might|said|says|died|killed|injured|arrested|rose|left|took)$/;
const PRONOUN = /^(?:he|she|it|they)$/;
const NO_SPEAKER =
  /^(?:i|we|you|who|which|that|this|it|there|nobody|none|some|many|one|those|these|others|people|all|both|toll|number|figure|count|tally|total|footage|video|pictures?|film|clip|photographs?|images)$/;
const TRAILING_ADVERB =
  /^(?:there|later|also|now|then|today|yesterday|meanwhile|earlier|still|already|since|on|first|initially|previously|originally|repeatedly|only|separately|flatly|however|himself|herself|themselves)$/;

/**
 * Finds who gives the figures of a passage: whoever speaks in the clause of a figure, else at the end or beginning of
 * its sentence, else in the neighbouring sentence where that goes on speaking. A pronoun stands for the last speaker
 * named in the passage.
 */
export function attributions(text: string, lines: readonly Line[]): AttributionOf {
  const speakers = lines.map((line) => readSpeakers(line));
  const words = (sentence: number, speaker: Speaker): string | null => {
    if (speaker.isPronoun) return resolve(text, lines, speakers, sentence);
    const line = lines[sentence];
    const start = line?.pieces[speaker.from]?.start;
    const end = line?.pieces[speaker.to - 1]?.end;
    return start === undefined || end === undefined ? null : text.slice(start, end);
  };
  return (sentence, piece, role, isAct) => {
    const line = lines[sentence];
    if (!line) return null;
    const here = speakers[sentence] ?? [];
    const own = speakerOf(line, here, piece);
    if (own) return words(sentence, own);
    const quoted = quotedBy(lines, speakers, sentence);
    if (quoted) return words(quoted.sentence, quoted.speaker);
    if (isAct || role === 'aboard' || role === 'passengers' || role === 'crew') return null;
    const next = followsOn(lines[sentence + 1]) ? speakers[sentence + 1]?.[0] : undefined;
    if (next) return words(sentence + 1, next);
    return inherited(lines, speakers, sentence, words);
  };
}

/** Who speaks where a quotation reaches over several sentences: behind its end, else before it goes on. */
function quotedBy(
  lines: readonly Line[],
  speakers: readonly (readonly Speaker[])[],
  sentence: number,
): { sentence: number; speaker: Speaker } | undefined {
  const quotes = (index: number) => (lines[index]?.text.match(/["“”]/g) ?? []).length;
  const isOpen = (until: number) => {
    let count = 0;
    for (let index = 0; index <= until; index++) count += quotes(index);
    return count % 2 === 1;
  };
  if (isOpen(sentence)) {
    for (let index = sentence + 1; index < lines.length; index++) {
      const speaker = speakers[index]?.find(({ isTrailing }) => isTrailing);
      if (speaker) return { sentence: index, speaker };
      if (!isOpen(index)) break;
    }
  }
  if (!isOpen(sentence - 1) && !/^["“]/.test(lines[sentence]?.text ?? '')) return undefined;
  for (let index = sentence - 1; index >= 0; index--) {
    const speaker = speakers[index]?.at(-1);
    if (speaker) return { sentence: index, speaker };
  }
  return undefined;
}

/** The speaker of the clause, else one whose words reach over the whole sentence. */
function speakerOf(line: Line, speakers: readonly Speaker[], piece: number): Speaker | undefined {
  const clauses = clausesOf(line);
  const clauseOf = (index: number) => clauses.findIndex(([from, to]) => index >= from && index < to);
  const mine = clauseOf(piece);
  const inClause = speakers.filter((speaker) => clauseOf(speaker.at) === mine);
  const before = inClause.filter((speaker) => speaker.at < piece && !speaker.isTrailing);
  const after = inClause.filter((speaker) => speaker.at > piece && speaker.isTrailing);
  const near =
    after[0] ??
    before.at(-1) ??
    inClause.filter((speaker) => speaker.at < piece && speaker.isTrailing).at(-1);
  if (near) return near;
  const later = speakers.find(
    (speaker) => clauseOf(speaker.at) > mine && speaker.isTrailing && isLast(clauses, clauseOf(speaker.at)),
  );
  if (later && !speakers.some((speaker) => clauseOf(speaker.at) > mine && !speaker.isTrailing)) return later;
  return speakers
    .filter((speaker) => clauseOf(speaker.at) < mine && !isContrast(line, clauses[mine]?.[0] ?? 0))
    .at(-1);
}

const isLast = (clauses: readonly unknown[], index: number) => index === clauses.length - 1;

/** "…; the Bar Association counts", "while the government": a clause with another speaker. */
function isContrast(line: Line, at: number): boolean {
  return /^(?:while|whereas|though|although)$/.test(line.pieces[at]?.word ?? '');
}

function clausesOf(line: Line): readonly (readonly [number, number])[] {
  const starts = [0];
  for (const [index, piece] of line.pieces.entries()) {
    const next = line.pieces[index + 1]?.word ?? '';
    if (piece.word === ';') starts.push(index + 1);
    else if (piece.word === ',' && /^(?:while|whereas|but|though|although)$/.test(next))
      starts.push(index + 1);
  }
  return starts.map((start, index) => [start, starts[index + 1] ?? line.pieces.length] as const);
}

/** "Two of them were killed, the diplomat said": it takes up the sentence before. */
function followsOn(line: Line | undefined): boolean {
  return line !== undefined && /^(?:\w+ )?(?:of them|of these|of those|of whom)\b/.test(line.text);
}

/** The speaker of the sentence before, where this one goes on without one of its own. */
function inherited(
  lines: readonly Line[],
  speakers: readonly (readonly Speaker[])[],
  sentence: number,
  words: (sentence: number, speaker: Speaker) => string | null,
): string | null {
  const line = lines[sentence];
  const previous = lines[sentence - 1];
  const last = speakers[sentence - 1]?.at(-1);
  if (!line || !previous || !last || /["“”]/.test(previous.text) || isOwnReport(previous, last)) return null;
  if (
    /^correction\b/.test(lines[0]?.text ?? '') ||
    /\b(?:in|since|of) (?:1[5-9]|20)\d\d\b|\blast (?:year|month|week)\b/.test(line.text)
  )
    return null;
  return words(sentence - 1, last);
}

/** "we reported", "our article said": the newspaper of itself. */
function isOwnReport(line: Line, { from, to }: Speaker): boolean {
  return /\b(?:we|our|this newspaper)\b/.test(line.text.slice(line.at[from], line.at[to]));
}

/** Whom "he", "she", "it" or "they" stands for: the last speaker named before, else the last name. */
function resolve(
  text: string,
  lines: readonly Line[],
  speakers: readonly (readonly Speaker[])[],
  sentence: number,
): string | null {
  for (let index = sentence; index >= 0; index--) {
    const named = speakers[index]?.filter((speaker) => !speaker.isPronoun).at(-1);
    const line = lines[index];
    if (!line) continue;
    if (named) {
      return text.slice(line.pieces[named.from]?.start ?? 0, line.pieces[named.to - 1]?.end ?? 0);
    }
    const subject = leadingName(line);
    if (subject && index < sentence)
      return text.slice(line.pieces[0]?.start ?? 0, line.pieces[subject - 1]?.end ?? 0);
    if (subject && index === sentence && !PRONOUN.test(line.pieces[0]?.word ?? '')) {
      return text.slice(line.pieces[0]?.start ?? 0, line.pieces[subject - 1]?.end ?? 0);
    }
  }
  return null;
}

/** How many pieces the named subject takes that begins the sentence: "Fire chief Ada Moss spoke". */
function leadingName(line: Line): number | undefined {
  if (PRONOUN.test(line.pieces[0]?.word ?? '')) return undefined;
  let to = 0;
  let capitals = 0;
  for (; to < Math.min(8, line.pieces.length); to++) {
    const piece = line.pieces[to];
    if (!piece || (piece.kind === 'mark' && !isAbbreviation(line, to))) break;
    if (piece.capital) capitals++;
    else if (piece.kind === 'word' && (capitals >= 2 || to > 3 || !/^[a-z]+$/.test(piece.word))) break;
  }
  return capitals >= 2 && line.pieces[to - 1]?.capital ? to : undefined;
}

function readSpeakers(line: Line): readonly Speaker[] {
  const found: Speaker[] = [];
  for (let at = 0; at < line.pieces.length; at++) {
    const speaker = readSpeaker(line, at);
    if (speaker) found.push(speaker);
  }
  return found;
}

function readSpeaker(line: Line, at: number): Speaker | undefined {
  if (line.pieces[at]?.kind !== 'word') return undefined;
  const cited = matchAt(line, ACCORDING, at) ?? matchAt(line, COUNT_THAT, at);
  if (cited !== undefined) return nameBehind(line, at, cited);
  const count = matchAt(line, COUNT_OF, at);
  if (count !== undefined && /(?:'s|s')$/.test(line.pieces[at - 1]?.word ?? '')) return ownerOf(line, at);
  const said = matchAt(line, SAY, at);
  if (said === undefined || isPassive(line, at)) return undefined;
  const left = nameBefore(line, at);
  if (left) return { ...left, at, isTrailing: isTrailing(line, left.from, said) };
  return invertedName(line, at, said);
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

function isPronoun(line: Line, from: number, to: number): boolean {
  return to - from === 1 && PRONOUN.test(line.pieces[from]?.word ?? '');
}

function nameBehind(line: Line, at: number, from: number): Speaker | undefined {
  const to = withName(line, from, nameEnd(line, from));
  if (to <= from) return undefined;
  return { from, to, at, isTrailing: at > 0, isPronoun: isPronoun(line, from, to) };
}

/** "the mayor, Olga Brandt": the name behind a title belongs to it. */
function withName(line: Line, from: number, to: number): number {
  if (
    !/^(?:the|a|an|its|his|her|their)$/.test(line.pieces[from]?.word ?? '') ||
    line.pieces[to]?.word !== ','
  )
    return to;
  const end = nameEnd(line, to + 1);
  const name = line.pieces.slice(to + 1, end);
  const isName =
    name.length >= 2 && name.length <= 5 && name.every((piece) => piece.capital || piece.kind === 'mark');
  return isName && (line.pieces[end]?.kind ?? 'mark') === 'mark' ? end : to;
}

/** Where the name that begins at a piece ends; an apposition that is a name belongs to it. */
function nameEnd(line: Line, from: number): number {
  let to = from;
  for (; to < line.pieces.length; to++) {
    const piece = line.pieces[to];
    if (!piece) break;
    if (piece.kind === 'mark') {
      if (piece.word === '.' && isAbbreviation(line, to)) continue;
      if (piece.word === '-' || piece.word === '&') continue;
      break;
    }
    if (to > from && (LEFT_BOUND.has(piece.word) || VERB_FORM.test(piece.word)) && !isJointName(line, to))
      break;
    if (
      to > from &&
      /^(?:on|late|early|at|in|by|who|briefed|told|keep|keeps|kept|this|last|yesterday)$/.test(piece.word) &&
      !staysInName(line, to)
    )
      break;
  }
  return to;
}

/** "the ministries of health and defence", "doctors and nurses". */
function isJointName(line: Line, at: number): boolean {
  if (line.pieces[at]?.word !== 'and') return false;
  const next = line.pieces[at + 1];
  return (
    next?.kind === 'word' &&
    !VERB_FORM.test(line.pieces[at + 2]?.word ?? '') &&
    !/^\d/.test(next.word) &&
    (next.capital || matchAt(line, SAY, at + 2) === undefined) &&
    next.capital
  );
}

/** "a doctor at St Orrel's": a place in a name, not a time. */
function staysInName(line: Line, at: number): boolean {
  const word = line.pieces[at]?.word;
  if (word !== 'at' && word !== 'in') return false;
  const next = line.pieces[at + 1];
  return next?.capital === true && !/day$/.test(next.word) ? true : next?.word === 'the';
}

function isAbbreviation(line: Line, at: number): boolean {
  const before = line.pieces[at - 1];
  return before?.capital === true && before.word.length <= 5 && line.pieces[at + 1]?.capital === true;
}

/** "the ambulance service's count": the owner, without the ending. */
function ownerOf(line: Line, at: number): Speaker | undefined {
  const left = nameBefore(line, at);
  if (!left) return undefined;
  return {
    ...left,
    at,
    isTrailing: /^(?:by|on)$/.test(line.pieces[left.from - 1]?.word ?? ''),
    isPronoun: false,
  };
}

/** The name that ends before a piece. */
function nameBefore(line: Line, end: number): Pick<Speaker, 'from' | 'to' | 'isPronoun'> | undefined {
  let to = end;
  // "…, head of the Trust, told us", "(CDD) said", "officials there said"
  while (
    to > 0 &&
    (TRAILING_ADVERB.test(line.pieces[to - 1]?.word ?? '') || closing(line, to - 1) !== undefined)
  ) {
    to = closing(line, to - 1) ?? to - 1;
  }
  if (line.pieces[to - 1]?.word === ',') return nameBeforeAside(line, to - 1);
  const from = chunkStart(line, to);
  if (/^(?:who|which|that)$/.test(line.pieces[from - 1]?.word ?? ''))
    return nameBeforeRelative(line, from - 1);
  return accept(line, trimStart(line, from, to), to);
}

/** "A nurse who asked not to be named said", "the brigade, which sent 40 crews, said". */
function nameBeforeRelative(
  line: Line,
  relative: number,
): Pick<Speaker, 'from' | 'to' | 'isPronoun'> | undefined {
  const to = line.pieces[relative - 1]?.word === ',' ? relative - 1 : relative;
  const from = chunkStart(line, to);
  return accept(line, trimStart(line, from, to), to);
}

function closing(line: Line, at: number): number | undefined {
  if (line.pieces[at]?.word !== ')') return undefined;
  for (let step = at; step > Math.max(0, at - 8); step--) if (line.pieces[step]?.word === '(') return step;
  return undefined;
}

/** "Nessa Quillan, head of the Trust, told", "the head, Gen. Dole, said", "the skipper, 41, said". */
function nameBeforeAside(line: Line, comma: number): Pick<Speaker, 'from' | 'to' | 'isPronoun'> | undefined {
  const asideFrom = chunkStart(line, comma);
  if (/^(?:who|which)$/.test(line.pieces[asideFrom - 1]?.word ?? ''))
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

function accept(
  line: Line,
  from: number,
  to: number,
): Pick<Speaker, 'from' | 'to' | 'isPronoun'> | undefined {
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
  if (NO_SPEAKER.test(last.word) && !(last.word === 'we' && to - from === 1)) return undefined;
  if (/^(?:film|footage|videos?|pictures?|images|photographs?|clips?|recordings?|what|how)$/.test(first.word))
    return undefined;
  for (let step = from; step < to; step++)
    if (VERB_FORM.test(line.pieces[step]?.word ?? '')) return undefined;
  return { from, to, isPronoun: false };
}
