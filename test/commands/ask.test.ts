import { describe, expect, it } from 'vitest';
import ask from '../../commands/ask.ts';
import menu from '../../commands/ask-the-articles.ts';
import { answered, newsroom } from './desk.ts';

describe('/ask', () => {
  it('answers, and finds its question again in the heading to turn the page', async () => {
    const { run, press } = await newsroom();
    const first = await run(ask, { question: 'where was the smoke' });
    expect(first).toMatchObject({ heading: 'where was the smoke', offset: 0 });
    expect(await press(first, 'Next', 'where was the smoke')).toMatchObject({
      heading: 'where was the smoke',
      offset: 5,
    });
    await expect(async () => press(first, 'Next')).rejects.toThrow('ask again with /ask');
  });

  it('has one page for a question too long to be shown whole', async () => {
    const { run } = await newsroom();
    const reply = await run(ask, { question: `smoke ${'x'.repeat(5990)}` });
    expect(reply.actions ?? []).toEqual([]);
  });

  it('refuses an empty question as such', async () => {
    const { run } = await newsroom();
    expect(await run(ask)).toMatchObject({ answer: { status: 'unanswered', reason: 'empty' } });
  });

  it('offers one question of each topic first, then what has the words typed', async () => {
    const { offer } = await newsroom();
    const values = async (text: string) => (await offer(ask, 'question', text)).map(({ value }) => value);
    expect(await values('')).toEqual(['how thick was the smoke', 'did the roof fall']);
    expect(await values('where smoke')).toEqual(['where did the smoke go']);
    expect(await values('zebra')).toEqual([]);
    expect(await offer(ask, 'publisher', 'f')).toEqual([{ name: 'Fjord Post', value: 'Fjord Post' }]);
  });
});

describe('Ask the articles', () => {
  it('takes the message as the question; /ask turns the pages', async () => {
    const { run, press } = await newsroom();
    const reply = await run(menu, { message: 'so much smoke everywhere' });
    expect(answered(reply).heading).toBe('so much smoke everywhere');
    expect(await press(reply, 'Next', 'so much smoke everywhere')).toMatchObject({ offset: 5 });
  });

  it('says so where the message has no text', async () => {
    const { run } = await newsroom();
    await expect(async () => run(menu)).rejects.toThrow('no text');
  });
});
