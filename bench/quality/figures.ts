import type { Disagreement } from '../../src/answer/answer.ts';
import { findDisagreements } from '../../src/answer/disagreements.ts';
import { createSites } from '../../src/answer/figure-sites.ts';
import { createFigureReader } from '../../src/answer/figures.ts';
import { type Article, type Corpus, isFigureRole, type Passage } from '../../src/corpus/model.ts';
import { extractFigures, type StatedFigure } from '../../src/language/figures.ts';
import { isHit, normalise } from './metrics.ts';
import type { Gold, LabelledDisagreement, LabelledFigure, QuestionSet } from './question-set.ts';
import type { OpenSet } from './searcher.ts';

/** Recall and precision with the counts behind them. */
export interface Score {
  readonly right: number;
  /** What the labels hold. */
  readonly labelled: number;
  /** What was found. */
  readonly found: number;
  readonly recall: number;
  readonly precision: number;
  /** What was missed and what was found without a label, one line each; for sets that may be read alone. */
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

export interface FigureScores {
  /** Value, range, role, qualifier and attribution all right. */
  readonly whole: Score;
  /** Value, range and role right. */
  readonly counted: Score;
  /** Value, range, role and qualifier right. */
  readonly qualified: Score;
}

interface Found {
  readonly article: Article;
  readonly passage: Passage;
  readonly figure: StatedFigure;
}

/** Scores the figures that are read from every passage of a set; retracted articles are left out. */
export function scoreFigures(set: QuestionSet, { corpus, searcher }: OpenSet): FigureScores {
  const passages = quotable(corpus);
  const found = passages.flatMap(({ article, passage }) =>
    extractFigures(
      passage.text,
      passage.sentences,
      article.passages.slice(0, passage.number - 1),
      searcher.readings.numbers(passage),
    ).map((figure) => ({ article, passage, figure })),
  );
  const labels = set.figures.filter((label) => passages.some(({ article }) => article.id === label.article));
  return {
    whole: compare(labels, found, (label, figure) => counts(label, figure) && says(label, figure)),
    counted: compare(labels, found, counts),
    qualified: compare(
      labels,
      found,
      (label, figure) => counts(label, figure) && label.qualifier === figure.qualifier,
    ),
  };
}

function counts(label: LabelledFigure, figure: StatedFigure): boolean {
  return (
    label.role === figure.role && label.value === figure.value && (label.max ?? undefined) === figure.max
  );
}

function says(label: LabelledFigure, figure: StatedFigure): boolean {
  return label.qualifier === figure.qualifier && sameSpeaker(label.attribution, figure.attribution);
}

const TITLE = /^(?:the|a|an|mr|mrs|ms|dr|prof|gen|lt|sgt|capt|col|maj|cmdr|insp|commissioner|minister)\.? /i;

/** Equal, or one contains the other, after the article or title is dropped. */
function sameSpeaker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [one, other] = [a, b].map((name) => normalise(name).toLowerCase().replace(TITLE, '').trim());
  if (!one || !other) return false;
  return one.includes(other) || other.includes(one);
}

function compare(
  labels: readonly LabelledFigure[],
  found: readonly Found[],
  matches: (label: LabelledFigure, figure: StatedFigure) => boolean,
): Score {
  const taken = new Set<Found>();
  const missed: string[] = [];
  for (const label of labels) {
    const hit = found.find(
      (item) => !taken.has(item) && isAt(label, item.article, item.passage) && matches(label, item.figure),
    );
    if (hit) taken.add(hit);
    else missed.push(`${label.article}: ${describe(label)} in "${label.must_contain}"`);
  }
  const extra = found
    .filter((item) => !taken.has(item))
    .map(({ article, passage, figure }) => `${article.id}: ${describe(figure)} in "${passage.text}"`);
  return score(taken.size, labels.length, found.length, missed, extra);
}

function score(
  right: number,
  labelled: number,
  found: number,
  missed: readonly string[],
  extra: readonly string[],
): Score {
  const recall = labelled === 0 ? 1 : right / labelled;
  const precision = found === 0 ? 1 : (found - extra.length) / found;
  return { right, labelled, found, recall, precision, missed, extra };
}

function describe(
  figure: Pick<StatedFigure, 'value'> & {
    role: string;
    max?: number | null | undefined;
    qualifier: string | null;
    attribution: string | null;
  },
): string {
  const range = figure.max ? `-${figure.max}` : '';
  return `${figure.role} ${figure.qualifier ?? ''} ${figure.value}${range} [${figure.attribution}]`;
}

function quotable(corpus: Corpus): readonly { readonly article: Article; readonly passage: Passage }[] {
  return corpus.articles
    .filter((article) => article.retracted === undefined)
    .flatMap((article) => article.passages.map((passage) => ({ article, passage })));
}

function isAt(gold: Gold, article: Article, passage: Passage): boolean {
  return isHit(gold, { article: article.id, text: passage.text });
}

export interface DisagreementScores {
  /** All of the labels that are of figures of a role or denials. */
  readonly whole: Score;
  /** Figures of a role alone. */
  readonly figures: Score;
  /** Denials alone. */
  readonly denials: Score;
  /** Labels of other things (heights, times, ways in), which are not looked for. */
  readonly outside: number;
}

/** Scores the disagreements that are found over all passages of a set. */
export function scoreDisagreements(
  set: QuestionSet,
  { corpus, searcher: { analyzer, readings } }: OpenSet,
): DisagreementScores {
  const found = findDisagreements(corpus, analyzer.lexicon, undefined, {
    readFigures: createFigureReader(corpus.event, {
      numbersOf: readings.numbers,
      siteOf: createSites(corpus.event, analyzer.lexicon).siteOf,
    }),
    denials: readings.denials,
  });
  const isFigure = ({ about, kind }: { about: string; kind: string }) =>
    kind !== 'denied' && isFigureRole(about);
  const isDenial = ({ kind }: { kind: string }) => kind === 'denied';
  const labels = set.disagreements.filter((label) => isFigure(label) || isDenial(label));
  return {
    whole: compareDisagreements(labels, found),
    figures: compareDisagreements(
      labels.filter(isFigure),
      found.filter((item) => !isDenial(item)),
    ),
    denials: compareDisagreements(labels.filter(isDenial), found.filter(isDenial)),
    outside: set.disagreements.length - labels.length,
  };
}

function compareDisagreements(
  labels: readonly LabelledDisagreement[],
  found: readonly Disagreement[],
): Score {
  const genuine = new Set<Disagreement>();
  const missed: string[] = [];
  let right = 0;
  for (const label of labels) {
    const hits = found.filter((item) => matchesLabel(label, item));
    for (const hit of hits) genuine.add(hit);
    if (hits.length > 0) right++;
    else
      missed.push(
        `${label.about} ${label.kind}: ${label.sides.map((side) => `${side.article} "${side.must_contain}"`).join(' | ')}`,
      );
  }
  const extra = found
    .filter((item) => !genuine.has(item))
    .map(
      ({ about, kind, sides }) =>
        `${about} ${kind}: ${sides.map(({ article, passage }) => `${article.id} "${passage.text}"`).join(' | ')}`,
    );
  return score(right, labels.length, found.length, missed, extra);
}

function matchesLabel(label: LabelledDisagreement, { about, kind, sides }: Disagreement): boolean {
  if (label.kind !== kind || (kind !== 'denied' && label.about !== about)) return false;
  const [first, second] = label.sides;
  const [one, other] = sides;
  if (!first || !second || !one || !other) return false;
  const isBetween = (a: Gold, b: Gold) =>
    isAt(a, one.article, one.passage) && isAt(b, other.article, other.passage);
  return isBetween(first, second) || isBetween(second, first);
}
