import type { Article, ArticleId, Corpus } from '../corpus/model.ts';
import { tokenize } from '../language/tokens.ts';
import type { Analyzer } from './analysis.ts';

/** What ranking knows of a corpus as a whole, and of the place of an article in it. */
export interface Setting {
  /** Terms of the event's title and place: every article speaks of them, so they say little in a question. */
  readonly eventTerms: ReadonlySet<string>;
  /** Years of the event: another year is a sign of another time. */
  readonly eventYears: ReadonlySet<string>;
  /** From 0 for the oldest article that may be quoted to 1 for the newest. */
  readonly freshness: (article: ArticleId) => number;
  /** Whether a later article corrects or updates this one. */
  readonly isSuperseded: (article: ArticleId) => boolean;
  /** Terms of an article's title and of a heading in it. */
  readonly titleTerms: (article: Article, heading: string | undefined) => ReadonlySet<string>;
}

export function readSetting(corpus: Corpus, analyzer: Analyzer): Setting {
  const { title, place, date } = corpus.event;
  const articles = corpus.articles.filter((article) => article.retracted === undefined);
  const last = Math.max(1, articles.length - 1);
  const freshness = new Map(articles.map((article, index) => [article.id, index / last]));
  const superseded = new Set(
    articles.flatMap(({ updates, corrects }) => [updates ?? [], corrects ?? []].flat()),
  );
  const titles = new Map<string, ReadonlySet<string>>();
  return {
    eventTerms: new Set(
      tokenize(`${title} ${place ?? ''}`)
        .filter((token) => !token.stop)
        .map((token) => token.term),
    ),
    eventYears: new Set([date.from.slice(0, 4), date.to.slice(0, 4)]),
    freshness: (article) => freshness.get(article) ?? 0,
    isSuperseded: (article) => superseded.has(article),
    titleTerms(article, heading) {
      const text = heading === undefined ? article.title : `${article.title}. ${heading}`;
      const known = titles.get(text);
      if (known) return known;
      const terms = new Set(analyzer.passage(text).occurrences.map((occurrence) => occurrence.term));
      titles.set(text, terms);
      return terms;
    },
  };
}
