import type { Span } from '../corpus/model.ts';

/** A text with its sentences, in order. */
export interface Prose {
  readonly text: string;
  readonly sentences: readonly Span[];
}

/** A word, number or mark of a sentence. */
export interface Piece {
  /** Lower case, straight apostrophes; names such as IS in capitals, where not all is. */
  readonly word: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** UTF-16 offsets in the passage, half-open. */
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

/** A sentence as pieces, and as one line of them with single spaces, on which patterns are matched. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** Where each piece begins in `text`; one more entry for the end. */
  readonly at: readonly number[];
}

const PIECE =
  /\d+(?:,\d{3})+(?:\.\d+)?(?![\p{L}\d])|\d+(?:[.:]\d+)*(?:-(?=\p{L})[\p{L}-]+|[\p{L}%]+)?|(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}+|['’](?!\p{L}))*(?:-[\p{L}\p{N}]+(?:['’]\p{L}+)?)*|[^\s\p{L}]/gu;

/** What stands before a report of an hour: "12:50 - ", "(9.05 pm) ". */
const HOUR =
  /^\(?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|[BC]?[CE]?ST|local time))?\)?(?:\s*[-–—:|]\s+|\s+(?=["“]?\p{Lu}))/u;
/** Where a report comes from: "DRUVE - ", "DRUVE, May 2 (LPA) – ", "Druve (LPA) - ". */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}'’.]+(?: \p{Lu}[\p{Lu}'’.]+){0,3}(?:, [\p{L}\p{N}][\p{L}\p{N}. ]{1,24}?)?(?: \([^()]{2,30}\))?|\p{Lu}[\p{L}'’]+(?: \p{Lu}[\p{L}'’]+){0,2} \([^()]{2,30}\)) ?[-–—] /u;

/** Names that would be taken for a verb or a pronoun in small letters. */
const NAMES = /^(?:IS|US|WHO)$/;

/** Cuts a sentence of a passage into pieces, an hour or a dateline before the first left out. */
export function readLine(passage: string, span: Span): Line {
  const [begin, to] = span;
  const sentence = passage.slice(begin, to);
  const from = begin + (begin === 0 ? (HOUR.exec(sentence) ?? DATELINE.exec(sentence) ?? [''])[0].length : 0);
  const isShouted = !/\p{Ll}/u.test(sentence);
  const pieces: Piece[] = [];
  const at: number[] = [];
  let text = '';
  for (const match of passage.slice(from, to).matchAll(PIECE)) {
    const raw = match[0];
    const start = from + match.index;
    const word = closesQuotation(raw) ? raw.slice(0, -1) : raw;
    const piece: Piece = {
      word: isShouted || !NAMES.test(word) ? word.toLowerCase().replace(/[’ʼ]/g, "'") : word,
      kind: /^\d+(?:[,.]\d+)*$/.test(word) ? 'number' : /^[\p{L}\d]/u.test(word) ? 'word' : 'mark',
      start,
      end: start + word.length,
      capital: /^\p{Lu}/u.test(word),
    };
    pieces.push(piece);
    at.push(text.length);
    text += `${piece.word} `;
  }
  at.push(text.length);
  return { pieces, text, at };
}

/** An apostrophe behind a word that is no plural possessive closes a quotation. */
function closesQuotation(raw: string): boolean {
  return /[^s]['’]$/i.test(raw) && raw.length > 2;
}

/** What a sticky pattern matches at a piece: the index of the first piece behind the match, or undefined. */
export function matchAt(line: Line, pattern: RegExp, index: number): number | undefined {
  const from = line.at[index];
  if (from === undefined || from >= line.text.length) return undefined;
  pattern.lastIndex = from;
  if (!pattern.test(line.text)) return undefined;
  const end = pattern.lastIndex;
  let next = index;
  while ((line.at[next] ?? Number.POSITIVE_INFINITY) < end) next++;
  return next;
}

/** The text of the line before a piece, without the last space. */
export function before(line: Line, index: number): string {
  return line.text.slice(0, Math.max(0, (line.at[index] ?? 0) - 1));
}

/** The text of the line from a piece on. */
export function from(line: Line, index: number): string {
  return line.text.slice(line.at[index] ?? line.text.length);
}
