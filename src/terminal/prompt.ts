import { createInterface } from 'node:readline';
import type { Registry } from '../command/registry.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { ansi, plain } from './markdown.ts';
import { openSession } from './session.ts';
import { HINT } from './typed-line.ts';

export interface PromptOptions {
  readonly discord: LocalDiscord;
  readonly registry: () => Registry;
  /** Called where the person wants to stop: Ctrl+C, Ctrl+D or `quit`. */
  readonly onQuit: () => void;
}

export interface Prompt {
  close(): void;
}

/** A line prompt on the terminal for using the bot on the local Discord. */
export function openPrompt({ discord, registry, onQuit }: PromptOptions): Prompt {
  // False where the terminal has none, and where NO_COLOR asks for none.
  const colours = process.stdout.isTTY && process.stdout.hasColors();
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const show = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const session = openSession({ discord, registry, style: colours ? ansi : plain, show });

  let closed = false;
  const ask = (): void => {
    if (closed) return;
    lines.setPrompt(`${session.who}> `);
    lines.prompt();
  };
  // One line after another, also where several were pasted.
  let earlier: Promise<void> = Promise.resolve();
  lines.on('line', (line) => {
    earlier = earlier.then(async () => {
      if (closed) return;
      if ((await session.enter(line)) === 'quit') onQuit();
      else ask();
    });
  });
  lines.on('SIGINT', onQuit);
  lines.on('close', () => {
    if (!closed) onQuit();
  });
  show(HINT);
  ask();
  return {
    close() {
      closed = true;
      session.close();
      lines.close();
    },
  };
}
