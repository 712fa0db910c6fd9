import type { Problem } from './model.ts';
import { describeProblem } from './problem.ts';

/** Raised where a data folder cannot be used: its `event.yaml` is wrong, or no article of it is usable. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  /** Everything found wrong, warnings included; never empty. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}
