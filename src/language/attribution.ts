import type { FigureRole } from '../corpus/model.ts';
import { nameIn, standsFor } from './attribution-pronouns.ts';
import { readSpeakers, type Speaker } from './attribution-speakers.ts';
import type { Line } from './figure-line.ts';

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

/**
 * Finds who gives the figures of a passage: whoever speaks in the clause of a figure, else at the end or beginning of
 * its sentence, else in the neighbouring sentence where that goes on speaking. A pronoun stands for the last speaker
 * named in the passage. What a newspaper says of itself is nobody's.
 */
export function attributions(text: string, lines: readonly Line[]): AttributionOf {
  const isCorrection = /^correction\b/.test(lines[0]?.text ?? '');
  const speakers = lines.map((line) =>
    readSpeakers(line).filter((speaker) => !(isCorrection && isOwnReport(line, speaker))),
  );
  const words = (sentence: number, speaker: Speaker): string | null => {
    const line = lines[sentence];
    if (!line) return null;
    if (speaker.isPronoun) return standsFor(text, lines, speakers, sentence, speaker.at);
    return nameIn(text, line, speaker);
  };
  return (sentence, piece, role, isAct) => {
    const line = lines[sentence];
    if (!line) return null;
    const here = speakers[sentence] ?? [];
    const own = speakerOf(line, here, piece);
    if (own) return words(sentence, own);
    const quoted = quotedBy(lines, speakers, sentence);
    if (quoted) return words(quoted.sentence, quoted.speaker);
    const next = speakers[sentence + 1]?.[0];
    if (next && here.length === 0 && sentence === 0 && takesUp(lines[sentence + 1]))
      return words(sentence + 1, next);
    if (isAct || role === 'aboard' || role === 'passengers' || role === 'crew') return null;
    if (next && followsOn(lines[sentence + 1])) return words(sentence + 1, next);
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
  return CONTRAST.test(line.pieces[at]?.word ?? '') || CONTRAST.test(line.pieces[0]?.word ?? '');
}

const CONTRAST = /^(?:while|whereas|but|though|although)$/;

function clausesOf(line: Line): readonly (readonly [number, number])[] {
  const starts = [0];
  for (const [index, piece] of line.pieces.entries()) {
    const next = line.pieces[index + 1]?.word ?? '';
    if (piece.word === ';') starts.push(index + 1);
    else if (piece.word === ',' && CONTRAST.test(next)) starts.push(index + 1);
    else if (piece.word === ',' && starts.length === 1 && CONTRAST.test(line.pieces[0]?.word ?? ''))
      starts.push(index + 1);
  }
  return starts.map((start, index) => [start, starts[index + 1] ?? line.pieces.length] as const);
}

const OTHER_TIME = /\b(?:in|since|of) (?:1[5-9]|20)\d\d\b|\blast (?:year|month|week)\b/;

/** "They were black with soot," the commander said; "the clerk gave the figure": it speaks of those just counted. */
function takesUp(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    !OTHER_TIME.test(line.text) &&
    /^["“”] ?(?:they|them|these|those|that|all of them|each of them)\b|\b(?:them|the (?:figure|number|toll|count|names?))\b/.test(
      line.text,
    )
  );
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
    OTHER_TIME.test(line.text) ||
    OTHER_TIME.test(previous.text)
  )
    return null;
  return words(sentence - 1, last);
}

/** "we reported", "our article said": the newspaper of itself. */
function isOwnReport(line: Line, { from, to }: Speaker): boolean {
  return /\b(?:we|our|this newspaper|articles?|report|story|headline)\b/.test(
    line.text.slice(line.at[from], line.at[to]),
  );
}
