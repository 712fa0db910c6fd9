import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';

/** One line of the command picker: a command, or a subcommand of one. */
export interface CommandEntry {
  /** `config set` */
  readonly name: string;
  readonly description: string;
  readonly options: readonly EntryOption[];
}

/** An option with whatever its type has besides. */
export interface EntryOption {
  readonly name: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export const OPTION = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  file: 11,
} as const;

/** The slash commands, each subcommand by itself, in the order of their names. */
export function commandEntries(commands: readonly APIApplicationCommand[]): readonly CommandEntry[] {
  return commands
    .filter(({ type }) => Number(type) === 1)
    .flatMap((command) => entriesOf(command.name, command.description, optionsOf(command)))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function entriesOf(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): readonly CommandEntry[] {
  const nested = options.filter(({ type }) => Number(type) <= 2);
  if (nested.length === 0) return [{ name, description, options: options.map(entryOption) }];
  return nested.flatMap((option) =>
    entriesOf(`${name} ${option.name}`, option.description, optionsOf(option)),
  );
}

function optionsOf(of: object): readonly APIApplicationCommandOption[] {
  return 'options' in of && Array.isArray(of.options) ? of.options : [];
}

function entryOption(option: APIApplicationCommandOption): EntryOption {
  const { name, description, type, required = false } = option;
  const more = option as Partial<{
    autocomplete: boolean;
    choices: EntryOption['choices'];
    min_value: number;
    max_value: number;
    min_length: number;
    max_length: number;
  }>;
  const isText = Number(type) === OPTION.string;
  return {
    name,
    description,
    type: Number(type),
    required,
    autocomplete: more.autocomplete === true,
    choices: more.choices ?? [],
    min: isText ? more.min_length : more.min_value,
    max: isText ? more.max_length : more.max_value,
  };
}

/** Entries that a typed beginning names: names that start with it first, then those that hold it, then descriptions. */
export function matchingEntries(entries: readonly CommandEntry[], typed: string): readonly CommandEntry[] {
  const query = typed.trim().toLowerCase();
  const rank = ({ name, description }: CommandEntry): number => {
    if (name.startsWith(query)) return 0;
    if (name.includes(query)) return 1;
    return description.toLowerCase().includes(query) ? 2 : 3;
  };
  return [0, 1, 2].flatMap((wanted) => entries.filter((entry) => rank(entry) === wanted));
}

/** The entry that a typed line names as a whole, with what follows its name: `/ask who` is `ask` and `who`. */
export function namedEntry(
  entries: readonly CommandEntry[],
  line: string,
): { readonly entry: CommandEntry; readonly rest: string } | undefined {
  const found = entries
    .filter(({ name }) => line.toLowerCase().startsWith(`/${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found === undefined ? undefined : { entry: found, rest: line.slice(found.name.length + 2) };
}
