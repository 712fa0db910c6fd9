import type { EventInfo, Problem } from '../corpus/model.ts';
import { nearestName } from '../corpus/nearest-name.ts';
import { describeProblem, errorAt } from '../corpus/problem.ts';
import type { Command } from './command.ts';
import { COMMAND_LIMITS, faultsOf } from './command-rules.ts';
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
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** A command with the file that declares it, for messages. */
export interface CommandModule {
  /** Such as `commands/ask.ts`. */
  readonly file: string;
  readonly command: Command;
}

const EVENT_FILE = 'event.yaml';

/**
 * The commands that an event offers: the general ones; the topic commands that `commands:` of `event.yaml`
 * chooses, in its order (all where it is absent); and the event's own topics, which may be ordered there as
 * well and stand last where they are not.
 *
 * @throws RegistryError naming everything that is malformed, duplicate or unknown. Nothing is skipped.
 */
export function buildRegistry(modules: readonly CommandModule[], event: EventInfo): Registry {
  const problems: Problem[] = [];
  const byName = new Map<string, { readonly command: Command; readonly place: string }>();
  const add = (command: Command, file: string, line: number) => {
    const faults = faultsOf(command);
    problems.push(...faults.map((fault) => errorAt(file, line, `${fault}; mend it`)));
    const before = byName.get(command.name);
    if (before) {
      problems.push(
        errorAt(file, line, `\`${command.name}\` is a command of ${before.place} already; rename one`),
      );
    } else byName.set(command.name, { command, place: file === EVENT_FILE ? `${file}:${line}` : file });
  };

  for (const { file, command } of modules) {
    const wanted = fileNameOf(command);
    const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    if (stem !== wanted) {
      problems.push(
        errorAt(file, 1, `declares \`${command.name}\`; rename the file to ${wanted}.ts, or the command`),
      );
    }
    add(command, file, 1);
  }
  for (const { line, ...declaration } of event.topics) add(topic(declaration), EVENT_FILE, line);

  const all = [...byName.values()].map(({ command }) => command);
  const own = new Set(event.topics.map(({ name }) => name));
  problems.push(...faultsOfChoice(event, all));
  const topics = chooseTopics(all, event.commands, own);
  const general = all.filter((command) => command.topic === undefined);
  const commands = [...topics, ...general];
  problems.push(...faultsOfNumber(commands));
  if (problems.length > 0) throw new RegistryError(problems);

  const offered = new Map(commands.map((command) => [command.name, command]));
  return { commands, find: (name) => offered.get(name), topics };
}

/** A file is named as its command is: `casualties.ts`, and `ask-the-articles.ts` for `Ask the articles`. */
function fileNameOf(command: Command): string {
  if (command.on === 'slash') return command.name;
  return command.name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function chooseTopics(
  all: readonly Command[],
  chosen: readonly string[] | undefined,
  own: ReadonlySet<string>,
): readonly Command[] {
  const topics = all.filter((command) => command.topic !== undefined);
  if (!chosen) return topics;
  const listed = chosen.flatMap((name) => topics.filter((command) => command.name === name));
  return [...listed, ...topics.filter(({ name }) => own.has(name) && !chosen.includes(name))];
}

function faultsOfChoice(event: EventInfo, all: readonly Command[]): readonly Problem[] {
  const chosen = event.commands ?? [];
  const topics = all.filter((command) => command.topic !== undefined).map(({ name }) => name);
  const line = event.commandsLine ?? 1;
  return chosen.flatMap((name, i) => {
    if (chosen.indexOf(name) < i)
      return [errorAt(EVENT_FILE, line, `\`commands\` names ${name} twice; remove one`)];
    if (topics.includes(name)) return [];
    if (all.some((command) => command.name === name)) {
      return [errorAt(EVENT_FILE, line, `\`commands\` names ${name}, which is always offered; remove it`)];
    }
    const near = nearestName(name, topics);
    const mend = near ? `did you mean ${near}?` : `topic commands are: ${topics.join(', ')}`;
    return [errorAt(EVENT_FILE, line, `\`commands\` names ${name}, which is no topic command; ${mend}`)];
  });
}

function faultsOfNumber(commands: readonly Command[]): readonly Problem[] {
  const slash = commands.filter(({ on }) => on === 'slash').length;
  const message = commands.length - slash;
  const tooMany = (count: number, kind: string, limit: number) =>
    count > limit
      ? [errorAt(EVENT_FILE, 1, `there are ${count} ${kind} commands; Discord takes ${limit}`)]
      : [];
  return [
    ...tooMany(slash, 'slash', COMMAND_LIMITS.slashCommands),
    ...tooMany(message, 'message', COMMAND_LIMITS.messageCommands),
  ];
}
