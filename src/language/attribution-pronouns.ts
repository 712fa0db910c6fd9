import { isAbbreviation, PRONOUN, VERB_FORM } from './attribution-names.ts';
import type { Speaker } from './attribution-speakers.ts';
import { SAY } from './attribution-verbs.ts';
import { type Line, matchAt } from './figure-line.ts';
import { classOf } from './figure-nouns.ts';
import { numberWord } from './number-words.ts';

/** The words of a name, the ending of a possessive left out. */
export function nameIn(
  text: string,
  line: Line,
  { from, to }: { readonly from: number; readonly to: number },
): string | null {
  const start = line.pieces[from]?.start;
  const end = line.pieces[to - 1]?.end;
  return start === undefined || end === undefined
    ? null
    : text.slice(start, end).replace(/(?:['’]s|(?<=s)['’])$/, '');
}

/** A passage whose speakers are read. */
export interface Spoken {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly speakers: readonly (readonly Speaker[])[];
}

/**
 * Whom "he", "she", "it" or "they" stands for: the speaker named last before it, else the subject of the clause
 * or sentence before that can speak.
 *
 * @param place where the pronoun stands; behind the last sentence for the whole passage
 */
export function standsFor(
  { text, lines, speakers }: Spoken,
  pronoun: string,
  { sentence, at }: { readonly sentence: number; readonly at: number },
): string | null {
  for (let index = sentence; index >= 0; index--) {
    const line = lines[index];
    if (!line) continue;
    const isBefore = (piece: number) => index < sentence || piece < at;
    const named = speakers[index]
      ?.filter((speaker) => !speaker.isPronoun && isBefore(speaker.at) && agrees(line, speaker, pronoun))
      .at(-1);
    if (named) return nameIn(text, line, named);
    const subject = subjects(line)
      .filter((name) => isBefore(name.to) && agrees(line, name, pronoun))
      .at(-1);
    if (subject) return nameIn(text, line, subject);
  }
  return null;
}

/** Whether a pronoun can stand for a name: "she" for one person, neither for a body nor for many. */
function agrees(
  line: Line,
  { from, to }: { readonly from: number; readonly to: number },
  pronoun: string,
): boolean {
  if (pronoun !== 'he' && pronoun !== 'she') return true;
  const first = line.pieces[from];
  // "Ada Holm of the rescue service" is a person.
  const of = line.pieces.findIndex(
    ({ word }, at) => at > from && at < to && /^(?:of|from|at|for|,)$/.test(word),
  );
  const last = line.pieces[(of < 0 ? to : of) - 1];
  if (!first || !last || numberWord(first.word) !== undefined || first.kind === 'number') return false;
  return !BODY.test(last.word) && (last.capital || !/[^s]s$/.test(last.word));
}

/** Nouns of bodies that make statements. */
const BODY =
  /(?:ministr(?:y|ies)|offices?|agency|services?|police|army|navy|air force|brigade|coastguard|hospital|clinic|company|firm|union|party|government|council|board|commission|committee|court|embassy|forces?|association|authorit(?:y|ies)|group|network|radio|newspaper|department|bureau|team|hall|operator|federation|military|inspectorate)$/;

/** The subjects of the clauses of a sentence that can speak: names, people and bodies before a verb. */
function subjects(line: Line): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < line.pieces.length; from++) {
    const lead = line.pieces[from - 1]?.word;
    if (lead !== undefined && !/^(?:[;:,"“”]|and|but)$/.test(lead)) continue;
    const to = subjectEnd(line, from);
    if (to !== undefined) found.push({ from, to });
  }
  return found;
}

const DETERMINER = /^(?:the|an?|its|his|her|their|our)$/;

function subjectEnd(line: Line, from: number): number | undefined {
  const first = line.pieces[from];
  if (first?.kind !== 'word' || PRONOUN.test(first.word)) return undefined;
  const hasDeterminer = DETERMINER.test(first.word);
  let capitals = 0;
  for (let to = from; to < Math.min(from + 8, line.pieces.length); to++) {
    const piece = line.pieces[to];
    if (!piece) return undefined;
    const head = line.pieces[to - 1]?.word ?? '';
    const isEnd =
      to > from && (isVerb(line, to) || /^(?:who|which)$/.test(piece.word) || /^[,(]$/.test(piece.word));
    if (isEnd) {
      // "Ada Holm", "Ada Holm of the rescue service"
      const isNamed = line.pieces[to - 1]?.capital || (first.capital && line.pieces[from + 1]?.capital);
      if (capitals >= 2 && isNamed) return to;
      return hasDeterminer && canSpeak(head) ? to : undefined;
    }
    if (piece.kind === 'mark' && !isAbbreviation(line, to) && piece.word !== '-') return undefined;
    if (/^(?:and|or|that|when|while|in|on|at|by|for|with|to|from)$/.test(piece.word)) return undefined;
    // "The figure includes the bomber" is no name.
    if (to > from && DETERMINER.test(piece.word) && head !== 'of') return undefined;
    if (piece.capital) capitals++;
  }
  return undefined;
}

/** Whether a noun is of a person or body that can make a statement. */
export function canSpeak(noun: string): boolean {
  const kind = classOf(noun)?.kind;
  return (
    BODY.test(noun) || kind === 'person' || kind === 'guard' || (AGENT.test(noun) && !NO_AGENTS.has(noun))
  );
}

const AGENT = /(?:er|or|ist|man|woman|chief|head|clerk|commissioner|surgeon|general)$/;
/** Things whose names end as those of people do. */
const NO_AGENTS: ReadonlySet<string> = new Set(
  `corner tower river water number weather border shoulder order winter summer paper letter fever quarter crater power
   dinner timber chamber barrier container trailer floor door corridor interior exterior error motor sector factor mirror
   helicopter trawler freighter steamer boiler computer newsletter poster banner`.split(/\s+/),
);

function isVerb(line: Line, at: number): boolean {
  const word = line.pieces[at]?.word ?? '';
  return (
    VERB_FORM.test(word) ||
    /(?:[^e]ed|spoke|came|went|gave|ran|made|began|saw|held|sent)$/.test(word) ||
    matchAt(line, SAY, at) !== undefined
  );
}
