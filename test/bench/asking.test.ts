import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesLine, readMessages } from '../../bench/quality/asking.ts';
import type { Answer } from '../../src/answer/answer.ts';

describe('messages', () => {
  it('are not those that are fitted on', async () => {
    const { asks, chats } = await readMessages();
    const fitted = await Promise.all(
      ['chatter.txt', 'look-alikes.txt'].map((file) =>
        readFile(path.join(import.meta.dirname, '../../bench/asking', file), 'utf8'),
      ),
    );
    const known = new Set(fitted.flatMap((text) => text.split('\n')));
    expect([...asks, ...chats].filter((text) => known.has(text))).toEqual([]);
  });

  it('are counted by what becomes of them', async () => {
    const { asks, chats } = await readMessages();
    const refuse = (reason: string) => ({ status: 'unanswered', reason }) as Answer;
    const all = async (answer: Answer) => messagesLine({ ask: async () => answer });
    expect(await all(refuse('empty'))).toContain(`${asks.length} are taken for chatter`);
    expect(await all(refuse('silent'))).toContain(' 0 are answered; ');
    expect(await all({ status: 'answered' } as Answer)).toContain(
      `of ${chats.length} messages that ask nothing ${chats.length} are answered`,
    );
  });
});
