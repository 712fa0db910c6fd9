import type { Article, Passage } from '../corpus/model.ts';

/** A passage with its article. */
export interface Place {
  readonly article: Article;
  readonly passage: Passage;
}
