import { isAbbreviation, LEFT_BOUND, VERB_FORM } from './attribution-names.ts';
import { SAY } from './attribution-verbs.ts';
import { type Line, matchAt } from './figure-line.ts';
import { numberWord } from './number-words.ts';

/** "the mayor, Olga Brandt": the name behind a title belongs to it. */
export function withName(line: Line, from: number, to: number): number {
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
export function nameEnd(line: Line, from: number): number {
  let to = from;
  for (; to < line.pieces.length; to++) {
    const piece = line.pieces[to];
    if (!piece) break;
    if (piece.kind === 'mark') {
      if (piece.word === '.' && isAbbreviation(line, to)) continue;
      if (piece.word === '-' || piece.word === '&') continue;
      break;
    }
    if (to > from && (piece.kind === 'number' || numberWord(piece.word) !== undefined)) break;
    if (to > from && (LEFT_BOUND.has(piece.word) || VERB_FORM.test(piece.word)) && !isJointName(line, to))
      break;
    // "According to the ministry the five were …": those who are counted are no part of the name.
    const next = line.pieces[to + 1];
    if (to > from && piece.word === 'the' && next && numberWord(next.word) !== undefined) break;
    if (
      to > from &&
      /^(?:on|late|early|at|in|by|who|briefed|told|keep|keeps|kept|calls|gives|gave|cites|published|came|comes|stands|stood|went|showed|ran|as|this|last|yesterday)$/.test(
        piece.word,
      ) &&
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
