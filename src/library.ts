import type { App } from './app.ts';
import type { ArticleId } from './corpus/model.ts';
import type { Library } from './local-discord/page-server/library.ts';

/** What the index knows, for the local Discord's page. It follows reloads. */
export function libraryOf(app: App): Library {
  const listeners = new Set<() => void>();
  app.onReload(async () => {
    for (const listener of listeners) listener();
  });
  return {
    overview() {
      const { corpus, indexedAt } = app.dossier;
      return {
        title: corpus.event.title,
        indexedAt: indexedAt.toISOString(),
        articles: corpus.articles.map((article) => ({
          id: article.id,
          title: article.title,
          publisher: article.publisher,
          published: article.published.text,
          url: article.url ?? null,
          passages: article.passages.length,
          form: article.form,
          retracted: article.retracted ?? null,
        })),
        problems: corpus.problems.map(({ severity, file, line, message }) => ({
          severity,
          where: `${file}:${line}`,
          message,
        })),
      };
    },
    passages: (id) => app.dossier.corpus.article(id as ArticleId)?.passages.map(({ text }) => text),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
