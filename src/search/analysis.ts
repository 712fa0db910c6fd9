import type { Span } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { PhraseTrie } from '../language/phrase-trie.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { WordVectors } from '../language/word-vectors.ts';

/** A stretch of a text that stands for a term: a word's stem, a name (`@…`) or a concept (`~…`). */
export interface Occurrence {
  readonly term: string;
  readonly span: Span;
  /** Index of the first token, and one past the last. */
  readonly from: number;
  readonly to: number;
}

export interface Analysed {
  readonly tokens: readonly Token[];
  readonly occurrences: readonly Occurrence[];
}

/** The one way from a text to terms, for passages and questions alike. */
export interface Analyzer {
  readonly passage: (text: string) => Analysed;
  /** As `passage`, with the words that occur in questions alone. */
  readonly question: (text: string) => Analysed;
  readonly lexicon: Lexicon;
  readonly vectors: WordVectors;
}

/** Terms of names: told apart from words, which never begin with `@`. No term holds a space. */
export const nameTerm = (canonical: string): string => `@${canonical.toLowerCase().replaceAll(/\s+/g, '_')}`;
/** Terms of concepts: told apart from words, which never begin with `~`. */
export const conceptTerm = (concept: string): string => `~${concept}`;

/**
 * Analysis for one event: stems without function words, the event's names under all their aliases, and the
 * concepts of the lexicon.
 */
export function createAnalyzer(
  lexicon: Lexicon,
  vectors: WordVectors,
  aliases: ReadonlyMap<string, readonly string[]>,
): Analyzer {
  const names = new PhraseTrie<string>();
  for (const [canonical, others] of aliases) {
    for (const name of [canonical, ...others]) {
      names.add(
        tokenize(name).map((token) => token.term),
        nameTerm(canonical),
      );
    }
  }
  const analyse = (text: string, conceptsIn: Lexicon['inText']): Analysed => {
    const tokens = tokenize(text);
    const spanOf = (from: number, to: number): Span => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    const words = tokens.flatMap((token, index) =>
      token.stop
        ? []
        : [{ term: token.term, span: [token.start, token.end] as const, from: index, to: index + 1 }],
    );
    const named = longest(names.matches(tokens.map((token) => token.term)))
      .filter(({ from, to }) => to - from > 1 || tokens[from]?.stop === false)
      .map(({ from, to, value }) => ({ term: value, span: spanOf(from, to), from, to }));
    const concepts = conceptsIn(tokens).map(({ from, to, concept }) => ({
      term: conceptTerm(concept),
      span: spanOf(from, to),
      from,
      to,
    }));
    return { tokens, occurrences: [...words, ...named, ...concepts] };
  };
  return {
    passage: (text) => analyse(text, lexicon.inText),
    question: (text) => analyse(text, lexicon.inQuestion),
    lexicon,
    vectors,
  };
}

/** Of matches that overlap, the longest. */
function longest<Match extends { readonly from: number; readonly to: number }>(
  matches: readonly Match[],
): readonly Match[] {
  return matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          other !== match &&
          other.from <= match.from &&
          other.to >= match.to &&
          other.to - other.from > match.to - match.from,
      ),
  );
}
