import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import type { Encoder } from '../../src/search/encoder/encoder.ts';
import { createSearcher, type RankedPassage, type Searcher } from '../../src/search/search.ts';
import type { Signals } from '../../src/search/signals.ts';
import { strength, WEIGHTS_WITHOUT_VECTORS } from '../../src/search/weights.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';
import { firstLetterEncoder, firstLetterReranker } from './first-letter-encoder.ts';
import { ferrySearcher, language, readFerry } from './newsroom.ts';

const first = async (searcher: Searcher, question: string) =>
  (await searcher.search(question)).passages[0]?.passage.text ?? '';

/** The passages of one question, of a searcher without vectors. */
async function found(question: string): Promise<readonly RankedPassage[]> {
  const { searcher } = await ferrySearcher();
  return (await searcher.search(question)).passages;
}

/** Searches a corpus of one article. */
async function searcherOf(body: string, event = 'title: Fog\ndate: 2038-01-01\n'): Promise<Searcher> {
  const folder = await dataFolder({ 'event.yaml': event, 'articles/one.md': articleText({}, body) });
  return createSearcher(await loadCorpus(folder), language);
}

describe('a searcher without an encoder', () => {
  it.each([
    ['who sent helicopters', 'The US sent two helicopters'],
    ['what did the harbour master blame', 'The harbour master blamed heavy fog'],
    ['was the captain arrested', 'Police arrested the skipper'],
    ['soup in a cafe', 'Relatives lit candles'],
    ['the minister’s inquiry', 'The minister said'],
    ['the ministers inquiry', 'The minister said'],
    ['how many were taken to MCUH', 'Thirty-one survivors were taken to Morrow Coast Union Hospital'],
    ['mcuh', 'Thirty-one survivors were taken to Morrow Coast Union Hospital'],
    ['31 survivors taken where', 'Thirty-one survivors were taken'],
    ['helicoptres', 'The US sent two helicopters'],
    ['harbor mastr fog', 'The harbour master blamed heavy fog'],
    ['WHAT DID THE HARBOUR MASTER BLAME', 'The harbour master blamed heavy fog'],
  ])('finds the passage for %j', async (question, beginning) => {
    const { searcher } = await ferrySearcher();
    expect(await first(searcher, question)).toContain(beginning);
  });

  it('finds passages for words that no passage holds, by what they mean', async () => {
    expect((await found('was the skipper detained'))[0]?.passage.text).toContain('Police arrested');
  });

  it('tells the country from the pronoun, under every name that the event gives it', async () => {
    const { searcher } = await ferrySearcher();
    for (const question of ['what did the us send', 'US', 'u.s. help', 'United States', 'america']) {
      expect(await first(searcher, question)).toContain('The US sent two helicopters');
    }
    const { passages } = await searcher.search('tell us');
    expect(passages).toEqual([]);
  });

  it('takes a name of the articles for no chat form', async () => {
    const searcher = await searcherOf('At dusk Min Tarrow left for Lisk. The pier closed for a minute.\n');
    const { query } = await searcher.search('wat did min do');
    expect(query.text).toBe('what did min do');
    expect((await searcher.search('whos min tarow')).query.text).toBe('min tarrow');
    expect(searcher.writeOut('hw many min')).toBe('how many min');
  });

  it('takes another name that the event gives somebody for no chat form either', async () => {
    const event = 'title: Fog\ndate: 2038-01-01\naliases:\n  Minh Tarrow: [Min]\n';
    const searcher = await searcherOf('Minh Tarrow spoke.\n', event);
    expect((await searcher.search('who is min')).query.text).toBe('min');
  });

  it('has candidates for a name in capitals that stands alone in the articles', async () => {
    const searcher = await searcherOf('IS was behind it.\n\nIt is so.\n\nThe WHO warned of fog.\n');
    expect(await first(searcher, 'IS')).toBe('IS was behind it.');
    expect(await first(searcher, 'did the WHO warn')).toBe('The WHO warned of fog.');
    expect((await searcher.search('is it')).passages).toEqual([]);
  });

  it.each(['', '   ', 'the of and', 'who was it', '?!', '😀', 'где паром', '\ud800'])(
    'finds nothing for %j',
    async (question) => {
      expect(await found(question)).toEqual([]);
    },
  );

  it('leaves retracted articles out', async () => {
    for (const question of ['smugglers dynamite', 'secret zeppelin hangar', 'how many survivors']) {
      for (const { article } of await found(question)) expect(article.id).not.toBe('leak-sheet');
    }
  });

  it('gives at most as many as asked for, the strongest first', async () => {
    const { searcher } = await ferrySearcher();
    const { passages } = await searcher.search('how many people were killed', { limit: 3 });
    expect(passages).toHaveLength(3);
    const strengths = passages.map(({ strength }) => strength);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  });

  it('finds only passages of articles that are accepted', async () => {
    const { searcher } = await ferrySearcher();
    const { passages } = await searcher.search('how many people were killed', {
      accept: ({ publisher }) => publisher === 'Tribune',
    });
    expect(passages.length).toBeGreaterThan(0);
    for (const { article } of passages) expect(article.publisher).toBe('Tribune');
  });

  it('highlights what was asked about and focuses the sentence that holds most of it', async () => {
    const [best] = await found('who announced an inquiry');
    const text = best?.passage.text ?? '';
    expect(best?.highlights.map((span) => text.slice(...span))).toContain('inquiry');
    expect(text.slice(...(best?.focus ?? [0, 0]))).toBe('She announced an inquiry into the company.');
  });

  it('says that it compared no meanings', async () => {
    const { searcher } = await ferrySearcher();
    await searcher.complete;
    expect((await searcher.search('helicopters')).hasVectors).toBe(false);
  });

  it('serves a corpus whose articles are all retracted, without finding anything', async () => {
    const corpus = await readFerry();
    const retracted: Corpus = {
      ...corpus,
      articles: corpus.articles.map((article) => ({ ...article, retracted: 'withdrawn' })),
    };
    const searcher = await createSearcher(retracted, language, { encoder: firstLetterEncoder() });
    await searcher.complete;
    expect((await searcher.search('how many people were killed')).passages).toEqual([]);
  });

  it('counts the passages that it indexed', async () => {
    const counts: number[] = [];
    const { corpus } = await ferrySearcher({ onProgress: (done) => counts.push(done) });
    const quotable = corpus.articles.filter(({ retracted }) => retracted === undefined);
    expect(counts.at(-1)).toBe(quotable.flatMap(({ passages }) => passages).length);
  });
});

describe('a searcher with an encoder', () => {
  it('serves at once, and compares meanings when the vectors are made', async () => {
    const { searcher } = await ferrySearcher({
      encoder: firstLetterEncoder(),
      reranker: firstLetterReranker(),
    });
    expect((await searcher.search('helicopters')).hasVectors).toBe(false);
    await searcher.complete;
    const { hasVectors, passages } = await searcher.search('helicopters');
    expect(hasVectors).toBe(true);
    expect(passages[0]?.signals.similarity).not.toBe(0);
  });

  it('finds passages by their meaning alone, of accepted and unretracted articles', async () => {
    const { searcher } = await ferrySearcher({ encoder: firstLetterEncoder() });
    await searcher.complete;
    const all = await searcher.search('zzz qqq the');
    expect(all.passages.length).toBeGreaterThan(0);
    expect(all.passages.map(({ article }) => article.id)).not.toContain('leak-sheet');
    const { passages } = await searcher.search('zzz qqq the', { accept: ({ id }) => id === 'radio-noon' });
    expect(new Set(passages.map(({ article }) => article.id))).toEqual(new Set(['radio-noon']));
  });

  it('reads as many of the best passages together with the question as it is told to', async () => {
    const { searcher } = await ferrySearcher({
      encoder: firstLetterEncoder(),
      reranker: firstLetterReranker(),
    });
    await searcher.complete;
    const read = async (count?: number) => {
      const options = { limit: 99, ...(count !== undefined && { read: count }) };
      const { passages } = await searcher.search('who sent helicopters', options);
      return passages.filter(({ signals }) => signals.reading > 0).length;
    };
    expect(await read(0)).toBe(0);
    expect(await read(3)).toBe(3);
    expect(await read()).toBe(12);
  });

  it.each([
    ['is none', {}],
    ['fails', { reranker: { read: () => Promise.reject(new Error('odd')) } }],
  ])('ranks as without vectors where the reranker %s', async (_, reranker) => {
    const { searcher } = await ferrySearcher({ encoder: firstLetterEncoder(), ...reranker });
    await searcher.complete;
    const { hasVectors, passages } = await searcher.search('who sent helicopters');
    expect(hasVectors).toBe(false);
    expect(passages[0]?.signals).toMatchObject({ reading: 0, readingOdds: 0 });
    expect(passages[0]?.strength).toBeCloseTo(
      strength(passages[0]?.signals as Signals, WEIGHTS_WITHOUT_VECTORS),
    );
  });

  it('does without where the encoder cannot encode the articles', async () => {
    const encoder: Encoder = { ...firstLetterEncoder(), encode: () => Promise.reject(new Error('ended')) };
    const { searcher } = await ferrySearcher({ encoder });
    await searcher.complete;
    expect(await first(searcher, 'who sent helicopters')).toContain('The US sent two helicopters');
  });

  it('does without where the encoder ends while it serves', async () => {
    const known = firstLetterEncoder();
    let hasEnded = false;
    const encoder: Encoder = {
      ...known,
      encode: (text) => (hasEnded ? Promise.reject(new Error('ended')) : known.encode(text)),
    };
    const { searcher } = await ferrySearcher({ encoder });
    await searcher.complete;
    hasEnded = true;
    const { hasVectors } = await searcher.search('who sent helicopters');
    expect(hasVectors).toBe(false);
    expect(await first(searcher, 'who sent helicopters')).toContain('The US sent two helicopters');
  });
});
