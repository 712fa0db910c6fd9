import { WERE_THERE } from '../language/roles.ts';
import type { Denial } from '../language/stance.ts';
import type { Assertions } from './denial-assertions.ts';
import { MOST_SIDES, nameOf } from './denial-assertions.ts';
import { type Comparison, LIGHT, placeBefore } from './denial-comparison.ts';
import { degreeOf } from './denial-match.ts';
import type { Sentence, Word } from './denial-sentences.ts';
import { isOfOneThing } from './figure-measures.ts';
import { differenceOf } from './figure-ranges.ts';
import type { EventFigure } from './figures.ts';

/** Share of the lesser of two sentences, by weight, that both must hold to say the same. */
const SAME = 0.6;
/** Words that both must hold, so that two short sentences are not the same for one word. */
const LEAST_SHARED = 3;
/** A denial of how many were there is no matter of the hour. */
const SETTLED = WERE_THERE;
/** Passages before a denial in which the thing that it brands may have been brought in. */
const REACH = 3;
const NONE = { about: 'statement', sides: [], content: [], context: [], surroundings: [] } as const;

/** "Police denied this": the passage before, and others that say what it says. */
export function assertionsBefore(_: Denial, own: Sentence, comparison: Comparison): Assertions {
  const inPassage = comparison.sentencesAt[own.at] ?? [];
  const position = inPassage.indexOf(own);
  const isFirst = position === 0;
  const at = isFirst ? placeBefore(own.at, 1, comparison) : own.at;
  if (at === undefined) return NONE;
  const denied = isFirst ? (comparison.sentencesAt[at] ?? []) : inPassage.slice(position - 1, position);
  if (!denied.some(comparison.isOfEvent) || (isFirst && isCountedAnew(at, own.at, comparison))) return NONE;
  const others = [
    ...(isFirst ? sameCounts(at, own, comparison) : []),
    ...sayingTheSame(denied, own, comparison),
  ].filter((other) => other !== own.at && other !== at);
  // What follows the denial is what the denier says instead.
  const content = inPassage.slice(position + 1).flatMap(({ words }) => words);
  return {
    about: nameOf(denied[0]?.words ?? [], comparison),
    sides: [...new Set([...(isFirst ? [at] : []), ...others])].slice(0, MOST_SIDES),
    content,
    context: own.words,
    surroundings: content,
  };
}

/** "Called the memo a forgery": the passages before, from where it is brought in, and one that calls it genuine. */
export function assertionsOfThing(denial: Denial, own: Sentence, comparison: Comparison): Assertions {
  const content = own.words.filter(({ start }) => start >= denial.span[0] && start < denial.span[1]);
  const context = own.words.filter((word) => !content.includes(word));
  const before = Array.from({ length: REACH }, (_, back) => placeBefore(own.at, back + 1, comparison));
  const first = before.findLastIndex(
    (at) =>
      at !== undefined &&
      content.some(
        ({ term }) => !LIGHT.test(term) && comparison.sentencesAt[at]?.some(({ terms }) => terms.has(term)),
      ),
  );
  const behind = placeBefore(own.at, -1, comparison);
  const isUpheld = behind !== undefined && GENUINE.test(comparison.places[behind]?.passage.text ?? '');
  const sides = [...before.slice(0, first + 1), ...(isUpheld ? [behind] : [])];
  return {
    about: nameOf(content, comparison),
    sides: sides.flatMap((at) => at ?? []),
    content,
    context,
    surroundings: [],
  };
}

const GENUINE = /\b(?:genuine|authentic|the real thing|not (?:been )?(?:faked|forged))\b/i;

const figuresAt = (at: number, { places, readFigures }: Comparison): readonly EventFigure[] => {
  const place = places[at];
  return place ? readFigures(place.article, place.passage).filter(({ value }) => value > 0) : [];
};

/** "The union contradicted him: there were four." Two counts that differ are no denial beside. */
function isCountedAnew(at: number, denying: number, comparison: Comparison): boolean {
  return figuresAt(denying, comparison).some((figure) =>
    figuresAt(at, comparison).some(({ role, value }) => role === figure.role && value !== figure.value),
  );
}

/** Who else gives a count that the denied one leaves open, where nothing else is said in its sentence. */
function sameCounts(at: number, own: Sentence, comparison: Comparison): readonly number[] {
  const counted = figuresAt(at, comparison).filter(
    ({ role, isPart, passage, span }) =>
      SETTLED.has(role) && !isPart && !/^[^.]*\band\b/.test(passage.text.slice(span[1])),
  );
  if (counted.length === 0) return [];
  return comparison.places.flatMap((_, other) =>
    other !== own.at &&
    figuresAt(other, comparison).some((figure) =>
      counted.some(
        (denied) =>
          figure.role === denied.role &&
          !figure.isPart &&
          differenceOf(figure, denied) !== 'incompatible' &&
          isOfOneThing(figure.role, figure, denied),
      ),
    )
      ? [other]
      : [],
  );
}

/** The places of sentences that say what others say. */
function sayingTheSame(said: readonly Sentence[], own: Sentence, comparison: Comparison): readonly number[] {
  const { weight, lexicon, isRare } = comparison;
  const total = (words: readonly Word[]) => words.reduce((sum, word) => sum + weight(word), 0);
  const whole = {
    words: said.flatMap(({ words }) => words),
    terms: new Set(said.flatMap(({ terms }) => [...terms])),
    concepts: () => new Set(said.flatMap((sentence) => [...sentence.concepts()])),
  };
  const candidates = new Set(whole.words.flatMap(({ term }) => comparison.index.get(term) ?? []));
  return [...candidates].flatMap((other) => {
    if (said.some(({ at }) => at === other.at) || other.at === own.at) return [];
    if (!other.asserts || !comparison.isOfEvent(other)) return [];
    return [whole, ...said].some((sentence) => {
      const [less, more] = total(other.words) < total(sentence.words) ? [other, sentence] : [sentence, other];
      const met = less.words.filter((word) => !LIGHT.test(word.term) && degreeOf(word, more, lexicon) > 0);
      const shared = met.reduce((sum, word) => sum + weight(word) * degreeOf(word, more, lexicon), 0);
      return (
        met.length >= LEAST_SHARED &&
        // A name and a title are shared by all that one person says.
        met.filter(({ isCapital }) => !isCapital).length >= 2 &&
        met.some(({ term }) => isRare(term)) &&
        shared >= SAME * total(less.words)
      );
    })
      ? [other.at]
      : [];
  });
}
