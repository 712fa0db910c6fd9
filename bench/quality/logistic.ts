/** One case of a yes-or-no decision. */
export interface Case {
  readonly vector: readonly number[];
  readonly yes: boolean;
  /** How much it counts beside the others of its outcome. */
  readonly weight: number;
}

/**
 * Fits a logistic regression in which both outcomes count alike, with ridge regularisation, by Newton's method
 * (iteratively reweighted least squares).
 *
 * @param ridge strength of the regularisation of every weight but the bias.
 * @returns the weights, the bias last.
 */
export function fitLogistic(cases: readonly Case[], { ridge = 0.0005, steps = 30 } = {}): number[] {
  const size = (cases[0]?.vector.length ?? 0) + 1;
  const rows = cases.map((c) => ({ ...c, vector: [...c.vector, 1] }));
  const sum = (label: boolean) => cases.filter((c) => c.yes === label).reduce((all, c) => all + c.weight, 0);
  const [yes, no] = [sum(true), sum(false)];
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, k) => (k < size - 1 ? 2 * ridge * weight : 0));
    // A little on the whole diagonal keeps the equations solvable where a signal never varies.
    const hessian = gradient.map((_, i) => gradient.map((_, k) => (i === k ? 2 * ridge + 1e-9 : 0)));
    for (const { vector, yes: label, weight } of rows) {
      const share = (0.5 * weight) / (label ? yes : no);
      const p = 1 / (1 + Math.exp(-dot(weights, vector)));
      for (const [i, value] of vector.entries()) {
        gradient[i] = (gradient[i] ?? 0) + share * (p - (label ? 1 : 0)) * value;
        const line = hessian[i] ?? [];
        for (const [k, other] of vector.entries()) {
          line[k] = (line[k] ?? 0) + share * p * (1 - p) * value * other;
        }
      }
    }
    const move = solve(hessian, gradient);
    weights = weights.map((weight, k) => weight - (move[k] ?? 0));
    if (Math.max(...move.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

/** The solution of a system of linear equations whose matrix is positive definite, by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (const [i, pivot] of rows.entries()) {
    for (const [k, row] of rows.entries()) {
      if (k === i) continue;
      const factor = (row[i] ?? 0) / (pivot[i] || 1);
      for (let column = i; column <= size; column++) {
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
      }
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] || 1));
}

export function chance(weights: readonly number[], vector: readonly number[]): number {
  return 1 / (1 + Math.exp(-dot(weights, [...vector, 1])));
}

function dot(weights: readonly number[], vector: readonly number[]): number {
  return vector.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
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
