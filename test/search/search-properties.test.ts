import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus/model.ts';
import { createSearcher, type Searcher } from '../../src/search/search.ts';
import { anyText } from '../language/any-text.ts';
import { firstLetterEncoder } from './first-letter-encoder.ts';
import { language, readFerry } from './newsroom.ts';

/** Questions that find something, and anything else that can be typed. */
const anyQuestion = fc.oneof(
  anyText,
  fc
    .array(
      fc.constantFrom(
        'how many',
        'who',
        'killed',
        'the US',
        'captain venn',
        'fog',
        'helicoptre',
        '31',
        'survivors',
        'MCUH',
        'smugglers',
        'and',
        '?',
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' ')),
);

describe.each([
  ['without an encoder', undefined],
  ['with an encoder', firstLetterEncoder()],
])('any search %s', (_, encoder) => {
  let corpus: Corpus;
  let searcher: Searcher;
  beforeAll(async () => {
    corpus = await readFerry();
    searcher = await createSearcher(corpus, language, encoder && { encoder });
    await searcher.complete;
  });

  it('has highlights in order, apart and within the text, and a focus that is a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        for (const { passage, highlights, focus } of (await searcher.search(question)).passages) {
          let last = -1;
          for (const [start, end] of highlights) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(passage.text.length);
          expect(passage.sentences).toContainEqual(focus);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives passages of the corpus once each, none retracted, the strongest first', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, fc.integer({ min: 1, max: 20 }), async (question, limit) => {
        const { passages } = await searcher.search(question, { limit });
        expect(passages.length).toBeLessThanOrEqual(limit);
        expect(new Set(passages.map(({ passage }) => passage.id)).size).toBe(passages.length);
        let last = Number.POSITIVE_INFINITY;
        for (const { article, passage, strength } of passages) {
          expect(article.retracted).toBeUndefined();
          expect(corpus.passage(passage.id)).toBe(passage);
          expect(strength).toBeLessThanOrEqual(last);
          last = strength;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same question alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const [one, other] = [await searcher.search(question), await searcher.search(question)];
        expect(one.passages.map(({ passage }) => passage.id)).toEqual(
          other.passages.map(({ passage }) => passage.id),
        );
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['6,000 letters', 'x'.repeat(6000)],
    ['6,000 characters of words', 'killed in fog '.repeat(429)],
    ['6,000 emoji', '🚢'.repeat(3000)],
    ['6,000 spaces', `fog${' '.repeat(6000)}fog`],
    ['6,000 dots and letters', 'u.'.repeat(3000)],
    ['6,000 hyphens', 'a-'.repeat(3000)],
    ['6,000 quotes', `"${"'".repeat(6000)}`],
    ['lone surrogates', '\ud800 fog \udfff'],
    ['other scripts', 'туман 霧 ضباب ομίχλη ﷺ ﾞ'],
    ['control characters', '\u0000\u0007fog\u202e\u200b'],
    ['names of properties', '__proto__ constructor toString hasOwnProperty'],
  ])('takes %s', async (_name, question) => {
    await expect(searcher.search(question)).resolves.toHaveProperty('passages');
  });
});
