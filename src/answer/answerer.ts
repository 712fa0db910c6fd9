import type { Article, Corpus, Passage, Span, TopicDeclaration } from '../corpus/model.ts';
import { withoutGreeting } from '../language/chat.ts';
import { withoutCode } from '../language/code.ts';
import { QUESTION_LIMIT, questionParts } from '../language/question.ts';
import { tokenize } from '../language/tokens.ts';
import { isChatter, isQuestion } from '../search/asking.ts';
import type { Searcher } from '../search/search.ts';
import type { Answer, Citation, Filters, RefusalReason, Unanswered } from './answer.ts';
import { arrange } from './arrangement.ts';
import {
  CONFIDENCE_WEIGHTS,
  CONFIDENCE_WEIGHTS_WITHOUT_VECTORS,
  confidence,
  REFUSAL_THRESHOLD,
  REFUSAL_THRESHOLD_WITHOUT_VECTORS,
  readConfidence,
} from './confidence.ts';
import { disagreementsAmong, findDisagreements, type Place } from './disagreements.ts';
import type { Explanation, Judgement, ScoredPassage } from './explanation.ts';
import { createSites, isAmong } from './figure-sites.ts';
import { createFigureReader, type EventFigure, type FigureReader, figuresOf } from './figures.ts';
import { findRevisions, newestFirst } from './revisions.ts';
import { heedSides } from './sides.ts';
import { createTopicFinder, type TopicFinder } from './topics.ts';

/** Passages of an answer to a question, at most (contract of `ask --json`). */
const MOST_PASSAGES = 10;
/** A passage this far behind the best is not shown beside it, unless it states a figure that is asked for. */
const KEEP_SHARE = 0.05;
/**
 * Nor is one that was read with the question and answers with less than this chance, or that was not among the best,
 * which are read. Measured on the events that the ranking is fitted on: with these two 4.6 passages are shown to a
 * question, 35 % of which are labelled as answers, and every side is among the first five of 61 % of the questions that
 * have several; without the second 7.2, 23 % and 63 %.
 */
const LEAST_READING = 0.12;
/** The strength that a passage falls behind the best for its score to fall to 1/e. */
const SPREAD = 2;
const MOST_SUGGESTIONS = 3;
/** Passages that are looked through for disagreements: about 40 ms. */
const MOST_COMPARED = 200;
/** A passage's strength in the order of a topic, of its score: a repeated publisher costs little there. */
const TOPIC_STRENGTH = 30;

/** Answers from one corpus and its index. */
export interface Answerer {
  ask(question: string, filters?: Filters): Promise<Answer>;
  /** Why `ask` answers as it does, for people. */
  explain(question: string): Promise<Explanation>;
  about(topic: TopicDeclaration, filters?: Filters): Promise<Answer>;
  publishersOn(topic: TopicDeclaration): Promise<readonly string[]>;
}

/** @param topics the topics that a refusal may suggest. */
export function createAnswerer(
  corpus: Corpus,
  searcher: Searcher,
  topics: readonly TopicDeclaration[],
): Answerer {
  const revisions = findRevisions(corpus);
  const finder = createTopicFinder(corpus, searcher);
  const quotable = corpus.articles.filter((article) => article.retracted === undefined);

  let readings = searcher.readings;
  const { siteOf, sitesIn } = createSites(corpus.event, searcher.analyzer.lexicon);
  const openReader = () => createFigureReader(corpus.event, { numbersOf: readings.numbers, siteOf });
  let readFigures = openReader();
  /** Remembers what it read until the passages have been read by a model. */
  const figureReader = () => {
    if (readings === searcher.readings) return readFigures;
    readings = searcher.readings;
    readFigures = openReader();
    return readFigures;
  };

  const cite = (ranked: Omit<Citation, 'revisedBy'>): Citation => {
    const revisedBy = revisions.get(ranked.article.id);
    const { article, passage, score, highlights, focus } = ranked;
    return { article, passage, score, highlights, focus, ...(revisedBy && { revisedBy }) };
  };

  /**
   * @param speaking of the passages, those that speak of all that is asked about.
   * @param isAsked whether a figure is one that is asked for: not of another role or place.
   * @param considered what was found besides, where another side may stand.
   */
  const answered = async (
    question: string,
    passages: readonly Citation[],
    speaking: readonly Citation[],
    isAsked: (figure: EventFigure) => boolean,
    considered: readonly Place[],
  ): Promise<Answer> => {
    const newest = passages.map((citation) => citation.article).sort(newestFirst)[0];
    if (!newest) return refuse(question, 'silent');
    const { denials } = searcher.readings;
    const readFigures = figureReader();
    const readAsked: FigureReader = (article, passage) => readFigures(article, passage).filter(isAsked);
    const compared = considered.slice(0, MOST_COMPARED);
    const sites = compared.flatMap(({ article, passage }) =>
      readFigures(article, passage).flatMap(({ site }) => site?.key ?? []),
    );
    const differences = findDisagreements(corpus, searcher.analyzer.lexicon, compared, {
      readFigures,
      readCompared: readAsked,
      denials,
    });
    return {
      status: 'answered',
      question,
      passages: withFallingScores(passages),
      figures: figuresOf(passages, readAsked, new Set(sites).size > 1),
      disagreements: disagreementsAmong(differences, speaking),
      asOf: newest.published,
    };
  };

  const refuse = async (question: string, reason: RefusalReason): Promise<Unanswered> => {
    const newest = [...quotable].sort(newestFirst)[0];
    return {
      status: 'unanswered',
      question,
      reason,
      suggestions: await suggest(question, topics, searcher, finder),
      ...(newest && { asOf: newest.published }),
    };
  };

  const judge = async (question: string, accept?: (article: Article) => boolean): Promise<Judgement> => {
    const result = await searcher.search(question, { limit: 60, ...(accept && { accept }) });
    const signals = readConfidence(result);
    const [weights, threshold] = result.hasVectors
      ? [CONFIDENCE_WEIGHTS, REFUSAL_THRESHOLD]
      : [CONFIDENCE_WEIGHTS_WITHOUT_VECTORS, REFUSAL_THRESHOLD_WITHOUT_VECTORS];
    const chance = confidence(signals, weights);
    const best = result.passages[0]?.strength ?? 0;
    const scored = result.passages.map((passage) => ({
      ...passage,
      score: chance * Math.exp((passage.strength - best) / SPREAD),
    }));
    // Where nothing could be read, strength alone tells.
    const least = scored.some(({ signals }) => signals.reading > 0) ? LEAST_READING : 0;
    const near = scored.filter(
      ({ score, signals: { figure, reading } }, place) =>
        figure === 1 || place === 0 || (score >= chance * KEEP_SHARE && reading >= least),
    );
    const isRefused = chance < threshold || !result.isReadable || isChatter(result, chance);
    const readFigures = figureReader();
    const readAsked: FigureReader = (...place) =>
      readFigures(...place).filter(({ role }) => result.roles.includes(role));
    // A name that no figure is counted at is no place to look for: "killed in Port Halvern".
    const counted =
      result.roles.length === 0 ? [] : near.flatMap(({ article, passage }) => readAsked(article, passage));
    const sites =
      counted.length === 0
        ? []
        : sitesIn(question).filter(({ key }) => counted.some(({ site }) => site?.key === key));
    return {
      question,
      result,
      sites,
      confidence: { signals, weights, chance, threshold },
      shown: isRefused
        ? []
        : arrange(
            { question, hasOneRole: result.roles.length === 1, sites, passages: near },
            readAsked,
            searcher.readings,
            searcher.analyzer,
          ),
    };
  };

  /** The questions of a text; none where it has no words. "n" joins two as "and" does. */
  const partsOf = (text: string) => {
    const words = withoutCode(text.slice(0, QUESTION_LIMIT));
    return /[\p{L}\p{N}]/u.test(words) ? questionParts(withoutGreeting(searcher.writeOut(words))) : [];
  };

  const judgeAll = (parts: readonly string[], accept?: (article: Article) => boolean) =>
    Promise.all(parts.map((part) => judge(part, accept)));

  return {
    async ask(question, filters = {}) {
      const parts = partsOf(question);
      const accept = accepts(filters);
      const judgements = await judgeAll(parts, accept);
      const isEmpty = judgements.every(
        ({ result, confidence }) =>
          result.isReadable && isChatter(result, confidence.chance) && !isQuestion(result.query),
      );
      if (isEmpty) return refuse(question, 'empty');
      const found = interleave(judgements.map(({ shown }) => shown));
      if (found.length > 0) {
        const shown = found.slice(0, MOST_PASSAGES);
        const speaking = shown.filter(({ askedFrom }) => Number.isFinite(askedFrom));
        const isAsked = (figure: EventFigure) => judgements.some((part) => asksFor(part, figure));
        return answered(question, shown.map(cite), speaking.map(cite), isAsked, found);
      }
      const elsewhere = accept ? await judgeAll(parts) : [];
      return refuse(question, elsewhere.some(({ shown }) => shown.length > 0) ? 'filtered' : 'silent');
    },

    async explain(question) {
      return { question, parts: await judgeAll(partsOf(question)) };
    },

    async about(topic, filters = {}) {
      const accept = accepts(filters);
      const found = await finder.passagesAbout(topic, accept);
      const question = `/${topic.name}`;
      if (found.length === 0) {
        const elsewhere = accept ? await finder.passagesAbout(topic) : [];
        return refuse(question, elsewhere.length > 0 ? 'filtered' : 'silent');
      }
      const ranked = found.map((about) => {
        const { passage, score, highlights } = about;
        const first = highlights[0]?.[0] ?? 0;
        return { ...about, strength: TOPIC_STRENGTH * score, focus: sentenceAt(passage, first) };
      });
      const cited = heedSides(ranked, (passage) => passage.article.publisher).map(cite);
      const isAsked = ({ role }: EventFigure) => topic.figures?.includes(role) ?? false;
      return answered(question, cited, cited, isAsked, ranked);
    },

    async publishersOn(topic) {
      const said = new Map<string, number>();
      for (const { article, score } of await finder.passagesAbout(topic)) {
        said.set(article.publisher, (said.get(article.publisher) ?? 0) + score);
      }
      return [...said].sort((a, b) => b[1] - a[1]).map(([publisher]) => publisher);
    },
  };
}

/** Whether a question asks for a figure of one of its passages: for its role, and of the place where it was counted. */
function asksFor(
  { result, shown, sites }: Judgement,
  { role, passage, site, span: [start] }: EventFigure,
): boolean {
  const found = shown.find((one) => one.passage === passage);
  if (!found || !result.roles.includes(role)) return false;
  if (site && sites.length > 0 && !isAmong(site, sites)) return false;
  const [, end] = sentenceAt(passage, start);
  return found.askedFrom < end;
}

/** What stands before another for its publisher, its time or its place is shown as no less likely to answer. */
function withFallingScores(passages: readonly Citation[]): readonly Citation[] {
  let highest = 0;
  return passages
    .toReversed()
    .map((passage) => {
      highest = Math.max(highest, passage.score);
      return { ...passage, score: highest };
    })
    .reverse();
}

/** The sentence of a passage that stands at an offset of its text. */
function sentenceAt({ sentences, text }: Passage, offset: number): Span {
  return sentences.find(([, end]) => end > offset) ?? [0, text.length];
}

function accepts({ publisher, since }: Filters): ((article: Article) => boolean) | undefined {
  if (publisher === undefined && since === undefined) return undefined;
  const wanted = publisher?.toLowerCase();
  return (article) =>
    (wanted === undefined || article.publisher.toLowerCase() === wanted) &&
    (since === undefined || article.published.day >= since);
}

/** The best of each part first, then the second of each, and so on; a passage once. */
function interleave(lists: readonly (readonly ScoredPassage[])[]): readonly ScoredPassage[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const found = new Map<string, ScoredPassage>();
  for (let rank = 0; rank < longest; rank++) {
    for (const list of lists) {
      const passage = list[rank];
      if (passage && !found.has(passage.passage.id)) found.set(passage.passage.id, passage);
    }
  }
  return [...found.values()];
}

/** Topics whose evidence the question touches, else the ones that the event says most of. */
async function suggest(
  question: string,
  topics: readonly TopicDeclaration[],
  searcher: Searcher,
  finder: TopicFinder,
): Promise<readonly string[]> {
  const { occurrences } = searcher.analyzer.question(question.slice(0, QUESTION_LIMIT));
  const asked = new Set(occurrences.map(({ term }) => term));
  const examples = (topic: TopicDeclaration) =>
    (topic.examples ?? []).flatMap((text) => tokenize(text)).filter((token) => !token.stop);
  const touched = topics.filter(
    (topic) => finder.isTouched(topic, asked) || examples(topic).some((token) => asked.has(token.term)),
  );
  const spoken = await finder.spokenOf(touched.length > 0 ? touched : topics);
  return spoken.slice(0, MOST_SUGGESTIONS).map(({ name }) => name);
}
