import { splitSentences } from '../../src/corpus/sentences.ts';
import { extractFigures, type StatedFigure } from '../../src/language/figures.ts';

/** `role [qualifier] value[-max] [by speaker]`. */
export function asLine({ role, qualifier, value, max, attribution }: StatedFigure): string {
  return [
    role,
    ...(qualifier ? [qualifier] : []),
    max === undefined ? value : `${value}-${max}`,
    ...(attribution ? ['by', attribution] : []),
  ].join(' ');
}

/** A line for each figure of a text, in its order. */
export const readFigures = (text: string): readonly string[] =>
  extractFigures(text, splitSentences(text)).map(asLine);
