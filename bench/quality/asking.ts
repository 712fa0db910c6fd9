import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answerer } from '../../src/answer/answerer.ts';

const FOLDER = path.join(import.meta.dirname, '../../test/messages');

/** Messages of a chat that ask something about some event, and messages that do not. */
export interface Messages {
  readonly asks: readonly string[];
  readonly chats: readonly string[];
}

/** Reads `test/messages`. */
export async function readMessages(): Promise<Messages> {
  return { asks: await textsOf('questions.jsonl'), chats: await textsOf('no-questions.jsonl') };
}

async function textsOf(file: string): Promise<readonly string[]> {
  const lines = (await readFile(path.join(FOLDER, file), 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

/**
 * What an event's articles make of messages that are not about it: how many that ask nothing are answered, and how many that
 * ask something are taken for none. For people.
 */
export async function messagesLine(answerer: Pick<Answerer, 'ask'>): Promise<string> {
  const { asks, chats } = await readMessages();
  let answered = 0;
  for (const text of chats) if ((await answerer.ask(text)).status === 'answered') answered++;
  let mistaken = 0;
  for (const text of asks) {
    const answer = await answerer.ask(text);
    if (answer.status === 'unanswered' && answer.reason === 'empty') mistaken++;
  }
  return `of ${chats.length} messages that ask nothing ${answered} are answered; of ${asks.length} that ask something ${mistaken} are taken for chatter`;
}
