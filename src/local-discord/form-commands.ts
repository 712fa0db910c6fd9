import type { CommandDraft } from './commands.ts';
import type { Fields, Form } from './form.ts';
import { LIMITS } from './limits.ts';
import { CommandType, OptionType } from './protocol.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const WITH_CHOICES: readonly number[] = [OptionType.String, OptionType.Integer, OptionType.Number];
const OPTION_TYPES = Object.values(OptionType);

/** Reads a whole list, in which no two commands of a type share a name. */
export function readCommands(form: Form, value: unknown): readonly CommandDraft[] {
  const list = form.list(value) ?? [];
  const drafts = list.map((item, index) => readCommand(form.at(index), item));
  const names = new Set<string>();
  drafts.forEach((draft, index) => {
    const key = `${draft.type ?? CommandType.ChatInput} ${draft.name}`;
    if (names.has(key)) {
      form
        .at(index)
        .complain('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    names.add(key);
  });
  return drafts;
}

export function readCommand(form: Form, value: unknown): CommandDraft {
  const fields = form.fields(value) ?? {};
  const given = fields['type'] ?? CommandType.ChatInput;
  const type = form.at('type').oneOf(given, Object.values(CommandType)) ?? CommandType.ChatInput;
  form.at('name').required(fields['name']);
  return { ...readChange(form, fields, type), type, name: String(fields['name']) };
}

/** Reads the fields of a command of this type; for an edit, those of the old command with the changes over them. */
export function readChange(form: Form, fields: Fields, type: number): Partial<CommandDraft> {
  const isSlash = type === CommandType.ChatInput;
  if (fields['name'] !== undefined) readName(form.at('name'), fields['name'], isSlash);
  if (isSlash) {
    form.at('description').required(fields['description']);
    form.at('description').text(fields['description'], LIMITS.commandDescription);
  } else if (!isSlash && typeof fields['description'] === 'string' && fields['description'] !== '') {
    form
      .at('description')
      .complain('APPLICATION_COMMAND_INVALID_DESCRIPTION', 'Context menu commands cannot have description');
  }
  if (!isSlash && Array.isArray(fields['options']) && fields['options'].length > 0) {
    form
      .at('options')
      .complain('APPLICATION_COMMAND_INVALID_OPTIONS', 'Context menu commands cannot have options');
  }
  readOptions(form.at('options'), fields['options'], 0);
  readNumbers(form.at('contexts'), fields['contexts'], [0, 1, 2]);
  readNumbers(form.at('integration_types'), fields['integration_types'], [0, 1]);
  const needed = form.at('default_member_permissions').text(fields['default_member_permissions']);
  if (needed !== undefined && !/^\d{1,20}$/.test(needed)) {
    form.at('default_member_permissions').complain('NUMBER_TYPE_COERCE', `Value "${needed}" is not int.`);
  }
  form.at('nsfw').boolean(fields['nsfw']);
  if (form.sound && commandLength(fields) > LIMITS.commandTexts.max) {
    form.complain(
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${LIMITS.commandTexts.max})`,
    );
  }
  const kept = Object.entries(fields).filter(([key]) => KEPT.has(key));
  return Object.fromEntries(kept) as Partial<CommandDraft>;
}

const KEPT = new Set([
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'dm_permission',
  'nsfw',
  'contexts',
  'integration_types',
]);

function readName(form: Form, value: unknown, isSlash: boolean): void {
  const name = form.text(value, LIMITS.commandName);
  if (name === undefined || !isSlash) return;
  if (!NAME.test(name) || name !== name.toLowerCase()) {
    form.complain('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function readOptions(form: Form, value: unknown, depth: number): void {
  const list = form.list(value, LIMITS.commandOptions);
  if (list === undefined) return;
  const names = new Set<unknown>();
  let optional = false;
  list.forEach((item, index) => {
    const fields = form.at(index).fields(item) ?? {};
    readOption(form.at(index), fields, depth);
    if (names.has(fields['name'])) {
      form
        .at(index)
        .complain(
          'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
          'Option name already exists in the parameter list',
        );
    }
    names.add(fields['name']);
    if (fields['required'] === true && optional) {
      form
        .at(index)
        .complain(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        );
    }
    optional ||= fields['required'] !== true;
  });
  const nested = list.filter((item) => isNesting((item as Fields | null)?.['type'])).length;
  if (nested > 0 && nested < list.length) {
    form.complain(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function readOption(form: Form, fields: Fields, depth: number): void {
  form.at('type').required(fields['type']);
  const type = fields['type'] === undefined ? undefined : form.at('type').oneOf(fields['type'], OPTION_TYPES);
  form.at('name').required(fields['name']);
  const name = form.at('name').text(fields['name'], LIMITS.optionName);
  if (name !== undefined && (!NAME.test(name) || name !== name.toLowerCase())) {
    form.at('name').complain('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  form.at('description').required(fields['description']);
  form.at('description').text(fields['description'], LIMITS.optionDescriptionOfCommand);
  form.at('required').boolean(fields['required']);
  const autocomplete = form.at('autocomplete').boolean(fields['autocomplete']) ?? false;
  if (type !== undefined && isNesting(type)) {
    if (depth > (type === OptionType.SubcommandGroup ? 0 : 1)) {
      form
        .at('type')
        .complain('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Subcommands cannot be nested any deeper');
    }
    readOptions(form.at('options'), fields['options'], depth + 1);
    return;
  }
  const choices = readChoices(
    form.at('choices'),
    fields['choices'],
    LIMITS.choices,
    type === OptionType.String,
  );
  const count = choices?.length ?? 0;
  if (count > 0 && autocomplete) {
    form.complain(
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Autocomplete cannot be used with choices',
    );
  }
  if ((count > 0 || autocomplete) && type !== undefined && !WITH_CHOICES.includes(type)) {
    form
      .at('type')
      .complain(
        'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
        'This option type takes neither choices nor autocomplete',
      );
  }
  const minimum = form.at('min_length').integer(fields['min_length'], LIMITS.optionMinLength);
  const maximum = form.at('max_length').integer(fields['max_length'], LIMITS.optionMaxLength);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    form
      .at('min_length')
      .complain('APPLICATION_COMMAND_OPTION_MIN_LENGTH', 'min_length must not be greater than max_length');
  }
}

/** Reads choices: of an option, or as suggested by autocomplete. Values must be texts where the option is a text. */
export function readChoices(
  form: Form,
  value: unknown,
  limit: typeof LIMITS.choices | typeof LIMITS.suggestions,
  texts: boolean,
): readonly { name: string; value: string | number }[] | undefined {
  return form.list(value, limit)?.map((item, index) => {
    const at = form.at(index);
    const fields = at.fields(item) ?? {};
    at.at('name').required(fields['name']);
    at.at('value').required(fields['value']);
    const name = at.at('name').text(fields['name'], LIMITS.choiceName) ?? '';
    if (typeof fields['value'] === 'number' && !texts) return { name, value: fields['value'] };
    return { name, value: at.at('value').text(fields['value'], LIMITS.choiceValue) ?? '' };
  });
}

function readNumbers(form: Form, value: unknown, known: readonly number[]): void {
  form.list(value)?.forEach((item, index) => {
    form.at(index).oneOf(item, known);
  });
}

function isNesting(type: unknown): boolean {
  return type === OptionType.Subcommand || type === OptionType.SubcommandGroup;
}

/** The characters of a command's names, descriptions and values; of translations, the longest counts. */
function commandLength(fields: Fields): number {
  const longest = (key: string): number => {
    const translations = Object.values((fields[`${key}_localizations`] as Fields | null | undefined) ?? {});
    return Math.max(
      0,
      ...[fields[key], ...translations].map((text) => (typeof text === 'string' ? [...text].length : 0)),
    );
  };
  const inner = [fields['options'], fields['choices']].flatMap((list) =>
    Array.isArray(list) ? (list as Fields[]) : [],
  );
  const value = typeof fields['value'] === 'string' ? [...fields['value']].length : 0;
  return (
    longest('name') + longest('description') + value + inner.reduce((sum, one) => sum + commandLength(one), 0)
  );
}
