import { describe, expect, it } from 'vitest';
import article from '../../commands/article.ts';
import { toPlainText } from '../../src/command/rich-text.ts';
import { answered, labels, newsroom } from './desk.ts';

describe('/article', () => {
  it('reads passage by passage, with what was corrected', async () => {
    const { run, press } = await newsroom();
    const first = await run(article, { article: 'post-1' });
    expect(first).toMatchObject({ heading: 'Fjord Post: Cannery burns (passage 1 of 12)' });
    const [citation] = answered(first).passages;
    expect(citation).toMatchObject({
      passage: { number: 1 },
      revisedBy: { kind: 'corrected', by: { id: 'post-2' } },
    });
    expect(labels(first)).toEqual(['Next']);
    const second = await press(first, 'Next');
    expect(answered(second).passages[0]?.passage.number).toBe(2);
    expect(await press(second, 'Previous')).toEqual(first);
    const last = await run(article, { article: 'post-1', passage: '12' });
    expect(labels(last)).toEqual(['Previous']);
  });

  it('finds an article by a part of its title or its publisher, and names the heading above a passage', async () => {
    const { run } = await newsroom();
    expect(await run(article, { article: 'roof gone' })).toMatchObject({ note: 'Under the heading “Later”' });
    expect(answered(await run(article, { article: 'radio' })).passages[0]?.article.id).toBe('radio');
  });

  it('never quotes a retracted article, but says why', async () => {
    const { run } = await newsroom();
    const reply = await run(article, { article: 'gazette' });
    expect(reply.kind === 'notice' && toPlainText(reply.text)).toContain(
      'was retracted, so I do not quote it. The reason given: it was invented',
    );
  });

  it.each([
    [{ article: 'nothing' }, 'I have no article “nothing”. See /sources'],
    [{ article: 'post' }, 'could be any of these: post-1, post-2'],
    [{ article: 'radio', passage: '3' }, 'has 2 passages; there is no number 3'],
    [{ article: 'radio', passage: '0' }, 'is no number of a passage'],
    [{ article: 'radio', passage: 'two' }, 'is no number of a passage'],
  ])('says what is wrong with %j', async (options, message) => {
    const { run } = await newsroom();
    await expect(async () => run(article, options)).rejects.toThrow(message);
  });

  it('offers articles by publisher, day and title', async () => {
    const { offer } = await newsroom();
    expect(await offer(article, 'article', 'roof fjord')).toEqual([
      { name: 'Fjord Post, 3 May 2041: Roof gone (post-2)', value: 'post-2' },
    ]);
  });

  it('goes on where an article has become shorter, and says so where it is gone', async () => {
    const { context } = await newsroom();
    expect(await article.act?.('radio,9', context)).toMatchObject({
      heading: expect.stringContaining('passage 2 of 2'),
    });
    await expect(async () => article.act?.('gone,1', context)).rejects.toThrow('no longer among my articles');
    await expect(async () => article.act?.('???', context)).rejects.toThrow('older version');
  });
});
