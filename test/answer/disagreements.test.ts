import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Citation } from '../../src/answer/answer.ts';
import { findDisagreements } from '../../src/answer/disagreements.ts';
import { createSites } from '../../src/answer/figure-sites.ts';
import { createFigureReader, type FigureReader, figuresOf } from '../../src/answer/figures.ts';
import { findRevisions } from '../../src/answer/revisions.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import { type Corpus, FIGURE_ROLES, type FigureRole } from '../../src/corpus/model.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** A corpus of one event on 3 May 2033; each article as `id: [published, body, further front matter]`. */
async function corpusOf(
  articles: Readonly<Record<string, readonly [string, string, string?]>>,
): Promise<Corpus> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attest-figures-'));
  folders.push(folder);
  await mkdir(path.join(folder, 'articles'));
  await writeFile(path.join(folder, 'event.yaml'), 'title: Fire in Orrin\ndate: 2033-05-03\nplace: Orrin\n');
  for (const [id, [published, body, more = '']] of Object.entries(articles)) {
    const publisher = more.startsWith('publisher:') ? '' : `publisher: The ${id}\n`;
    const front = `title: Fire (${id})\n${publisher}published: ${published}\n${more}`;
    await writeFile(path.join(folder, 'articles', `${id}.md`), `---\n${front}\n---\n\n${body}\n`);
  }
  return loadCorpus(folder);
}

const cite = (corpus: Corpus): readonly Citation[] => {
  const revisions = findRevisions(corpus);
  return corpus.articles.flatMap((article) =>
    article.passages.map((passage) => {
      const revisedBy = revisions.get(article.id);
      const rest = { score: 1, highlights: [], focus: [0, passage.text.length] as const };
      return { article, passage, ...rest, ...(revisedBy && { revisedBy }) };
    }),
  );
};

const figures = async (corpus: Corpus, roles: readonly FigureRole[] = FIGURE_ROLES) => {
  const { siteOf } = createSites(corpus.event, await loadLexicon());
  const readAll = createFigureReader(corpus.event, { siteOf });
  const readAsked: FigureReader = (...place) => readAll(...place).filter(({ role }) => roles.includes(role));
  return figuresOf(cite(corpus), readAsked).map(
    ({ role, value, latest }) => `${role} ${value}${latest ? ' latest' : ''}`,
  );
};

describe('figuresOf', () => {
  test('orders the figures by role and time and marks the latest', async () => {
    const corpus = await corpusOf({
      noon: ['2033-05-03T12:00:00Z', 'Nine people died, police said, and 20 were injured.'],
      dawn: ['2033-05-03T06:00:00Z', 'Four people died, police said.'],
    });
    expect(await figures(corpus)).toEqual(['killed 4', 'killed 9 latest', 'injured 20']);
  });

  test('marks none where the newest articles are equally new', async () => {
    const corpus = await corpusOf({
      one: ['2033-05-03', 'Nine people died.'],
      two: ['2033-05-03', 'Four people died.'],
    });
    expect(await figures(corpus)).toEqual(['killed 9', 'killed 4']);
  });

  test('never marks a part, a figure of another event or of an article that was updated', async () => {
    const corpus = await corpusOf({
      old: ['2033-05-03T06:00:00Z', 'Four people died.'],
      mid: ['2033-05-03T09:00:00Z', 'Seven people died, including two children.'],
      new: ['2033-05-04T09:00:00Z', 'A fire there in 2021 killed 30 people.', 'updates: old\n'],
    });
    expect(await figures(corpus)).toEqual(['killed 4', 'killed 7', 'killed 2']);
  });

  test('gives the roles that were asked for alone', async () => {
    const corpus = await corpusOf({ one: ['2033-05-03', 'Nine people died and 20 were injured.'] });
    expect(await figures(corpus, ['injured'])).toEqual(['injured 20']);
    expect(await figures(corpus, ['missing'])).toEqual([]);
  });
});

describe('findDisagreements', () => {
  const differ = async (corpus: Corpus) =>
    findDisagreements(corpus, await loadLexicon()).map(
      ({ about, kind, sides }) =>
        `${about} ${kind}: ${sides
          .map(({ article }) => article.id)
          .sort()
          .join(' ')}`,
    );

  test('flags counts that cannot both hold at one time', async () => {
    const corpus = await corpusOf({
      one: ['2033-05-03T12:00:00Z', 'Police said 52 people were injured.'],
      two: ['2033-05-03T13:00:00Z', 'Doctors said 39 people were injured.'],
    });
    expect(await differ(corpus)).toEqual(['injured incompatible: one two']);
  });

  test('tells a rough count from an exact one', async () => {
    const corpus = await corpusOf({
      one: ['2033-05-03T12:00:00Z', 'About 40 people were injured, police said.'],
      two: ['2033-05-03T13:00:00Z', 'Doctors said 39 people were injured.'],
    });
    expect(await differ(corpus)).toEqual(['injured imprecise: one two']);
  });

  test.each([
    ['a toll that grew', 'Four people died, police said.', 'Nine people died, police said.', '18'],
    ['an open count that is met', 'At least 12 people died.', 'Police said 13 people died.', '13'],
    ['more than what is met', 'More than 30 people were hurt.', 'Police said 39 people were hurt.', '13'],
    ['the same count', 'Nine people died.', 'Nine people were killed.', '13'],
    ['another event', 'Nine people died.', 'A fire in 2021 killed 30 people.', '13'],
  ])('does not flag %s', async (_, first, second, hour) => {
    const corpus = await corpusOf({
      one: ['2033-05-03T12:00:00Z', first],
      two: [`2033-05-03T${hour}:00:00Z`, second],
    });
    expect(await differ(corpus)).toEqual([]);
  });

  test('flags two counts that one article gives of two speakers', async () => {
    const corpus = await corpusOf({
      one: ['2033-05-03', 'Nine people died, the ministry said. Activists claim 16 deaths.'],
    });
    expect(await differ(corpus)).toEqual(['killed incompatible: one one']);
  });

  test('takes arrests that one article tells one after another for those of others', async () => {
    const apart = [
      'Six people were arrested in Orrin, the mayor said.',
      'Seven people were arrested, police said.',
    ];
    expect(await differ(await corpusOf({ one: ['2033-05-03', apart.join('\n\n')] }))).toEqual([]);
    const beside = apart.join(' ');
    expect(await differ(await corpusOf({ one: ['2033-05-03', beside] }))).toEqual([
      'arrested incompatible: one one',
    ]);
  });

  describe('of an event at two places', () => {
    const twoPlaces = (one: string, two: string) =>
      corpusOf({
        one: ['2033-05-03T12:00:00Z', one],
        two: ['2033-05-03T13:00:00Z', two],
        three: [
          '2033-05-03T13:00:00Z',
          'Two people were hurt in the mosque.\n\nOne man was hurt at the bridge.',
        ],
        four: [
          '2033-05-03T13:00:00Z',
          'Two people were hurt in the mosque.\n\nOne man was hurt at the bridge.',
        ],
      });

    test.each([
      ['counts of two places', 'Four gunmen stormed the mosque.', 'Two gunmen stood on the bridge.'],
      [
        'a count of one place and a higher one of all',
        'Four gunmen stormed the mosque.',
        'There were six gunmen.',
      ],
    ])('does not flag %s', async (_, one, two) => {
      expect(await differ(await twoPlaces(one, two))).toEqual([]);
    });

    test.each([
      ['counts of one place', 'Four gunmen stormed the mosque.', 'Five gunmen attacked the mosque.'],
      [
        'a count of one place and a lower one of all',
        'Four gunmen stormed the mosque.',
        'There were three gunmen.',
      ],
    ])('flags %s', async (_, one, two) => {
      expect(await differ(await twoPlaces(one, two))).toEqual(['attackers incompatible: one two']);
    });
  });

  test.each([
    ['the parts of one whole', 'Five men and one woman died.', 'Six people died.'],
    ['what was first reported', 'Two men died. At first six deaths had been reported.', 'Two people died.'],
  ])('does not flag %s', async (_, one, two) => {
    const corpus = await corpusOf({ one: ['2033-05-03T12:00:00Z', one], two: ['2033-05-03T13:00:00Z', two] });
    expect(await differ(corpus)).toEqual([]);
  });

  test('marks the latest of an event at one place, wherever it is told', async () => {
    const corpus = await corpusOf({
      one: ['2033-05-03T12:00:00Z', 'Nine people died.'],
      two: ['2033-05-03T18:00:00Z', 'Eleven people died in the mosque.'],
    });
    expect(await figures(corpus)).toEqual(['killed 9', 'killed 11 latest']);
  });

  test('flags what one article counts and another reports as denied', async () => {
    const corpus = await corpusOf({
      one: ['2033-05-03T12:00:00Z', 'Three guards of the Brisk company were arrested on Tuesday.'],
      two: [
        '2033-05-03T20:00:00Z',
        'Police denied reports that guards of the Brisk company had been detained.',
      ],
    });
    expect(await differ(corpus)).toEqual(['arrested denied: one two']);
  });

  test('holds who was aboard against what was published before it was given anew', async () => {
    const corpus = await corpusOf({
      dawn: ['2033-05-03T06:00:00Z', 'The ferry had 233 people aboard.'],
      noon: ['2033-05-03T12:00:00Z', 'There were 247 people aboard the ferry.'],
      night: ['2033-05-03T22:00:00Z', 'There were 310 people aboard the ferry.', 'updates: dawn\n'],
      next: ['2033-05-04T10:00:00Z', 'The ferry had 310 people aboard.'],
    });
    expect(await differ(corpus)).toEqual([
      'aboard incompatible: dawn noon',
      'aboard incompatible: night noon',
      'aboard incompatible: next noon',
    ]);
  });

  test('flags a count that a later text still gives beside a higher one', async () => {
    const corpus = await corpusOf({
      morning: ['2033-05-03T08:00:00Z', 'Two people died, the ministry said.'],
      noon: ['2033-05-03T13:00:00Z', 'Five people died, doctors said.'],
      night: [
        '2033-05-03T21:00:00Z',
        'Seven people died, the medics said. The government still speaks of two deaths.',
      ],
    });
    expect(await differ(corpus)).toEqual([
      'killed incompatible: morning noon',
      'killed incompatible: night night',
    ]);
  });

  test.each([
    ['other people', 'Three gunmen took part, the minister said.', ['attackers incompatible: one two']],
    ['the publisher itself, who knows better by then', 'Three gunmen took part.', []],
  ])('of two articles of one publisher, sets apart counts of %s', async (_, first, expected) => {
    const publisher = 'publisher: The Korr Mail\n';
    const corpus = await corpusOf({
      one: ['2033-05-03T12:00:00Z', first, publisher],
      two: ['2033-05-04T12:00:00Z', 'Four gunmen took part, the prosecutor said.', publisher],
    });
    expect(await differ(corpus)).toEqual(expected);
  });

  test('leaves retracted articles out', async () => {
    const corpus = await corpusOf({
      one: ['2033-05-03T12:00:00Z', 'Police said 52 people were injured.'],
      two: ['2033-05-03T13:00:00Z', 'Doctors said 39 people were injured.', 'retracted: It was made up.\n'],
    });
    expect(await differ(corpus)).toEqual([]);
  });
});
