import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import type { DirectChannel } from './world.ts';

/**
 * The bot's direct channel with a person, made where there is none. The gateway says nothing of a new one: bots
 * learn of it from the first message. https://docs.discord.com/developers/resources/user#create-dm
 */
export function openDirectChannel({ world, ids }: Services, recipientId: Snowflake): DirectChannel {
  const old = world.directChannel(recipientId);
  if (old !== undefined) return old;
  const channel: DirectChannel = { kind: 'direct', id: ids.next(), recipientId };
  world.channels.set(channel.id, channel);
  return channel;
}
