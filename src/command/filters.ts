import type { Filters } from '../answer/answer.ts';
import type { Corpus } from '../corpus/model.ts';
import { isCalendarDay } from '../corpus/published.ts';
import { UserError } from '../user-error.ts';
import type { OptionValues, Suggestion } from './command.ts';

/** The options that narrow an answer; the same on every command that has them. */
export const FILTER_OPTIONS = {
  publisher: { description: 'Only what this publisher reports', autocomplete: true, maxLength: 100 },
  since: { description: 'Only articles published on this day or later, as YYYY-MM-DD', maxLength: 10 },
} as const;

/**
 * The filters that were typed, the publisher by its name in the corpus.
 *
 * @throws UserError where no article is by that publisher, or where `since` is no day.
 */
export function readFilters(options: OptionValues<'publisher' | 'since'>, corpus: Corpus): Filters {
  const { publisher, since } = options;
  return {
    ...(publisher !== undefined && { publisher: resolvePublisher(publisher, corpus) }),
    ...(since !== undefined && { since: readDay(since) }),
  };
}

function readDay(text: string): string {
  if (isCalendarDay(text)) return text;
  throw new UserError(
    `“${shorten(text)}” is no day that I can read. Write it as YYYY-MM-DD, for example 2031-03-14.`,
  );
}

/** The names of those whose articles can be quoted, by alphabet. */
export function publishersOf(corpus: Corpus): readonly string[] {
  const names = new Map<string, string>();
  for (const { publisher, retracted } of corpus.articles) {
    const key = publisher.toLowerCase();
    if (retracted === undefined && !names.has(key)) names.set(key, publisher);
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b, 'en'));
}

/**
 * The publisher that is meant: by its whole name, or by a part that only one has.
 *
 * @throws UserError naming the publishers there are.
 */
export function resolvePublisher(typed: string, corpus: Corpus): string {
  const publishers = publishersOf(corpus);
  const wanted = typed.toLowerCase();
  const exact = publishers.find((name) => name.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const parts = publishers.filter((name) => name.toLowerCase().includes(wanted));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const listed = (parts.length > 1 ? parts : publishers).slice(0, 20).join(', ');
  throw new UserError(
    parts.length > 1
      ? `“${shorten(typed)}” could be any of these: ${listed}. Choose one.`
      : `I have no article by “${shorten(typed)}”. My publishers are: ${listed}.`,
  );
}

/** Publishers whose name has the typed text, those first that begin with it. */
export function suggestPublishers(corpus: Corpus, text: string): readonly Suggestion[] {
  return rankByText(publishersOf(corpus), text, (name) => name).map((name) => ({ name, value: name }));
}

/** The items whose text has every typed word, those first that begin with what was typed; at most 25. */
export function rankByText<T>(items: readonly T[], typed: string, textOf: (item: T) => string): readonly T[] {
  const wanted = typed.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const texts = items.map((item) => ({ item, text: textOf(item).toLowerCase() }));
  const found = texts.filter(({ text }) => words.every((word) => text.includes(word)));
  const begin = found.filter(({ text }) => text.startsWith(wanted));
  const rest = found.filter(({ text }) => !text.startsWith(wanted));
  return [...begin, ...rest].slice(0, 25).map(({ item }) => item);
}

/** What was typed, short enough to be repeated in a message. */
export function shorten(text: string, limit = 80): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= limit ? characters.join('') : `${characters.slice(0, limit - 1).join('')}…`;
}
