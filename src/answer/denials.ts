import type { Corpus, FigureRole } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type Denial, factOf, readDenials } from '../language/stance.ts';
import type { Disagreement } from './answer.ts';
import { type Comparison, degreeOf, LIGHT, LIGHT_WEIGHT, RARE, share } from './denial-match.ts';
import { readSentences, type Sentence, type Word } from './denial-sentences.ts';
import { isOfOtherYear, otherEventSentences } from './event-time.ts';
import { figuresOfPassage } from './figures.ts';
import type { Place } from './place.ts';

/** Share of the weight of what is denied that a sentence must hold to assert it. */
const ASSERTED_SHARE = 0.55;
/** Denials in other words than "denied" must be met more closely. */
const PLAIN_SHARE = 0.6;
/** Most passages shown against one denial. */
const MOST_SIDES = 4;

/**
 * What one passage reports and another reports as denied: their sentences share the main nouns and the predicate, as
 * words or as concepts of the lexicon, and only one of them is negated. Rare words count most.
 */
export function findDenials(
  corpus: Corpus,
  places: readonly Place[],
  lexicon: Lexicon,
): readonly Disagreement[] {
  const denied = places.map(({ passage }) => readDenials(passage.text, passage.sentences));
  if (denied.every((denials) => denials.length === 0)) return [];
  const sentences = places.flatMap(({ passage }, at) => readSentences(passage, at, lexicon));
  const index = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    for (const term of sentence.terms) {
      const known = index.get(term);
      if (known) known.push(sentence);
      else index.set(term, [sentence]);
    }
  }
  const spread = new Map<string, Set<number>>();
  const names = new Set<string>();
  for (const { at, words, span } of sentences) {
    for (const { term, isCapital, start } of words) {
      const known = spread.get(term) ?? new Set<number>();
      spread.set(term, known.add(at));
      if (isCapital && start > span[0]) names.add(term);
    }
  }
  const spreadOf = (term: string) => spread.get(term)?.size ?? 0;
  const comparison: Comparison = {
    places,
    corpus,
    sentences,
    index,
    lexicon,
    weight: ({ term }) =>
      Math.log(1 + places.length / Math.max(1, spreadOf(term))) * (LIGHT.test(term) ? LIGHT_WEIGHT : 1),
    isRare: (term) => spreadOf(term) <= Math.max(RARE, places.length / 50),
    isName: (term) => names.has(term) && spreadOf(term) <= Math.max(4, places.length / 8),
    isOfEvent: ({ at, span }) => {
      const passage = places[at]?.passage;
      if (!passage) return false;
      return otherEventSentences(passage, corpus.event)[passage.sentences.indexOf(span)] !== true;
    },
  };
  return places.flatMap((place, at) => {
    const paired = new Set<number>();
    return (denied[at] ?? []).flatMap((denial) => {
      const own = sentences.find((sentence) => sentence.at === at && sentence.span === denial.sentence);
      if (!own || !comparison.isOfEvent(own)) return [];
      const { about, sides } = assertionsOf(denial, own, comparison);
      return sides
        .filter((side) => !paired.has(side) && paired.add(side))
        .flatMap((side): readonly Disagreement[] => {
          const asserting = places[side];
          return asserting ? [{ about, kind: 'denied', sides: [asserting, place] }] : [];
        });
    });
  });
}

function assertionsOf(
  denial: Denial,
  own: Sentence,
  comparison: Comparison,
): { readonly about: string; readonly sides: readonly number[] } {
  const text = textOf(comparison, own);
  const behind = /\b(?:as|before|after|when|while|until|since|because)\b/.exec(
    text.slice(denial.span[0] - own.span[0], denial.span[1] - own.span[0]),
  );
  const end = behind ? denial.span[0] + behind.index : denial.span[1];
  const isInside = ({ start }: Word) => start >= denial.span[0] && start < end;
  const content = own.words.filter(isInside);
  const context = own.words.filter((word) => !isInside(word));
  const isOther = (sentence: Sentence) =>
    comparison.places[sentence.at]?.article !== comparison.places[own.at]?.article &&
    sentence.asserts &&
    !isOfOtherYear(textOf(comparison, sentence), comparison.corpus.event);
  const sidesOf = (sentences: readonly Sentence[]) => [
    ...new Set(sentences.filter(comparison.isOfEvent).map(({ at }) => at)),
  ];
  if (denial.isOfPart) {
    const deniers = context.filter(({ term }) => comparison.isName(term));
    const accusing = comparison.sentences.filter(
      (sentence) =>
        isOther(sentence) &&
        deniers.some(({ term }) => sentence.terms.has(term)) &&
        ACCUSING.test(textOf(comparison, sentence)),
    );
    return { about: 'accusation', sides: sidesOf(accusing).slice(0, MOST_SIDES) };
  }
  const isOfNamed = content.some(({ term }) => comparison.isName(term));
  if (denial.role && (denial.isExplicit || isOfNamed)) {
    const { role } = denial;
    const reporting = comparison.sentences.filter(
      (sentence) =>
        isOther(sentence) &&
        reports(role, sentence, comparison) &&
        isSameFact(role, denial, content, context, sentence, comparison),
    );
    return { about: role, sides: sidesOf(reporting) };
  }
  const candidates = new Set(
    [...content, ...context].flatMap(({ term }) => comparison.index.get(term) ?? []).filter(isOther),
  );
  const needed = denial.isExplicit ? ASSERTED_SHARE : PLAIN_SHARE;
  const scored = [...candidates]
    .map((sentence) => ({ sentence, score: share(denial, content, context, sentence, comparison) }))
    .filter(({ score }) => score >= needed)
    .sort((a, b) => b.score - a.score);
  return {
    about: nameOf(content, comparison),
    sides: [...new Set(scored.map(({ sentence }) => sentence.at))].slice(0, MOST_SIDES),
  };
}

const ACCUSING =
  /\b(?:accus\w+|blam\w+|behind|responsib\w+|ordered|arm(?:ed|ing)|back(?:ed|ing)|fund(?:ed|ing)|train(?:ed|ing)|direct(?:ed|ing)|orchestrat\w+|masterminded|involve[ds]?|involvement|implicat\w+|claimed)\b/i;

/** Whether a sentence reports arrests, deaths and so on, in words or as a figure. */
function reports(role: FigureRole, sentence: Sentence, comparison: Comparison): boolean {
  if (factOf(textOf(comparison, sentence)) === role) return true;
  const place = comparison.places[sentence.at];
  if (!place) return false;
  return figuresOfPassage(place.article, place.passage, comparison.corpus.event).some(
    (figure) =>
      figure.role === role &&
      figure.value > 0 &&
      figure.span[0] >= sentence.span[0] &&
      figure.span[0] < sentence.span[1],
  );
}

/** Whether a sentence that reports deaths, arrests and so on speaks of the same people or place. */
function isSameFact(
  role: FigureRole,
  denial: Denial,
  content: readonly Word[],
  context: readonly Word[],
  sentence: Sentence,
  comparison: Comparison,
): boolean {
  if (denial.isOutright) return true;
  const nouns = content.filter(({ term }) => factOf(term) !== role && !ROLE_WORDS.test(term));
  const passage = comparison.sentences.filter(({ at }) => at === sentence.at);
  const isNamed = [...nouns, ...context].some(
    ({ term }) => comparison.isName(term) && passage.some(({ terms }) => terms.has(term)),
  );
  if (isNamed) return true;
  if (nouns.length === 0) return false;
  const total = nouns.reduce((sum, word) => sum + comparison.weight(word), 0);
  // The place or the people may stand in another sentence of the passage.
  const met = nouns.reduce(
    (sum, word) =>
      sum +
      comparison.weight(word) *
        Math.max(...passage.map((other) => degreeOf(word, other, comparison.lexicon))),
    0,
  );
  return met >= total / 2;
}

const ROLE_WORDS =
  /^(?:polic|offic|peopl|arrest|detain|custodi|round|hold|held|kill|injur|hostag|empti|evacu|\d+)$/;

const textOf = ({ places }: Comparison, { at, span }: Sentence) =>
  places[at]?.passage.text.slice(span[0], span[1]) ?? '';

/** What is denied, by its rarest word: its first concept, else the word. */
function nameOf(content: readonly Word[], { weight }: Comparison): string {
  const rarest = [...content].sort((a, b) => weight(b) - weight(a))[0];
  return [...(rarest?.concepts() ?? [])][0] ?? rarest?.term ?? 'statement';
}
