import type { FigureRole, Span } from '../corpus/model.ts';
import { answersOfKind } from '../language/answer-types.ts';
import type { Asked } from '../language/question.ts';
import { cosine } from '../language/word-vectors.ts';
import type { Occurrence } from './analysis.ts';
import type { PassageFacts } from './facts.ts';
import type { ParsedQuery, Slot } from './query.ts';
import type { Similarity } from './vectors.ts';

/** The passages beside one in its article, where there are such; `earlier` stands two before it. */
export type Surroundings = Readonly<Record<'earlier' | 'before' | 'after', PassageFacts | undefined>>;

/** A passage and what stands around it, for one comparison with a question. */
export interface Scene {
  readonly facts: PassageFacts;
  readonly around: Surroundings;
  /** The terms of the article's title and of the heading above. */
  readonly title: ReadonlySet<string>;
  /** Of the candidates' BM25 scores, this one's share of the highest. */
  readonly bm25: number;
  /** The roles that are asked for. */
  readonly roles: readonly FigureRole[];
  /** Of the question's vector and the passage's; 0 without vectors. */
  readonly similarity: Similarity;
  /** From 0 for the oldest article to 1 for the newest. */
  readonly freshness: number;
  /** Whether a later article corrects or updates this one. */
  readonly superseded: boolean;
  /** The higher of the neighbours'. */
  readonly similarityAround: number;
}

/**
 * What speaks for and against a passage as the answer to a question, each a number near 0 to 1, so that a score
 * can be explained. Their weights stand in `weights.ts`.
 */
export interface Signals {
  /** The weight of what is asked about that the passage speaks of. */
  readonly coverage: number;
  /** The same, by the very words and names alone. */
  readonly exact: number;
  /** The same, of its best sentence. */
  readonly sentence: number;
  /** Weight that the passages before and after add. */
  readonly context: number;
  /** The same of each by itself; what stands two before adds to the one before as well. */
  readonly before: number;
  readonly after: number;
  readonly earlier: number;
  /** Weight that the title and the heading add. */
  readonly title: number;
  /** How well the heaviest thing asked about is spoken of. */
  readonly heaviest: number;
  /** Whether everything that is asked about is spoken of. */
  readonly complete: number;
  /** How close together what is spoken of stands. */
  readonly proximity: number;
  /** BM25+ of the expanded question. */
  readonly bm25: number;
  /** It gives a number, a time, a distance or the like, of just the kind that is asked for. */
  readonly measure: number;
  /** It states a figure of a role that is asked for. */
  readonly figure: number;
  /** How near what is asked about stands to a thing of the kind that is asked for. */
  readonly answerNear: number;
  /** It does so in a new article; figures change. */
  readonly freshFigure: number;
  readonly fresh: number;
  readonly superseded: number;
  readonly person: number;
  readonly place: number;
  readonly reason: number;
  readonly speech: number;
  /** Somebody who is named in a question about a statement says something here. */
  readonly speaker: number;
  /** It speaks of another time than the event's, and the question does not. */
  readonly background: number;
  /** It stands early in its article. */
  readonly lead: number;
  /** It is long. */
  readonly length: number;
  /** It means something near the question, by their vectors; so does its nearest sentence. */
  readonly similarity: number;
  readonly similaritySentence: number;
  /** Its words mean something near the question's, each as it stands here. */
  readonly similarityWords: number;
  /** The same of the question's word that is least spoken of. */
  readonly similarityWeakest: number;
  /** All of that as the encoder was trained to weigh it. */
  readonly similarityMatch: number;
  readonly similarityAround: number;
  /** The chance that it answers, by reading it together with the question; 0 where it was not read. */
  readonly reading: number;
  /** The same as odds; 0 for the lowest, and where it was not read. */
  readonly readingOdds: number;
  /** Coverage where words that mean nearly the same count in part, by their word vectors. */
  readonly soft: number;
  /** Its words mean something near the question's on the whole, by their word vectors. */
  readonly centroid: number;
}

export interface SlotMatch {
  readonly slot: Slot;
  /** How well the passage speaks of the slot, between 0 and 1. */
  readonly closeness: number;
  readonly occurrence: Occurrence;
}

/** For each slot that a passage speaks of, its best match. */
export function matchSlots(slots: readonly Slot[], facts: PassageFacts): readonly SlotMatch[] {
  return slots.flatMap((slot) => {
    let best: SlotMatch | undefined;
    for (const [term, closeness] of slot.terms) {
      if (best && closeness <= best.closeness) continue;
      const occurrence = facts.occurrences.get(term)?.[0];
      if (occurrence) best = { slot, closeness, occurrence };
    }
    return best ? [best] : [];
  });
}

/** Logarithmic odds for a signal of 1. */
const MATCH_UNIT = 10;

/** Of a passage that was not read with the question. */
const NOT_READ = { reading: 0, readingOdds: 0 };
/** Logarithmic odds that count as none. */
const LOWEST_ODDS = -8;

/** What reading a passage with the question adds to its signals. */
export function readingSignals(odds: number): Pick<Signals, 'reading' | 'readingOdds'> {
  return {
    reading: 1 / (1 + Math.exp(-odds)),
    readingOdds: Math.max(0, odds - LOWEST_ODDS) / MATCH_UNIT,
  };
}

const MEASURES: ReadonlySet<Asked> = new Set([
  'count',
  'clock',
  'day',
  'year',
  'time',
  'duration',
  'distance',
  'money',
  'age',
  'share',
]);

export function readSignals(query: ParsedQuery, scene: Scene): Signals {
  const { facts } = scene;
  const { slots, asked } = query;
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0) || 1;
  const own = closenesses(slots, facts);
  const { earlier, before, after } = scene.around;
  const within = (neighbour: PassageFacts | undefined) => (neighbour ? closenesses(slots, neighbour) : []);
  const [inEarlier, inBefore, inAfter] = [within(earlier), within(before), within(after)];
  const share = (value: (slot: Slot, index: number) => number) =>
    slots.reduce((sum, slot, index) => sum + slot.weight * value(slot, index), 0) / total;
  const around = (index: number) => Math.max(inBefore[index] ?? 0, inAfter[index] ?? 0);
  const added = (closeness: number | undefined, known: number) => Math.max(0, (closeness ?? 0) - known);
  const heaviest = slots.reduce((best, slot, i) => (slot.weight > (slots[best]?.weight ?? 0) ? i : best), 0);
  const inTitle = (slot: Slot) =>
    Math.max(0, ...[...slot.terms].map(([term, closeness]) => (scene.title.has(term) ? closeness : 0)));
  const coverage = share((_, i) => own[i] ?? 0);
  const kind = answersOfKind(facts.passage.text, asked);
  const given = kind?.length ? 1 : 0;
  const matches = matchSlots(slots, facts);
  const isCounted = !facts.isBackground && scene.roles.some((role) => facts.figureRoles.has(role));
  return {
    coverage,
    exact: share((slot) => ([...slot.exact].some((term) => facts.occurrences.has(term)) ? 1 : 0)),
    sentence: sentenceCoverage(slots, facts, total),
    context: share((_, i) => added(around(i), own[i] ?? 0)),
    before: share((_, i) => added(inBefore[i], own[i] ?? 0)),
    after: share((_, i) => added(inAfter[i], own[i] ?? 0)),
    earlier: share((_, i) => added(inEarlier[i], Math.max(own[i] ?? 0, inBefore[i] ?? 0))),
    title: share((slot, i) => added(inTitle(slot), Math.max(own[i] ?? 0, around(i)))),
    heaviest: own[heaviest] ?? 0,
    complete: slots.length > 0 && own.every((closeness) => closeness >= 0.4) ? 1 : 0,
    proximity: proximity(matches),
    bm25: scene.bm25,
    measure: MEASURES.has(asked) ? given : 0,
    figure: isCounted ? 1 : 0,
    freshFigure: isCounted ? scene.freshness : 0,
    fresh: scene.freshness,
    superseded: scene.superseded ? 1 : 0,
    answerNear: kind ? share((slot) => nearness(slot, facts, kind)) : 0,
    person: asked === 'person' ? given : 0,
    place: asked === 'place' ? given : 0,
    reason: asked === 'reason' ? given : 0,
    speech: asked === 'statement' ? given : 0,
    speaker: asked === 'statement' ? speaker(matches, facts) : 0,
    background: facts.isBackground ? 1 : 0,
    lead: 1 / facts.passage.number,
    length: Math.log1p(facts.length) / 5,
    similarity: scene.similarity.whole,
    similaritySentence: scene.similarity.sentence,
    similarityWords: scene.similarity.words,
    similarityWeakest: scene.similarity.weakest,
    similarityMatch: scene.similarity.match / MATCH_UNIT,
    similarityAround: scene.similarityAround,
    ...NOT_READ,
    centroid: cosine(query.centroid, facts.centroid),
    soft: share((slot, i) => Math.max(own[i] ?? 0, softness(slot, facts))),
  };
}

/** How near the nearest word of the passage comes to the slot's, by their vectors; cosines below 0.3 are noise. */
function softness(slot: Slot, facts: PassageFacts): number {
  let best = 0;
  for (const wanted of slot.vectors) {
    for (const vector of facts.vectors) best = Math.max(best, cosine(wanted, vector));
  }
  return Math.max(0, (best - 0.3) / 0.7);
}

function closenesses(slots: readonly Slot[], facts: PassageFacts): readonly number[] {
  return slots.map((slot) => {
    let best = 0;
    for (const [term, closeness] of slot.terms) {
      if (closeness > best && facts.occurrences.has(term)) best = closeness;
    }
    return best;
  });
}

/** Characters between two words for their nearness to fall to 1/e. */
const NEAR = 25;

/** From 1, where a word of the slot stands beside one of the spans, down to 0. The spans' own words do not count. */
function nearness(slot: Slot, facts: PassageFacts, spans: readonly Span[]): number {
  let best = 0;
  for (const [term, closeness] of slot.terms) {
    for (const { span } of facts.occurrences.get(term) ?? []) {
      for (const other of spans) {
        const gap = Math.max(other[0] - span[1], span[0] - other[1]);
        if (gap >= 0) best = Math.max(best, closeness * Math.exp(-gap / NEAR));
      }
    }
  }
  return best;
}

function sentenceCoverage(slots: readonly Slot[], facts: PassageFacts, total: number): number {
  const within = (occurrence: Occurrence, [start, end]: Span) =>
    occurrence.span[0] >= start && occurrence.span[0] < end;
  return Math.max(
    0,
    ...facts.passage.sentences.map(
      (sentence) =>
        slots.reduce((sum, slot) => {
          let best = 0;
          for (const [term, closeness] of slot.terms) {
            if (closeness > best && facts.occurrences.get(term)?.some((o) => within(o, sentence))) {
              best = closeness;
            }
          }
          return sum + best * slot.weight;
        }, 0) / total,
    ),
  );
}

function proximity(matches: readonly SlotMatch[]): number {
  if (matches.length < 2) return 0;
  const positions = matches.map((match) => match.occurrence.from);
  const spread = Math.max(...positions) - Math.min(...positions);
  return 1 / (1 + Math.max(0, spread - matches.length) / 6);
}

const SPEECH_VERB =
  /^(said|say|says|told|tells|warned|added|announced|called|condemned|tweeted|wrote|posted|denied|accused|described|insisted|vowed|promised|urged|expressed|declared|downplayed|argued|claimed|stated|confirmed|thanked|offered|pledged|blamed|rejected|demanded|suggested|noted|asked|apologised|apologized|refused|admitted)$/;

/** A named thing that is asked about stands within a few words of a verb of speaking. */
function speaker(matches: readonly SlotMatch[], facts: PassageFacts): number {
  const verbs = facts.tokens.flatMap((token, index) => (SPEECH_VERB.test(token.word) ? [index] : []));
  return matches.some(({ occurrence }) => {
    const capital = facts.tokens.slice(occurrence.from, occurrence.to).some((token) => token.capital);
    return capital && verbs.some((verb) => Math.abs(verb - occurrence.from) <= 8);
  })
    ? 1
    : 0;
}
