import { type Corpus, isFigureRole, type PassageId } from '../corpus/model.ts';
import { comparePublished } from '../corpus/published.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { DenialReading } from '../search/readings.ts';
import type { Disagreement } from './answer.ts';
import { nameOf } from './denial-assertions.ts';
import { countSpread } from './denial-comparison.ts';
import { NEGATION, readSentences, type Word } from './denial-sentences.ts';
import { otherEventSentences } from './event-time.ts';
import type { Place } from './place.ts';

/**
 * From this chance on one passage denies the other, whatever the rules say. Chosen on twelve labelled events that neither
 * rules nor model had seen (`READ` in bench/quality/events.ts): 72 % of the pairs above it were denials, and 56 % of those
 * above 0.7.
 */
const SURE = 0.8;
/**
 * The same where no word of the denial negates anything: of the five such pairs of the same events one of three right ones
 * is lost, and both wrong ones are.
 */
const SURE_WITHOUT_NEGATION = 0.9;
/**
 * From this chance on that each denies the other, both deny one thing: on `TUNED` so four wrong pairs and no right one of those
 * above `SURE` are dropped, on `READ` none.
 */
const MUTUAL = 0.1;
/** Words that negate or deny, in whatever form. */
const NEGATES = new RegExp(
  `\\b(?:${NEGATION}|cannot|denials?|reject\\w*|dismiss\\w*|refut\\w*|disput\\w*|contradict\\w*|rul(?:ed|es|ing) out|with(?:drew|drawn)|false\\w*|wrong\\w*|unfounded|invent(?:ed|ion)|slander|doubt\\w*)\\b`,
  'i',
);
/** Below this chance it does not. Pairs that were not read keep what the rules say. */
const DOUBTFUL = 0.05;

/**
 * Denials by rules, without those that a model takes for none, and with those that it is sure of.
 *
 * @param readings pairs that a model read.
 * @param places where denials are looked for.
 */
export function settleDenials(
  byRules: readonly Disagreement[],
  readings: readonly DenialReading[],
  corpus: Corpus,
  places: readonly Place[],
  lexicon: Lexicon,
): readonly Disagreement[] {
  const placeOf = new Map(places.map((place) => [place.passage.id, place]));
  const chances = new Map<string, number>();
  for (const { denying, asserting, chance } of readings) {
    if (placeOf.has(denying) && placeOf.has(asserting)) chances.set(keyOf(denying, asserting), chance);
  }
  const kept = byRules.filter((denial) => (chances.get(keyOfDenial(denial)) ?? 1) >= DOUBTFUL);
  const known = new Set(kept.map(keyOfDenial));
  const nameFor = namer(places, lexicon);
  const added = readings.flatMap(({ denying, asserting, chance }): readonly Disagreement[] => {
    const [one, other] = [placeOf.get(asserting), placeOf.get(denying)];
    if (chance < SURE || !one || !other || known.has(keyOf(denying, asserting))) return [];
    if (isBefore(other, one)) return [];
    if ((chances.get(keyOf(asserting, denying)) ?? 0) >= MUTUAL) return [];
    if (chance < SURE_WITHOUT_NEGATION && !NEGATES.test(other.passage.text)) return [];
    if (otherEventSentences(other.passage, corpus.event).every(Boolean)) return [];
    const same = kept.find(({ sides: [, denial] }) => denial?.passage.id === denying);
    // Rules know who reports what a denial of figures denies.
    if (same && isFigureRole(same.about)) return [];
    return [{ about: same?.about ?? nameFor(other, one), kind: 'denied', sides: [one, other] }];
  });
  return [...kept, ...added];
}

const keyOf = (denying: PassageId, asserting: PassageId) => `${denying} ${asserting}`;

/**
 * Whether a passage was published before another: what it denies was said earlier. Of the pairs above `SURE` this drops five
 * wrong ones and one right one on `TUNED` and `READ`.
 */
function isBefore(one: Place, other: Place): boolean {
  if (one.article === other.article) return one.passage.number < other.passage.number;
  return comparePublished(one.article.published, other.article.published) < 0;
}

function keyOfDenial({ sides: [asserting, denying] }: Disagreement): string {
  return asserting && denying ? keyOf(denying.passage.id, asserting.passage.id) : '';
}

/** Names what two passages speak of: by their rarest word in common, else by the rarest of the denial. */
function namer(places: readonly Place[], lexicon: Lexicon): (denying: Place, asserting: Place) => string {
  let spreadOf: ((term: string) => number) | undefined;
  const wordsOf = ({ passage }: Place) => readSentences(passage, 0, lexicon).flatMap(({ words }) => words);
  return (denying, asserting) => {
    spreadOf ??= countSpread(places.flatMap(({ passage }, at) => readSentences(passage, at, lexicon)));
    const counted = spreadOf;
    const others = new Set(wordsOf(asserting).map(({ term }) => term));
    const words = wordsOf(denying).filter(({ isCapital, term }) => !isCapital && !/\d/.test(term));
    const shared = words.filter(({ term }) => others.has(term));
    const weight = ({ term }: Word) => 1 / counted(term);
    return nameOf(shared.length > 0 ? shared : words, { weight });
  };
}
