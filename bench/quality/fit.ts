import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ConfidenceSignals, REFUSAL_THRESHOLD, readConfidence } from '../../src/answer/confidence.ts';
import type { Signals } from '../../src/search/signals.ts';
import { strength } from '../../src/search/weights.ts';
import { ablation } from './ablation.ts';
import { eventFolder, TUNED } from './events.ts';
import { readExamples } from './examples.ts';
import { balancedAccuracy, type Case, chance, fitLogistic } from './logistic.ts';
import { type Question, readQuestionSet } from './question-set.ts';
import { type Chance, tradeOffDrawing, tradeOffs, tradeOffTable } from './trade-off.ts';
import { type Example, fittedWithout, fitWeights, rankShares, shareOf } from './training.ts';

/** Where the trade-off of the threshold is drawn. */
const PLOT = path.join(import.meta.dirname, '../../docs/pictures/refusal-threshold.svg');

/**
 * Signals of one of the two rankings. What each passage around adds by itself ranks better where words are all there
 * is; with vectors it gained too little on events left out to make up for what it lost on the held-out ones.
 */
const ONLY_WITH_VECTORS = /^(similarity|reading|context$)/;
const ONLY_WITHOUT_VECTORS = /^(before|after|earlier)$/;

/**
 * Of the ranking's regularisation, what did best on events left out when it was chosen. With vectors a fourth of it gave
 * 80.2 % first instead of 79.8 and 93.2 % in the first three instead of 93.3; without, 59.3 instead of 57.6 and 75.7 instead
 * of 74.7.
 */
const RIDGE = { withVectors: 0.002, withoutVectors: 0.0005 } as const;

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const fitted: Record<string, Record<string, number>> = {};
for (const withVectors of [true, false]) {
  const examples: Example[] = [];
  const sets = await Promise.all(TUNED.map((name) => readQuestionSet(eventFolder(name))));
  for (const set of sets) {
    const others = sets.filter((other) => other !== set).flatMap(({ questions }) => questions);
    const foreign = others.filter(
      ({ answerable, kind }, index) => answerable && kind === 'fact' && index % 4 === 0,
    );
    examples.push(...(await readExamples(set, withVectors, foreign)));
  }
  console.log(withVectors ? 'With vectors' : 'Without vectors');
  fitted[withVectors ? 'withVectors' : 'withoutVectors'] = fitRanking(examples, withVectors);
  fitted[withVectors ? 'confidenceWithVectors' : 'confidenceWithoutVectors'] = fitConfidence(
    examples,
    withVectors,
  );
}
if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '../../src/search/weights.json');
  await writeFile(file, `${JSON.stringify(fitted, null, 2)}\n`);
}

function fitRanking(all: readonly Example[], withVectors: boolean): Record<string, number> {
  const examples = all.filter(({ question }) => question.answerable);
  const names = (Object.keys(examples[0]?.result.passages[0]?.signals ?? {}) as (keyof Signals)[]).filter(
    (name) => !(withVectors ? ONLY_WITHOUT_VECTORS : ONLY_WITH_VECTORS).test(name),
  );
  const ridge = RIDGE[withVectors ? 'withVectors' : 'withoutVectors'];
  const reached = examples.filter(({ gold }) => gold.includes(true)).length / examples.length;
  console.log(`  an answer is among the candidates: ${percent(reached)}`);
  for (const { event, own, weights } of fittedWithout(examples, names, ridge)) {
    const [first, three] = rankShares(own, weights);
    console.log(`  ${event.padEnd(16)} left out: first ${percent(first)}, first three ${percent(three)}`);
  }
  if (process.argv.includes('--ablate')) {
    for (const line of ablation(examples, names, ridge)) console.log(line);
  }
  const weights = fitWeights(examples, names, { ridge });
  const every = Object.keys(examples[0]?.result.passages[0]?.signals ?? {}) as (keyof Signals)[];
  return Object.fromEntries(every.map((name) => [name, round(weights[name] ?? 0)]));
}

function fitConfidence(all: readonly Example[], withVectors: boolean): Record<string, number> {
  const weights = fitted[withVectors ? 'withVectors' : 'withoutVectors'] as Record<keyof Signals, number>;
  const cases = all.map((example) => ({ event: example.event, ...caseOf(example, weights, withVectors) }));
  const names = Object.keys(cases[0]?.signals ?? {}) as (keyof ConfidenceSignals)[];
  const chances: Chance[] = [];
  for (const event of TUNED) {
    const model = fitLogistic(cases.filter((c) => c.event !== event));
    const rest = cases.filter((c) => c.event === event);
    console.log(`  ${event.padEnd(16)} left out: refusals ${percent(balancedAccuracy(rest, model, 0.5))}`);
    // Questions about other events are easy, and are not what the threshold is for.
    const about = rest.filter((c) => !c.isElsewhere);
    chances.push(...about.map(({ yes, vector }) => ({ yes, chance: chance(model, vector) })));
  }
  const points = tradeOffs(chances);
  console.log(tradeOffTable(points));
  if (withVectors && process.argv.includes('--write')) {
    writeFileSync(PLOT, tradeOffDrawing(points, REFUSAL_THRESHOLD));
  }
  const model = fitLogistic(cases);
  return Object.fromEntries([...names, 'bias'].map((name, k) => [name, round(model[k] ?? 0)]));
}

/** Ranks the candidates anew by the fitted weights, as a user would meet them. */
function caseOf(
  { result, question }: Example,
  weights: Record<keyof Signals, number>,
  withVectors: boolean,
): Case & { signals: ConfidenceSignals; isElsewhere: boolean } {
  const passages = result.passages
    .map((passage) => ({ ...passage, strength: strength(passage.signals, weights) }))
    .sort((a, b) => b.strength - a.strength);
  const signals = readConfidence({ ...result, passages });
  return {
    signals,
    isElsewhere: question.kind === 'off-topic',
    vector: Object.values(signals),
    yes: question.answerable,
    weight: weightOf(question, withVectors),
  };
}

/**
 * Questions about other events are easy, and there are many of them here: they count for a part of those that this
 * event leaves open. Without vectors they count for more, since words tell them apart, and questions that share no word
 * with their answer for half, since words tell nothing of these.
 */
function weightOf(question: Question, withVectors: boolean): number {
  if (question.kind === 'off-topic') return withVectors ? 0.07 : 0.5;
  return question.overlap === 'none' && !withVectors ? 0.5 * shareOf(question) : shareOf(question);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
