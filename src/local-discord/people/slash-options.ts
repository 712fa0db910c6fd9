import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { OptionType } from '../protocol.ts';
import type { Snowflake } from '../snowflake.ts';

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** An option as an interaction carries it. */
interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: OptionValue;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

export interface SentOptions {
  readonly options: readonly SentOption[];
  /** The people, roles and channels that the options name. */
  readonly users: readonly Snowflake[];
  readonly roles: readonly Snowflake[];
  readonly channels: readonly Snowflake[];
}

/**
 * The options of a slash command as Discord's client would send them. What the client would not let a person send
 * (an unknown option, a missing or wrong one) is an error here.
 *
 * @param path the names of the subcommand group and subcommand, where the command has them
 * @param focused the option being typed, for autocomplete: then nothing is required
 */
export function sentOptions(
  command: APIApplicationCommand,
  path: readonly string[],
  values: OptionValues,
  focused: string | null,
): SentOptions {
  const [next, ...rest] = path;
  const declared: readonly APIApplicationCommandOption[] =
    'options' in command && command.options !== undefined ? command.options : [];
  if (next !== undefined) return nested(command, declared, next, rest, values, focused);
  if (declared.some((option) => isNesting(option))) throw new Error(`/${command.name} needs a subcommand.`);

  const unknown = Object.keys(values).find((name) => !declared.some((option) => option.name === name));
  if (unknown !== undefined) throw new Error(`/${command.name} has no option "${unknown}".`);
  if (focused !== null) checkSuggests(command.name, declared, focused);
  const sent: SentOption[] = [];
  for (const option of declared) {
    const value = values[option.name];
    const typing = option.name === focused;
    if (value === undefined) {
      if (focused === null && option.required === true) {
        throw new Error(`/${command.name} requires the option "${option.name}".`);
      }
      continue;
    }
    if (!typing) check(command.name, option, value);
    sent.push({ name: option.name, type: option.type, value, ...(typing ? { focused: true } : {}) });
  }
  const ids = (...types: number[]) =>
    sent.filter((option) => types.includes(option.type)).map((option) => String(option.value));
  return {
    options: sent,
    users: ids(OptionType.User, OptionType.Mentionable),
    roles: ids(OptionType.Role, OptionType.Mentionable),
    channels: ids(OptionType.Channel),
  };
}

function checkSuggests(
  command: string,
  declared: readonly APIApplicationCommandOption[],
  name: string,
): void {
  const option = declared.find((one) => one.name === name);
  const suggests = option !== undefined && 'autocomplete' in option && option.autocomplete === true;
  if (!suggests) throw new Error(`/${command}: nothing is suggested for the option "${name}".`);
}

function nested(
  command: APIApplicationCommand,
  declared: readonly APIApplicationCommandOption[],
  next: string,
  rest: readonly string[],
  values: OptionValues,
  focused: string | null,
): SentOptions {
  const option = declared.find((one) => one.name === next && isNesting(one));
  if (option === undefined) throw new Error(`/${command.name} has no subcommand "${next}".`);
  const inner = 'options' in option ? option.options : [];
  const sub = { ...command, name: `${command.name} ${next}`, options: inner } as APIApplicationCommand;
  const sent = sentOptions(sub, rest, values, focused);
  return { ...sent, options: [{ name: next, type: option.type, options: sent.options }] };
}

function check(command: string, option: APIApplicationCommandOption, value: OptionValue): void {
  const wrong = (why: string) =>
    new Error(`/${command}: the option "${option.name}" ${why}, not ${JSON.stringify(value)}.`);
  const choices = 'choices' in option ? option.choices : undefined;
  if (choices !== undefined && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw wrong('takes one of its choices');
  }
  switch (option.type as number) {
    case OptionType.Integer:
    case OptionType.Number: {
      if (typeof value !== 'number' || (option.type === OptionType.Integer && !Number.isInteger(value))) {
        throw wrong('takes a number');
      }
      const { min_value: min = -Infinity, max_value: max = Infinity } = option as {
        min_value?: number;
        max_value?: number;
      };
      if (value < min || value > max) throw wrong(`takes ${min} to ${max}`);
      return;
    }
    case OptionType.Boolean:
      if (typeof value !== 'boolean') throw wrong('takes true or false');
      return;
    case OptionType.String: {
      const { min_length: min = 0, max_length: max = 6_000 } = option as {
        min_length?: number;
        max_length?: number;
      };
      if (typeof value !== 'string' || value.length < min || value.length > max) {
        throw wrong(`takes a text of ${min} to ${max} characters`);
      }
      return;
    }
    case OptionType.Attachment:
      throw wrong('takes a file, which the local Discord does not support');
    default:
      if (typeof value !== 'string') throw wrong('takes an id');
  }
}

function isNesting(option: APIApplicationCommandOption): boolean {
  const type: number = option.type;
  return type === OptionType.Subcommand || type === OptionType.SubcommandGroup;
}
