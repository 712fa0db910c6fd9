import { pageActions } from '../src/command/answer-reply.ts';
import { command } from '../src/command/command.ts';
import { count } from '../src/command/count.ts';
import { formatPublishedDay } from '../src/command/date.ts';
import { publishersOf, shorten } from '../src/command/filters.ts';
import { lines } from '../src/command/lines.ts';
import { OUTDATED } from '../src/command/page.ts';
import type { DocumentReply } from '../src/command/reply.ts';
import type { RichText } from '../src/command/rich-text.ts';
import type { Article, ArticleId, Corpus } from '../src/corpus/model.ts';
import { UserError } from '../src/user-error.ts';

/** Few enough that their titles and links fit into a message. */
const ARTICLES_PER_PAGE = 8;

/** `/sources`: the articles that answers come from, by publisher and date. */
export default command({
  name: 'sources',
  description: 'The articles that I answer from, by publisher and date',
  examples: ['/sources'],
  run: (_options, { dossier }) => sourcesPage(dossier.corpus, 0),
  act(state, { dossier }) {
    if (!/^\d{1,6}$/.test(state)) throw new UserError(OUTDATED);
    return sourcesPage(dossier.corpus, Number(state));
  },
});

function sourcesPage(corpus: Corpus, wanted: number): DocumentReply {
  const articles = byPublisher(corpus.articles);
  const pages = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_PAGE));
  const page = Math.min(wanted, pages - 1);
  const shown = articles.slice(page * ARTICLES_PER_PAGE, (page + 1) * ARTICLES_PER_PAGE);
  const publishers = [...new Set(shown.map(({ publisher }) => publisher))];
  return {
    kind: 'document',
    title: `Sources: ${shorten(corpus.event.title, 150)}`,
    lead: leadOf(corpus),
    sections: publishers.map((publisher) => ({
      heading: publisher,
      body: lines(
        shown
          .filter((article) => article.publisher === publisher)
          .map((article) => describe(article, corpus)),
      ),
    })),
    ...(pages > 1 && { footer: `Page ${page + 1} of ${pages}` }),
    actions: pageActions({ command: 'sources', page, pages, stateOf: String }),
  };
}

/** By publisher, each one's articles by date: `sort` keeps the corpus' order among equals. */
function byPublisher(articles: readonly Article[]): readonly Article[] {
  return [...articles].sort((a, b) => a.publisher.localeCompare(b.publisher, 'en'));
}

function leadOf(corpus: Corpus): RichText {
  const { articles, problems } = corpus;
  const quotable = articles.filter(({ retracted }) => retracted === undefined);
  const passages = quotable.reduce((sum, article) => sum + article.passages.length, 0);
  const publishers = count(publishersOf(corpus).length, 'publisher');
  const total = `${count(quotable.length, 'article')} by ${publishers}, with ${count(passages, 'passage')}.`;
  const retracted = articles.length - quotable.length;
  const withdrawn = retracted > 0 ? ` ${count(retracted, 'article')} retracted and not quoted.` : '';
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const found = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  if (problems.length === 0) return [total, withdrawn];
  const counted = found.filter(Boolean).join(' and ');
  return [
    total,
    withdrawn,
    ` The data folder has ${counted}; an admin sees them with `,
    { command: 'reindex' },
    '.',
  ];
}

function describe(article: Article, corpus: Corpus): RichText {
  const { url, published, form, passages, retracted, updates, corrects } = article;
  const title = shorten(article.title, 120);
  const name: RichText = url === undefined ? { bold: title } : { link: title, url };
  const day = formatPublishedDay(published);
  if (retracted !== undefined) {
    return ['• ', name, ` · ${day} · `, { bold: 'retracted' }, ` (${shorten(retracted, 200)}); not quoted`];
  }
  const about = [day, form === 'full' ? 'full text' : 'summary', count(passages.length, 'passage')].join(
    ' · ',
  );
  return [
    ['• ', name, ` · ${about} · `, { code: article.id }],
    updates === undefined ? '' : `\n   updates ${nameOf(updates, corpus)}`,
    corrects === undefined ? '' : `\n   corrects ${nameOf(corrects, corpus)}`,
  ];
}

function nameOf(id: ArticleId, corpus: Corpus): string {
  const article = corpus.article(id);
  return article ? `“${shorten(article.title, 80)}” of ${formatPublishedDay(article.published)}` : id;
}
