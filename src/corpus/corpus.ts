import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArticleReading, isArticleId, readArticle } from './article.ts';
import { CorpusError } from './corpus-error.ts';
import { readEvent } from './event.ts';
import type { Article, ArticleId, Corpus, EventInfo, Passage, Problem } from './model.ts';
import { nearestName } from './nearest-name.ts';
import { createPace } from './pace.ts';
import { errorAt, warningAt } from './problem.ts';
import { byPublication } from './published.ts';
import { decodeText } from './source-text.ts';

/** In bytes. A long report has 100 kB; beyond this a file is no article, and parsing it would hold the loop. */
export const LARGEST_ARTICLE = 1_000_000;
/** How many files are open at once. */
const OPEN_FILES = 32;

/** Called now and then while articles are read. */
export type OnArticle = (done: number, total: number) => void;

/**
 * Reads a data folder: `event.yaml` and `articles/*.md`. The event loop stays free meanwhile.
 *
 * @throws CorpusError where `event.yaml` cannot be used, or where no article remains that can be quoted
 *   (retracted ones cannot).
 */
export async function loadCorpus(folder: string, onArticle?: OnArticle): Promise<Corpus> {
  const { event, problems } = await loadEvent(folder);
  if (!event) throw new CorpusError(problems);
  const listing = await listArticles(folder);
  const readings = await readAll(folder, listing.ids, event.language, onArticle);
  const found = [...problems, ...listing.problems, ...readings.flatMap(({ problems }) => problems)];
  const linked = linkArticles(readings);
  found.push(...linked.problems);

  if (!linked.articles.some((article) => article.retracted === undefined)) {
    const why =
      linked.articles.length > 0 ? 'holds retracted articles alone' : 'holds no article that can be used';
    const message = `${why}; put at least one into articles/, as articles/<id>.md`;
    throw new CorpusError([...found, errorAt('articles', 1, message)]);
  }
  return createCorpus(event, linked.articles, found);
}

/** A corpus of articles in any order, for `loadCorpus` and for tests. */
export function createCorpus(
  event: EventInfo,
  articles: readonly Article[],
  problems: readonly Problem[] = [],
): Corpus {
  const byId = new Map<ArticleId, Article>(articles.map((article) => [article.id, article]));
  return {
    event,
    articles: byPublication(articles),
    article: (id) => byId.get(id),
    passage: (id) => {
      const mark = id.lastIndexOf('#');
      const passages: readonly Passage[] = byId.get(id.slice(0, mark) as ArticleId)?.passages ?? [];
      const passage = passages[Number(id.slice(mark + 1)) - 1];
      return passage?.id === id ? passage : undefined;
    },
    problems: [...problems].sort(byPlace),
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

async function loadEvent(folder: string): Promise<ReturnType<typeof readEvent>> {
  const none = (message: string) => ({ problems: [errorAt('event.yaml', 1, message)] });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, 'event.yaml'));
  } catch (error) {
    return none(`cannot be read (${reasonOf(error)}); is ${folder} the event's folder?`);
  }
  const decoded = decodeText(bytes, 'event.yaml');
  return 'problem' in decoded ? { problems: [decoded.problem] } : readEvent(decoded.text);
}

interface Listing {
  readonly ids: readonly ArticleId[];
  readonly problems: readonly Problem[];
}

/** The files of `articles/` that can be articles; what else lies there is named, never skipped in silence. */
async function listArticles(folder: string): Promise<Listing> {
  let names: string[];
  try {
    names = (await readdir(join(folder, 'articles'))).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    return {
      ids: [],
      problems: [errorAt('articles', 1, `cannot be read (${reasonOf(error)}); make this folder`)],
    };
  }
  const present = new Set(names);
  const ids: ArticleId[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const file = `articles/${name}`;
    const stem = name.replace(/\.[^.]*$/, '');
    const wanted = `${
      stem
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'article'
    }.md`;
    const taken = present.has(wanted) ? `, but the id of ${wanted} is taken: choose another` : '';
    if (name.endsWith('.md') && isArticleId(stem)) ids.push(stem);
    else if (name.endsWith('.md')) {
      const message = `the name of an article's file is at most 60 of a-z, 0-9 and -, then .md; rename it to ${wanted}${taken}`;
      problems.push(errorAt(file, 1, message));
    } else if (/\.(?:md|markdown|mdown|mkd|txt)$/i.test(name)) {
      problems.push(errorAt(file, 1, `is not read, since only .md is; rename it to ${wanted}${taken}`));
    } else {
      problems.push(
        warningAt(file, 1, 'is no article and not read; keep only articles, as <id>.md, in this folder'),
      );
    }
  }
  return { ids, problems };
}

async function readAll(
  folder: string,
  ids: readonly ArticleId[],
  language: string,
  onArticle: OnArticle | undefined,
): Promise<readonly ArticleReading[]> {
  const readings: ArticleReading[] = [];
  const pace = createPace();
  for (let from = 0; from < ids.length; from += OPEN_FILES) {
    const batch = ids.slice(from, from + OPEN_FILES);
    const sources = await Promise.all(batch.map((id) => readSource(folder, `articles/${id}.md`)));
    for (const [i, id] of batch.entries()) {
      const source = sources[i];
      if (source === undefined) continue;
      const file = `articles/${id}.md`;
      readings.push(
        'problem' in source
          ? { problems: [source.problem], lines: { updates: 1, corrects: 1 } }
          : await readArticle(source.text, { id, file, language }, pace),
      );
      await pace();
    }
    onArticle?.(readings.length, ids.length);
  }
  return readings;
}

async function readSource(
  folder: string,
  file: string,
): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  const path = join(folder, file);
  try {
    const stats: Stats = await stat(path);
    if (!stats.isFile())
      return { problem: errorAt(file, 1, 'is no file; an article is a text file <id>.md') };
    if (stats.size > LARGEST_ARTICLE) {
      const message = `is larger than ${LARGEST_ARTICLE / 1000} kB; split it into several articles`;
      return { problem: errorAt(file, 1, message) };
    }
    return decodeText(await readFile(path), file);
  } catch (error) {
    return { problem: errorAt(file, 1, `cannot be read (${reasonOf(error)}); mend or remove it`) };
  }
}

/** Takes off `updates:` and `corrects:` that lead nowhere, so that every one that stays names an article. */
function linkArticles(readings: readonly ArticleReading[]): {
  articles: readonly Article[];
  problems: readonly Problem[];
} {
  const known = new Map(readings.flatMap(({ article }) => (article ? [[article.id, article] as const] : [])));
  const problems: Problem[] = [];
  const articles = readings.flatMap(({ article, lines }): Article[] => {
    if (!article) return [];
    let linked = article;
    for (const key of ['updates', 'corrects'] as const) {
      const target = article[key];
      if (target === undefined) continue;
      const wrong = whyNoLink(article, key, target, known);
      if (wrong === undefined) continue;
      problems.push(warningAt(`articles/${article.id}.md`, lines[key], `\`${key}\` ${wrong}`));
      const { [key]: _taken, ...rest } = linked;
      linked = rest;
    }
    return [linked];
  });
  return { articles, problems };
}

function whyNoLink(
  article: Article,
  key: 'updates' | 'corrects',
  target: ArticleId,
  known: ReadonlyMap<ArticleId, Article>,
): string | undefined {
  if (target === article.id) return 'names the article itself; name the earlier one, or remove the line';
  if (!known.has(target)) {
    const near = nearestName(target.replace(/\.md$/, ''), known.keys());
    return `names "${target}", which is no article that can be used; ${near ? `did you mean ${near}?` : 'mend or remove the line'}`;
  }
  const passed = new Set<ArticleId>([article.id]);
  for (let at: ArticleId | undefined = target; at !== undefined; at = known.get(at)?.[key]) {
    if (at === article.id)
      return `leads in a circle back to this article by way of "${target}"; remove one of them`;
    if (passed.has(at)) return undefined;
    passed.add(at);
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it is no folder',
    EISDIR: 'it is a folder',
    EACCES: 'access is denied',
    ELOOP: 'its link leads in a circle',
  };
  return known[code] ?? (code || String(error));
}
