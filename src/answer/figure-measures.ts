import type { FigureRole } from '../corpus/model.ts';
import type { EventFigure } from './figures.ts';

/** A rival count is of the same size; a much smaller one counts a part. */
export const RIVAL_SHARE = 1 / 3;
/** Whether two figures of a role count the same people. */
export function isOfOneThing(role: FigureRole, one: EventFigure, other: EventFigure): boolean {
  if (basisOf(one) !== basisOf(other)) return false;
  const [noun, otherNoun] = [nounOf(one), nounOf(other)];
  if (noun && otherNoun && noun !== otherNoun) return false;
  const [less, more] = [Math.min(one.value, other.value), Math.max(one.value, other.value)];
  if (one.article !== other.article && less < more * RIVAL_SHARE) return false;
  if (role === 'rescued') return sharedWords(one, other) >= 2;
  if (role === 'aboard' || role === 'passengers' || role === 'crew') return isOfOneVehicle(one, other);
  return true;
}

/**
 * `remaining`: those who are still away from home or in hospital, not all who ever were. `one place`: those whom one
 * hospital took in. `some`: those of the dead or hurt who are of some kind ("among the dead are two loaders").
 */
export function basisOf({ role, passage, span }: EventFigure): 'all' | 'remaining' | 'one place' | 'some' {
  const { text } = passage;
  const around = clauseAround(text, span);
  if (/^[^.;]{0,60}\b(?:are|were|is|was) (?:also )?among the\b/.test(text.slice(span[1]))) return 'some';
  if (role === 'injured' && ONE_PLACE.test(text.slice(0, span[0]))) return 'one place';
  if (!SHRINKING.has(role)) return 'all';
  return /\b(?:still|remain(?:s|ed|ing)?)\b/.test(around) ? 'remaining' : 'all';
}

/** "The clinic took in 20", "Our hospital is treating twelve". */
const ONE_PLACE =
  /\b(?:hospital|clinic|infirmary|field station|surgery)\b[^.;]{0,60}\b(?:took in|takes in|taken in|received|is treating|was treating|has treated|had treated)\b[^.;]{0,20}$/i;

/** Of these it is told who still is, apart from all who ever were. */
const SHRINKING: ReadonlySet<FigureRole> = new Set(['injured', 'evacuated', 'arrested', 'hostages']);

/** What kind of people were arrested or moved, where it is said: protesters are not managers. */
export function nounOf({ role, passage, span }: EventFigure): string | undefined {
  if (role !== 'arrested' && role !== 'evacuated') return undefined;
  const noun =
    /^\s+(?:(?!(?:with|after|from|and|or|over|in|at|of|on|for|who|people)\s)[\p{L}-]+\s){0,2}?(men|women|[a-z]+(?:ers|ors|ents|ists|ants|ees))\b/u.exec(
      passage.text.slice(span[1]),
    )?.[1];
  return noun && !/^(?:others|residents|villagers|inhabitants|evacuees|detainees)$/.test(noun)
    ? noun
    : undefined;
}

function clauseAround(text: string, [from, to]: readonly [number, number]): string {
  const lead = text.slice(0, from);
  const start = Math.max(...[', ', '; ', '. ', ' and '].map((mark) => lead.lastIndexOf(mark)));
  return text.slice(start + 1, from) + (/^[^,;.]*/.exec(text.slice(to))?.[0] ?? '');
}

function sharedWords(one: EventFigure, other: EventFigure): number {
  const words = ({ passage, span }: EventFigure) =>
    new Set(
      clauseAround(passage.text, span)
        .toLowerCase()
        .match(/[a-z]{4,}/g) ?? [],
    );
  const own = words(one);
  return [...words(other)].filter((word) => own.has(word) && !COMMON.test(word)).length;
}

const COMMON =
  /^(?:people|were|been|have|from|that|with|alive|rescued|rescuers|pulled|brought|safety|saved|survivors|they|their|when|after|about|more|than|said)$/;

const VEHICLES =
  /\b(train|coach|bus|minibus|ferry|boat|ship|vessel|barge|trawler|freighter|yacht|tanker|plane|aircraft|airliner|jet|flight|tram|helicopter|express|metro|lorry|car)\b/gi;
/** Names of one vehicle. */
const KINDS: readonly (readonly string[])[] = [
  ['coach', 'bus', 'minibus'],
  ['ferry', 'boat', 'ship', 'vessel', 'barge', 'trawler', 'freighter', 'yacht'],
  ['plane', 'aircraft', 'airliner', 'jet', 'flight'],
  ['train', 'express', 'metro', 'tram'],
];

function isOfOneVehicle(one: EventFigure, other: EventFigure): boolean {
  const vehicles = ({ passage }: EventFigure) =>
    new Set(
      [...passage.text.matchAll(VEHICLES)].map(([word]) => {
        const name = word.toLowerCase();
        return KINDS.find((kind) => kind.includes(name))?.[0] ?? name;
      }),
    );
  const [a, b] = [vehicles(one), vehicles(other)];
  return a.size === 0 || b.size === 0 || [...b].some((vehicle) => a.has(vehicle));
}
