import type { FigureRole, Span } from '../corpus/model.ts';
import { attributions, type Given } from './attribution.ts';
import { type Line, type Prose, readLine } from './figure-line.ts';
import { readNumbers } from './figure-numbers.ts';
import { type RoleContext, readRoles } from './figure-roles.ts';

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
  /**
   * Not the whole of what there is to count: a part ("including two children", "three of the captives", "two more",
   * one rescue of several), or an earlier state ("up from four").
   */
  readonly isPart: boolean;
}

const MAY_COUNT =
  /\d|\b(?:no|not|none|score|couple|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|hundred|thousand|million)\b/i;

/**
 * The figures that a passage states: how many people were killed, injured, arrested and so on, as far as rules over
 * its words can tell. It reads English news prose, a sentence at a time; what a number counts must stand in the
 * sentence or be taken up from the one before ("The true number is two"). Ages, dates, money, shares, distances and
 * counts of things are no figures, nor is what is denied, feared or possible.
 *
 * @param preceding the passages of the article before this one, for whom its pronouns stand for and what it takes up
 */
export function extractFigures(
  text: string,
  sentences: readonly Span[],
  preceding: readonly Prose[] = [],
): readonly StatedFigure[] {
  if (!MAY_COUNT.test(text)) return [];
  const lines: Line[] = [];
  const found: (Omit<StatedFigure, 'attribution'> & Given)[] = [];
  const context: RoleContext = {
    last: undefined,
    lastBefore: () => {
      const passage = preceding.at(-1);
      return passage && extractFigures(passage.text, passage.sentences).at(-1)?.role;
    },
  };
  for (const [sentence, span] of sentences.entries()) {
    const line = readLine(text, span);
    lines.push(line);
    if (!MAY_COUNT.test(line.text)) {
      continue;
    }
    for (const { mention, role, qualifier, isPart, isAct, isTakenUp } of readRoles(
      line,
      readNumbers(line),
      context,
    )) {
      const start = line.pieces[mention.from]?.start ?? span[0];
      const end = line.pieces[mention.to - 1]?.end ?? span[1];
      found.push({
        role,
        value: mention.value,
        ...(mention.max !== undefined && { max: mention.max }),
        qualifier: mention.qualifier ?? qualifier ?? null,
        span: [start, end],
        isPart,
        sentence,
        piece: mention.first,
        isAct,
        isTakenUp,
      });
    }
  }
  if (found.length === 0) return [];
  const attributionOf = attributions(
    text,
    lines,
    (sentence) => found.some((figure) => figure.sentence === sentence),
    preceding,
  );
  return withoutRepeatedNone(
    found.map(({ sentence, piece, isAct, isTakenUp, ...figure }) => ({
      ...figure,
      attribution: attributionOf({ sentence, piece, role: figure.role, isAct, isTakenUp }),
    })),
  );
}

/** "No one was arrested. 'There are no arrests,' police said": one figure, in the words of whoever gave it. */
function withoutRepeatedNone(figures: readonly StatedFigure[]): readonly StatedFigure[] {
  return figures.filter(
    (figure, index) =>
      figure.value > 0 ||
      !figures.some(
        (other, at) =>
          at !== index &&
          other.role === figure.role &&
          other.value === 0 &&
          (figure.attribution === null
            ? other.attribution !== null || at < index
            : other.attribution === figure.attribution && at < index),
      ),
  );
}
