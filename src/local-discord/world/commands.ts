import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { EventHub } from '../events.ts';
import { CommandType, InteractionContext, Permission } from '../protocol.ts';
import type { Snowflake, SnowflakeSource } from '../snowflake.ts';
import type { Channel, World } from './world.ts';

/** A command as the bot declares it, validated. */
export type CommandDraft = Partial<
  Omit<APIApplicationCommand, 'id' | 'application_id' | 'version' | 'guild_id'>
> & {
  readonly name: string;
};

/** Where commands are registered: for all servers, or for one. */
export type Scope = Snowflake | null;

/** The application's commands, global and of the server. */
export class Commands {
  readonly #world: World;
  readonly #ids: SnowflakeSource;
  readonly #events: EventHub;
  readonly #scopes = new Map<Scope, readonly APIApplicationCommand[]>();

  constructor(world: World, ids: SnowflakeSource, events: EventHub) {
    this.#world = world;
    this.#ids = ids;
    this.#events = events;
  }

  in(scope: Scope): readonly APIApplicationCommand[] {
    return this.#scopes.get(scope) ?? [];
  }

  get(scope: Scope, id: Snowflake): APIApplicationCommand | undefined {
    return this.in(scope).find((command) => command.id === id);
  }

  /** Adds a command, or replaces that of the same name and type. */
  upsert(
    scope: Scope,
    draft: CommandDraft,
  ): { readonly command: APIApplicationCommand; readonly created: boolean } {
    const old = this.in(scope).find((command) => sameName(command, draft));
    const command = this.#made(scope, draft, old);
    this.#replace(scope, [...this.in(scope).filter((other) => other !== old), command]);
    return { command, created: old === undefined };
  }

  edit(scope: Scope, id: Snowflake, change: Partial<CommandDraft>): APIApplicationCommand | undefined {
    const old = this.get(scope, id);
    if (old === undefined) return undefined;
    const command = this.#made(scope, { ...old, ...change }, old);
    this.#replace(
      scope,
      this.in(scope).map((other) => (other === old ? command : other)),
    );
    return command;
  }

  /** Makes these the scope's only commands. A command that stays keeps its id. */
  overwrite(scope: Scope, drafts: readonly CommandDraft[]): readonly APIApplicationCommand[] {
    const old = this.in(scope);
    this.#replace(
      scope,
      drafts.map((draft) =>
        this.#made(
          scope,
          draft,
          old.find((command) => sameName(command, draft)),
        ),
      ),
    );
    return this.in(scope);
  }

  delete(scope: Scope, id: Snowflake): boolean {
    const left = this.in(scope).filter((command) => command.id !== id);
    if (left.length === this.in(scope).length) return false;
    this.#replace(scope, left);
    return true;
  }

  /**
   * The commands that a person is offered in a channel: those whose contexts fit the place, and in a server those
   * whose default permissions the person has. The server's own come first.
   */
  visibleTo(userId: Snowflake, channel: Channel): readonly APIApplicationCommand[] {
    const world = this.#world;
    if (!world.may(userId, channel, 'ViewChannel') || !world.may(userId, channel, 'UseApplicationCommands'))
      return [];
    const inGuild = channel.kind === 'guild';
    const context = inGuild ? InteractionContext.Guild : InteractionContext.BotDM;
    const global = this.in(null).filter(
      (command) => command.contexts?.includes(context) ?? (inGuild || command.dm_permission !== false),
    );
    if (!inGuild) return global;
    const held = world.permissionsIn(userId, channel);
    return [...this.in(world.guild.id), ...global].filter((command) => permits(command, held));
  }

  #made(scope: Scope, draft: CommandDraft, old: APIApplicationCommand | undefined): APIApplicationCommand {
    const type = draft.type ?? CommandType.ChatInput;
    const options = draft.options?.map(normalOption);
    const body = {
      type,
      name: draft.name,
      name_localizations: draft.name_localizations ?? null,
      description: draft.description ?? '',
      description_localizations: draft.description_localizations ?? null,
      default_member_permissions: draft.default_member_permissions ?? null,
      nsfw: draft.nsfw ?? false,
      ...(scope === null
        ? {
            contexts: draft.contexts ?? null,
            integration_types: draft.integration_types ?? [0],
            dm_permission: draft.contexts?.includes(InteractionContext.BotDM) ?? draft.dm_permission ?? true,
          }
        : { guild_id: scope }),
      ...(options === undefined || options.length === 0 ? {} : { options }),
    };
    const command = {
      ...body,
      id: old?.id ?? this.#ids.next(),
      application_id: this.#world.application.id,
      version: old?.version ?? this.#ids.next(),
    } as APIApplicationCommand;
    const changed = old !== undefined && JSON.stringify(sorted(old)) !== JSON.stringify(sorted(command));
    return changed ? { ...command, version: this.#ids.next() } : command;
  }

  #replace(scope: Scope, commands: readonly APIApplicationCommand[]): void {
    this.#scopes.set(scope, commands);
    this.#events.emit('commandsChanged', { guildId: scope });
  }
}

/** A command without required permissions is for all; one with "0" for administrators alone. */
function permits(command: APIApplicationCommand, held: bigint): boolean {
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined || (held & Permission.Administrator) !== 0n) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (held & bits) === bits;
}

function sameName(command: APIApplicationCommand, draft: CommandDraft): boolean {
  return command.name === draft.name && command.type === (draft.type ?? CommandType.ChatInput);
}

/** Discord leaves out of an option what is false anyway. */
function normalOption(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const kept = Object.entries(option).filter(
    ([key, value]) =>
      !((key === 'required' || key === 'autocomplete') && value === false) && value !== undefined,
  );
  const inner =
    'options' in option && option.options !== undefined ? { options: option.options.map(normalOption) } : {};
  return { ...Object.fromEntries(kept), ...inner } as APIApplicationCommandOption;
}

function sorted(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
