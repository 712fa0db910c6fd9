import { OptionType } from '../protocol.ts';
import type { Form } from './form.ts';
import { LIMITS, type Limit } from './limits.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const WITH_CHOICES: readonly number[] = [OptionType.String, OptionType.Integer, OptionType.Number];
const NESTING: readonly unknown[] = [OptionType.Subcommand, OptionType.SubcommandGroup];

/** Checks a command's options, in which required ones come first and names are unique. */
export function readOptions(form: Form, depth: number): void {
  const options = form.list(LIMITS.commandOptions) ?? [];
  const names = new Set<unknown>();
  let optional = false;
  for (const option of options) {
    readOption(option, depth);
    const { value: name } = option.at('name');
    if (names.has(name)) {
      option.complain(
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists in the parameter list',
      );
    }
    names.add(name);
    const required = option.at('required').value === true;
    if (required && optional) {
      option.complain(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optional ||= !required;
  }
  const nesting = options.filter((option) => NESTING.includes(option.at('type').value)).length;
  if (nesting > 0 && nesting < options.length) {
    form.complain(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function readOption(form: Form, depth: number): void {
  const type = form.object().at('type').required().oneOf(Object.values(OptionType));
  readName(form.at('name').required());
  form.at('description').required().text(LIMITS.commandDescription);
  form.at('required').boolean();
  if (type === undefined) return;
  if (NESTING.includes(type)) {
    if (depth > (type === OptionType.SubcommandGroup ? 0 : 1)) {
      form
        .at('type')
        .complain('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Subcommands cannot be nested any deeper');
    } else {
      readOptions(form.at('options'), depth + 1);
    }
    return;
  }
  readRange(form);
  const choices = readChoices(form.at('choices'), LIMITS.choices, type === OptionType.String) ?? [];
  const autocomplete = form.at('autocomplete').boolean() ?? false;
  if (choices.length > 0 && autocomplete) {
    form.complain(
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Autocomplete cannot be used with choices',
    );
  }
  if ((choices.length > 0 || autocomplete) && !WITH_CHOICES.includes(type)) {
    form
      .at('type')
      .complain(
        'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
        'This option type takes neither choices nor autocomplete',
      );
  }
}

/** Reads the name of a slash command or of an option: in small letters where there are such. */
export function readName(form: Form): string | undefined {
  const name = form.text(LIMITS.commandName);
  if (name !== undefined && (!NAME.test(name) || name !== name.toLowerCase())) {
    form.complain('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  return name;
}

function readRange(form: Form): void {
  const min = form.at('min_length').integer(LIMITS.optionMinLength);
  const max = form.at('max_length').integer(LIMITS.optionMaxLength);
  if (min !== undefined && max !== undefined && min > max) {
    form
      .at('min_length')
      .complain('APPLICATION_COMMAND_OPTIONS_MIN_MAX', 'min_length must not be greater than max_length');
  }
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** Reads choices: of an option, or as suggested by autocomplete. Of an option that is a text, values are texts. */
export function readChoices(form: Form, limit: Limit, texts: boolean): readonly Choice[] | undefined {
  return form.list(limit)?.map((choice) => {
    const name = choice.object().at('name').required().text(LIMITS.choiceName) ?? '';
    const value = choice.at('value').required();
    if (typeof value.value === 'number' && !texts) return { name, value: value.value };
    return { name, value: value.text(LIMITS.choiceValue) ?? '' };
  });
}
