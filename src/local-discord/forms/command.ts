import type { APIApplicationCommand } from 'discord-api-types/v10';
import { CommandType } from '../protocol.ts';
import type { CommandDraft } from '../world/commands.ts';
import { readName, readOptions } from './command-options.ts';
import type { Form } from './form.ts';
import { LIMITS } from './limits.ts';

/** The fields of a command that a bot decides; others are passed over. */
const FIELDS = [
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
];

/** Reads a whole list, in which no two commands of a type share a name. */
export function readCommands(form: Form): readonly CommandDraft[] {
  const names = new Set<string>();
  return (form.list() ?? []).map((one) => {
    const draft = readCommand(one);
    const key = `${draft.type} ${draft.name}`;
    if (names.has(key)) {
      one.complain('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    names.add(key);
    return draft;
  });
}

export function readCommand(form: Form): CommandDraft {
  const type = form.object().at('type').oneOf(Object.values(CommandType)) ?? CommandType.ChatInput;
  const isSlash = type === CommandType.ChatInput;
  const name = isSlash
    ? readName(form.at('name').required())
    : form.at('name').required().text(LIMITS.commandName);
  if (isSlash) {
    form.at('description').required().text(LIMITS.commandDescription);
  } else {
    if (form.at('description').text()) {
      form
        .at('description')
        .complain('APPLICATION_COMMAND_INVALID_DESCRIPTION', 'Context menu commands cannot have description');
    }
    if ((form.at('options').list() ?? []).length > 0) {
      form
        .at('options')
        .complain('APPLICATION_COMMAND_INVALID_OPTIONS', 'Context menu commands cannot have options');
    }
  }
  readOptions(form.at('options'), 0);
  for (const context of form.at('contexts').list() ?? []) context.oneOf([0, 1, 2]);
  for (const integration of form.at('integration_types').list() ?? []) integration.oneOf([0, 1]);
  form.at('default_member_permissions').snowflake();
  form.at('nsfw').boolean();
  if (form.sound && commandLength(form) > LIMITS.commandTexts.max) {
    form.complain(
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${LIMITS.commandTexts.max})`,
    );
  }
  const given = FIELDS.filter((key) => form.at(key).value !== undefined).map((key) => [
    key,
    form.at(key).value,
  ]);
  return { ...(Object.fromEntries(given) as Partial<APIApplicationCommand>), type, name: name ?? '' };
}

/** The characters of a command's names, descriptions and values; of translations, the longest counts. */
function commandLength(form: Form): number {
  const lengthOf = (text: unknown) => (typeof text === 'string' ? [...text].length : 0);
  const longest = (key: string): number => {
    const translations = Object.values(form.at(`${key}_localizations`).value ?? {});
    return Math.max(...[form.at(key).value, ...translations].map(lengthOf));
  };
  const inner = ['options', 'choices'].flatMap((key) => form.at(key).list() ?? []);
  const own = longest('name') + longest('description') + lengthOf(form.at('value').value);
  return inner.reduce((sum, one) => sum + commandLength(one), own);
}
