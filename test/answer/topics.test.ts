import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventFolder, HELD_OUT, TUNED } from '../../bench/quality/events.ts';
import { judge, measure } from '../../bench/quality/metrics.ts';
import { readQuestionSet } from '../../bench/quality/question-set.ts';
import { createAnswerer } from '../../src/answer/answerer.ts';
import { signOf } from '../../src/answer/topic-signs.ts';
import { createTopicFinder, type TopicFinder } from '../../src/answer/topics.ts';
import { loadCommandModules } from '../../src/command/command-modules.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus, TopicDeclaration } from '../../src/corpus/model.ts';
import { createSearcher, type Language, loadLanguage, type Searcher } from '../../src/search/search.ts';
import { dataFolder } from '../corpus/data-folder.ts';

let language: Language;
let topics: readonly TopicDeclaration[];

beforeAll(async () => {
  const modules = await loadCommandModules(path.join(import.meta.dirname, '../../commands'));
  topics = modules.flatMap(({ command }) => command.topic ?? []);
  language = await loadLanguage();
}, 60_000);

const EVENT = 'title: Crash on the Vard line\ndate: 2040-05-04\nplace: Vard\n';
const article = (paragraphs: readonly string[]) =>
  `---\ntitle: Trains collide\npublisher: Vard Post\npublished: 2040-05-04\n---\n${paragraphs.join('\n\n')}\n`;

interface Found {
  readonly corpus: Corpus;
  readonly searcher: Searcher;
  readonly finder: TopicFinder;
}

async function read(paragraphs: readonly string[]): Promise<Found> {
  const corpus = await loadCorpus(
    await dataFolder({ 'event.yaml': EVENT, 'articles/crash.md': article(paragraphs) }),
  );
  const searcher = await createSearcher(corpus, language);
  return { corpus, searcher, finder: createTopicFinder(corpus, searcher) };
}

const topicOf = (declared: Partial<TopicDeclaration>): TopicDeclaration => ({
  name: 'tried',
  description: 'Tried',
  evidence: [],
  ...declared,
});

/** Numbers of the passages that belong to a topic, the surest first. */
async function belonging(declared: Partial<TopicDeclaration>, paragraphs: readonly string[]) {
  const { finder } = await read(paragraphs);
  return (await finder.passagesAbout(topicOf(declared))).map(({ passage }) => passage.number);
}

describe('a topic', () => {
  it('needs one piece of evidence or two hints', async () => {
    const paragraphs = ['A brass kettle.', 'A brass spoon.', 'A silver spoon.', 'A wooden bowl.'];
    const declared = { evidence: ['silver'], hints: ['brass', 'kettle'] };
    expect(await belonging(declared, paragraphs)).toEqual([3, 1]);
  });

  it('puts what is sure before what is likely, and figures before words', async () => {
    const paragraphs = ['Somebody died there.', 'A total of 14 people were killed.', 'A curfew began.'];
    expect(
      await belonging({ evidence: ['died'], figures: ['killed'], sure: ['curfew'] }, paragraphs),
    ).toEqual([3, 2, 1]);
  });

  it('finds things that must stand together, the weaker the farther they are apart', async () => {
    const paragraphs = [
      'The mayor spoke. It rained. Later somebody wept for the dead of the town.',
      'The mayor wept.',
      'A child wept.',
      'The mayor left.',
    ];
    expect(await belonging({ together: [[['mayor'], ['wept']]] }, paragraphs)).toEqual([2, 1]);
  });

  it('leaves out sentences that speak of something else', async () => {
    const paragraphs = [
      'Sixty sheep drowned.',
      'Two men drowned.',
      'Sixty sheep drowned. Two men drowned as well.',
    ];
    expect(await belonging({ evidence: ['drowned'], unless: ['sheep'] }, paragraphs)).toEqual([2, 3]);
  });

  it.each([
    ['In 2031 troops shot 12 people there.'],
    ['A crash on the same line killed 12 people two years ago.'],
    ['After the fire of 2031 the line was closed. Nine people had died.'],
    ['In February a collision killed one.'],
    ['A collision there last week killed one.'],
  ])('of this event leaves out “%s”', async (earlier) => {
    const declared = { evidence: ['shot', 'killed', 'died'] };
    expect(await belonging(declared, [earlier, 'One man died on Friday.'])).toEqual([2]);
    expect(await belonging({ ...declared, about: 'any' }, [earlier])).toEqual([1]);
  });

  it.each([
    ['Two people died in the station, which was built in 1931.'],
    ['Two people died near the tomb of the hero of the 1931 Vardian revolt.'],
    ['Two people died, and an inquiry will report in November.'],
  ])('of this event shows “%s”', async (passage) => {
    expect(await belonging({ evidence: ['died'] }, [passage])).toEqual([1]);
  });

  it('goes on with a paragraph that takes up the one before', async () => {
    const paragraphs = [
      'A group claimed the deed.',
      'The text named nobody.',
      'Rain fell.',
      'The text was long.',
    ];
    expect(await belonging({ evidence: ['claimed'], sequel: ['text'] }, paragraphs)).toEqual([1, 2]);
  });

  it('finds signs that no index knows, each time anew', async () => {
    const { finder } = await read(['At 07:40 the trains met.', 'The trains met.', '07:55: Help arrives.']);
    const declared = topicOf({ sure: ['#dated-entry'], evidence: ['#clock-time'] });
    for (let time = 0; time < 3; time++) {
      const found = await finder.passagesAbout({ ...declared });
      expect(found.map(({ passage }) => passage.number)).toEqual([3, 1]);
    }
  });

  it('shows by which words each passage belongs', async () => {
    const { finder } = await read(['The mayor of the town wept.']);
    const [found] = await finder.passagesAbout(topicOf({ together: [[['mayor'], ['wept']]] }));
    expect(found?.highlights.map(([start, end]) => found.passage.text.slice(start, end))).toEqual([
      'mayor',
      'wept',
    ]);
    expect(found?.score).toBeGreaterThan(0.5);
    expect(found?.score).toBeLessThanOrEqual(1);
  });
});

describe('the topics that ship', () => {
  it('name signs that exist', () => {
    for (const { name, sure = [], evidence, hints = [], together = [], unless = [] } of topics) {
      for (const entry of [...sure, ...evidence, ...hints, ...together.flat(2), ...unless]) {
        if (!entry.startsWith('#') || ['#earlier-time', '#column'].includes(entry)) continue;
        expect(signOf(entry), `${entry} of ${name}`).toBeDefined();
      }
    }
  });

  // Of the held-out events nothing but the sums is looked at, or printed.
  const measured = (event: string): readonly [recall: number, mostWrong: number] => {
    if (event === 'market-attack') return [0.57, 10];
    // Events of which no topic declaration was made with their labels in mind.
    if (event === 'ferry-loss' || event === 'airport-blast') return [0.62, 4];
    return event === 'night-train' ? [0.57, 2] : [0.7, 6];
  };
  it.each([...TUNED, ...HELD_OUT].map((event) => [event, ...measured(event)] as const))(
    'find what belongs to them in %s',
    async (event, recall, mostWrong) => {
      const set = await readQuestionSet(eventFolder(event));
      const corpus = await loadCorpus(set.dataDir);
      const answerer = createAnswerer(corpus, await createSearcher(corpus, language), topics);
      const judged = await Promise.all(
        set.questions.flatMap((question) => {
          const topic = topics.find(
            ({ name }) => question.kind === 'topic' && question.question === `/${name}`,
          );
          if (!topic) return [];
          return answerer.about(topic).then((answer) =>
            judge(question, {
              answered: answer.status === 'answered',
              passages:
                answer.status === 'answered'
                  ? answer.passages.map(({ passage }) => ({ article: passage.article, text: passage.text }))
                  : [],
            }),
          );
        }),
      );
      const { topicRecall, topicWrong } = measure(judged);
      expect(topicRecall.share).toBeGreaterThanOrEqual(recall);
      expect(topicWrong).toBeLessThanOrEqual(mostWrong);
    },
    60_000,
  );

  it('hold the event loop for no more than 50 ms at a time over 10,000 passages', async () => {
    const texts = await Promise.all(
      TUNED.map(async (name) => (await loadCorpus(path.join(eventFolder(name), 'data'))).articles),
    );
    const paragraphs = texts
      .flat()
      .flatMap(({ passages }) => passages.map(({ text }) => text.replace(/^[#>\-+*\d]+/, 'x')));
    const many = Array.from({ length: 10_000 }, (_, index) => paragraphs[index % paragraphs.length] ?? '');
    const corpus = await loadCorpus(
      await dataFolder({
        'event.yaml': EVENT,
        ...Object.fromEntries(
          Array.from({ length: 100 }, (_, index) => [
            `articles/a${index}.md`,
            article(many.slice(index * 100, index * 100 + 100)),
          ]),
        ),
      }),
    );
    expect(corpus.articles).toHaveLength(100);
    const finder = createTopicFinder(corpus, await createSearcher(corpus, language));
    // Time of the processor, not of the clock: other programs run on the same machine.
    const turns: number[] = [];
    let last = process.cpuUsage();
    const clock = setInterval(() => {
      const { user, system } = process.cpuUsage(last);
      turns.push((user + system) / 1000);
      last = process.cpuUsage();
    }, 1);
    for (const { examples: _, ...topic } of topics.slice(0, 4)) {
      const found = await finder.passagesAbout(topic);
      expect(found.length).toBeGreaterThan(0);
      expect(await finder.passagesAbout(topic), 'what is remembered').toBe(found);
    }
    clearInterval(clock);
    // Not the very longest: those are the collector of garbage.
    turns.sort((a, b) => a - b);
    expect(turns[Math.floor(turns.length * 0.97)]).toBeLessThan(50);
  }, 120_000);
});
