import { describe, expect, it } from 'vitest';
import { findRevisions, newestFirst } from '../../src/answer/revisions.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Article } from '../../src/corpus/model.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';

type Keys = Readonly<Record<string, string>>;

/** The revisions of articles that are given by their keys, as `id: kind by`. */
async function revisionsOf(
  articles: Readonly<Record<string, Keys>>,
): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(articles).map(([id, keys]) => [`articles/${id}.md`, articleText(keys)]);
  const revisions = findRevisions(await loadCorpus(await dataFolder(Object.fromEntries(files))));
  return Object.fromEntries([...revisions].map(([id, { kind, by }]) => [id, `${kind} by ${by.id}`]));
}

const at = (published: string, more: Keys = {}): Keys => ({ published, ...more });
const first = at('2041-05-02T08:00:00Z');

describe('findRevisions', () => {
  it.each<[string, Readonly<Record<string, Keys>>, Readonly<Record<string, string>>]>([
    ['none', { first, other: at('2041-05-03') }, {}],
    ['an update', { first, next: at('2041-05-03', { updates: 'first' }) }, { first: 'updated by next' }],
    [
      'a correction',
      { first, next: at('2041-05-03', { corrects: 'first' }) },
      { first: 'corrected by next' },
    ],
    [
      'the newest of several updates',
      { first, b: at('2041-05-04', { updates: 'first' }), a: at('2041-05-05', { updates: 'first' }) },
      { first: 'updated by a' },
    ],
    [
      'a correction before a newer update',
      { first, fix: at('2041-05-03', { corrects: 'first' }), next: at('2041-05-04', { updates: 'first' }) },
      { first: 'corrected by fix' },
    ],
    [
      'a correction after an older update',
      { first, next: at('2041-05-03', { updates: 'first' }), fix: at('2041-05-04', { corrects: 'first' }) },
      { first: 'corrected by fix' },
    ],
    [
      'no revision by a retracted article',
      { first, fix: at('2041-05-03', { corrects: 'first', retracted: 'wrong as well' }) },
      {},
    ],
    [
      'one for each article of a chain',
      { first, b: at('2041-05-03', { updates: 'first' }), c: at('2041-05-04', { updates: 'b' }) },
      { first: 'updated by b', b: 'updated by c' },
    ],
  ])('finds %s', async (_, articles, expected) => {
    expect(await revisionsOf(articles)).toEqual(expected);
  });
});

describe('the age of articles', () => {
  const article = async (published: string): Promise<Article> => {
    const corpus = await loadCorpus(await dataFolder({ 'articles/a.md': articleText({ published }) }));
    const [only] = corpus.articles;
    if (!only) throw new Error('no article');
    return only;
  };

  it.each([
    ['2041-05-03', '2041-05-02', 'newer'],
    ['2041-05-02T09:00:00Z', '2041-05-02T08:00:00Z', 'newer'],
    ['2041-05-02T09:00:00+02:00', '2041-05-02T08:00:00Z', 'older'],
    ['2041-05-02T09:00:00Z', '2041-05-02', 'newer'],
    ['2041-05-02', '2041-05-02', 'equal'],
  ])('of %s and %s the first is %s', async (one, other, expected) => {
    const difference = newestFirst(await article(one), await article(other));
    expect(difference < 0 ? 'newer' : difference > 0 ? 'older' : 'equal').toBe(expected);
  });
});
