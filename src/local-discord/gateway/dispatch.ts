import type { LocalEvents } from '../events.ts';
import { ChannelType } from '../protocol.ts';
import { guildChannelJson, memberWithoutUser } from '../world/json.ts';
import type { MessageStore } from '../world/message-store.ts';
import type { World } from '../world/world.ts';
import type { GatewaySession } from './session.ts';
import { asRead } from './visibility.ts';

type Source =
  | { readonly kind: 'messageCreate' | 'messageUpdate'; readonly event: LocalEvents['messageCreate'] }
  | { readonly kind: 'messageDelete'; readonly event: LocalEvents['messageDelete'] }
  | { readonly kind: 'channelUpdate'; readonly event: LocalEvents['channelUpdate'] };

interface Dispatch {
  readonly name: string;
  readonly data: unknown;
}

/** The gateway events that a change gives a session: none where its intents or the bot's permissions keep it back. */
export function dispatchesOf(
  source: Source,
  session: GatewaySession,
  { world, messages }: { readonly world: World; readonly messages: MessageStore },
): readonly Dispatch[] {
  if (source.kind === 'channelUpdate') {
    const channel = world.channels.get(source.event.channelId);
    if (channel?.kind !== 'guild' || !session.wants('Guilds')) return [];
    return [{ name: 'CHANNEL_UPDATE', data: guildChannelJson(world, channel, messages.lastId(channel.id)) }];
  }

  const { visibleTo } = source.event;
  const channelId =
    source.kind === 'messageDelete' ? source.event.channelId : source.event.message.channel_id;
  const channel = world.channels.get(channelId);
  if (channel === undefined) return [];
  // A private message goes to the bot straight, not through the channel, and so belongs to no server.
  const direct = channel.kind === 'direct' || visibleTo !== 'everyone';
  if (!session.wants(direct ? 'DirectMessages' : 'GuildMessages')) return [];
  if (!direct && !world.may(world.bot.id, channel, 'ViewChannel')) return [];

  const place = direct ? {} : { guild_id: world.guild.id };
  if (source.kind === 'messageDelete') {
    return [{ name: 'MESSAGE_DELETE', data: { id: source.event.id, channel_id: channelId, ...place } }];
  }
  const reader = { botId: world.bot.id, messageContent: session.wants('MessageContent') };
  const message = asRead(source.event.message, reader, channel.kind === 'direct');
  const author = direct ? undefined : world.members.get(message.author.id);
  const mentions = message.mentions.map((user) => {
    const member = direct ? undefined : world.members.get(user.id);
    return member === undefined ? user : { ...user, member: memberWithoutUser(member) };
  });
  const data = {
    ...message,
    ...place,
    channel_type: channel.kind === 'guild' ? ChannelType.GuildText : ChannelType.DM,
    ...(author === undefined ? {} : { member: memberWithoutUser(author) }),
    mentions,
  };
  return [{ name: source.kind === 'messageCreate' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE', data }];
}
