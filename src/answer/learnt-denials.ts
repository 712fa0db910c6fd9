import type { Corpus } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { DenialReading } from '../search/readings.ts';
import type { Disagreement } from './answer.ts';
import { nameOf } from './denial-assertions.ts';
import { countSpread } from './denial-comparison.ts';
import { readSentences, type Word } from './denial-sentences.ts';
import { denialChance, denialSignals } from './denial-signals.ts';
import { otherEventSentences } from './event-time.ts';
import type { Place } from './place.ts';

/**
 * From this chance on one passage denies the other, whatever the rules say. Chosen on the events that the signals are fitted
 * on (bench/quality/fit-denials.ts), each left out of the fit: of the pairs above it 71 % of `READ` and 54 % of `TUNED` are
 * labelled as denials.
 */
const SURE = 0.4;
/**
 * Below this chance it does not. Pairs that were not read keep what the rules say. On those events it drops two denials that
 * the rules tell, one of which is labelled; 0.05 would drop several more that are.
 */
const DOUBTFUL = 0.01;

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
  const read = readings.flatMap((reading) => {
    const [denying, asserting] = [placeOf.get(reading.denying), placeOf.get(reading.asserting)];
    if (!denying || !asserting) return [];
    return [{ denying, asserting, chance: denialChance(denialSignals(denying, asserting, reading.odds)) }];
  });
  const chances = new Map(read.map(({ denying, asserting, chance }) => [keyOf(denying, asserting), chance]));
  const kept = byRules.filter((denial) => (chances.get(keyOfDenial(denial)) ?? 1) >= DOUBTFUL);
  const known = new Set(kept.map(keyOfDenial));
  const nameFor = namer(places, lexicon);
  const added = read.flatMap(({ denying, asserting, chance }): readonly Disagreement[] => {
    if (chance < SURE || known.has(keyOf(denying, asserting))) return [];
    if (otherEventSentences(denying.passage, corpus.event).every(Boolean)) return [];
    const same = kept.find(({ sides: [, denial] }) => denial?.passage === denying.passage);
    return [
      { about: same?.about ?? nameFor(denying, asserting), kind: 'denied', sides: [asserting, denying] },
    ];
  });
  return [...kept, ...added];
}

const keyOf = (denying: Place, asserting: Place) => `${denying.passage.id} ${asserting.passage.id}`;

function keyOfDenial({ sides: [asserting, denying] }: Disagreement): string {
  return asserting && denying ? keyOf(denying, asserting) : '';
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
