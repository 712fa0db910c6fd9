import type { Span } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type Asked, readForm } from '../language/question.ts';
import type { Token } from '../language/tokens.ts';
import { type Analysed, type Analyzer, conceptTerm, type Occurrence } from './analysis.ts';
import type { PassageIndex, WeightedTerm } from './passage-index.ts';

/** One thing that is asked about: a word, a name or a phrase, with all the terms that speak of it. */
export interface Slot {
  /** As typed. */
  readonly label: string;
  /** Term → how well it speaks of the slot, between 0 and 1. */
  readonly terms: ReadonlyMap<string, number>;
  /** The terms that are the very word or name that was typed. */
  readonly exact: ReadonlySet<string>;
  /** How much the slot matters in the question: high for what is rare in the articles. */
  readonly weight: number;
  readonly kind: 'word' | 'name' | 'number';
  /** Whether it says little in any question about the event: every article speaks of it. */
  readonly generic: boolean;
  /** Whether any passage speaks of it at all. */
  readonly known: boolean;
  /** Its place in the question. */
  readonly span: Span;
  /** Vectors of its words. */
  readonly vectors: readonly Float32Array[];
}

/** A question as the ranking sees it. */
export interface ParsedQuery {
  readonly text: string;
  readonly asked: Asked;
  readonly slots: readonly Slot[];
  readonly centroid: Float32Array;
}

/** How well terms other than the very word speak of a slot. */
const CLOSENESS = { name: 1, namePart: 0.55, concept: 0.85, phrasePart: 0.5 } as const;

/** Words that carry little in any question about an event: they count this share of what others count. */
const GENERIC: ReadonlySet<string> = new Set(
  `peopl person people event incid situat news articl sourc report updat detail info inform fact question answer
   say said talk word mean call name use make made take took taken give happen occur occurr today day time place
   see seen look thing anyon total exact exactli number amount main actual current so-cal alreadi final
   attack one man men part type kind first last next right`
    .split(/\s+/)
    .filter(Boolean),
);
const GENERIC_SHARE = 0.35;

/** Builds the slots of a question against the vocabulary of an index. */
export function parseQuery(
  question: string,
  analyzer: Analyzer,
  index: PassageIndex,
  eventTerms: ReadonlySet<string>,
): ParsedQuery {
  const { asked, frames } = readForm(question);
  const analysed = analyzer.question(question);
  // The words that only say what kind of thing is asked for are not looked for, unless there are no others.
  const outside = slots(without(frames, analysed), analyzer, index, eventTerms);
  const used = outside.length > 0 ? outside : slots(analysed, analyzer, index, eventTerms);
  const words = analysed.tokens.filter(
    (token) => !token.stop && used.some(({ span }) => token.start >= span[0] && token.end <= span[1]),
  );
  return {
    text: question,
    asked,
    slots: used,
    centroid: analyzer.vectors.centroid(words.map((token) => token.word)),
  };
}

function without(frames: readonly Span[], { tokens, occurrences }: Analysed): Analysed {
  const isOutside = ({ span }: Occurrence) =>
    frames.every(([start, end]) => span[1] <= start || span[0] >= end);
  return { tokens, occurrences: occurrences.filter(isOutside) };
}

/** All terms of a query with the weight of their slot, for finding candidates. */
export function weightedTerms(query: ParsedQuery): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const slot of query.slots) {
    for (const [term, closeness] of slot.terms) {
      weights.set(term, Math.max(weights.get(term) ?? 0, closeness * slot.weight));
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

function slots(
  { tokens, occurrences }: Analysed,
  analyzer: Analyzer,
  index: PassageIndex,
  eventTerms: ReadonlySet<string>,
): readonly Slot[] {
  const { lexicon } = analyzer;
  const found: Slot[] = [];
  let at = 0;
  while (at < tokens.length) {
    const here = occurrences.filter((o) => o.from === at);
    const name = here.filter((o) => o.term.startsWith('@')).sort((a, b) => b.to - a.to)[0];
    const phrase = here
      .filter((o) => o.term.startsWith('~') && o.to - o.from > 1)
      .sort((a, b) => b.to - a.to)[0];
    const group = name ?? phrase;
    const to = group ? group.to : at + 1;
    const covered = tokens.slice(at, to);
    const inside = occurrences.filter((o) => o.from >= at && o.to <= to);
    if (inside.length > 0) {
      const contentWords = covered.filter((token) => !token.stop).length;
      // In "were killed" the one word that says anything stands for the whole.
      const isWhole = ({ from, to: end }: Occurrence) =>
        (from === at && end === to) ||
        (contentWords === 1 && tokens[from]?.stop === false && end === from + 1);
      const terms = new Map<string, number>();
      const raise = (term: string, closeness: number) =>
        terms.set(term, Math.max(closeness, terms.get(term) ?? 0));
      for (const occurrence of inside) {
        const whole = isWhole(occurrence);
        if (occurrence.term.startsWith('@')) raise(occurrence.term, CLOSENESS.name);
        else if (occurrence.term.startsWith('~')) {
          raiseConcept(
            occurrence.term.slice(1),
            whole ? CLOSENESS.concept : CLOSENESS.phrasePart,
            lexicon,
            raise,
          );
        } else raise(occurrence.term, whole ? 1 : name ? CLOSENESS.namePart : CLOSENESS.phrasePart);
      }
      const exact = new Set(inside.filter((o) => !o.term.startsWith('~') && isWhole(o)).map((o) => o.term));
      const vectors = covered.flatMap((token) => (token.stop ? [] : (analyzer.vectors.of(token.word) ?? [])));
      const kind = kindOf(covered, name ? [name] : inside.filter(isCountry));
      const known = slot(covered, terms, exact, kind, index, eventTerms);
      const rarity = Math.max(...covered.map((token) => analyzer.vectors.rarity(token.word)));
      found.push({ ...known, weight: known.weight * commonness(rarity), vectors });
    }
    at = to;
  }
  return found;
}

/** The share of its weight that a word keeps: everyday words say less, whatever the articles hold of them. */
function commonness(rarity: number): number {
  return 0.15 + 1.05 * Math.max(0, (rarity - 0.35) / 0.65);
}

function raiseConcept(
  concept: string,
  closeness: number,
  lexicon: Lexicon,
  raise: (term: string, closeness: number) => void,
): void {
  raise(conceptTerm(concept), closeness);
  for (const [other, share] of lexicon.concepts.get(concept)?.answeredBy ?? []) {
    raise(conceptTerm(other), closeness * share);
  }
}

/** The lexicon's concepts of countries, which are names that the articles need not declare. */
const isCountry = ({ term }: Occurrence) => term.startsWith(conceptTerm('country-'));

function kindOf(covered: readonly Token[], names: readonly Occurrence[]): Slot['kind'] {
  if (names.length > 0) return 'name';
  return covered.length === 1 && /^\d/.test(covered[0]?.term ?? '') ? 'number' : 'word';
}

function slot(
  covered: readonly Token[],
  terms: ReadonlyMap<string, number>,
  exact: ReadonlySet<string>,
  kind: Slot['kind'],
  index: PassageIndex,
  eventTerms: ReadonlySet<string>,
): Omit<Slot, 'vectors'> {
  const size = Math.max(1, index.size);
  // The share of passages that speak of it, as if its terms were spread by chance.
  const silent = [...terms]
    .filter(([, closeness]) => closeness >= 0.5)
    .reduce(
      (rest, [term, closeness]) => rest * (1 - (closeness * index.documentFrequency(term)) / (size + 1)),
      1,
    );
  const rarity = Math.log(1 + (size * silent + 0.5) / (size * (1 - silent) + 0.5));
  const generic =
    covered.every((token) => GENERIC.has(token.term)) || [...exact].some((term) => eventTerms.has(term));
  return {
    label: covered.map((token) => token.word).join(' '),
    terms,
    exact,
    weight: rarity * (generic ? GENERIC_SHARE : 1),
    kind,
    span: [covered[0]?.start ?? 0, covered.at(-1)?.end ?? 0],
    generic,
    known: [...terms.keys()].some((term) => index.documentFrequency(term) > 0),
  };
}
