import type { FigureRole, Span } from '../corpus/model.ts';
import { attributions, type Given } from './attribution.ts';
import { MISCOUNTED } from './figure-doubts.ts';
import { from, type Line, type Prose, readLine } from './figure-line.ts';
import { readHead } from './figure-nouns.ts';
import { type NumberMention, readNumbers } from './figure-numbers.ts';
import { settleRoles, settleSpeaker } from './figure-readings.ts';
import { type RoleContext, readRoles } from './figure-roles.ts';
import type { NumberReading } from './number-reading.ts';

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
  /** It is of another event than the one reported, as far as a model could tell. */
  readonly isOfOther: boolean;
}

/** Numbers, in digits or words, and words for none. */
export const MAY_COUNT =
  /\d|\b(?:no|not|none|score|couple|nobody|lone|sole|solitary|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|hundred|thousand|million)\b/i;

/**
 * Above this chance a figure is of another event. A passage by itself seldom tells its event ("22 died on 14 October"): of
 * the labelled figures of `TUNED` and `READ` in bench/quality/events.ts all 70 above this are of another event, and of those
 * between 0.5 and this 6 of 11, which the rules of `otherEventSentences` tell as well.
 */
const SURELY_OTHER = 0.95;

/** Two roles in one number, of which a model would tell one: "killed and injured together number 50". */
const COUNTED_TOGETHER =
  /\b(?:killed|dead|deaths|missing) (?:and|or) (?:the )?(?:injured|wounded|hurt|injuries|missing|killed)\b[^.;]{0,30}\b(?:together|combined|in all|altogether)\b/i;

/**
 * The figures that a passage states: how many people were killed, injured, arrested and so on, as far as rules over
 * its words can tell. It reads English news prose, a sentence at a time; what a number counts must stand in the
 * sentence or be taken up from the one before ("The true number is two"). Ages, dates, money, shares, distances and
 * counts of things are no figures, nor is what is denied, feared or possible.
 *
 * @param preceding the passages of the article before this one, for whom its pronouns stand for and what it takes up
 * @param readings what a model read of the numbers; it overrules the rules where it is sure
 */
export function extractFigures(
  text: string,
  sentences: readonly Span[],
  preceding: readonly Prose[] = [],
  readings: readonly NumberReading[] = [],
): readonly StatedFigure[] {
  if (!MAY_COUNT.test(text)) return [];
  const readingAt = new Map(readings.map((reading) => [reading.at, reading]));
  const lines: Line[] = [];
  let before: { readonly role: FigureRole | undefined } | undefined;
  const found: (Omit<StatedFigure, 'attribution'> &
    Given & { readonly reading: NumberReading | undefined })[] = [];
  const context: RoleContext = {
    last: undefined,
    before: '',
    lastBefore: () => {
      const passage = preceding.at(-1);
      if (passage && !before) before = { role: extractFigures(passage.text, passage.sentences).at(-1)?.role };
      return before?.role;
    },
  };
  for (const [sentence, span] of sentences.entries()) {
    const line = readLine(text, span);
    lines.push(line);
    if (!MAY_COUNT.test(line.text)) {
      continue;
    }
    const mentions = readNumbers(line);
    context.before = text.slice(0, span[0]);
    const isJoint = COUNTED_TOGETHER.test(line.text);
    const readingOf = ({ first, to }: NumberMention) =>
      isJoint || MISCOUNTED.test(from(line, readHead(line, to).to))
        ? undefined
        : readingAt.get(startOf(line, first));
    const byRules = readRoles(line, mentions, context);
    const told = settleRoles(line, mentions, byRules, readingOf);
    const last = told.at(-1);
    if (last && last !== byRules.at(-1)) context.last = { role: last.role, value: last.mention.value };
    for (const { mention, role, qualifier, isPart, isAct, isTakenUp } of told) {
      const start = line.pieces[mention.from]?.start ?? span[0];
      const end = line.pieces[mention.to - 1]?.end ?? span[1];
      found.push({
        role,
        value: mention.value,
        ...(mention.max !== undefined && { max: mention.max }),
        qualifier: mention.qualifier ?? qualifier ?? null,
        span: [start, end],
        isPart,
        isOfOther: (readingOf(mention)?.other ?? 0) > SURELY_OTHER,
        reading: readingAt.get(startOf(line, mention.first)),
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
  const figures = found.map(({ span }) => span);
  return withoutRepeatedNone(
    found.map(({ sentence, piece, isAct, isTakenUp, reading, ...figure }) => ({
      ...figure,
      attribution: settleSpeaker(
        { text, sentences, figures },
        attributionOf({ sentence, piece, role: figure.role, isAct, isTakenUp }),
        reading,
      ),
    })),
  );
}

/** Where the numbers of a text begin that may count something, for a model to read them. */
export function numbersIn(text: string, sentences: readonly Span[]): readonly number[] {
  if (!MAY_COUNT.test(text)) return [];
  return sentences.flatMap((span) => {
    const line = readLine(text, span);
    return readNumbers(line).map(({ first }) => startOf(line, first));
  });
}

function startOf(line: Line, piece: number): number {
  return line.pieces[piece]?.start ?? 0;
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
