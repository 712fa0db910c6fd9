import type { Corpus } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { readDenials } from '../language/stance.ts';
import type { Disagreement } from './answer.ts';
import { assertionsOf } from './denial-assertions.ts';
import { assertionsBefore, assertionsOfThing } from './denial-before.ts';
import { type Chained, chain } from './denial-chains.ts';
import { compare } from './denial-comparison.ts';
import type { FigureReader } from './figures.ts';
import type { Place } from './place.ts';

/**
 * What one passage reports and another reports as denied: their sentences share the main nouns and the predicate, as
 * words or as concepts of the lexicon, and only one of them is negated. Rare words count most. "Police denied this"
 * denies what stands before it in the article, and what others report of that. What is asserted against one denial
 * stands against another one of the same thing, too.
 */
export function findDenials(
  corpus: Corpus,
  places: readonly Place[],
  lexicon: Lexicon,
  readFigures: FigureReader,
): readonly Disagreement[] {
  const denied = places.map(({ passage }) => readDenials(passage.text, passage.sentences));
  if (denied.every((denials) => denials.length === 0)) return [];
  const comparison = compare(corpus, places, lexicon, readFigures);
  const found: Chained[] = [];
  for (const [at, denials] of denied.entries()) {
    for (const denial of denials) {
      const own = comparison.sentencesAt[at]?.find(({ span }) => span === denial.sentence);
      if (!own || !comparison.isOfEvent(own)) continue;
      const read = { said: assertionsOf, before: assertionsBefore, thing: assertionsOfThing }[denial.of];
      found.push({ at, denial, ...read(denial, own, comparison) });
    }
  }
  const paired = new Set<string>();
  return chain(found, comparison).flatMap(({ at, about, sides }) =>
    sides.flatMap((side): readonly Disagreement[] => {
      const [asserting, denying] = [places[side], places[at]];
      const key = `${side} ${at}`;
      if (!asserting || !denying || paired.has(key) || side === at) return [];
      paired.add(key);
      return [{ about, kind: 'denied', sides: [asserting, denying] }];
    }),
  );
}
