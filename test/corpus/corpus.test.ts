import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LARGEST_ARTICLE, loadCorpus } from '../../src/corpus/corpus.ts';
import { CorpusError } from '../../src/corpus/corpus-error.ts';
import type { ArticleId, PassageId } from '../../src/corpus/model.ts';
import { describeProblem } from '../../src/corpus/problem.ts';
import { articleText, dataFolder } from './data-folder.ts';

const GOOD = { 'articles/good.md': articleText() };

/** The problems of a folder with one good article and these files, as lines. */
async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const corpus = await loadCorpus(await dataFolder({ ...GOOD, ...files }));
  return corpus.problems.map(describeProblem);
}

describe('loadCorpus', () => {
  it('reads articles with their passages and sentences', async () => {
    const keys = { url: 'https://example.org/a', author: 'Ada Berg', language: 'en', form: 'summary' };
    const body = '# Morning\n\nThe roof fell in. Nobody was hurt.\n\n> We ran.\n';
    const corpus = await loadCorpus(await dataFolder({ 'articles/fire-1.md': articleText(keys, body) }));
    expect(corpus.problems).toEqual([]);
    expect(corpus.articles).toEqual([
      {
        id: 'fire-1',
        title: 'Cannery burns',
        publisher: 'Fjord Post',
        published: { text: '2041-05-02', day: '2041-05-02' },
        ...keys,
        passages: [
          {
            id: 'fire-1#1',
            article: 'fire-1',
            number: 1,
            text: 'The roof fell in. Nobody was hurt.',
            sentences: [
              [0, 17],
              [18, 34],
            ],
            heading: 'Morning',
          },
          {
            id: 'fire-1#2',
            article: 'fire-1',
            number: 2,
            text: 'We ran.',
            sentences: [[0, 7]],
            heading: 'Morning',
          },
        ],
      },
    ]);
    expect(corpus.article('fire-1' as ArticleId)?.title).toBe('Cannery burns');
    expect(corpus.passage('fire-1#2' as PassageId)?.text).toBe('We ran.');
    expect(corpus.passage('fire-1#3' as PassageId)).toBeUndefined();
    expect(corpus.passage('fire-1#02' as PassageId)).toBeUndefined();
    expect(corpus.passage('nothing' as PassageId)).toBeUndefined();
  });

  it('takes texts that look like other things as they are written', async () => {
    const text = articleText({ title: '1984', publisher: 'No', author: '[Ada, Bo]' });
    const { articles } = await loadCorpus(await dataFolder({ 'articles/a.md': text }));
    expect(articles[0]).toMatchObject({ title: '1984', publisher: 'No', author: 'Ada, Bo' });
  });

  it('sorts articles by publication, the oldest first', async () => {
    const corpus = await loadCorpus(
      await dataFolder({
        'articles/c.md': articleText({ published: '2041-05-02T09:00:00Z' }),
        'articles/b.md': articleText({ published: '2041-05-03' }),
        'articles/a.md': articleText({ published: '2041-05-02' }),
      }),
    );
    expect(corpus.articles.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  it('reads files with CRLF and a byte order mark as any other', async () => {
    const text = `\uFEFF${articleText({}, 'One.\n\nTwo.\n').replaceAll('\n', '\r\n')}`;
    const corpus = await loadCorpus(await dataFolder({ 'articles/a.md': text }));
    expect(corpus.problems).toEqual([]);
    expect(corpus.articles[0]?.passages.map((passage) => passage.text)).toEqual(['One.', 'Two.']);
  });

  it.each([
    ['no title', articleText({ title: undefined }), ':2: `title` is missing'],
    ['no publisher', articleText({ publisher: undefined }), ':2: `publisher` is missing'],
    ['an empty publisher', articleText({ publisher: '' }), ':3: `publisher` is empty'],
    ['no date', articleText({ published: undefined }), ':2: `published` is missing'],
    [
      'a date that does not exist',
      articleText({ published: '2041-02-30' }),
      ':4: `published` holds "2041-02-30"',
    ],
    ['a date in words', articleText({ published: 'May 2, 2041' }), ':4: `published` holds "May 2, 2041"'],
    ['a relative address', articleText({ url: '/news/1' }), ':5: `url` holds "/news/1"'],
    ['another scheme', articleText({ url: 'javascript:alert(1)' }), ':5: `url` holds'],
    ['a space in the address', articleText({ url: 'https://example.org/a b' }), ':5: `url` holds'],
    ['another form', articleText({ form: 'part' }), ':5: `form` must be `full`'],
    ['a wrong language', articleText({ language: '??' }), ':5: `language` must be'],
    ['retracted without a reason', articleText({ retracted: '' }), ':5: `retracted` takes the reason'],
    ['retracted: false', articleText({ retracted: 'false' }), ':5: `retracted` takes the reason'],
    ['a colon in the title', articleText({ title: 'Fire: the end' }), ':2: has a colon within a value'],
    ['no front matter', 'Just text.\n', ':1: has no front matter'],
    ['front matter without end', '---\ntitle: x\n\nText.\n', ':1: has front matter that does not end'],
    ['empty front matter', '---\n---\n\nText.\n', ':2: holds no keys'],
    ['no body', articleText({}, ''), ':6: has no paragraph'],
    ['a body of headings', articleText({}, '# Only this\n'), ':6: has no paragraph'],
    ['nothing', '', ':1: is empty'],
    ['white space', ' \n\n', ':1: is empty'],
  ])('leaves out an article with %s, and says where', async (_name, text, message) => {
    const corpus = await loadCorpus(await dataFolder({ ...GOOD, 'articles/bad.md': text }));
    expect(corpus.articles.map(({ id }) => id)).toEqual(['good']);
    const lines = corpus.problems.map(describeProblem);
    expect(lines).toContainEqual(expect.stringContaining(`articles/bad.md${message}`));
    for (const line of lines) expect(line).not.toContain('\n');
  });

  it('refuses what is not UTF-8, with the line', async () => {
    const latin1 = Buffer.concat([
      Buffer.from(articleText({}, 'One.\n\nThe caf')),
      Buffer.from([0xe9, 0x0a]),
    ]);
    expect(await problemsOf({ 'articles/bad.md': latin1 })).toEqual([
      'articles/bad.md:9: is not UTF-8 from here on; save the file as UTF-8',
    ]);
    const utf16 = Buffer.from(`\uFEFF${articleText()}`, 'utf16le');
    expect(await problemsOf({ 'articles/bad.md': utf16 })).toEqual([
      'articles/bad.md:1: is UTF-16; save the file as UTF-8',
    ]);
    expect(await problemsOf({ 'articles/bad.md': articleText({}, 'One.\n\u0000') })).toEqual([
      expect.stringContaining('articles/bad.md:8: holds a zero byte'),
    ]);
  });

  it('refuses a file larger than an article can be', async () => {
    const huge = articleText({}, 'x '.repeat(LARGEST_ARTICLE / 2));
    expect(await problemsOf({ 'articles/huge.md': huge })).toEqual([
      expect.stringContaining('articles/huge.md:1: is larger'),
    ]);
  });

  it('names files whose names cannot be ids, and what they could be called', async () => {
    expect(
      await problemsOf({
        'articles/Good.md': articleText(),
        'articles/Café Fire_2.md': articleText(),
        'articles/notes.txt': 'x',
        'articles/map.png': 'x',
        'articles/.hidden': 'x',
        [`articles/${'a'.repeat(61)}.md`]: articleText(),
      }),
    ).toEqual([
      expect.stringMatching(/^articles\/Café Fire_2\.md:1: .*rename it to caf-fire-2\.md$/),
      expect.stringMatching(/^articles\/Good\.md:1: .*the id of good\.md is taken/),
      expect.stringMatching(/^articles\/a{61}\.md:1: .*at most 60/),
      expect.stringMatching(/^articles\/map\.png:1: is no article and not read/),
      expect.stringMatching(/^articles\/notes\.txt:1: .*rename it to notes\.md$/),
    ]);
  });

  it('refuses folders and broken links that are called like articles, and follows good links', async () => {
    const folder = await dataFolder(GOOD);
    await mkdir(join(folder, 'articles/folder.md'));
    await symlink('nowhere.md', join(folder, 'articles/broken.md'));
    await symlink('circle.md', join(folder, 'articles/circle.md'));
    await symlink('good.md', join(folder, 'articles/linked.md'));
    const corpus = await loadCorpus(folder);
    expect(corpus.articles.map(({ id }) => id)).toEqual(['good', 'linked']);
    expect(corpus.problems.map(describeProblem)).toEqual([
      'articles/broken.md:1: cannot be read (it does not exist); mend or remove it',
      'articles/circle.md:1: cannot be read (its link leads in a circle); mend or remove it',
      'articles/folder.md:1: is no file; an article is a text file <id>.md',
    ]);
  });

  it('warns of unknown keys and keeps the article', async () => {
    expect(await problemsOf({ 'articles/b.md': articleText({ pubisher: 'x' }) })).toEqual([
      'articles/b.md:5: `pubisher` is no key that is known here; did you mean `publisher`?',
    ]);
  });

  it('warns of updates and corrections that lead nowhere, and takes them off', async () => {
    const folder = await dataFolder({
      'articles/a.md': articleText({ updates: 'a' }),
      'articles/b.md': articleText({ corrects: 'c-1' }),
      'articles/c.md': articleText({ updates: 'd' }),
      'articles/d.md': articleText({ updates: 'c', corrects: 'a' }),
      'articles/e.md': articleText({ updates: 'd' }),
      'articles/f.md': articleText({ updates: 'bad' }),
      'articles/bad.md': 'nothing',
    });
    const { articles, problems } = await loadCorpus(folder);
    const links = articles.flatMap(({ id, updates, corrects }) =>
      (updates ?? corrects) ? [[id, updates, corrects]] : [],
    );
    expect(links).toEqual([
      ['d', undefined, 'a'],
      ['e', 'd', undefined],
    ]);
    expect(problems.filter((p) => p.severity === 'warning').map(describeProblem)).toEqual([
      'articles/a.md:5: `updates` names the article itself; name the earlier one, or remove the line',
      'articles/b.md:5: `corrects` names "c-1", which is no article that can be used; mend or remove the line',
      'articles/c.md:5: `updates` leads in a circle back to this article by way of "d"; remove one of them',
      'articles/d.md:5: `updates` leads in a circle back to this article by way of "c"; remove one of them',
      'articles/f.md:5: `updates` names "bad", which is no article that can be used; mend or remove the line',
    ]);
  });

  it.each([
    ['no event.yaml', { 'event.yaml': '' }, 'event.yaml:1: holds no keys'],
    ['a wrong event.yaml', { 'event.yaml': 'title: x\ndate: soon\n' }, 'event.yaml:2: `date` must be'],
    ['no usable article', { 'articles/good.md': 'x' }, 'articles:1: holds no article that can be used'],
    [
      'retracted articles alone',
      { 'articles/good.md': articleText({ retracted: 'invented' }) },
      'holds retracted articles alone',
    ],
  ])('cannot be used with %s', async (_name, files, message) => {
    const error = await loadCorpus(await dataFolder({ ...GOOD, ...files })).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(CorpusError);
    expect(String(error)).toContain(message);
  });

  it('says so where the folder, or its articles/, does not exist', async () => {
    await expect(loadCorpus('/nowhere/at-all')).rejects.toThrow(
      'event.yaml:1: cannot be read (it does not exist)',
    );
    await expect(loadCorpus(await dataFolder({}))).rejects.toThrow(
      'articles:1: cannot be read (it does not exist)',
    );
  });

  it('leaves the event loop free while it reads thousands of articles', async () => {
    const paragraphs = Array.from(
      { length: 12 },
      (_, i) => `The *river* rose by ${i} metres in the U.S. on Monday.`,
    );
    const files = Array.from(
      { length: 1500 },
      (_, i) => [`articles/a-${i}.md`, articleText({}, paragraphs.join('\n\n'))] as const,
    );
    const long = articleText({}, 'The water rose again. '.repeat(8).concat('\n\n').repeat(2500));
    const folder = await dataFolder({ ...Object.fromEntries(files), 'articles/long.md': long });
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const corpus = await loadCorpus(folder);
    clearInterval(timer);
    expect(corpus.articles).toHaveLength(1501);
    // The machine may be busy besides; blocked for good, this takes a second and more.
    expect(longest).toBeLessThan(250);
  });
});
