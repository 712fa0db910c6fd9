import type { Article, Passage } from '../corpus/model.ts';
import type { Readings } from '../search/readings.ts';
import fitted from './topic-weights.json' with { type: 'json' };

/** What a model tells of a passage and a topic: odds in natural logarithms. */
export interface TopicReading {
  /** That the passage belongs. */
  readonly own: number;
  /** That the one before it in its article does, and the one after it: what articles say of a topic stands together. */
  readonly before: number;
  readonly after: number;
  /** Those of the passages that belong most surely, on average: how much the articles say of the topic. */
  readonly surest: number;
}

export type TopicReadings = (article: Article, passage: Passage) => TopicReading | undefined;

/** What counts in the odds that a passage belongs: what rules tell, and a model's {@link TopicReading}. */
export type TopicSignals = Readonly<Record<'rules' | keyof TopicReading, number>>;

export const TOPIC_SIGNALS = [
  'rules',
  'own',
  'before',
  'after',
  'surest',
] as const satisfies readonly (keyof TopicSignals)[];

/** What each signal counts, and the bias. Fitted by `npm run fit:topics`, never by hand. */
export const TOPIC_WEIGHTS: TopicSignals & { readonly bias: number } = fitted;

/** Rules are never surer than these odds, in natural logarithms, that a passage belongs, or that it does not. */
const MOST_BY_RULES = { yes: 2.5, no: -1.25 } as const;
/** Odds of a neighbour that is not there: as of one that does not belong. */
const NO_NEIGHBOUR = -4;
/** So many passages tell how much the articles say of a topic. */
const HOW_MANY = 5;
/**
 * Odds below which it makes no difference how little they say: else the best of what does not belong would be shown where
 * nothing does. With it no more is shown than without `surest` of the topics that nobody labelled in an event.
 */
const LEAST_SUREST = 3;

/**
 * What a model tells of each passage of some articles and one topic: nothing of a passage that was not read, or where the
 * topic was not learnt.
 */
export function createTopicReadings(
  topic: string,
  articles: readonly Article[],
  { topic: oddsOf }: Pick<Readings, 'topic'>,
): TopicReadings {
  const all = articles.flatMap(({ passages }) => passages.flatMap((passage) => oddsOf(topic, passage) ?? []));
  const highest = all.sort((a, b) => b - a).slice(0, HOW_MANY);
  const mean = highest.reduce((sum, odds) => sum + odds, 0) / Math.max(1, highest.length);
  const surest = Math.max(LEAST_SUREST, mean);
  const beside = (passage: Passage | undefined) => (passage && oddsOf(topic, passage)) ?? NO_NEIGHBOUR;
  return ({ passages }, passage) => {
    const own = oddsOf(topic, passage);
    if (own === undefined) return undefined;
    const index = passage.number - 1;
    return { own, before: beside(passages[index - 1]), after: beside(passages[index + 1]), surest };
  };
}

/** @param byRules between 0 and 1. */
export function topicSignals(byRules: number, reading: TopicReading): TopicSignals {
  const rules = Math.max(MOST_BY_RULES.no, Math.min(MOST_BY_RULES.yes, Math.log(byRules / (1 - byRules))));
  return { rules, ...reading };
}

/**
 * How surely a passage belongs to a topic, between 0 and 1. From 0.5 on it is shown; where a model read the passage, that is
 * a chance of a third, since to miss one is as bad as to show two that do not belong.
 *
 * @param byRules between 0 and 1.
 * @param reading undefined where no model read the passage.
 */
export function settleTopic(byRules: number, reading: TopicReading | undefined): number {
  if (reading === undefined) return byRules;
  const signals = topicSignals(byRules, reading);
  const odds = TOPIC_SIGNALS.reduce(
    (sum, name) => sum + TOPIC_WEIGHTS[name] * signals[name],
    TOPIC_WEIGHTS.bias,
  );
  return 1 / (1 + Math.exp(-odds));
}
