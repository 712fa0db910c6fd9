import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, OptionDeclaration } from '../command/command.ts';

export interface RegistrationOptions {
  /** One server's commands; Discord takes no contexts for them. */
  readonly guildId?: string;
  /**
   * Hides admin commands from members without Manage Server. Off where others were made admins, whom Discord
   * would hide them from as well. It hides and no more: the right is checked when a command is run.
   */
  readonly hideAdminCommands: boolean;
}

/** A command as Discord registers it. */
export function commandJson(
  command: Command,
  { guildId, hideAdminCommands }: RegistrationOptions,
): RESTPostAPIApplicationCommandsJSONBody {
  const hidden = command.access === 'admin' && hideAdminCommands;
  const common = {
    name: command.name,
    default_member_permissions: hidden ? String(PermissionFlagsBits.ManageGuild) : null,
    ...(guildId === undefined
      ? {
          contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
          integration_types: [ApplicationIntegrationType.GuildInstall],
        }
      : {}),
  };
  if (command.on === 'message') return { type: ApplicationCommandType.Message, ...common };
  return {
    type: ApplicationCommandType.ChatInput,
    ...common,
    description: command.description,
    options: Object.entries(command.options).map(([name, option]) => optionJson(name, option)),
  };
}

function optionJson(name: string, option: OptionDeclaration): APIApplicationCommandStringOption {
  const common = {
    type: ApplicationCommandOptionType.String,
    name,
    description: option.description,
    required: option.required ?? false,
    ...(option.maxLength === undefined ? {} : { max_length: option.maxLength }),
  } as const;
  if (option.choices !== undefined) {
    return { ...common, choices: option.choices.map(({ name, value }) => ({ name, value })) };
  }
  return { ...common, autocomplete: option.autocomplete ?? false };
}
