import type { Problem } from './model.ts';

/** A problem as people read it, and as editors make it clickable: `articles/x.md:3: what is wrong`. */
export function describeProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.message}`;
}

/** An error: what it is about is left out. */
export function errorAt(file: string, line: number, message: string): Problem {
  return { severity: 'error', file, line, message };
}

/** A warning: what it is about stays. */
export function warningAt(file: string, line: number, message: string): Problem {
  return { severity: 'warning', file, line, message };
}
