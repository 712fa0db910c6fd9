import type {
  APIChannel,
  APIDMChannel,
  APIGuildMember,
  APIOverwrite,
  APIRole,
  APITextChannel,
} from 'discord-api-types/v10';
import { ChannelType, noFlags } from '../protocol.ts';
import type { Snowflake } from '../snowflake.ts';
import type { Channel, GuildChannel, Member, Role, World } from './world.ts';

/** The world's records as Discord's JSON. https://docs.discord.com/developers/resources/guild */

export function roleJson(role: Role): APIRole {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: role.botId !== undefined,
    mentionable: role.mentionable,
    flags: noFlags(),
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  };
}

export function memberJson(member: Member): APIGuildMember {
  return { ...memberWithoutUser(member), user: member.user };
}

/** A member as it stands beside a message's author or mention, whose user is told already. */
export function memberWithoutUser(member: Member): Omit<APIGuildMember, 'user'> {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roleIds],
    joined_at: member.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: noFlags(),
  };
}

export function channelJson(world: World, channel: Channel, lastMessageId: Snowflake | null): APIChannel {
  return channel.kind === 'guild'
    ? guildChannelJson(world, channel, lastMessageId)
    : directChannelJson(world, channel.id, channel.recipientId, lastMessageId);
}

export function guildChannelJson(
  world: World,
  channel: GuildChannel,
  lastMessageId: Snowflake | null,
): APITextChannel {
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: world.guild.id,
    name: channel.name,
    topic: channel.topic,
    position: channel.position,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: lastMessageId,
    last_pin_timestamp: null,
    flags: noFlags(),
    permission_overwrites: channel.overwrites.map(
      (one): APIOverwrite => ({
        id: one.id,
        type: one.kind === 'role' ? 0 : 1,
        allow: one.allow.toString(),
        deny: one.deny.toString(),
      }),
    ),
  };
}

function directChannelJson(
  world: World,
  id: Snowflake,
  recipientId: Snowflake,
  lastMessageId: Snowflake | null,
): APIDMChannel {
  const recipient = world.user(recipientId);
  return {
    id,
    type: ChannelType.DM,
    name: null,
    last_message_id: lastMessageId,
    flags: noFlags(),
    recipients: recipient === undefined ? [] : [recipient],
  };
}

/** The server as `GET /guilds/{id}` tells it. */
export function guildJson(world: World) {
  return {
    id: world.guild.id,
    name: world.guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: world.guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [...world.roles.values()].map(roleJson),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: world.guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
  };
}

/** The server as the event GUILD_CREATE tells it: with its channels, and of the members the bot alone. */
export function guildCreateJson(world: World, lastMessageId: (channelId: Snowflake) => Snowflake | null) {
  const bot = world.members.get(world.bot.id);
  return {
    ...guildJson(world),
    joined_at: bot?.joinedAt ?? null,
    large: false,
    unavailable: false,
    member_count: world.members.size,
    voice_states: [],
    members: bot === undefined ? [] : [memberJson(bot)],
    channels: world
      .guildChannels()
      .map((channel) => guildChannelJson(world, channel, lastMessageId(channel.id))),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function applicationJson(world: World) {
  const content = world.privilegedIntents.has('MessageContent') ? 1 << 19 : 0;
  const members = world.privilegedIntents.has('GuildMembers') ? 1 << 15 : 0;
  const presences = world.privilegedIntents.has('GuildPresences') ? 1 << 13 : 0;
  return {
    id: world.application.id,
    name: world.application.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: content | members | presences,
    team: null,
    summary: '',
    bot: world.bot,
    approximate_guild_count: 1,
    integration_types_config: { 0: {} },
    owner: world.user(world.guild.ownerId),
  };
}
