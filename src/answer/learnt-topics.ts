import fitted from './topic-weights.json' with { type: 'json' };

/**
 * What rules and a model count in the odds that a passage belongs to a topic, and the bias. Fitted by `npm run fit:topics`,
 * never by hand.
 */
export const TOPIC_WEIGHTS: { readonly rules: number; readonly model: number; readonly bias: number } =
  fitted;

/** Rules are never surer than these odds, in natural logarithms, that a passage belongs, or that it does not. */
const SUREST = { yes: 2.5, no: -1.25 } as const;

/** What tells whether a passage belongs: the odds by rules and by a model, in natural logarithms. */
export function topicSignals(byRules: number, odds: number): readonly [rules: number, model: number] {
  return [Math.max(SUREST.no, Math.min(SUREST.yes, Math.log(byRules / (1 - byRules)))), odds];
}

/**
 * How surely a passage belongs to a topic, between 0 and 1. From 0.5 on it is shown; where a model read the passage, that is
 * a chance of a third, since to miss one is as bad as to show two that do not belong.
 *
 * @param byRules between 0 and 1.
 * @param odds what a model tells, in natural logarithms; undefined where none read the passage.
 */
export function settleTopic(byRules: number, odds: number | undefined): number {
  if (odds === undefined) return byRules;
  const [rules, model] = topicSignals(byRules, odds);
  const { rules: ofRules, model: ofModel, bias } = TOPIC_WEIGHTS;
  return 1 / (1 + Math.exp(-(ofRules * rules + ofModel * model + bias)));
}
