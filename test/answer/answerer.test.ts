import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Answered, Filters } from '../../src/answer/answer.ts';
import { type Answerer, createAnswerer } from '../../src/answer/answerer.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus, TopicDeclaration } from '../../src/corpus/model.ts';
import { createSearcher, type Searcher, type SearchResult } from '../../src/search/search.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';
import { anyText } from '../language/any-text.ts';
import { language, readFerry } from '../search/newsroom.ts';

const TOLL: TopicDeclaration = {
  name: 'toll',
  description: 'Killed and injured',
  evidence: ['killed', 'died', 'injured'],
  figures: ['killed', 'injured'],
  examples: ['how many victims'],
};
const WEATHER: TopicDeclaration = { name: 'weather', description: 'The weather', evidence: ['fog', 'storm'] };
const BANDITS: TopicDeclaration = {
  name: 'bandits',
  description: 'Bandits',
  evidence: ['smugglers', 'bandits'],
};

let corpus: Corpus;
let answerer: Answerer;
beforeAll(async () => {
  corpus = await readFerry();
  answerer = createAnswerer(corpus, await createSearcher(corpus, language), [TOLL, WEATHER, BANDITS]);
});

async function answered(question: string, filters?: Filters): Promise<Answered> {
  return expectAnswered(await answerer.ask(question, filters));
}

function expectAnswered(answer: Answer): Answered {
  if (answer.status !== 'answered') throw new Error(`refused as ${answer.reason}: ${answer.question}`);
  return answer;
}

/** A searcher whose results are changed. */
async function changed(change: (result: SearchResult, question: string) => SearchResult): Promise<Searcher> {
  const searcher = await createSearcher(corpus, language);
  return {
    analyzer: searcher.analyzer,
    complete: searcher.complete,
    readings: searcher.readings,
    facts: (passage) => searcher.facts(passage),
    holding: (...args) => searcher.holding(...args),
    writeOut: (question) => searcher.writeOut(question),
    search: async (question, options) => change(await searcher.search(question, options), question),
  };
}

/**
 * As if a model had read all passages with the question, and taken those that hold the word for answers. All speak
 * nearly as strongly.
 */
const asIfRead = (answer: string, { otherwise }: { otherwise: number }): Promise<Searcher> =>
  changed((result) => {
    const passages = result.passages.map((found) => {
      const answers = found.passage.text.includes(answer);
      const reading = answers ? 0.98 : otherwise;
      const signals = { ...found.signals, reading, readingOdds: reading * 1.2 };
      return { ...found, signals, strength: answers ? 10 : 9 };
    });
    passages.sort((a, b) => b.strength - a.strength);
    return { ...result, passages, hasVectors: true };
  });

/** As if a model had taken what holds the word for chatter. */
const asIfChatter = async (word: string): Promise<Answerer> =>
  createAnswerer(
    corpus,
    await changed((result, question) => ({ ...result, asking: question.includes(word) ? 0.1 : 1 })),
    [TOLL],
  );

const texts = ({ passages }: Answered) => passages.map(({ passage }) => passage.text);

describe('an answer to a question', () => {
  it('keeps the question as it was asked, and says of when it is', async () => {
    const answer = await answered('  how many people were killed?? ');
    expect(answer.question).toBe('  how many people were killed?? ');
    const days = answer.passages.map(({ article }) => article.published.text).sort();
    expect(answer.asOf.text).toBe(days.at(-1));
  });

  it('hears a second publisher before one is heard twice', async () => {
    const { passages } = await answered('how many people were killed');
    const publishers = passages.slice(0, 2).map(({ article }) => article.publisher);
    expect(new Set(publishers)).toEqual(new Set(['Morrow Post', 'Tribune']));
  });

  it('leaves out what most likely does not answer when it is read with the question', async () => {
    const askedOf = async (otherwise: number) => {
      const searcher = await asIfRead('Alkyon', { otherwise });
      return texts(expectAnswered(await createAnswerer(corpus, searcher, []).ask('what did the ferry do')));
    };
    const [doubtful, likely] = [await askedOf(0.05), await askedOf(0.5)];
    expect(doubtful).toEqual(['The ferry Alkyon sank at dawn with 120 people aboard.']);
    expect(likely[0]).toBe(doubtful[0]);
    expect(likely.length).toBeGreaterThan(1);
  });

  it('says which article was corrected, and by which', async () => {
    const { passages } = await answered('how many people were killed');
    const old = passages.find(({ article }) => article.id === 'post-morning');
    expect(old?.revisedBy).toMatchObject({ kind: 'corrected', by: { id: 'tribune-evening' } });
    expect(passages.find(({ article }) => article.id === 'radio-noon')?.revisedBy).toBeUndefined();
  });

  it('brings figures of what was asked about', async () => {
    const { figures } = await answered('how many people were killed');
    expect(figures.map(({ role, value }) => `${role} ${value}`)).toContain('killed 12');
    expect((await answered('what did the harbour master blame')).figures).toEqual([]);
    expect((await answered('who were killed')).figures).toEqual([]);
  });

  /** Of a cannery whose two articles have one passage each. */
  async function askedOfTwo(question: string, one: string, two: string): Promise<Answered> {
    const folder = await dataFolder({
      'articles/one.md': articleText({}, `${one}\n`),
      'articles/two.md': articleText({ publisher: 'Strand Radio' }, `${two}\n`),
    });
    const cannery = await loadCorpus(folder);
    const asked = createAnswerer(cannery, await createSearcher(cannery, language), []);
    return expectAnswered(await asked.ask(question));
  }
  const valuesOf = ({ figures }: Answered) => figures.map(({ value }) => value).sort();

  it.each([
    ['how many people died', [2, 3]],
    ['how many people died in the smokehouse', [3]],
  ])('brings of the figures those of the place that %j is about', async (question, values) => {
    const answer = await askedOfTwo(
      question,
      'Two cooks died in the cannery. The smokehouse burned as well.',
      'Three packers died in the smokehouse.',
    );
    expect(answer.passages).toHaveLength(2);
    expect(valuesOf(answer)).toEqual(values);
    expect(answer.disagreements).toHaveLength(values.length - 1);
  });

  it('sets only those figures against each other that are of the place', async () => {
    const answer = await askedOfTwo(
      'how many people died in the smokehouse',
      'Twenty people died in the cannery. Twelve people died in the smokehouse.',
      'Twelve people died in the smokehouse.',
    );
    expect(valuesOf(answer)).toEqual([12, 12]);
    expect(answer.disagreements).toEqual([]);
  });

  it.each([
    [
      'Three packers died in the warehouse, the mayor said. Two men died at the hotel.',
      ['warehouse', 'hotel'],
    ],
    ['Three packers died in the warehouse. Two men died of their burns.', [undefined, undefined]],
  ])('says in the figures of %j where they were counted: %j', async (one, sites) => {
    const { figures } = await askedOfTwo('how many people died', one, 'Barrels of tar were burned.');
    expect(figures.map(({ site }) => site)).toEqual(sites);
  });

  it.each([
    'how many people died? what was in the smokehouse?',
    'what was in the smokehouse? how many people died?',
  ])('brings the figures of a part of %j that the other part leaves aside', async (question) => {
    const answer = await askedOfTwo(
      question,
      'Twelve people died. Barrels of tar were in the smokehouse.',
      'Fourteen people died, the mayor said.',
    );
    expect(valuesOf(answer)).toEqual([12, 14]);
  });

  it.each([
    'how many people were killed, and what did the harbour master blame?',
    'what did the harbour master blame? how many people were killed?',
  ])('brings the parts of %j before a second passage of one', async (question) => {
    const [one = '', other = ''] = texts(await answered(question));
    expect(`${one}\n${other}`).toMatch(/killed|died/);
    expect(`${one}\n${other}`).toContain('heavy fog');
  });

  it('shows a passage once that answers two parts', async () => {
    const { passages } = await answered('what was blamed? what did the harbour master blame?');
    expect(new Set(passages.map(({ passage }) => passage.id)).size).toBe(passages.length);
  });

  it('never quotes a retracted article', async () => {
    for (const question of [
      'smugglers dynamite',
      'who blew up the ferry',
      'secret zeppelin hangar',
      'survivors',
    ]) {
      const answer = await answerer.ask(question);
      const quoted = answer.status === 'answered' ? answer.passages : [];
      expect(quoted.map(({ article }) => article.id)).not.toContain('leak-sheet');
    }
  });
});

describe('filters', () => {
  it.each<[string, Filters, readonly string[]]>([
    ['a publisher', { publisher: 'Tribune' }, ['tribune-evening']],
    ['a publisher in other case', { publisher: 'tribune' }, ['tribune-evening']],
    ['a day', { since: '2038-03-15' }, ['post-next-day']],
    ['both', { publisher: 'Morrow Post', since: '2038-03-15' }, ['post-next-day']],
  ])('keep an answer to %s', async (_, filters, articles) => {
    for (const question of [
      'how many people were killed',
      'police arrested the skipper',
      'why did it sink',
    ]) {
      const answer = await answerer.ask(question, filters);
      const quoted = answer.status === 'answered' ? answer.passages.map(({ article }) => article.id) : [];
      for (const id of quoted) expect(articles).toContain(id);
    }
    const about = await answerer.about(TOLL, filters);
    for (const { article } of about.status === 'answered' ? about.passages : [])
      expect(articles).toContain(article.id);
  });

  it('let an answer be, where they exclude nothing of it', async () => {
    const all = await answered('how many people were killed');
    expect(texts(await answered('how many people were killed', { since: '2000-01-01' }))).toEqual(texts(all));
  });

  it('are named as the reason where the answer stands outside them', async () => {
    const refusal = { status: 'unanswered', reason: 'filtered' };
    expect(await answerer.ask('what did the harbour master blame', { publisher: 'Nobody' })).toMatchObject(
      refusal,
    );
    expect(await answerer.about(WEATHER, { since: '2038-03-15' })).toMatchObject(refusal);
  });
});

describe('a refusal', () => {
  it.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['?!', 'empty'],
    ['😀🚢', 'empty'],
    ['\ud800', 'empty'],
    ['the of and', 'silent'],
    ['who is it', 'silent'],
    ['где был паром?', 'silent'],
    ['کشتی کجا غرق شد', 'silent'],
    ['what is the capital of Peru', 'silent'],
    ['qwertzu', 'silent'],
  ])('of %j is for the reason: %s', async (question, reason) => {
    expect(await answerer.ask(question)).toMatchObject({ status: 'unanswered', question, reason });
  });

  it.each([
    ['chatter', 'that ferry of yours sails on'],
    ['chatter in several parts', 'ferry ahoy? ferry ahoy!'],
    ['code', 'ferry.sink(); while (true) { pump() }'],
    ['a link', 'https://example.org/ferry'],
  ])('asks for a question in answer to %s', async (_, text) => {
    const chatting = await asIfChatter('ferry');
    expect(await chatting.ask(text)).toMatchObject({ status: 'unanswered', reason: 'empty' });
  });

  it('says that the articles do not say, where what was taken for chatter is a question by its form', async () => {
    const chatting = await asIfChatter('moon');
    expect(await chatting.ask('what did the moon do')).toMatchObject({ reason: 'silent' });
    expect(await chatting.ask('what do you say to the moon')).toMatchObject({ reason: 'empty' });
  });

  it('is none of what is asked beside chatter', async () => {
    const chatting = await asIfChatter('bot');
    expect(await chatting.ask('hi bot, how many people were killed')).toMatchObject({ status: 'answered' });
    expect(await chatting.ask('dear old bot! how many people were killed?')).toMatchObject({
      status: 'answered',
    });
  });

  it('says of when the newest article is that may be quoted', async () => {
    expect(await answerer.ask('qwertzu')).toMatchObject({ asOf: { text: '2038-03-15' } });
  });

  it('suggests topics that the articles speak of, those that are nearest first', async () => {
    const suggestions = async (question: string) => {
      const answer = await answerer.ask(question);
      return answer.status === 'unanswered' ? answer.suggestions : undefined;
    };
    expect(await suggestions('were storms forecast in Peru by zeppelin pilots')).toEqual(['weather']);
    expect(await suggestions('qwertzu')).toEqual(['toll', 'weather']);
  });
});

describe('a topic', () => {
  it('brings all that belongs, with figures, and nothing of a retracted article', async () => {
    const answer = expectAnswered(await answerer.about(TOLL));
    expect(new Set(answer.passages.map(({ article }) => article.id))).toEqual(
      new Set(['post-morning', 'radio-noon', 'tribune-evening']),
    );
    expect(new Set(answer.figures.map(({ role }) => role))).toEqual(new Set(['killed', 'injured']));
  });

  it('is refused where only a retracted article speaks of it', async () => {
    expect(await answerer.about(BANDITS)).toMatchObject({ status: 'unanswered', reason: 'silent' });
    expect(await answerer.publishersOn(BANDITS)).toEqual([]);
  });

  it('names the publishers that speak of it', async () => {
    expect(await answerer.publishersOn(WEATHER)).toEqual(['Radio Havn']);
  });
});

describe('any question', () => {
  it('is answered with passages whose scores lie between 0 and 1, ten at most, or refused with none', async () => {
    const words = fc
      .array(
        fc.constantFrom('killed', 'how many', 'captain', 'fog', '?', 'and who', 'US', 'arrested', 'soup'),
      )
      .map((all) => all.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, words), async (question) => {
        const answer = await answerer.ask(question);
        if (answer.status === 'unanswered') return;
        expect(answer.passages.length).toBeGreaterThan(0);
        expect(answer.passages.length).toBeLessThanOrEqual(10);
        const scores = answer.passages.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { score, article, passage } of answer.passages) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(article.retracted).toBeUndefined();
          expect(article.passages[passage.number - 1]).toBe(passage);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('of 6,000 characters is read from its beginning', async () => {
    const answer = await answerer.ask(`what did the harbour master blame ${' '.repeat(6000)} zeppelin`);
    expect(texts(expectAnswered(answer))[0]).toContain('heavy fog');
  });
});
