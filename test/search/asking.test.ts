import { beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../src/language/question.ts';
import { chanceOfAsking, FITTED_ON, isReadable, LEAST_ASKING } from '../../src/search/asking.ts';
import { type Encoder, loadEncoder } from '../../src/search/encoder/encoder.ts';

const ENGLISH = new Set('what did the ferry captain say about fog and rocks harbour why it'.split(' '));
const words = {
  knows: (word: string) => ENGLISH.has(word) || word === 'alkyon',
  isName: (word: string) => word === 'alkyon' || word === 'brede',
};
const asking = (text: string) => ({ text, asked: readForm(text).asked });
const isRead = (text: string) => isReadable(asking(text), words);

describe('a text that can be looked for', () => {
  it.each([
    'what did the captain say',
    'fog',
    'alkyon',
    'did the captain брат say',
    'why did they do it',
    'captain Qwertzu',
    'what happened',
    'what now',
  ])('is %j', (text) => {
    expect(isRead(text)).toBe(true);
  });

  it.each([
    ['another script', 'что сказал капитан'],
    ['another script beside a known word', 'что сказал капитан alkyon'],
    ['letters that are no words', 'qwertzu asdfg'],
    ['function words that ask for nothing', 'and so on then'],
    ['nothing', ''],
  ])('is none of %s', (_, text) => {
    expect(isRead(text)).toBe(false);
  });
});

describe('the chance that something is asked', async () => {
  let encoder: Encoder | undefined;
  beforeAll(async () => {
    encoder = await loadEncoder();
  });
  const chanceOf = async (text: string) => {
    const encoded = await encoder?.encode(text);
    return encoded && chanceOfAsking(asking(text), encoded.whole, words);
  };

  it('is told by weights of the encoder that is installed', ({ skip }) => {
    if (!encoder) return skip();
    expect(FITTED_ON).toBe(encoder.name);
  });

  it.each([
    'thank you so much',
    'good evening everyone',
    'tell me a joke about ducks',
    'are you a real person',
  ])('is low for %j', async (text) => {
    expect((await chanceOf(text)) ?? 0).toBeLessThan(LEAST_ASKING);
  });

  it.each(['how many sailors drowned', 'what did the harbour master blame', 'was the mate ever thanked'])(
    'is high for %j',
    async (text) => {
      expect((await chanceOf(text)) ?? 1).toBeGreaterThan(0.5);
    },
  );

  it.each(['how many', 'is it over', 'who was it', 'what happened'])(
    'is certain for %j, which asks for the event itself',
    (text) => {
      expect(chanceOfAsking(asking(text), new Float32Array(384).fill(1), words)).toBe(1);
    },
  );

  it('is not so for the same of the bot', () => {
    const bias = chanceOfAsking(asking('who are you'), new Float32Array(384), words);
    expect(bias).toBeGreaterThan(0);
    expect(bias).toBeLessThan(1);
  });

  it.each(['Alkyon Brede', 'brede 104'])('is certain for names of the articles: %j', (text) => {
    expect(chanceOfAsking(asking(text), new Float32Array(384), words)).toBe(1);
  });
});
