import type { LibraryOverview } from './wire.ts';

/** What the bot answers from, as its program tells it to the page. The local Discord itself knows nothing of it. */
export interface Library {
  overview(): LibraryOverview;
  /** The texts of an article's passages in order; undefined where there is no such article. */
  passages(articleId: string): readonly string[] | undefined;
  /** Calls `listener` after each change. The returned function takes it away again. */
  onChange(listener: () => void): () => void;
}
