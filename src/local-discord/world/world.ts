import type { APIUser } from 'discord-api-types/v10';
import { Permission, type PrivilegedIntent, permissionsInDirectMessage } from '../protocol.ts';
import type { Snowflake } from '../snowflake.ts';
import { channelPermissions, guildPermissions, type Holder, type Overwrite } from './permissions.ts';

export interface Role {
  readonly id: Snowflake;
  readonly name: string;
  readonly permissions: bigint;
  readonly position: number;
  readonly mentionable: boolean;
  readonly color: number;
  /** The role that a bot brings with it has the bot's id here. */
  readonly botId?: Snowflake;
}

export interface Member {
  readonly user: APIUser;
  readonly roleIds: readonly Snowflake[];
  readonly joinedAt: string;
  /** The language of this person's Discord client, which interactions carry. */
  readonly locale: string;
}

export interface GuildChannel {
  readonly kind: 'guild';
  readonly id: Snowflake;
  readonly name: string;
  readonly topic: string | null;
  readonly position: number;
  readonly overwrites: readonly Overwrite[];
}

/** The direct messages between the bot and one person. */
export interface DirectChannel {
  readonly kind: 'direct';
  readonly id: Snowflake;
  readonly recipientId: Snowflake;
}

export type Channel = GuildChannel | DirectChannel;

export interface Guild {
  readonly id: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  readonly locale: string;
}

/**
 * The server, its people, roles and channels, and the bot's application. One server only; direct messages only
 * with the bot. Records are never changed, only replaced.
 */
export class World {
  readonly application: { readonly id: Snowflake; readonly name: string };
  readonly bot: APIUser;
  readonly guild: Guild;
  readonly privilegedIntents: ReadonlySet<PrivilegedIntent>;
  readonly roles = new Map<Snowflake, Role>();
  readonly members = new Map<Snowflake, Member>();
  readonly channels = new Map<Snowflake, Channel>();

  constructor(origin: Pick<World, 'application' | 'bot' | 'guild' | 'privilegedIntents'>) {
    this.application = origin.application;
    this.bot = origin.bot;
    this.guild = origin.guild;
    this.privilegedIntents = origin.privilegedIntents;
  }

  user(id: Snowflake): APIUser | undefined {
    return this.members.get(id)?.user;
  }

  guildChannels(): readonly GuildChannel[] {
    return [...this.channels.values()].filter((channel) => channel.kind === 'guild');
  }

  /** The bot's direct channel with a person, where there is one already. */
  directChannel(userId: Snowflake): DirectChannel | undefined {
    for (const channel of this.channels.values()) {
      if (channel.kind === 'direct' && channel.recipientId === userId) return channel;
    }
    return undefined;
  }

  /** What a member may do in the server as a whole; nothing for who is no member. */
  permissions(userId: Snowflake): bigint {
    const holder = this.#holder(userId);
    return holder === undefined ? 0n : guildPermissions(holder);
  }

  /** What a person may do in a channel; nothing in somebody else's direct messages. */
  permissionsIn(userId: Snowflake, channel: Channel): bigint {
    if (channel.kind === 'direct') {
      const takesPart = userId === channel.recipientId || userId === this.bot.id;
      return takesPart ? permissionsInDirectMessage : 0n;
    }
    const holder = this.#holder(userId);
    return holder === undefined ? 0n : channelPermissions(holder, channel.overwrites);
  }

  may(userId: Snowflake, channel: Channel, permission: keyof typeof Permission): boolean {
    return (this.permissionsIn(userId, channel) & Permission[permission]) !== 0n;
  }

  /** Allows or denies one role or member something in a channel; what is in neither goes back to its default. */
  setOverwrite(channel: GuildChannel, overwrite: Overwrite): void {
    const others = channel.overwrites.filter((one) => one.id !== overwrite.id);
    const empty = overwrite.allow === 0n && overwrite.deny === 0n;
    this.channels.set(channel.id, { ...channel, overwrites: empty ? others : [...others, overwrite] });
  }

  #holder(userId: Snowflake): Holder | undefined {
    const member = this.members.get(userId);
    const everyone = this.roles.get(this.guild.id);
    if (member === undefined || everyone === undefined) return undefined;
    const roles = member.roleIds.flatMap((id) => this.roles.get(id) ?? []);
    return { id: userId, owner: this.guild.ownerId === userId, everyone, roles };
  }
}
