import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/user-error.ts';
import { roof, smoke } from '../command/newsroom.ts';
import { answered, labels, newsroom } from './desk.ts';

describe('a topic command', () => {
  it('shows all that the articles say, with its name as heading', async () => {
    const { run } = await newsroom();
    const reply = answered(await run(smoke));
    expect(reply.heading).toBe('/smoke');
    expect(reply.passages).toHaveLength(13);
    expect(reply.offset).toBe(0);
  });

  it('narrows by publisher, by any part of the name that only one has, and by day', async () => {
    const { run } = await newsroom();
    const radio = answered(await run(smoke, { publisher: 'radio' }));
    expect(radio.passages.map((citation) => citation.article.id)).toEqual(['radio']);
    expect(radio.heading).toBe('/smoke publisher: Radio Havn');
    expect(answered(await run(roof, { since: '2041-05-03' })).heading).toBe('/roof since: 2041-05-03');
  });

  it.each([
    [{ publisher: 'Times' }, 'I have no article by “Times”. My publishers are: Fjord Post, Radio Havn.'],
    [{ publisher: 'o' }, 'could be any of these: Fjord Post, Radio Havn'],
    [{ publisher: 'Gazette' }, 'I have no article by “Gazette”'],
    [{ since: '2041-02-30' }, 'Write it as YYYY-MM-DD'],
    [{ since: 'yesterday' }, '“yesterday” is no day'],
  ])('says what is wrong with %j', async (options, message) => {
    const { run } = await newsroom();
    await expect(run(smoke, options)).rejects.toThrow(UserError);
    await expect(run(smoke, options)).rejects.toThrow(message);
  });

  it('turns its pages forth and back, keeping the filters', async () => {
    const { run, press } = await newsroom();
    const first = await run(smoke, { publisher: 'Fjord Post', since: '2041-05-01' });
    expect(labels(first)).toEqual(['Next']);
    const second = await press(first, 'Next');
    expect(second).toMatchObject({ offset: 5, heading: '/smoke publisher: Fjord Post since: 2041-05-01' });
    expect(labels(second)).toEqual(['Previous', 'Next']);
    const third = await press(second, 'Next');
    expect(third).toMatchObject({ offset: 10 });
    expect(labels(third)).toEqual(['Previous']);
    expect(answered(third).passages).toHaveLength(12);
    expect(await press(await press(third, 'Previous'), 'Previous')).toEqual(first);
  });

  it('gives buttons states that differ from each other', async () => {
    const { run } = await newsroom();
    const states = (await run(smoke)).actions?.map(({ state }) => state) ?? [];
    expect(new Set(states).size).toBe(states.length);
  });

  it('goes to the last page where the articles have become fewer', async () => {
    const { context } = await newsroom();
    expect(await smoke.act?.('500', context)).toMatchObject({ offset: 10 });
  });

  it.each(['', 'x', '-1', '5,sX', '5,p0123456789', '5,s2041-05-02;drop'])(
    'refuses the state %j',
    async (state) => {
      const { context } = await newsroom();
      await expect(async () => smoke.act?.(state, context)).rejects.toThrow(UserError);
    },
  );

  it('offers to take the filter off where it hides everything', async () => {
    const { run, press } = await newsroom();
    const refusal = await run(roof, { publisher: 'Radio Havn' });
    expect(refusal).toMatchObject({ answer: { status: 'unanswered', reason: 'filtered' } });
    expect(labels(refusal)).toEqual(['All publishers and days', '/smoke']);
    expect(answered(await press(refusal, 'All publishers and days')).heading).toBe('/roof');
    expect(answered(await press(refusal, '/smoke')).heading).toBe('/smoke');
  });

  it('offers the publishers that can be quoted', async () => {
    const { offer } = await newsroom();
    expect(await offer(smoke, 'publisher', '')).toEqual([
      { name: 'Fjord Post', value: 'Fjord Post' },
      { name: 'Radio Havn', value: 'Radio Havn' },
    ]);
    expect(await offer(smoke, 'publisher', 'HAVN')).toHaveLength(1);
    expect(await offer(smoke, 'since', '2041')).toEqual([]);
  });
});
