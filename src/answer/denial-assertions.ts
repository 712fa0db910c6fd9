import type { FigureRole } from '../corpus/model.ts';
import { type Denial, factOf } from '../language/stance.ts';
import { type Comparison, LIGHT, placeBefore } from './denial-comparison.ts';
import { type Denied, degreeOf, SAME_CONCEPT, share } from './denial-match.ts';
import type { Sentence, Word } from './denial-sentences.ts';
import { isOfOtherYear } from './event-time.ts';

/** Share of the weight of what is denied that a sentence must hold to assert it. */
const ASSERTED_SHARE = 0.55;
/** Denials in other words than "denied" must be met more closely. */
const PLAIN_SHARE = 0.6;
/** What stands just before a denial in its article is most often what is denied. */
const ADJACENT_SHARE = 0.3;
/** So few words are denied that one noun among them tells what is meant. */
const FEW = 3;
/** Most passages shown against one denial. */
export const MOST_SIDES = 4;

/** What a denial is about, and who asserts it. */
export interface Assertions extends Denied {
  readonly about: string;
  /** Indexes of the places that assert what is denied, the closest first. */
  readonly sides: readonly number[];
}

/** The passages that assert what a denial says is not so. */
export function assertionsOf(denial: Denial, own: Sentence, comparison: Comparison): Assertions {
  const text = textOf(comparison, own);
  const behind = /\b(?:as|before|after|when|while|until|since|because)\b/.exec(
    text.slice(denial.span[0] - own.span[0], denial.span[1] - own.span[0]),
  );
  const end = behind ? denial.span[0] + behind.index : denial.span[1];
  const isInside = ({ start }: Word) => start >= denial.span[0] && start < end;
  const content = own.words.filter(isInside);
  const context = own.words.filter((word) => !isInside(word));
  const surroundings = (comparison.sentencesAt[own.at] ?? []).flatMap((other) =>
    other === own ? [] : other.words,
  );
  const denied = { content, context, surroundings };
  const isOther = (sentence: Sentence) =>
    isElsewhere(sentence, own, comparison) &&
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
        ACCUSING.test(textOf(comparison, sentence)) &&
        deniers.some(({ term }) => isSpokenOf(term, sentence, comparison)),
    );
    return { about: 'accusation', sides: sidesOf(accusing).slice(0, MOST_SIDES), ...denied };
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
    return { about: role, sides: sidesOf(reporting), ...denied };
  }
  const candidates = new Set(
    [...content, ...context].flatMap(({ term }) => comparison.index.get(term) ?? []).filter(isOther),
  );
  const adjacent = denial.isExplicit ? adjacentTo(own, denied, comparison) : [];
  const needed = denial.isExplicit ? ASSERTED_SHARE : PLAIN_SHARE;
  const scored = [...candidates]
    .map((sentence) => ({ sentence, score: share(denial, denied, sentence, comparison) }))
    .filter(({ score }) => score >= needed)
    .sort((a, b) => b.score - a.score);
  return {
    about: nameOf(content, comparison),
    sides: [...new Set([...adjacent, ...scored.map(({ sentence }) => sentence.at)])].slice(0, MOST_SIDES),
    ...denied,
  };
}

/**
 * The passage just before a denial in its article, where it holds some of what is denied, or the name of somebody who
 * denies it of himself: "Ms Roe's lawyer denied that she had known".
 */
function adjacentTo(own: Sentence, { content, context }: Denied, comparison: Comparison): readonly number[] {
  const { weight, lexicon, isName, isCommon } = comparison;
  const at = placeBefore(own.at, 1, comparison);
  const before = (at === undefined ? [] : (comparison.sentencesAt[at] ?? [])).filter(
    (sentence) => sentence.asserts && comparison.isOfEvent(sentence),
  );
  if (at === undefined || before.length === 0) return [];
  const degree = (word: Word) => Math.max(...before.map((sentence) => degreeOf(word, sentence, lexicon)));
  const sum = (words: readonly Word[]) => words.reduce((total, word) => total + weight(word), 0);
  const met = content.filter((word) => !LIGHT.test(word.term) && degree(word) >= SAME_CONCEPT);
  const isOfHimself =
    /\bden(?:y|ies|ied) (?:that )?(?:he|she|they|it)\b/.test(textOf(comparison, own)) &&
    context.some(({ term }) => isName(term) && before.some(({ terms }) => terms.has(term)));
  const isOfNoun =
    content.length <= FEW &&
    met.some(({ isVerb, term }) => !isVerb && !isCommon(term) && before.some(({ terms }) => terms.has(term)));
  return isOfHimself ||
    isOfNoun ||
    (met.some(({ isVerb }) => !isVerb) && sum(met) >= ADJACENT_SHARE * sum(content))
    ? [at]
    : [];
}

/** Whether a sentence, or the one before it in the passage, holds a name: "It accused them of …". */
function isSpokenOf(term: string, sentence: Sentence, { sentencesAt }: Comparison): boolean {
  const inPassage = sentencesAt[sentence.at] ?? [];
  const before = inPassage[inPassage.indexOf(sentence) - 1];
  return sentence.terms.has(term) || before?.terms.has(term) === true;
}

/** In another article, or before the denial in its own: what comes behind takes the denial up. */
function isElsewhere(sentence: Sentence, own: Sentence, { places }: Comparison): boolean {
  const [asserting, denying] = [places[sentence.at], places[own.at]];
  if (!asserting || !denying) return false;
  return asserting.article !== denying.article || asserting.passage.number < denying.passage.number;
}

const ACCUSING =
  /\b(?:accus\w+|blam\w+|behind|responsib\w+|ordered|arm(?:ed|ing)|back(?:ed|ing)|fund(?:ed|ing)|train(?:ed|ing)|direct(?:ed|ing)|orchestrat\w+|masterminded|involve[ds]?|involvement|implicat\w+|claimed|(?:bears?|bore|has|have|carr(?:y|ies|ied)) (?:all )?the (?:hallmarks?|handwriting|fingerprints|signature|stamp))\b/i;

/** Whether a sentence reports arrests, deaths and so on, in words or as a figure. */
function reports(role: FigureRole, sentence: Sentence, comparison: Comparison): boolean {
  if (factOf(textOf(comparison, sentence)) === role) return true;
  const place = comparison.places[sentence.at];
  if (!place) return false;
  return comparison
    .readFigures(place.article, place.passage)
    .some(
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

/** What is denied, by its rarest word, adverbs left out: its first concept, else the word. */
export function nameOf(content: readonly Word[], { weight }: Pick<Comparison, 'weight'>): string {
  const common = content.filter(
    ({ isCapital, word }) => !isCapital && !/(?<!fami|assemb|ral|supp|^al|anoma|monopo)ly$/.test(word),
  );
  const rarest = [...(common.length > 0 ? common : content)].sort((a, b) => weight(b) - weight(a))[0];
  return [...(rarest?.concepts() ?? [])][0] ?? rarest?.word ?? 'statement';
}
