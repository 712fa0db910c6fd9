import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventFolder, HELD_OUT, READ, TUNED, UNREAD } from '../bench/quality/events.ts';
import { asFloors, fallen, readFloors } from '../bench/quality/floors.ts';
import { judge, measure, normalise } from '../bench/quality/metrics.ts';
import { type Gold, readQuestionSet } from '../bench/quality/question-set.ts';
import { openSet } from '../bench/quality/searcher.ts';
import { attest } from '../bench/quality/systems.ts';
import { loadCorpus } from '../src/corpus/corpus.ts';
import { FIGURE_ROLES } from '../src/corpus/model.ts';

const EVENTS = [...TUNED, ...READ, ...UNREAD, ...HELD_OUT];

describe.each(EVENTS)('the questions of %s', async (name) => {
  const set = await readQuestionSet(eventFolder(name));
  const corpus = await loadCorpus(set.dataDir);
  const articles = new Map(corpus.articles.map((article) => [String(article.id), article]));

  /** Labels that do not stand in just one passage of their article. */
  const astray = (labels: readonly Gold[]) =>
    labels.filter(({ article, must_contain }) => {
      const passages = articles.get(article)?.passages ?? [];
      return passages.filter(({ text }) => normalise(text).includes(normalise(must_contain))).length !== 1;
    });

  it('are about a data folder without a problem', () => {
    expect(corpus.problems).toEqual([]);
  });

  it('each have an id of their own', () => {
    const ids = set.questions.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('have labels that each stand in one passage of their article', () => {
    const labels = set.questions.flatMap(({ gold, may, must_not }) =>
      [gold, may ?? [], must_not ?? []].flat(),
    );
    expect(astray(labels)).toEqual([]);
    expect(astray(set.figures)).toEqual([]);
    expect(astray(set.disagreements.flatMap(({ sides }) => sides))).toEqual([]);
  });

  it('have an answer where they are answerable, in no retracted article, and none where they are not', () => {
    for (const { id, answerable, gold } of set.questions) {
      expect(gold.length > 0, id).toBe(answerable);
      for (const { article } of gold) expect(articles.get(article)?.retracted, id).toBeUndefined();
    }
  });

  it('have sides and a last word among their answers', () => {
    for (const { id, gold, sides, latest, latest_any } of set.questions) {
      for (const index of [sides ?? [], latest ?? [], latest_any ?? []].flat(2)) {
        expect(gold[index], `${id}: ${index}`).toBeDefined();
      }
    }
  });

  it('have figures of roles that there are', () => {
    for (const { role } of set.figures) expect(FIGURE_ROLES).toContain(role);
  });
});

describe('quality', () => {
  it('is measured on every set of questions', async () => {
    const folders = await readdir(path.join(import.meta.dirname, 'quality'), { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(names.sort()).toEqual([...EVENTS].sort());
  });

  it.each(HELD_OUT)(
    'on %s, which nothing is fitted on, is no lower than it was',
    async (event) => {
      const set = await readQuestionSet(eventFolder(event));
      const system = await attest(await openSet(set));
      const judged = [];
      for (const question of set.questions) judged.push(judge(question, await system(question.question)));
      const reached = asFloors(measure(judged));
      const floors = await readFloors();
      expect(fallen(reached, floors[event]), JSON.stringify(reached)).toEqual([]);
    },
    180_000,
  );
});
