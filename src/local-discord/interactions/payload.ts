import type { APIMessage } from 'discord-api-types/v10';
import { InteractionContext, InteractionType } from '../protocol.ts';
import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import { channelJson, memberJson, memberWithoutUser } from '../world/json.ts';
import type { Channel, World } from '../world/world.ts';
import type { InteractionOrigin } from './record.ts';

export const TYPE_OF_KIND = {
  slash: InteractionType.ApplicationCommand,
  'message command': InteractionType.ApplicationCommand,
  'user command': InteractionType.ApplicationCommand,
  autocomplete: InteractionType.Autocomplete,
  component: InteractionType.MessageComponent,
  modal: InteractionType.ModalSubmit,
} as const;

/**
 * An interaction as the bot gets it.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function interactionPayload(
  { world, messages }: Services,
  origin: InteractionOrigin,
  channel: Channel,
  data: unknown,
  message: APIMessage | null,
) {
  const member = world.members.get(origin.userId);
  const locale = member?.locale ?? world.guild.locale;
  const inGuild = channel.kind === 'guild';
  const lastId = messages.lastId(channel.id);
  const permissions = world.permissionsIn(origin.userId, channel).toString();
  return {
    id: origin.id,
    application_id: world.application.id,
    type: TYPE_OF_KIND[origin.kind],
    token: origin.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelJson(world, channel, lastId), ...(inGuild ? { permissions } : {}) },
    ...(inGuild
      ? {
          guild_id: world.guild.id,
          guild: { id: world.guild.id, locale: world.guild.locale, features: [] },
          guild_locale: world.guild.locale,
          member: member === undefined ? undefined : { ...memberJson(member), permissions },
        }
      : { user: member?.user }),
    ...(message === null ? {} : { message }),
    app_permissions: world.permissionsIn(world.bot.id, channel).toString(),
    locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: { 0: inGuild ? world.guild.id : '0' },
    context: inGuild ? InteractionContext.Guild : InteractionContext.BotDM,
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

function permissionsOf(world: World, userId: Snowflake, channel: Channel): string {
  return world.permissionsIn(userId, channel).toString();
}

/** Whom and what an interaction's data names by id, told in full. */
export function resolvedData(
  services: Services,
  ids: {
    readonly users?: readonly Snowflake[];
    readonly roles?: readonly Snowflake[];
    readonly channels?: readonly Snowflake[];
    readonly messages?: readonly APIMessage[];
  },
  asking: { readonly userId: Snowflake; readonly channel: Channel },
) {
  const { world, messages } = services;
  const users = (ids.users ?? []).flatMap((id) => world.user(id) ?? []);
  const members =
    asking.channel.kind === 'guild' ? users.flatMap(({ id }) => world.members.get(id) ?? []) : [];
  const channels = (ids.channels ?? []).flatMap((id) => world.channels.get(id) ?? []);
  const roles = (ids.roles ?? []).flatMap((id) => world.roles.get(id) ?? []);
  const byId = <Item>(
    items: readonly Item[],
    idOf: (item: Item) => Snowflake,
    json: (item: Item) => unknown,
  ) => Object.fromEntries(items.map((item) => [idOf(item), json(item)]));
  const parts = {
    users: byId(
      users,
      (user) => user.id,
      (user) => user,
    ),
    members: byId(
      members,
      (member) => member.user.id,
      (member) => ({
        ...memberWithoutUser(member),
        permissions: permissionsOf(world, member.user.id, asking.channel),
      }),
    ),
    roles: byId(
      roles,
      (role) => role.id,
      (role) => ({ ...role, permissions: role.permissions.toString(), managed: role.botId !== undefined }),
    ),
    channels: byId(
      channels,
      (channel) => channel.id,
      (channel) => ({
        ...channelJson(world, channel, messages.lastId(channel.id)),
        permissions: permissionsOf(world, asking.userId, channel),
      }),
    ),
    messages: byId(
      ids.messages ?? [],
      (message) => message.id,
      (message) => message,
    ),
  };
  const filled = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  return filled.length === 0 ? {} : { resolved: Object.fromEntries(filled) };
}

/**
 * What a response tells of the interaction it came from.
 * https://docs.discord.com/developers/resources/message#message-interaction-metadata-object
 */
export function interactionMetadata(
  services: Services,
  origin: InteractionOrigin,
  originalId: Snowflake | null,
) {
  const { world } = services;
  const channel = world.channels.get(origin.channelId);
  const target = origin.targetUserId === null ? undefined : world.user(origin.targetUserId);
  const openedBy = origin.openedBy?.origin;
  const metadata: Record<string, unknown> = {
    id: origin.id,
    type: TYPE_OF_KIND[origin.kind],
    user: world.user(origin.userId),
    authorizing_integration_owners: { 0: channel?.kind === 'guild' ? world.guild.id : '0' },
    ...(originalId === null ? {} : { original_response_message_id: originalId }),
    ...(origin.targetMessageId === null ? {} : { target_message_id: origin.targetMessageId }),
    ...(target === undefined ? {} : { target_user: target }),
    ...(origin.kind === 'component' && origin.sourceMessage !== null
      ? { interacted_message_id: origin.sourceMessage.id }
      : {}),
    ...(openedBy === undefined
      ? {}
      : { triggering_interaction_metadata: interactionMetadata(services, openedBy, null) }),
    ...(origin.commandId === null ? {} : { name: origin.name }),
  };
  return metadata;
}
