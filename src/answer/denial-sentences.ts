import type { Passage, Span } from '../corpus/model.ts';
import { verbForm } from '../language/figure-verbs.ts';
import { verbBase } from '../language/irregular-verbs.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { stem, type Token, tokenize } from '../language/tokens.ts';

/** A content word of a sentence with the concepts that it stands for. */
export interface Word {
  readonly term: string;
  /** As written, in lower case. */
  readonly word: string;
  /** Read when they are asked for: most sentences are never compared. */
  readonly concepts: () => ReadonlySet<string>;
  /** Written with a capital. */
  readonly isCapital: boolean;
  /** A form that is a verb or may be one. */
  readonly isVerb: boolean;
  readonly start: number;
}

/** A sentence with what it can be compared by. */
export interface Sentence {
  /** Index of its place. */
  readonly at: number;
  readonly span: Span;
  readonly words: readonly Word[];
  readonly terms: ReadonlySet<string>;
  /** Read when they are asked for: most sentences are never compared. */
  readonly concepts: () => ReadonlySet<string>;
  /** It asserts something: nothing in it is denied or doubted. */
  readonly asserts: boolean;
}

/** Words of speaking and of denying, which are no part of what is denied. */
const SPEECH = new Set(
  'say said report claim call tell told statement reject deni dismiss rumour suggest alleg accus accusation media untru fals part ani whatev whatsoev kind anyth anyon anybodi never late'.split(
    ' ',
  ),
);
/** Words that negate, in a pattern's form; "it had never before claimed one" denies nothing of what it claims now. */
export const NEGATION =
  "no|not|never(?! before\\b)|nobody|none|nothing|neither|nor|\\w+n['’]t|den(?:y|ies|ied|ying)|untrue|nonsense|baseless";
const NEGATIVE = new RegExp(
  `\\b(?:${NEGATION}|rejected|dismissed|false|so-called|(?:is|are|was|were|been|remain(?:s|ed)?) unconfirmed)\\b`,
  'i',
);
/** What is asked or supposed. */
const CONDITION = /\b(?:if|whether)\b|\?/i;
const read = new WeakMap<Passage, readonly Omit<Sentence, 'at'>[]>();

/** The sentences of a passage, remembered for each passage. */
export function readSentences(passage: Passage, at: number, lexicon: Lexicon): readonly Sentence[] {
  let known = read.get(passage);
  if (!known) {
    known = passage.sentences.map((span) => readSentence(passage, span, lexicon));
    read.set(passage, known);
  }
  return known.map((sentence) => ({ ...sentence, at }));
}

function readSentence(passage: Passage, span: Span, lexicon: Lexicon): Omit<Sentence, 'at'> {
  const text = passage.text.slice(span[0], span[1]);
  // "It accused them, but would not say why" accuses.
  const main = text.replace(/, (?:but|though|although) .*$/, '');
  const tokens = tokenize(text);
  let read: readonly ReadonlySet<string>[] | undefined;
  const concepts = () => {
    read ??= conceptsOf(tokens, lexicon);
    return read;
  };
  const words = tokens.flatMap((token, index) =>
    isContent(token)
      ? [
          {
            term: verbBase(token.word) === token.word ? token.term : stem(verbBase(token.word)),
            word: token.word,
            concepts: () => concepts()[index] ?? NO_CONCEPTS,
            isCapital: token.capital,
            isVerb: verbForm(token.word) !== undefined,
            start: span[0] + token.start,
          },
        ]
      : [],
  );
  let all: ReadonlySet<string> | undefined;
  return {
    span,
    words,
    terms: new Set(words.map(({ term }) => term)),
    concepts: () => {
      all ??= new Set(words.flatMap((word) => [...word.concepts()]));
      return all;
    },
    asserts: !NEGATIVE.test(main) && !CONDITION.test(main),
  };
}

const NO_CONCEPTS: ReadonlySet<string> = new Set();

/** The concepts of each word. */
function conceptsOf(tokens: readonly Token[], lexicon: Lexicon): readonly ReadonlySet<string>[] {
  const concepts: Set<string>[] = tokens.map(() => new Set());
  for (const { concept, from, to } of lexicon.inText(tokens)) {
    for (let index = from; index < to; index++) concepts[index]?.add(concept);
  }
  return concepts;
}

const isContent = ({ stop, term, word }: Token) =>
  !stop && !SPEECH.has(term) && (word.length > 2 || /\d/.test(word));
