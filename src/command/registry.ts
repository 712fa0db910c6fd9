import type { EventInfo, Problem } from '../corpus/model.ts';
import type { Command } from './command.ts';
import { topic } from './topic.ts';

/** The commands that are offered, in the order in which `/help` lists them. */
export interface Registry {
  readonly commands: readonly Command[];
  /** Slash commands by name; message commands by their name as well. */
  readonly find: (name: string) => Command | undefined;
  /** The topic commands that are offered. */
  readonly topics: readonly Command[];
}

/** Raised where the commands cannot be registered as they are; the process must not start with them. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.file}:${p.line}: ${p.message}`).join('\n'));
    this.problems = problems;
  }
}

/** A command with the file that declares it, for messages. */
export interface CommandModule {
  readonly file: string;
  readonly command: Command;
}

// TODO: replaced below while the dispatcher is written
export function buildRegistry(modules: readonly CommandModule[], event: EventInfo): Registry {
  const own = event.topics.map((declaration) => topic(declaration));
  const commands = [...modules.map((m) => m.command), ...own];
  return {
    commands,
    find: (name) => commands.find((c) => c.name === name),
    topics: commands.filter((c) => c.topic !== undefined),
  };
}
