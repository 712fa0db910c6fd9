/**
 * Fits what rules and the passage reader count in the odds that a passage belongs to a topic, on all events whose misses
 * may be read, and prints what that gives on each of them, left out of the fit. The rules were made with six of them
 * (`TUNED`), where they look better than elsewhere; the other twelve (`READ`) are by the writers of the reader's reports,
 * so that the reader looks better there: with both, neither is taken for more than it is worth.
 *
 *     npm run fit:topics -- --write
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TOPIC_SIGNALS, TOPIC_WEIGHTS, topicSignals } from '../../src/answer/learnt-topics.ts';
import { createTopicFinder, TOPIC_THRESHOLD } from '../../src/answer/topics.ts';
import { eventFolder, READ, TUNED } from './events.ts';
import { type Case, chance, fitLogistic } from './logistic.ts';
import { isHit } from './metrics.ts';
import { type Gold, readQuestionSet } from './question-set.ts';
import { openSet } from './searcher.ts';
import { loadTopics } from './systems.ts';

const EVENTS = [...READ, ...TUNED];

/** To miss a passage that belongs is as bad as to show so many that do not. */
const MISSED = 2;
/** Passages of a topic that are measured. */
const FIRST = 10;

/** A passage of one event's topic. */
interface Judged extends Case {
  readonly event: string;
  readonly topic: string;
  readonly mayBelong: boolean;
}

const topics = await loadTopics();

const passages: Judged[] = [];
for (const event of EVENTS) passages.push(...(await judgedOf(event)));
if (passages.length === 0) throw new Error('the passage reader is not installed: nothing to fit');
for (const event of EVENTS) {
  const weights = learn(passages.filter((passage) => passage.event !== event));
  report(
    event,
    passages.filter((passage) => passage.event === event),
    weights,
  );
}
report(
  'all, as it was',
  passages,
  [...TOPIC_SIGNALS, 'bias' as const].map((name) => TOPIC_WEIGHTS[name]),
);
const fitted = learn(passages);
report('all, fitted', passages, fitted);
if (process.argv.includes('--write')) {
  const rounded = fitted.map((weight) => Number(weight.toFixed(3)));
  const weights = Object.fromEntries([...TOPIC_SIGNALS, 'bias'].map((name, k) => [name, rounded[k]]));
  const file = path.join(import.meta.dirname, '../../src/answer/topic-weights.json');
  await writeFile(file, `${JSON.stringify(weights, null, 2)}\n`);
}

async function judgedOf(event: string): Promise<readonly Judged[]> {
  const set = await readQuestionSet(eventFolder(event));
  const { corpus, searcher } = await openSet(set);
  const finder = createTopicFinder(corpus, searcher);
  const judged: Judged[] = [];
  for (const { question, gold, may } of set.questions) {
    const topic = topics.find(({ name }) => question === `/${name}`);
    if (!topic) continue;
    for (const { article, passage, byRules, reading } of await finder.evidence(topic)) {
      if (reading === undefined) continue;
      const signals = topicSignals(byRules.score, reading);
      const isLabelled = (golds: readonly Gold[]) =>
        golds.some((label) => isHit(label, { article: article.id, text: passage.text }));
      judged.push({
        event,
        topic: topic.name,
        vector: TOPIC_SIGNALS.map((name) => signals[name]),
        yes: isLabelled(gold),
        mayBelong: isLabelled(may ?? []),
        weight: 1,
      });
    }
  }
  return judged;
}

/** What rules and model count, and the bias by which the threshold fits what a miss costs. */
function learn(all: readonly Judged[]): readonly number[] {
  const cases = all.filter(({ yes, mayBelong }) => yes || !mayBelong);
  const belonging = cases.filter(({ yes }) => yes).length;
  // The fit takes both outcomes for as frequent; here most passages do not belong. And a miss costs more.
  const shift = Math.log((MISSED * belonging) / (cases.length - belonging));
  return fitLogistic(cases).map((weight, k, { length }) => (k === length - 1 ? weight + shift : weight));
}

function keyOf({ event, topic }: Judged): string {
  return `${event} ${topic}`;
}

/**
 * Prints how much of what belongs is among the first ten, and how much of all that is shown belongs: by these weights alone,
 * without the order of publishers and the sequels that a user meets, which `npm run quality` measures.
 */
function report(name: string, judged: readonly Judged[], weights: readonly number[]): void {
  const recalls: number[] = [];
  const shown: Judged[] = [];
  for (const key of new Set(judged.map(keyOf))) {
    const one = judged.filter((passage) => keyOf(passage) === key);
    const found = one
      .map((passage) => ({ passage, score: chance(weights, passage.vector) }))
      .filter(({ score }) => score >= TOPIC_THRESHOLD)
      .sort((a, b) => b.score - a.score)
      .map(({ passage }) => passage);
    shown.push(...found);
    const belonging = one.filter(({ yes }) => yes).length;
    const hits = found.slice(0, FIRST).filter(({ yes }) => yes).length;
    if (belonging > 0) recalls.push(hits / Math.min(FIRST, belonging));
  }
  const share = (some: readonly Judged[]) => `${((100 * some.length) / shown.length).toFixed(1)}%`;
  const recall = (100 * recalls.reduce((a, b) => a + b, 0)) / recalls.length;
  console.log(
    `${name.padEnd(20)} in the first ten ${recall.toFixed(1)}%, of ${shown.length} shown belong ${share(shown.filter(({ yes }) => yes))}, may belong ${share(shown.filter(({ mayBelong }) => mayBelong))}  [${weights.map((weight) => weight.toFixed(2)).join(', ')}]`,
  );
}
