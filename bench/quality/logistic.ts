/** One case of a yes-or-no decision. */
export interface Case {
  readonly vector: readonly number[];
  readonly yes: boolean;
  /** How much it counts beside the others of its outcome. */
  readonly weight: number;
}

/**
 * Fits a logistic regression in which both outcomes count alike, with ridge regularisation, by gradient descent.
 *
 * @returns the weights, the bias last.
 */
export function fitLogistic(
  cases: readonly Case[],
  { ridge = 0.0005, steps = 4000, rate = 1 } = {},
): number[] {
  const size = cases[0]?.vector.length ?? 0;
  const weights = new Array<number>(size + 1).fill(0);
  const sum = (label: boolean) => cases.filter((c) => c.yes === label).reduce((all, c) => all + c.weight, 0);
  const [yes, no] = [sum(true), sum(false)];
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, k) => (k < size ? 2 * ridge * weight : 0));
    for (const { vector, yes: label, weight } of cases) {
      const share = (0.5 * weight) / (label ? yes : no);
      const error = (chance(weights, vector) - (label ? 1 : 0)) * share;
      for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + error * (vector[k] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (let k = 0; k <= size; k++) weights[k] = (weights[k] ?? 0) - rate * (gradient[k] ?? 0);
  }
  return weights;
}

export function chance(weights: readonly number[], vector: readonly number[]): number {
  let sum = weights[vector.length] ?? 0;
  for (let k = 0; k < vector.length; k++) sum += (weights[k] ?? 0) * (vector[k] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The mean of the shares of both outcomes that are told rightly at a threshold. */
export function balancedAccuracy(
  cases: readonly Case[],
  weights: readonly number[],
  threshold: number,
): number {
  const rate = (yes: boolean) => {
    const some = cases.filter((c) => c.yes === yes);
    return (
      some.filter((c) => chance(weights, c.vector) >= threshold === yes).length / Math.max(1, some.length)
    );
  };
  return (rate(true) + rate(false)) / 2;
}
