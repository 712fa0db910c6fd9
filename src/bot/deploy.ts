import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Registry } from '../command/registry.ts';
import type { Logger } from '../logger.ts';
import { commandJson, type RegistrationOptions } from './command-json.ts';
import type { CommandIds } from './markdown.ts';

/** What can be registered; Discord keeps the same fields among others. */
type Registered = RESTPostAPIApplicationCommandsJSONBody | APIApplicationCommand;

/**
 * Registers the commands: fetches what Discord has, and puts the whole list only where it differs (a put counts
 * against a daily limit, and a global one can take a while to reach everybody).
 *
 * @returns the ids of the slash commands by name.
 * @throws DiscordAPIError where Discord refuses, as for a server that the bot is not in.
 */
export async function deployCommands(
  rest: REST,
  applicationId: string,
  registry: Registry,
  options: RegistrationOptions,
  logger: Logger,
): Promise<CommandIds> {
  const { guildId } = options;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = registry.commands.map((command) => commandJson(command, options));
  const present = (await rest.get(route)) as APIApplicationCommand[];
  const same = fingerprint(wanted, guildId) === fingerprint(present, guildId);
  const registered = same ? present : ((await rest.put(route, { body: wanted })) as APIApplicationCommand[]);
  const where = guildId === undefined ? 'globally' : `in server ${guildId}`;
  logger.info(`${wanted.length} commands ${same ? 'were registered' : 'registered'} ${where}`);
  if (guildId !== undefined) await reportLeftovers(rest, applicationId, logger);

  const slash = registered.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  return new Map(slash.map(({ name, id }) => [name, id]));
}

/** Global commands beside those of the one server would be shown twice there. They may serve other servers. */
async function reportLeftovers(rest: REST, applicationId: string, logger: Logger): Promise<void> {
  const global = (await rest.get(Routes.applicationCommands(applicationId))) as APIApplicationCommand[];
  if (global.length === 0) return;
  logger.warn(
    `${global.length} commands are registered globally as well, from a start without DISCORD_GUILD_ID; ` +
      'they are left as they are, and show twice in this server',
  );
}

/** Equal for lists that would show and behave the same, in any order, with defaults given or left out. */
function fingerprint(commands: readonly Registered[], guildId: string | undefined): string {
  return JSON.stringify(commands.map((command) => JSON.stringify(normalise(command, guildId))).sort());
}

function normalise(command: Registered, guildId: string | undefined): unknown {
  const description = 'description' in command ? command.description : '';
  const options = 'options' in command ? (command.options ?? []) : [];
  const reach =
    guildId === undefined ? [sorted(command.contexts), sorted(command.integration_types)] : undefined;
  return [
    command.type ?? ApplicationCommandType.ChatInput,
    command.name,
    description,
    command.default_member_permissions ?? null,
    reach,
    options.map((option) => [
      option.type,
      option.name,
      option.description,
      option.required ?? false,
      'autocomplete' in option ? (option.autocomplete ?? false) : false,
      'max_length' in option ? (option.max_length ?? null) : null,
      'choices' in option ? (option.choices ?? []).map(({ name, value }) => [name, value]) : [],
    ]),
  ];
}

function sorted(values: readonly number[] | null | undefined): readonly number[] {
  return [...(values ?? [])].sort();
}
