/**
 * Fits what model and circumstances count in the chance that one passage denies another, on all events whose misses may be
 * read, and prints what that gives on `READ` and on `TUNED`: by the weights as they were, and with each event left out.
 *
 *     npm run fit:denials -- --write
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DENIAL_SIGNALS, DENIAL_WEIGHTS, denialSignals } from '../../src/answer/denial-signals.ts';
import { otherEventSentences } from '../../src/answer/event-time.ts';
import type { Place } from '../../src/answer/place.ts';
import { eventFolder, READ, TUNED } from './events.ts';
import { type Case, chance, fitLogistic } from './logistic.ts';
import { isHit } from './metrics.ts';
import { type Gold, readQuestionSet } from './question-set.ts';
import { openSet } from './searcher.ts';

const EVENTS = [...READ, ...TUNED];
/** Chances from which on a pair counts as found. */
const CHANCES = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

/** A pair of passages that the model read. */
interface Judged extends Case {
  readonly event: string;
}

const labelled = new Map<string, number>();
const pairs: Judged[] = [];
for (const event of EVENTS) pairs.push(...(await judgedOf(event)));
if (pairs.length === 0) throw new Error('the denial reader is not installed or failed: nothing to fit');
const leftOut = new Map<Judged, number>();
for (const event of EVENTS) {
  const weights = learn(pairs.filter((pair) => pair.event !== event));
  for (const pair of pairs.filter((one) => one.event === event)) {
    leftOut.set(pair, chance(weights, pair.vector));
  }
}
const asItWas = [...DENIAL_SIGNALS, 'bias' as const].map((name) => DENIAL_WEIGHTS[name]);
for (const [name, events] of Object.entries({ READ, TUNED })) {
  const some = pairs.filter(({ event }) => events.some((one) => one === event));
  const count = events.reduce((sum, event) => sum + (labelled.get(event) ?? 0), 0);
  report(`${name}, as it was`, some, count, ({ vector }) => chance(asItWas, vector));
  report(`${name}, each left out`, some, count, (pair) => leftOut.get(pair) ?? 0);
}
const fitted = learn(pairs);
console.log([...DENIAL_SIGNALS, 'bias'].map((name, k) => `${name} ${fitted[k]?.toFixed(3)}`).join(', '));
if (process.argv.includes('--write')) {
  const weights = [...DENIAL_SIGNALS, 'bias'].map((name, k) => [name, Number(fitted[k]?.toFixed(3))]);
  const file = path.join(import.meta.dirname, '../../src/answer/denial-weights.json');
  await writeFile(file, `${JSON.stringify(Object.fromEntries(weights), null, 2)}\n`);
}

async function judgedOf(event: string): Promise<readonly Judged[]> {
  const set = await readQuestionSet(eventFolder(event));
  const { corpus, searcher } = await openSet(set);
  const placeOf = new Map<string, Place>(
    corpus.articles.flatMap((article) =>
      article.passages.map((passage) => [passage.id, { article, passage }] as const),
    ),
  );
  const labels = set.disagreements.filter(({ kind }) => kind === 'denied');
  labelled.set(event, labels.length);
  const isAt = (label: Gold | undefined, { article, passage }: Place) =>
    label !== undefined && isHit(label, { article: article.id, text: passage.text });
  return (searcher.readings.denials ?? []).flatMap((reading): readonly Judged[] => {
    const [denying, asserting] = [placeOf.get(reading.denying), placeOf.get(reading.asserting)];
    if (!denying || !asserting || otherEventSentences(denying.passage, corpus.event).every(Boolean))
      return [];
    const signals = denialSignals(denying, asserting, reading.odds);
    const yes = labels.some(({ sides: [one, other] }) => isAt(one, asserting) && isAt(other, denying));
    return [{ event, vector: DENIAL_SIGNALS.map((name) => signals[name]), yes, weight: 1 }];
  });
}

/** What each signal counts; the bias as denials are as seldom as here among the pairs that are read. */
function learn(cases: readonly Judged[]): readonly number[] {
  const denials = cases.filter(({ yes }) => yes).length;
  const shift = Math.log(denials / (cases.length - denials));
  return fitLogistic(cases).map((weight, k, { length }) => (k === length - 1 ? weight + shift : weight));
}

/** How many of the labelled pairs are found from some chances on, and of how many found. By these pairs alone, without rules. */
function report(
  name: string,
  judged: readonly Judged[],
  count: number,
  chanceOf: (pair: Judged) => number,
): void {
  const told = CHANCES.map((least) => {
    const found = judged.filter((pair) => chanceOf(pair) >= least);
    return `${least}: ${found.filter(({ yes }) => yes).length} of ${found.length}`;
  });
  console.log(`${name.padEnd(24)} of ${count} labelled found, from a chance of ${told.join(', ')}`);
}
