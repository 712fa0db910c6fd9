import { findRevisions } from '../src/answer/revisions.ts';
import { pageActions } from '../src/command/answer-reply.ts';
import { command, type Suggestion } from '../src/command/command.ts';
import { count } from '../src/command/count.ts';
import { formatPublishedDay } from '../src/command/date.ts';
import { rankByText, shorten } from '../src/command/filters.ts';
import { OUTDATED } from '../src/command/page.ts';
import type { Reply } from '../src/command/reply.ts';
import type { Article, ArticleId, Corpus } from '../src/corpus/model.ts';
import { UserError } from '../src/user-error.ts';

/** `/article`: reads one article, passage by passage. */
export default command({
  name: 'article',
  description: 'Read one article, passage by passage',
  options: {
    article: {
      description: 'Its title, publisher or id',
      required: true,
      autocomplete: true,
      maxLength: 200,
    },
    passage: { description: 'The number of the passage to begin with; else the first', maxLength: 6 },
  },
  examples: ['/article article: <title, publisher or id>', '/article article: <id> passage: 3'],
  run: ({ article = '', passage = '1' }, { dossier }) =>
    readPassage(findArticle(article, dossier.corpus), readNumber(passage), dossier.corpus),
  autocomplete: ({ option, text }, { dossier }) =>
    option === 'article' ? suggestArticles(dossier.corpus, text) : [],
  act(state, { dossier }) {
    const [, id, passage] = /^([a-z0-9-]+),(\d{1,6})$/.exec(state) ?? [];
    const article = dossier.corpus.article((id ?? '') as ArticleId);
    if (id === undefined) throw new UserError(OUTDATED);
    if (!article) throw new UserError(`The article ${id} is no longer among my articles. See /sources.`);
    return readPassage(article, Math.min(Number(passage), article.passages.length), dossier.corpus);
  },
});

function readPassage(article: Article, number: number, corpus: Corpus): Reply {
  const { id, title, publisher, published, passages, retracted } = article;
  const name = `“${shorten(title, 120)}” (${publisher}, ${formatPublishedDay(published)})`;
  if (retracted !== undefined) {
    return {
      kind: 'notice',
      text: `${name} was retracted, so I do not quote it. The reason given: ${retracted}`,
    };
  }
  const passage = passages[number - 1];
  if (!passage)
    throw new UserError(`${name} has ${count(passages.length, 'passage')}; there is no number ${number}.`);
  const revisedBy = findRevisions(corpus).get(id);
  const citation = {
    article,
    passage,
    score: 1,
    highlights: [],
    focus: passage.sentences[0] ?? ([0, passage.text.length] as const),
    ...(revisedBy && { revisedBy }),
  };
  return {
    kind: 'answer',
    heading: `${publisher}: ${shorten(title, 150)} (passage ${number} of ${passages.length})`,
    answer: {
      status: 'answered',
      question: `/article article: ${id} passage: ${number}`,
      passages: [citation],
      figures: [],
      disagreements: [],
      asOf: published,
    },
    ...(passage.heading !== undefined && { note: `Under the heading “${shorten(passage.heading, 200)}”` }),
    actions: pageActions({
      command: 'article',
      page: number - 1,
      pages: passages.length,
      stateOf: (index) => `${id},${index + 1}`,
    }),
  };
}

/** By id; else by what only one article has in its publisher, title and date. */
function findArticle(typed: string, corpus: Corpus): Article {
  const byId = corpus.article(typed.toLowerCase() as ArticleId);
  if (byId) return byId;
  const exact = corpus.articles.filter(({ title }) => title.toLowerCase() === typed.toLowerCase());
  const found = exact.length > 0 ? exact : rankByText(corpus.articles, typed, describe);
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new UserError(
    only
      ? `“${shorten(typed)}” could be any of these: ${found
          .slice(0, 10)
          .map(({ id }) => id)
          .join(', ')}. Choose one.`
      : `I have no article “${shorten(typed)}”. See /sources for those that I have.`,
  );
}

function readNumber(typed: string): number {
  if (/^\d{1,6}$/.test(typed) && Number(typed) >= 1) return Number(typed);
  throw new UserError(`“${shorten(typed, 20)}” is no number of a passage. Write it in digits, from 1.`);
}

function suggestArticles(corpus: Corpus, text: string): readonly Suggestion[] {
  return rankByText(corpus.articles, text, describe).map((article) => ({
    name: describe(article),
    value: article.id,
  }));
}

/** What an article is found by. The parts that tell articles apart come first, since Discord cuts names. */
function describe({ publisher, published, title, id }: Article): string {
  return `${publisher}, ${formatPublishedDay(published)}: ${title} (${id})`;
}
