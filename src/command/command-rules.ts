import { isCommandName } from '../corpus/command-name.ts';
import type { Command, OptionDeclaration, Suggestion } from './command.ts';

/**
 * Discord's limits on application commands.
 * @see https://discord.com/developers/docs/interactions/application-commands
 */
export const COMMAND_LIMITS = {
  slashCommands: 100,
  messageCommands: 5,
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choice: 100,
  optionLength: 6000,
  /** Names, descriptions and choices of one command together. */
  characters: 8000,
} as const;

/** What Discord would refuse of a command, or what could not work; each a sentence without a stop. */
export function faultsOf(command: Command): readonly string[] {
  const faults: string[] = [];
  const who = `\`${command.name}\``;
  const { name, description, on } = command;
  if (on === 'slash' && !isCommandName(name)) {
    faults.push(`the name ${who} must be 1 to ${COMMAND_LIMITS.name} lower-case letters, digits, - or _`);
  }
  if (on === 'message' && (name.trim() !== name || !within(name, COMMAND_LIMITS.name))) {
    faults.push(`the name ${who} must be 1 to ${COMMAND_LIMITS.name} characters without space around`);
  }
  if (!within(description, COMMAND_LIMITS.description)) {
    faults.push(`the description of ${who} must be 1 to ${COMMAND_LIMITS.description} characters`);
  }
  const options = Object.entries(command.options);
  if (options.length > COMMAND_LIMITS.options) {
    faults.push(`${who} has ${options.length} options; Discord takes ${COMMAND_LIMITS.options}`);
  }
  if (on === 'message' && options.length > 1) {
    faults.push(`${who} is a message command, which has one option: the message's text`);
  }
  let optional: string | undefined;
  for (const [option, declaration] of options) {
    faults.push(...faultsOfOption(option, declaration, command).map((fault) => `${fault}, in ${who}`));
    if (declaration.required && optional !== undefined) {
      faults.push(`the required option \`${option}\` must stand before \`${optional}\`, in ${who}`);
    }
    if (!declaration.required) optional ??= option;
  }
  const characters = charactersOf(command);
  if (characters > COMMAND_LIMITS.characters) {
    faults.push(`${who} has ${characters} characters in all; Discord takes ${COMMAND_LIMITS.characters}`);
  }
  return faults;
}

function faultsOfOption(name: string, option: OptionDeclaration, command: Command): readonly string[] {
  const faults: string[] = [];
  if (!isCommandName(name)) {
    faults.push(
      `the option \`${name}\` must be 1 to ${COMMAND_LIMITS.name} lower-case letters, digits, - or _`,
    );
  }
  if (!within(option.description, COMMAND_LIMITS.description)) {
    faults.push(
      `the description of the option \`${name}\` must be 1 to ${COMMAND_LIMITS.description} characters`,
    );
  }
  if (
    option.maxLength !== undefined &&
    !(option.maxLength >= 1 && option.maxLength <= COMMAND_LIMITS.optionLength)
  ) {
    faults.push(`\`maxLength\` of the option \`${name}\` must be 1 to ${COMMAND_LIMITS.optionLength}`);
  }
  if (option.choices && option.autocomplete) {
    faults.push(`the option \`${name}\` has both choices and autocomplete; Discord takes one of them`);
  }
  if (option.autocomplete && !command.autocomplete) {
    faults.push(`the option \`${name}\` has autocomplete, but the command has no function \`autocomplete\``);
  }
  return [...faults, ...faultsOfChoices(name, option.choices ?? [])];
}

function faultsOfChoices(option: string, choices: readonly Suggestion[]): readonly string[] {
  const faults: string[] = [];
  if (choices.length > COMMAND_LIMITS.choices) {
    faults.push(
      `the option \`${option}\` has ${choices.length} choices; Discord takes ${COMMAND_LIMITS.choices}`,
    );
  }
  for (const { name, value } of choices) {
    if (!within(name, COMMAND_LIMITS.choice) || !within(value, COMMAND_LIMITS.choice)) {
      faults.push(
        `the choice "${name}" of the option \`${option}\` must be 1 to ${COMMAND_LIMITS.choice} characters`,
      );
    }
  }
  if (new Set(choices.map(({ name }) => name)).size < choices.length) {
    faults.push(`the option \`${option}\` has a choice twice`);
  }
  return faults;
}

function charactersOf(command: Command): number {
  const texts = [command.name, command.description];
  for (const [name, option] of Object.entries(command.options)) {
    texts.push(
      name,
      option.description,
      ...(option.choices ?? []).flatMap((choice) => [choice.name, choice.value]),
    );
  }
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Discord counts characters, not UTF-16 units. */
function within(text: string, limit: number): boolean {
  return text.trim() !== '' && [...text].length <= limit;
}
