import type { FigureRole } from '../corpus/model.ts';
import { from, type Line } from './figure-line.ts';
import { readHead } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';
import { readPredicate } from './figure-predicates.ts';

const STOPS =
  /^(?:when|while|after|before|because|although|though|if|where|whereas|unless|until|as|than|so|despite|since|whose)$/;
const SPEAKING =
  /^(?:said|says|say|told|added|adds|confirmed|announced|reported|estimated?|claims?|claimed|believed?|stated|insisted|wrote)$/;

/** What is said of a noun phrase. */
export interface Subject {
  readonly role: FigureRole | undefined;
  readonly isDoubtful: boolean;
  /** "the 33 people aboard were rescued" */
  readonly aboard: boolean;
  readonly from: number;
  readonly to: number;
  /** It is said of those of whom the noun is a part: "six of those arrested". */
  readonly isOfWhole?: boolean;
}

/** What the sentence goes on to say of a noun phrase that ends at a piece. */
export function readSubject(
  line: Line,
  index: number,
  mentions: readonly NumberMention[],
  isPart: boolean,
  isAttached = false,
): Subject | undefined {
  let passed: 'none' | 'weak' | 'strong' = 'none';
  let inRelative = false;
  let aboard: Subject | undefined;
  let ofWhole: Subject | undefined;
  let firstVerb: number | undefined;
  const nothing = () =>
    ofWhole ??
    aboard ??
    (firstVerb === undefined
      ? undefined
      : { role: undefined, isDoubtful: false, aboard: false, from: firstVerb, to: firstVerb });
  for (let at = index; at < line.pieces.length && at < index + 40; ) {
    const piece = line.pieces[at];
    if (!piece) break;
    const { word } = piece;
    if (piece.kind === 'mark') {
      if (/^[;:]$/.test(word) || (isAttached && word === ',')) break;
      if (word === '(') at = skipTo(line, at, ')');
      else if (/^["“”]$/.test(word) && at > index) break;
      at++;
      continue;
    }
    if (STOPS.test(word) && !(word === 'as' && at === index)) break;
    if (/^(?:who|which|that|whom)$/.test(word)) {
      inRelative = true;
      at++;
      continue;
    }
    if (word === 'but' || word === 'and' || word === 'or') {
      // "left with 31 pilgrims and picked up six": the verb is the bus's.
      if (isAttached && readPredicate(line, at + 1)) break;
      if (passed !== 'none') {
        const next = readPredicate(line, skipAdverbs(line, at + 1));
        if (!next || next.strength === 'weak') break;
        if (next.role) return subject(next, at + 1, aboard);
        break;
      }
      at++;
      continue;
    }
    const number = mentions.find((mention) => mention.from === at || mention.first === at);
    if (number) {
      if (passed !== 'none') break;
      // "12 skiers, four of whom died": the verb is theirs alone.
      if (/^of whom\b/.test(from(line, number.to))) break;
      // A verb behind another count belongs to both only where they are joined or one is part of the other.
      const joint = line.pieces[at - 1]?.word ?? '';
      if (!/^(?:and|or|not|,|the|its|all|of|–|-|—|with|plus|including)$/.test(joint) && at > index) break;
      at = Math.max(readHead(line, number.to).to, number.to, at + 1);
      continue;
    }
    const predicate = readPredicate(line, at);
    if (!predicate) {
      at++;
      continue;
    }
    if (predicate.role === 'aboard' && !isPart && !predicate.isDoubtful) {
      aboard ??= { role: 'aboard', isDoubtful: false, aboard: true, from: at, to: predicate.to };
      if (line.text.slice(line.at[at], line.at[predicate.to]).match(/\b(?:is|are|was|were|been)\b/))
        return aboard;
      at = predicate.to;
      continue;
    }
    if (predicate.role === 'aboard') {
      at = predicate.to;
      continue;
    }
    if (predicate.role) {
      // "31 of the miners who were rescued are in hospital": the whole was rescued, the part is in hospital.
      const isWhole = inRelative || (at === index && line.pieces[index - 1]?.word === 'those');
      if (isWhole && isPart && !ofWhole) {
        ofWhole = { ...subject(predicate, at, aboard), isOfWhole: true };
        inRelative = false;
        at = predicate.to;
        continue;
      }
      return subject(predicate, at, aboard);
    }
    if (SPEAKING.test(word) && isAside(line, at, index)) {
      at = predicate.to;
      continue;
    }
    firstVerb ??= at;
    if (inRelative) {
      inRelative = false;
      at = predicate.to;
      continue;
    }
    if (predicate.strength === 'weak' && passed === 'none') {
      passed = 'weak';
      at = predicate.to;
      continue;
    }
    if (passed === 'weak' && predicate.strength === 'weak') {
      at = predicate.to;
      continue;
    }
    passed = 'strong';
    at = predicate.to;
    // What follows a finite verb is said of the subject only after "and".
    while (at < line.pieces.length) {
      const next = line.pieces[at];
      if (
        !next ||
        next.kind === 'mark' ||
        next.word === 'and' ||
        next.word === 'but' ||
        STOPS.test(next.word)
      )
        break;
      at++;
    }
    if (line.pieces[at]?.kind === 'mark') break;
  }
  return nothing();
}

function subject(
  predicate: { role: FigureRole | undefined; to: number; isDoubtful: boolean },
  at: number,
  aboard: Subject | undefined,
): Subject {
  return {
    role: predicate.role,
    isDoubtful: predicate.isDoubtful,
    aboard: aboard !== undefined,
    from: at,
    to: predicate.to,
  };
}

function skipTo(line: Line, at: number, mark: string): number {
  for (let step = at; step < line.pieces.length; step++) if (line.pieces[step]?.word === mark) return step;
  return at;
}

function skipAdverbs(line: Line, at: number): number {
  let step = at;
  while (
    /^(?:later|then|also|were|subsequently)$/.test(line.pieces[step]?.word ?? '') &&
    line.pieces[step]?.word !== 'were'
  )
    step++;
  return step;
}

/** A speaker between commas: "Six people, police said, were killed". */
function isAside(line: Line, at: number, index: number): boolean {
  const next = line.pieces[at + 1];
  const lead = line.text.slice(line.at[index], line.at[at]);
  // "37 passengers, said the firm": behind a comma the verb has its speaker behind it.
  const isInverted =
    line.pieces[at - 1]?.word === ',' &&
    /^(?:said|says|say|reported|added|announced|confirmed)$/.test(line.pieces[at]?.word ?? '');
  return isInverted || (next?.kind === 'mark' && /[,–—-] /.test(lead));
}
