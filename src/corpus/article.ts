import { z } from 'zod';
import { isLanguage } from './event.ts';
import { readPassages } from './markdown.ts';
import type { Article, ArticleId, Passage, PassageId, Problem } from './model.ts';
import { errorAt, warningAt } from './problem.ts';
import { readPublished } from './published.ts';
import { splitSentences } from './sentences.ts';
import { readYamlMap, validateMap } from './yaml-map.ts';

/** Discord takes names of choices up to 100 characters, and publishers are offered as such. */
const LONGEST_PUBLISHER = 100;
const LONGEST_TITLE = 500;
const LONGEST_URL = 1500;

const ARTICLE_ID = /^[a-z0-9-]+$/;

/** Whether a file's name without `.md` can be the id of an article. */
export function isArticleId(name: string): name is ArticleId {
  return ARTICLE_ID.test(name) && name.length <= 60;
}

const required = (key: string, example: string) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined
          ? `is missing; add a line \`${key}: ${example}\``
          : `must be text, as in \`${key}: ${example}\``,
    })
    .transform(fold)
    .pipe(z.string().min(1, `is empty; write it as in \`${key}: ${example}\``));

const optional = z
  .string('must be text on one line')
  .transform(fold)
  .transform((value) => (value === '' || value === '~' ? undefined : value));

const frontMatter = z.strictObject({
  title: required('title', 'The headline').pipe(
    z.string().max(LONGEST_TITLE, `is longer than ${LONGEST_TITLE} characters; shorten it`),
  ),
  publisher: required('publisher', 'The publisher').pipe(
    z.string().max(LONGEST_PUBLISHER, `is longer than ${LONGEST_PUBLISHER} characters; shorten it`),
  ),
  published: required('published', '2031-03-14').transform((value, context) => {
    const reading = readPublished(value);
    if ('published' in reading) return reading;
    context.addIssue({ code: 'custom', message: reading.error });
    return z.NEVER;
  }),
  url: optional
    .refine((url) => url === undefined || isWebAddress(url), {
      error: ({ input }) =>
        `holds "${String(input).slice(0, 80)}"; write a whole address that begins with https:// or http://, or leave the line out`,
    })
    .optional(),
  author: z
    .union([optional, z.array(z.string()).transform((names) => names.map(fold).join(', ') || undefined)], {
      error: 'must be a name, or a list of names',
    })
    .optional(),
  language: optional
    .refine((tag) => tag === undefined || isLanguage(tag), 'must be a language tag such as en')
    .optional(),
  form: optional
    .pipe(
      z
        .enum(['full', 'summary'], "must be `full` (the publisher's own text) or `summary` (our words)")
        .optional(),
    )
    .optional(),
  updates: optional.optional(),
  corrects: optional.optional(),
  retracted: z
    .string('must be text: the reason')
    .transform(fold)
    .refine((reason) => !['', '~', 'false', 'no'].includes(reason.toLowerCase()), {
      error: 'takes the reason why the article was withdrawn; write it, or remove the line if it was not',
    })
    .optional(),
});

const KEYS = Object.keys(frontMatter.shape);

/** An article as its file alone tells; what it updates or corrects is not looked up yet. */
export interface ArticleReading {
  readonly article?: Article;
  readonly problems: readonly Problem[];
  /** The lines of `updates:` and `corrects:`, for problems found later. */
  readonly lines: { readonly updates: number; readonly corrects: number };
}

/** What an article takes from outside its file. */
export interface ArticleContext {
  readonly id: ArticleId;
  /** Path relative to the data folder, for problems. */
  readonly file: string;
  /** Of an article that names none. */
  readonly language: string;
}

/** Reads one article's file. The article is absent where a problem is an error. */
export async function readArticle(
  source: string,
  context: ArticleContext,
  pace: () => Promise<void>,
): Promise<ArticleReading> {
  const { id, file } = context;
  const none = { updates: 1, corrects: 1 };
  const parts = splitFrontMatter(source);
  if ('line' in parts) return { problems: [errorAt(file, parts.line, parts.error)], lines: none };
  const yaml = readYamlMap(parts.yaml, file, 2);
  if ('problems' in yaml) return { problems: yaml.problems, lines: none };
  const { map } = yaml;
  const { value, problems } = validateMap(frontMatter, map, file, KEYS);
  const found = [...problems];
  const body = await readPassages(parts.body, pace);
  found.push(
    ...body.problems.map((problem) => ({ ...problem, file, line: problem.line + parts.bodyLine - 1 })),
  );
  if (body.passages.length === 0 && body.problems.every(({ severity }) => severity === 'warning')) {
    found.push(
      errorAt(
        file,
        parts.bodyLine,
        'has no paragraph below the front matter; write the text of the article there',
      ),
    );
  }
  const lines = { updates: map.lineOf(['updates']), corrects: map.lineOf(['corrects']) };
  if (!value || found.some((p) => p.severity === 'error')) return { problems: found, lines };

  const { published, url, author, language, form, updates, corrects, retracted } = value;
  if (published.warning)
    found.push(warningAt(file, map.lineOf(['published']), `\`published\` ${published.warning}`));
  const passages = body.passages.map(({ text, heading }, i): Passage => {
    const number = i + 1;
    return {
      id: `${id}#${number}` as PassageId,
      article: id,
      number,
      text,
      sentences: splitSentences(text),
      ...(heading !== undefined && { heading }),
    };
  });
  const article: Article = {
    id,
    title: value.title,
    publisher: value.publisher,
    published: published.published,
    ...(url !== undefined && { url }),
    ...(author !== undefined && { author }),
    language: language ?? context.language,
    form: form ?? 'full',
    ...(updates !== undefined && { updates: updates as ArticleId }),
    ...(corrects !== undefined && { corrects: corrects as ArticleId }),
    ...(retracted !== undefined && { retracted }),
    passages,
  };
  return { article, problems: found, lines };
}

type Parts =
  | { readonly yaml: string; readonly body: string; readonly bodyLine: number }
  | { readonly error: string; readonly line: number };

/** Takes the front matter, between two lines `---`, off the body. */
function splitFrontMatter(source: string): Parts {
  if (source.trim() === '')
    return { error: 'is empty; write front matter and paragraphs, or remove the file', line: 1 };
  const opening = /^---[ \t]*\n/.exec(source);
  if (!opening)
    return {
      error: 'has no front matter; begin the file with a line `---`, the keys, and a line `---`',
      line: 1,
    };
  const closing = /^---[ \t]*$/m.exec(source.slice(opening[0].length));
  if (!closing)
    return { error: 'has front matter that does not end; put a line `---` below its last key', line: 1 };
  const yaml = source.slice(opening[0].length, opening[0].length + closing.index);
  const body = source.slice(opening[0].length + closing.index + closing[0].length + 1);
  return { yaml, body, bodyLine: yaml.split('\n').length + 2 };
}

function isWebAddress(text: string): boolean {
  if (/\s/.test(text) || text.length > LONGEST_URL || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && hostname !== '';
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
