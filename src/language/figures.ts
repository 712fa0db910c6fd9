import type { FigureRole, Span } from '../corpus/model.ts';

export type StatedQualifier = 'about' | 'at least' | 'at most' | 'more than' | 'fewer than' | 'nearly';

/** A number that a text states, with what it counts. */
export interface StatedFigure {
  readonly role: FigureRole;
  readonly value: number;
  /** The upper end, for a range alone. */
  readonly max?: number;
  readonly qualifier: StatedQualifier | null;
  /** Who gave it, in the text's words. */
  readonly attribution: string | null;
  /** The number's place in the text. */
  readonly span: Span;
}

/** The figures that a passage states. */
export function extractFigures(_text: string, _sentences: readonly Span[]): readonly StatedFigure[] {
  return [];
}
