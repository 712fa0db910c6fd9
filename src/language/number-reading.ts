import type { FigureRole, Span } from '../corpus/model.ts';

/** What a model read of a number in a text. Chances are between 0 and 1. */
export interface NumberReading {
  /** Where the number begins. */
  readonly at: number;
  /** The chance of each role; what they lack to 1 is the chance that it counts nothing of the kind. */
  readonly roles: Readonly<Record<FigureRole, number>>;
  /** The chance that it counts a part of what another number counts. */
  readonly part: number;
  /** The chance that it is of another event than the one reported. */
  readonly other: number;
  /** Who gave it: where that stands, or null for the writer; and the chance of that. */
  readonly speaker: { readonly span: Span | null; readonly chance: number };
}
