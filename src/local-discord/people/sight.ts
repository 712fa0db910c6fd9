import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import type { ShownMessage } from '../events.ts';
import type { PermissionName } from '../protocol.ts';
import { refuse } from '../rest/api-error.ts';
import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import type { Channel } from '../world/world.ts';

/** What one person can see and reach. What is out of reach is refused, as Discord refuses it. */
export class Sight {
  readonly user: APIUser;
  readonly #services: Services;

  constructor(services: Services, user: APIUser) {
    this.#services = services;
    this.user = user;
  }

  /** The channels in sight, direct messages with the bot among them. */
  channels(): readonly Snowflake[] {
    const { world } = this.#services;
    return [...world.channels.values()]
      .filter((one) => world.may(this.user.id, one, 'ViewChannel'))
      .map(({ id }) => id);
  }

  may(channelId: Snowflake, permission: PermissionName): boolean {
    const { world } = this.#services;
    const channel = world.channels.get(channelId);
    if (channel === undefined || !world.may(this.user.id, channel, 'ViewChannel')) return false;
    return world.may(this.user.id, channel, permission);
  }

  /** A channel in sight, in which the person may do all this. */
  channel(id: Snowflake, ...needed: PermissionName[]): Channel {
    const { world } = this.#services;
    const channel = world.channels.get(id);
    if (channel === undefined) throw refuse('unknownChannel');
    if (!world.may(this.user.id, channel, 'ViewChannel')) throw refuse('missingAccess');
    if (!needed.every((name) => world.may(this.user.id, channel, name))) throw refuse('missingPermissions');
    return channel;
  }

  /** The messages of a channel that this person sees, oldest first. */
  messages(channelId: Snowflake): readonly ShownMessage[] {
    this.channel(channelId);
    return this.#services.messages.in(channelId).filter((shown) => this.#sees(shown));
  }

  message(id: Snowflake): ShownMessage {
    const shown = this.#services.messages.find(id);
    if (shown === undefined || !this.#sees(shown)) throw refuse('unknownMessage');
    this.channel(shown.message.channel_id);
    return shown;
  }

  commands(channelId: Snowflake): readonly APIApplicationCommand[] {
    return this.#services.commands.visibleTo(this.user.id, this.channel(channelId));
  }

  command(channel: Channel, type: number, name: string): APIApplicationCommand {
    const offered = this.commands(channel.id).filter((one) => one.type === type);
    const command = offered.find((one) => one.name === name);
    if (command !== undefined) return command;
    const names = offered.map((one) => one.name).join(', ') || 'none';
    throw new Error(`${this.user.username} is not offered the command "${name}" here. Offered: ${names}.`);
  }

  #sees({ visibleTo }: ShownMessage): boolean {
    return visibleTo === 'everyone' || visibleTo === this.user.id;
  }
}
