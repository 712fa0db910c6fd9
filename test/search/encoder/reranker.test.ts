import { describe, expect, it } from 'vitest';
import { loadReranker } from '../../../src/search/encoder/reranker.ts';

const reranker = await loadReranker();

describe.skipIf(!reranker)('the reranker', () => {
  const read = async (question: string, passage: string) =>
    (await reranker?.read(question, passage)) ?? Number.NaN;

  it.each([
    [
      'How many people lost their lives?',
      'Twelve passengers were killed.',
      'The ferry left at noon with timber.',
    ],
    ['anyone nicked', 'Police arrested two brothers at dawn.', 'Police closed the bridge at dawn.'],
    [
      'who saved the kids',
      'A baker pulled three children out of the water.',
      'The school was built in 1961.',
    ],
  ])('takes what answers "%s" for likelier than what does not', async (question, answer, other) => {
    expect(await read(question, answer)).toBeGreaterThan(0);
    expect(await read(question, other)).toBeLessThan(0);
  });

  it.each([
    ['nothing', '', ''],
    ['6,000 characters', 'who '.repeat(1500), 'ferry '.repeat(1000)],
    ['halves of characters', '\ud83d', '\ude00'],
    ['another script', 'چند نفر کشته شدند', 'کشتی غرق شد'],
  ])('gives odds for %s as well', async (_, question, passage) => {
    expect(await read(question, passage)).toBeLessThan(20);
  });
});
