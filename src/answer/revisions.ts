import type { Article, ArticleId, Corpus } from '../corpus/model.ts';
import type { Citation } from './answer.ts';

export type Revision = NonNullable<Citation['revisedBy']>;

/**
 * For each article that a later one corrects or updates, the last word on it: a correction before an update, and
 * of several the newest. A retracted article revises nothing.
 */
export function findRevisions(corpus: Corpus): ReadonlyMap<ArticleId, Revision> {
  const revisions = new Map<ArticleId, Revision>();
  // Oldest first, so that the newest of a kind stands in the end.
  for (const by of corpus.articles) {
    if (by.retracted !== undefined) continue;
    if (by.updates !== undefined && revisions.get(by.updates)?.kind !== 'corrected') {
      revisions.set(by.updates, { kind: 'updated', by });
    }
    if (by.corrects !== undefined) revisions.set(by.corrects, { kind: 'corrected', by });
  }
  return revisions;
}

/** Which of two articles is newer: below 0 where `a` is. Days without a time count as their beginning. */
export function newestFirst(a: Article, b: Article): number {
  return moment(b) - moment(a);
}

function moment(article: Article): number {
  return article.published.instant ?? Date.parse(`${article.published.day}T00:00:00Z`);
}
