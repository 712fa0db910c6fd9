import type { Article, Passage, Span, TopicDeclaration } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { tokenize } from '../language/tokens.ts';
import { conceptTerm } from '../search/analysis.ts';
import { mergeSpans, type Searcher } from '../search/search.ts';

/** A passage that belongs to a topic, and how surely. */
export interface TopicPassage {
  readonly passage: Passage;
  readonly score: number;
  readonly highlights: readonly Span[];
}

/** A topic's evidence as the index knows it. */
export interface TopicTerms {
  /** Term of a word, or of a concept → how well it shows that a passage belongs. */
  readonly terms: ReadonlyMap<string, number>;
  /** Phrases as sequences of terms, each to be found in one stretch. */
  readonly phrases: readonly (readonly string[])[];
}

/** The most passages that a topic is looked for in. */
const CANDIDATES = 2000;
const STRENGTH = { word: 0.6, figure: 0.8 } as const;
/** A passage about another time than the event's belongs this much less. */
const BACKGROUND_SHARE = 0.5;
/** Below this a passage does not belong. */
export const TOPIC_THRESHOLD = 0.5;

export function topicTerms(topic: TopicDeclaration, lexicon: Lexicon): TopicTerms {
  const terms = new Map<string, number>();
  const phrases: (readonly string[])[] = [];
  const raise = (term: string, strength: number) => terms.set(term, Math.max(strength, terms.get(term) ?? 0));
  for (const evidence of topic.evidence) {
    const concept = lexicon.concepts.get(evidence);
    if (concept) {
      raise(conceptTerm(evidence), 1);
      for (const [other, share] of concept.answeredBy) if (share >= 0.6) raise(conceptTerm(other), share);
      continue;
    }
    const words = tokenize(evidence).map((token) => token.term);
    if (words.length === 1 && words[0] !== undefined) raise(words[0], 1);
    else phrases.push(words);
  }
  return { terms, phrases };
}

/** Every passage that speaks of a topic, the surest first. */
export function passagesAbout(
  topic: TopicDeclaration,
  searcher: Searcher,
  accept?: (article: Article) => boolean,
): readonly TopicPassage[] {
  const { terms, phrases } = topicTerms(topic, searcher.analyzer.lexicon);
  const wanted = [...terms, ...phrases.flatMap((phrase) => phrase.map((term): [string, number] => [term, 0.3]))];
  return searcher
    .holding(
      wanted.map(([term, weight]) => ({ term, weight })),
      CANDIDATES,
      accept,
    )
    .map((passage) => judge(passage, topic, { terms, phrases }, searcher))
    .filter(({ score }) => score >= TOPIC_THRESHOLD)
    .sort((a, b) => b.score - a.score);
}

function judge(
  passage: Passage,
  topic: TopicDeclaration,
  { terms, phrases }: TopicTerms,
  searcher: Searcher,
): TopicPassage {
  const facts = searcher.facts(passage);
  const spans: Span[] = [];
  let doubt = 1;
  for (const [term, strength] of terms) {
    const found = facts.occurrences.get(term);
    if (!found) continue;
    doubt *= 1 - STRENGTH.word * strength;
    spans.push(...found.map((occurrence) => occurrence.span));
  }
  const sequence = facts.tokens.map((token) => token.term);
  for (const phrase of phrases) {
    const at = sequence.findIndex((_, start) => phrase.every((term, i) => sequence[start + i] === term));
    const first = facts.tokens[at];
    const last = facts.tokens[at + phrase.length - 1];
    if (!first || !last) continue;
    doubt *= 1 - STRENGTH.word;
    spans.push([first.start, last.end]);
  }
  if ((topic.figures ?? []).some((role) => facts.figureRoles.has(role))) doubt *= 1 - STRENGTH.figure;
  const share = facts.isBackground ? BACKGROUND_SHARE : 1;
  return { passage, score: (1 - doubt) * share, highlights: mergeSpans(spans) };
}
