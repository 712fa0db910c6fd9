import { describe, expect, it } from 'vitest';
import compare from '../../commands/compare.ts';
import { answered, newsroom } from './desk.ts';

describe('/compare', () => {
  it('shows the two that say most in turn', async () => {
    const { run } = await newsroom();
    const reply = answered(await run(compare, { topic: 'smoke' }));
    expect(reply.heading).toBe('/compare topic: smoke first: Fjord Post second: Radio Havn');
    expect(reply.passages.map(({ article }) => article.publisher).slice(0, 3)).toEqual([
      'Fjord Post',
      'Radio Havn',
      'Fjord Post',
    ]);
    expect(reply.passages).toHaveLength(13);
    expect(reply.note).toBeUndefined();
  });

  it('keeps the order asked for, through its pages', async () => {
    const { run, press } = await newsroom();
    const first = await run(compare, { topic: '/Smoke', first: 'radio', second: 'post' });
    expect(answered(first).passages[0]?.article.publisher).toBe('Radio Havn');
    const second = await press(first, 'Next');
    expect(second).toMatchObject({
      offset: 4,
      heading: '/compare topic: smoke first: Radio Havn second: Fjord Post',
    });
    expect(await press(second, 'Previous')).toEqual(first);
  });

  it('says which of the two says nothing', async () => {
    const { run } = await newsroom();
    const reply = answered(await run(compare, { topic: 'roof', first: 'Fjord Post', second: 'Radio Havn' }));
    expect(reply.note).toBe('Radio Havn: nothing of this in its articles.');
  });

  it.each([
    [{ topic: 'smok' }, 'Did you mean smoke?'],
    [{ topic: 'weather' }, 'The topics are: smoke, roof.'],
    [{ topic: 'roof' }, 'Nobody besides Fjord Post says anything of roof'],
    [{ topic: 'smoke', first: 'radio', second: 'Radio Havn' }, 'cannot be compared with itself'],
    [{ topic: 'smoke', first: 'Times' }, 'I have no article by “Times”'],
  ])('says what is wrong with %j', async (options, message) => {
    const { run } = await newsroom();
    await expect(run(compare, options)).rejects.toThrow(message);
  });

  it('offers topics and publishers', async () => {
    const { offer } = await newsroom();
    expect(await offer(compare, 'topic', 'sm')).toEqual([
      { name: 'smoke: What is said of the smoke', value: 'smoke' },
    ]);
    expect(await offer(compare, 'second', 'radio')).toHaveLength(1);
  });
});
