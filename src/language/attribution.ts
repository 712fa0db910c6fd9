import type { Line } from './figure-line.ts';

/** Who gave a figure, by the index of its sentence and the piece where it stands. */
export type AttributionOf = (sentence: number, piece: number, isAct: boolean) => string | null;

export function attributions(_text: string, _lines: readonly Line[]): AttributionOf {
  return () => null;
}
