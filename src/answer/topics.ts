import type { Article, Corpus, Passage, Span, TopicDeclaration } from '../corpus/model.ts';
import { createPace } from '../corpus/pace.ts';
import type { Searcher } from '../search/search.ts';
import { mergeSpans } from '../search/spans.ts';
import { createTopicReadings, settleTopic, type TopicReading, type TopicReadings } from './learnt-topics.ts';
import { readTopic, type TopicReader, type Verdict } from './topic-evidence.ts';
import { bearsSign } from './topic-signs.ts';

/** A passage that belongs to a topic, and how surely. */
export interface TopicPassage {
  readonly article: Article;
  readonly passage: Passage;
  /** Between 0 and 1. */
  readonly score: number;
  /** What shows it: ordered, not overlapping. */
  readonly highlights: readonly Span[];
}

/** What is known of a passage before it is settled whether it belongs to a topic. */
export interface TopicEvidence {
  readonly article: Article;
  readonly passage: Passage;
  readonly byRules: Verdict;
  /** What a model tells; undefined where none read the passage. */
  readonly reading: TopicReading | undefined;
}

/** Finds what the articles say of a topic. */
export interface TopicFinder {
  /** Every passage that speaks of a topic, the surest first, retracted articles left out. */
  passagesAbout(
    topic: TopicDeclaration,
    accept?: (article: Article) => boolean,
  ): Promise<readonly TopicPassage[]>;
  /** What speaks for each passage to belong to a topic, and against it; retracted articles left out. */
  evidence(
    topic: TopicDeclaration,
    accept?: (article: Article) => boolean,
  ): Promise<readonly TopicEvidence[]>;
  /** Of the topics, those that the articles say something of, the one that they say most of first: by a sample. */
  spokenOf(topics: readonly TopicDeclaration[]): Promise<readonly TopicDeclaration[]>;
  /** Whether terms of a question are among those of a topic. */
  isTouched(topic: TopicDeclaration, asked: ReadonlySet<string>): boolean;
}

/** The most passages that a topic is looked for in. */
const CANDIDATES = 3000;
/** Terms that the index is asked for at a time: about 20 ms for 10,000 passages. */
const BATCH = 8;
/** Below this a passage does not belong. */
export const TOPIC_THRESHOLD = 0.5;
/** How surely a passage belongs that takes up what the one before was about. */
const SEQUEL_SCORE = 0.55;
/** Passages that are looked at for each example of a topic. */
const ANSWERING = 12;
/** What the best answer to an example gains: as evidence that is weaker than a hint. */
const EXAMPLE_STRENGTH = 0.2;
/** From here on a passage needs no example to show that it belongs. */
const WEAK = 0.75;
/** Passages that tell how much the articles say of a topic. */
const SAMPLE = 300;

/** What rules tell of a passage that they were not asked about. */
const UNKNOWN: Verdict = { score: 0, highlights: [], isOtherTime: false };

export function createTopicFinder(corpus: Corpus, searcher: Searcher): TopicFinder {
  const readers = new Map<TopicDeclaration, TopicReader>();
  const found = new Map<TopicDeclaration, Promise<readonly TopicPassage[]>>();
  const spoken = new Map<TopicDeclaration, number>();
  const read = new Map<TopicDeclaration, TopicReadings>();
  let readings = searcher.readings;
  /** What was found before a model had read the passages is found anew. */
  const forgetOldReadings = () => {
    if (readings === searcher.readings) return;
    readings = searcher.readings;
    found.clear();
    spoken.clear();
    read.clear();
  };
  const quotable = corpus.articles.filter((article) => article.retracted === undefined);
  const readingsOf = (topic: TopicDeclaration) => {
    forgetOldReadings();
    const known = read.get(topic) ?? createTopicReadings(topic.name, quotable, readings);
    read.set(topic, known);
    return known;
  };

  const columns = new Set(quotable.filter(isColumn).map((article) => article.id));

  const readerOf = (topic: TopicDeclaration) => {
    const known = readers.get(topic);
    if (known) return known;
    const reader = readTopic(topic, searcher.analyzer.lexicon, corpus.event);
    readers.set(topic, reader);
    return reader;
  };

  const judgeByRules = (topic: TopicDeclaration, passage: Passage): Verdict =>
    readerOf(topic).judge(
      searcher.facts(passage),
      columns.has(passage.article),
      searcher.readings.numbers(passage),
    );

  /** Passages that answer a topic's examples best, by the search's own ranking. */
  const answering = async (topic: TopicDeclaration, accept: (article: Article) => boolean) => {
    const shares = new Map<Passage, number>();
    for (const example of topic.examples ?? []) {
      const { passages } = await searcher.search(example, { limit: ANSWERING, read: 0, accept });
      const best = passages[0]?.strength ?? 0;
      for (const { passage, strength } of passages) {
        const share = EXAMPLE_STRENGTH * Math.exp(strength - best);
        shares.set(passage, 1 - (1 - (shares.get(passage) ?? 0)) * (1 - share));
      }
    }
    return shares;
  };

  const judgeAll = async (
    topic: TopicDeclaration,
    accept: (article: Article) => boolean,
  ): Promise<ReadonlyMap<Passage, Verdict>> => {
    const reader = readerOf(topic);
    const pace = createPace();
    const judged = new Map<Passage, Verdict>();
    const judge = async (passage: Passage) => {
      if (judged.has(passage)) return;
      judged.set(passage, judgeByRules(topic, passage));
      await pace();
    };
    const lists: (readonly Passage[])[] = [];
    for (let from = 0; from < reader.terms.length; from += BATCH) {
      lists.push(searcher.holding(reader.terms.slice(from, from + BATCH), CANDIDATES, accept));
      await pace();
    }
    for (const passage of inTurn(lists, CANDIDATES)) await judge(passage);
    if (reader.signs.length > 0) {
      for (const article of quotable.filter(accept)) {
        for (const passage of article.passages) {
          if (reader.signs.some((sign) => bearsSign(sign, passage.text))) await judge(passage);
          else await pace();
        }
      }
    }
    for (const [passage, share] of await answering(topic, accept)) {
      await judge(passage);
      const known = judged.get(passage);
      if (!known || known.isOtherTime || known.score >= WEAK) continue;
      judged.set(passage, { ...known, score: 1 - (1 - known.score) * (1 - share) });
    }
    return judged;
  };

  const evidence = async (
    topic: TopicDeclaration,
    accept: (article: Article) => boolean = () => true,
  ): Promise<readonly TopicEvidence[]> => {
    const judged = await judgeAll(topic, accept);
    const readingOf = readingsOf(topic);
    return quotable.filter(accept).flatMap((article) =>
      article.passages.map((passage) => ({
        article,
        passage,
        byRules: judged.get(passage) ?? UNKNOWN,
        reading: readingOf(article, passage),
      })),
    );
  };

  const find = async (
    topic: TopicDeclaration,
    accept: (article: Article) => boolean,
  ): Promise<readonly TopicPassage[]> => {
    const pace = createPace();
    const belonging = new Map<Passage, TopicPassage>();
    for (const { article, passage, byRules, reading } of await evidence(topic, accept)) {
      await pace();
      const score = settleTopic(byRules.score, reading);
      if (score < TOPIC_THRESHOLD) continue;
      belonging.set(passage, { article, passage, score, highlights: mergeSpans(byRules.highlights) });
    }
    for (const { article, passage } of [...belonging.values()]) {
      const next = article.passages[passage.number];
      if (next && !belonging.has(next) && isSequel(next, topic)) {
        belonging.set(next, { article, passage: next, score: SEQUEL_SCORE, highlights: [] });
      }
    }
    return [...belonging.values()].sort((a, b) => b.score - a.score || a.passage.number - b.passage.number);
  };

  return {
    evidence,

    passagesAbout(topic, accept) {
      if (accept) return find(topic, accept);
      forgetOldReadings();
      const known = found.get(topic);
      if (known) return known;
      const finding = find(topic, () => true);
      found.set(topic, finding);
      finding.catch(() => found.delete(topic));
      return finding;
    },

    async spokenOf(topics) {
      forgetOldReadings();
      const pace = createPace();
      const passages = quotable.flatMap((article) =>
        article.passages.map((passage) => ({ article, passage })),
      );
      const step = Math.max(1, Math.ceil(passages.length / SAMPLE));
      for (const topic of topics.filter((topic) => !spoken.has(topic))) {
        let count = 0;
        const readingOf = readingsOf(topic);
        for (let index = 0; index < passages.length; index += step) {
          const place = passages[index];
          if (!place) continue;
          const { score } = judgeByRules(topic, place.passage);
          if (settleTopic(score, readingOf(place.article, place.passage)) >= TOPIC_THRESHOLD) count++;
          await pace();
        }
        spoken.set(topic, count);
      }
      return topics
        .filter((topic) => (spoken.get(topic) ?? 0) > 0)
        .sort((a, b) => (spoken.get(b) ?? 0) - (spoken.get(a) ?? 0));
    },

    isTouched: (topic, asked) => readerOf(topic).terms.some(({ term }) => asked.has(term)),
  };
}

/** The first of each list, then the second of each, and so on; each passage once, at most `limit`. */
function inTurn(lists: readonly (readonly Passage[])[], limit: number): ReadonlySet<Passage> {
  const taken = new Set<Passage>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let rank = 0; rank < longest && taken.size < limit; rank++) {
    for (const list of lists) {
      const passage = list[rank];
      if (passage && taken.size < limit) taken.add(passage);
    }
  }
  return taken;
}

function isSequel({ text }: Passage, { sequel = [] }: TopicDeclaration): boolean {
  const opening = text.slice(0, 60).toLowerCase();
  return sequel.some((noun) =>
    new RegExp(`^(?:the|its|their|this|that|his|her) (?:[a-z0-9-]+ )?${noun}\\b`).test(opening),
  );
}

const COLUMN_TITLE =
  /^(?:why|what|how|who)\b|\?|\b(?:analysis|opinion|comment|commentary|viewpoint|editorial|leader)\b/i;
const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»/g;
const FIRST_PERSON = /\b(?:I|my|we|us|our)\b/;
/** Paragraphs in the writer's own person that make an article a piece of opinion. */
const OWN_PERSON = 2;

/** Whether an article gives its writer's opinion: by its title, or by speaking of itself outside quotations. */
function isColumn({ title, passages }: Article): boolean {
  if (COLUMN_TITLE.test(title)) return true;
  return passages.filter(({ text }) => FIRST_PERSON.test(text.replace(QUOTED, ''))).length >= OWN_PERSON;
}
