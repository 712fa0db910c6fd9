import { nearestName } from '../corpus/nearest-name.ts';
import { escapeRegExp } from '../language/escape-reg-exp.ts';
import { UserError } from '../user-error.ts';
import type { Command, OptionValues } from './command.ts';
import { shorten } from './filters.ts';
import type { Registry } from './registry.ts';

/** A slash command as it was typed. */
export interface ParsedCommand {
  readonly command: string;
  readonly options: OptionValues;
}

/**
 * Reads a line as a Discord user would type it: `/ask question: who claimed it publisher: BBC News`.
 *
 * Only names of the command's options split the line, each where it stands first, so that values may hold
 * colons. What stands before the first name is the value of the command's first required option, as Discord's
 * own box takes it.
 *
 * @throws UserError for a command or an option that does not exist, and for a required option left out.
 */
export function parseCommandLine(line: string, registry: Registry): ParsedCommand {
  const [, typed = '', rest = ''] = /^\s*\/\s*(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const command = findSlash(typed, registry);
  const marks = optionMarks(rest, Object.keys(command.options));
  const values = new Map<string, string>();
  const leading = rest.slice(0, marks[0]?.at).trim();
  if (leading !== '') values.set(optionOfLeading(leading, command), leading);
  marks.forEach(({ name, from }, i) => {
    const value = rest.slice(from, marks[i + 1]?.at).trim();
    if (value !== '') values.set(name, value);
  });
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required && !values.has(name)) {
      throw new UserError(`/${command.name} needs \`${name}:\`. For example: ${exampleOf(command)}`);
    }
  }
  return { command: command.name, options: Object.fromEntries(values) };
}

function findSlash(typed: string, registry: Registry): Command {
  const name = typed.toLowerCase();
  const command = registry.find(name);
  if (command?.on === 'slash') return command;
  const names = registry.commands.flatMap((known) => (known.on === 'slash' ? [known.name] : []));
  const near = nearestName(name, names);
  const mend = near ? `Did you mean /${near}?` : 'See /help for what there is.';
  throw new UserError(`There is no command /${shorten(name, 40)}. ${mend}`);
}

interface OptionMark {
  readonly name: string;
  /** Where the name begins, and where its value does. */
  readonly at: number;
  readonly from: number;
}

function optionMarks(text: string, names: readonly string[]): readonly OptionMark[] {
  const found: OptionMark[] = [];
  for (const name of names) {
    const match = new RegExp(`(?<=^|\\s)${escapeRegExp(name)}:`, 'iu').exec(text);
    if (match) found.push({ name, at: match.index, from: match.index + match[0].length });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The first required option; nothing that looks like the name of an option is taken for its value. */
function optionOfLeading(leading: string, command: Command): string {
  const names = Object.keys(command.options);
  const [, named] = /^([\p{L}\p{N}_-]+):(?:\s|$)/u.exec(leading) ?? [];
  const [required] = Object.entries(command.options).find(([, option]) => option.required) ?? [];
  if (named === undefined && required !== undefined) return required;
  const takes =
    names.length > 0 ? `It takes ${names.map((name) => `\`${name}:\``).join(', ')}.` : 'It takes none.';
  const near = named === undefined ? undefined : nearestName(named, names);
  throw new UserError(
    `/${command.name} has no option “${shorten(named ?? leading, 40)}”. ${near ? `Did you mean \`${near}:\`?` : takes}`,
  );
}

function exampleOf(command: Command): string {
  return command.examples.find((example) => example.startsWith('/')) ?? `/${command.name}`;
}
