/** Letters without case or in lower case, digits, `-` and `_`; Discord's apostrophe is left out, nobody types it. */
const COMMAND_NAME = /^[-_\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/**
 * Whether Discord takes the text as the name of a slash command or of an option.
 * @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
 */
export function isCommandName(name: string): boolean {
  return COMMAND_NAME.test(name) && name === name.toLowerCase();
}
