import type { EventInfo, FigureRole, Passage, Span, TopicDeclaration } from '../corpus/model.ts';
import { extractFigures } from '../language/figures.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { NumberReading } from '../language/number-reading.ts';
import { PhraseTrie } from '../language/phrase-trie.ts';
import { tokenize } from '../language/tokens.ts';
import { conceptTerm } from '../search/analysis.ts';
import type { PassageFacts } from '../search/facts.ts';
import type { WeightedTerm } from '../search/passage-index.ts';
import { findSign, type Sign, signOf } from './topic-signs.ts';
import { type SentenceTime, sentenceTimes } from './topic-time.ts';

/** How well each kind of evidence shows, alone, that a sentence speaks of a topic. */
const STRENGTH = {
  sure: 0.9,
  figure: 0.85,
  together: 0.75,
  evidence: 0.65,
  apart: 0.52,
  hint: 0.35,
} as const;
/** What evidence in a sentence about another time is worth to a topic about this event. */
const OTHER_TIME_SHARE = 0.1;
/** The most sentences of a passage that is read as one piece. */
const MOST_APART = 4;
/** Characters between things that a sentence says of each other; farther off they count as apart. */
const NEAR = 70;
/** What the statement that nobody was … is worth. */
const NONE_SHARE = 0.75;

/** Words by which the index finds the passages that may state a figure of a role. */
const COUNTED: Readonly<Record<FigureRole, readonly string[]>> = {
  killed: [
    'killed',
    'died',
    'dead',
    'deaths',
    'dying',
    'lives',
    'toll',
    'fatalities',
    'bodies',
    'perished',
    'drowned',
    'survive',
    'murdered',
    'shot',
  ],
  injured: [
    'injured',
    'injuries',
    'wounded',
    'wounds',
    'hurt',
    'treated',
    'casualties',
    'hospital',
    'burned',
  ],
  missing: ['missing', 'unaccounted', 'trace', 'disappeared'],
  rescued: ['rescued', 'saved', 'safety', 'pulled', 'plucked', 'winched', 'alive', 'survivors'],
  aboard: ['aboard', 'board', 'carrying', 'carried'],
  passengers: ['passengers', 'travellers'],
  crew: ['crew', 'sailors'],
  attackers: ['attackers', 'gunmen', 'assailants', 'raiders', 'bombers', 'militants', 'men'],
  hostages: ['hostages', 'captives', 'hostage', 'captive', 'held'],
  arrested: ['arrested', 'arrests', 'arrest', 'detained', 'custody', 'detentions'],
  evacuated: ['evacuated', 'evacuees', 'moved', 'displaced', 'homes'],
};

/** A sign that needs the event's date: the sentence speaks of another time. */
export const EARLIER_TIME = '#earlier-time';
/** A sign of the article: it is a piece of opinion. */
export const COLUMN = '#column';

/** What a sentence holds: the entry of a declaration → where it stands. */
type Held = ReadonlyMap<string, readonly Span[]>;

/** How strongly a passage speaks of a topic, and by which of its words. */
export interface Verdict {
  /** Between 0 and 1. */
  readonly score: number;
  readonly highlights: readonly Span[];
  /** It reports of another time only, which is no matter of the topic. */
  readonly isOtherTime: boolean;
}

/** A topic's declaration made ready for reading passages. */
export interface TopicReader {
  /** What the index is asked for. */
  readonly terms: readonly WeightedTerm[];
  /** Signs that suffice alone, which the index does not know. */
  readonly signs: readonly Sign[];
  /**
   * @param isColumn the article is a piece of opinion.
   * @param numbers what a model read of the passage's numbers.
   */
  readonly judge: (facts: PassageFacts, isColumn: boolean, numbers?: readonly NumberReading[]) => Verdict;
}

/** Makes a declaration ready: its words become stems, its concepts those words that name them, not their kinds. */
export function readTopic(topic: TopicDeclaration, lexicon: Lexicon, event: EventInfo): TopicReader {
  const {
    sure = [],
    evidence,
    hints = [],
    together = [],
    unless = [],
    figures = [],
    about = 'this-event',
  } = topic;
  const entries = new Set([...sure, ...evidence, ...hints, ...unless, ...together.flat(2)]);
  const concepts = new Map<string, readonly string[]>();
  const signs = new Map<string, Sign>();
  const readsTime = entries.has(EARLIER_TIME);
  const phrases = new PhraseTrie<string>();
  for (const entry of entries) {
    const sign = signOf(entry);
    const concept = lexicon.concepts.get(entry);
    if (entry === EARLIER_TIME || entry === COLUMN) continue;
    if (sign) signs.set(entry, sign);
    else if (concept) {
      concepts.set(entry, [conceptTerm(entry)]);
    } else {
      phrases.add(
        tokenize(entry).map((token) => token.term),
        entry,
      );
    }
  }

  const hold = (facts: PassageFacts, times: readonly SentenceTime[], isColumn: boolean): readonly Held[] => {
    const { passage, tokens, occurrences } = facts;
    const sentences = passage.sentences.map(() => new Map<string, Span[]>());
    const put = (entry: string, span: Span) => {
      const at = passage.sentences.findIndex(([start, end]) => span[0] >= start && span[0] < end);
      const held = sentences[at];
      if (held) held.set(entry, [...(held.get(entry) ?? []), span]);
    };
    for (const { from, to, value } of phrases.matches(tokens.map((token) => token.term))) {
      put(value, [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]);
    }
    for (const [entry, terms] of concepts) {
      for (const term of terms) for (const { span } of occurrences.get(term) ?? []) put(entry, span);
    }
    for (const [index, [start, end]] of passage.sentences.entries()) {
      const text = passage.text.slice(start, end);
      for (const [entry, sign] of signs) {
        const spans = findSign(sign, text).map(([from, to]): Span => [start + from, start + to]);
        if (spans.length > 0) sentences[index]?.set(entry, spans);
      }
    }
    for (const [index, held] of sentences.entries()) {
      const earlier = times[index]?.earlier ?? [];
      if (readsTime && earlier.length > 0) held.set(EARLIER_TIME, [...earlier]);
    }
    if (isColumn) sentences[0]?.set(COLUMN, [[-1, -1]]);
    return sentences;
  };

  const termsOf = (entry: string): readonly string[] =>
    concepts.get(entry) ?? tokenize(entry).flatMap((token) => (token.stop ? [] : token.term));
  const isSign = (entry: string) => signs.has(entry) || entry === EARLIER_TIME || entry === COLUMN;
  // Of lists that must stand together, one finds the passages, best one without signs; the others are checked.
  const keys = together.flatMap((lists) => lists.find((list) => !list.some(isSign)) ?? lists[0] ?? []);
  const wanted = [...new Set([...sure, ...evidence, ...hints, ...keys])];
  const counted = figures.flatMap((role) => COUNTED[role].map((word) => tokenize(word)[0]?.term ?? word));

  return {
    terms: [...new Set([...wanted.filter((entry) => !isSign(entry)).flatMap(termsOf), ...counted])].map(
      (term) => ({
        term,
        weight: 1,
      }),
    ),
    signs: [
      ...new Set(
        [...sure, ...evidence, ...keys].flatMap((entry) =>
          entry === EARLIER_TIME ? 'past' : (signs.get(entry) ?? []),
        ),
      ),
    ],
    judge(facts, isColumn, numbers = []) {
      const { passage } = facts;
      const times = sentenceTimes(passage, event);
      const counted = figures.length > 0 ? figuresOf(passage, figures, numbers) : [];
      let doubt = 1;
      const highlights: Span[] = [];
      const sentences = hold(facts, times, isColumn);
      const apart = new Set(together);
      for (const [index, held] of sentences.entries()) {
        if (unless.some((entry) => held.has(entry))) continue;
        const [start, end] = passage.sentences[index] ?? [0, 0];
        const share = about === 'this-event' && times[index]?.isOther ? OTHER_TIME_SHARE : 1;
        const show = (strength: number, spans: readonly Span[]) => {
          doubt *= 1 - strength * share;
          highlights.push(...spans);
        };
        for (const { span, value } of counted) {
          if (span[0] >= start && span[0] < end)
            show(STRENGTH.figure * (value === 0 ? NONE_SHARE : 1), [span]);
        }
        // Entries that read the same words are one piece of evidence, not two.
        const read = new Set<number>();
        const fresh = (spans: readonly Span[]) => {
          const isFresh = spans.some(([from]) => !read.has(from));
          for (const [from] of spans) read.add(from);
          return isFresh;
        };
        for (const entry of sure) {
          const spans = held.get(entry);
          if (spans && fresh(spans)) show(STRENGTH.sure, spans);
        }
        for (const entry of evidence) {
          const spans = held.get(entry);
          if (spans && fresh(spans)) show(STRENGTH.evidence, spans);
        }
        for (const lists of together) {
          const spans = lists.map((list) => list.flatMap((entry) => held.get(entry) ?? []));
          if (!spans.every((found) => found.length > 0)) continue;
          apart.delete(lists);
          const strength = spread(spans) <= NEAR ? STRENGTH.together : STRENGTH.apart;
          if (spans.some(fresh)) show(strength, spans.flat());
        }
        for (const entry of hints) {
          const spans = held.get(entry);
          if (spans && fresh(spans)) show(STRENGTH.hint, spans);
        }
      }
      // Said in one sentence and taken up in another: weaker, and only where the whole passage is about the topic.
      const isWhole = sentences.every(
        (held, index) =>
          !unless.some((entry) => held.has(entry)) && !(about === 'this-event' && times[index]?.isOther),
      );
      if (isWhole && sentences.length <= MOST_APART) {
        for (const lists of apart) {
          const spans = lists.map((list) =>
            sentences.flatMap((held) => list.flatMap((entry) => held.get(entry) ?? [])),
          );
          if (!spans.every((found) => found.length > 0)) continue;
          doubt *= 1 - STRENGTH.apart;
          highlights.push(...spans.flat());
        }
      }
      const isOtherTime = about === 'this-event' && times.every(({ isOther }) => isOther);
      return { score: 1 - doubt, isOtherTime, highlights: highlights.filter(([from]) => from >= 0) };
    },
  };
}

/** The fewest characters between something of the first list and something of each other list. */
function spread([first = [], ...others]: readonly (readonly Span[])[]): number {
  const gap = (a: Span, b: Span) => Math.max(0, a[0] - b[1], b[0] - a[1]);
  return Math.min(
    ...first.map((span) =>
      Math.max(0, ...others.map((list) => Math.min(...list.map((other) => gap(span, other))))),
    ),
  );
}

const figuresOf = (
  { text, sentences }: Passage,
  roles: readonly FigureRole[],
  numbers: readonly NumberReading[],
) =>
  extractFigures(text, sentences, [], numbers).filter(
    ({ role, isOfOther }) => roles.includes(role) && !isOfOther,
  );
