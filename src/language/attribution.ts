import type { FigureRole } from '../corpus/model.ts';
import {
  followsOn,
  givesCount,
  inherited,
  isOwnReport,
  isReportOfPaper,
  isWithdrawn,
  takesUp,
} from './attribution-inherited.ts';
import { nameIn, standsFor } from './attribution-pronouns.ts';
import { readSpeakers, type Speaker } from './attribution-speakers.ts';
import { type Line, type Prose, readLine } from './figure-line.ts';

/** A figure, as far as it matters for who gave it. */
export interface Given {
  /** Index of the figure's sentence. */
  readonly sentence: number;
  /** Index of the number in that sentence. */
  readonly piece: number;
  /** What it counts; how many were on board is seldom what the speaker before was asked. */
  readonly role: FigureRole;
  /** Somebody acts on the people counted ("police arrested five men"), whom the sentence before does not speak for. */
  readonly isAct: boolean;
  /** It goes on from a figure of the sentence before: "another 20 were hurt". */
  readonly isTakenUp: boolean;
}

/** Who gave a figure, in the text's words, or null. */
export type AttributionOf = (figure: Given) => string | null;

/**
 * Finds who gives the figures of a passage: whoever speaks in the clause of a figure, else at the end or beginning of
 * its sentence, else in the neighbouring sentence where that goes on speaking. A pronoun stands for the last speaker
 * named in the passage, or in those before it.
 *
 * @param hasFigure whether a sentence states figures
 * @param preceding the passages of the article before this one
 */
export function attributions(
  text: string,
  lines: readonly Line[],
  hasFigure: (sentence: number) => boolean,
  preceding: readonly Prose[],
): AttributionOf {
  const isCorrection = /^correction\b/.test(lines[0]?.text ?? '');
  const speakers = lines.map((line) =>
    readSpeakers(line).filter(
      (speaker) => !isWithdrawn(line, speaker) && !(isCorrection && isReportOfPaper(line, speaker)),
    ),
  );
  const words = (sentence: number, speaker: Speaker): string | null => {
    const line = lines[sentence];
    if (!line) return null;
    if (!speaker.isPronoun) return nameIn(text, line, speaker);
    const pronoun = line.pieces[speaker.from]?.word ?? '';
    return (
      standsFor({ text, lines, speakers }, pronoun, { sentence, at: speaker.at }) ??
      namedBefore(preceding, pronoun)
    );
  };
  return ({ sentence, piece, role, isAct, isTakenUp }) => {
    const line = lines[sentence];
    if (!line) return null;
    const here = (speakers[sentence] ?? []).filter(({ isRelative }) => !isRelative);
    const next = speakers[sentence + 1]?.find(({ isRelative }) => !isRelative);
    if (next && givesCount(lines[sentence + 1], next)) return words(sentence + 1, next);
    const relative = speakers[sentence]?.find(
      (speaker) => speaker.isRelative && isSaidOf(line, speaker, piece),
    );
    const own = relative ?? speakerOf(line, here, piece);
    if (own) return words(sentence, own);
    const quoted = quotedBy(lines, speakers, sentence);
    if (quoted) return words(quoted.sentence, quoted.speaker);
    if (next && here.length === 0 && sentence === 0 && takesUp(lines[sentence + 1]))
      return words(sentence + 1, next);
    if (isAct || role === 'aboard' || role === 'passengers' || role === 'crew') return null;
    if (next && followsOn(lines[sentence + 1])) return words(sentence + 1, next);
    const last = inherited({ lines, speakers, hasFigure }, sentence, isTakenUp);
    return last ? words(sentence - 1, last) : null;
  };
}

/** Whom a pronoun stands for that nobody in its own passage answers to. */
function namedBefore(preceding: readonly Prose[], pronoun: string): string | null {
  for (const { text, sentences } of [...preceding].reverse().slice(0, 3)) {
    const lines = sentences.map((span) => readLine(text, span));
    const name = standsFor({ text, lines, speakers: lines.map(readSpeakers) }, pronoun, {
      sentence: lines.length,
      at: 0,
    });
    if (name !== null) return name;
  }
  return null;
}

/** "the two deaths that the mayor admits": it is said of the number right before. */
function isSaidOf(line: Line, { from }: Speaker, piece: number): boolean {
  if (piece >= from || from - piece > 8) return false;
  return line.pieces.slice(piece + 1, from).every(({ kind }) => kind === 'word');
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
  const after = inClause.filter(
    (speaker) => speaker.at > piece && speaker.isTrailing && !isBesideOpinion(line, speaker, piece),
  );
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
    .filter((speaker) => !isOwnReport(line, speaker))
    .at(-1);
}

/** "The bus, carrying 40, had been waved on, investigators believe": they believe what the main clause says. */
function isBesideOpinion(line: Line, { at }: Speaker, piece: number): boolean {
  if (!/^(?:believe|think|suspect|assume)s?$/.test(line.pieces[at]?.word ?? '')) return false;
  const open = line.pieces.findLastIndex(({ word }, index) => index < piece && word === ',');
  const opener = line.pieces[open + 1]?.word ?? '';
  return open > 0 && (/ing$/.test(opener) || /^(?:which|who|with)$/.test(opener));
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
