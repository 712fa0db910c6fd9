import type { APIUser } from 'discord-api-types/v10';
import type { Snowflake } from '../snowflake.ts';
import type { Channel, World } from './world.ts';

/**
 * Which mentions of a text may ping. A kind in `parse` pings whomever the text mentions; the lists name single
 * ones. https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export interface AllowedMentions {
  readonly parse: readonly ('users' | 'roles' | 'everyone')[];
  readonly users: readonly Snowflake[];
  readonly roles: readonly Snowflake[];
  readonly repliedUser: boolean;
}

/** Where a message says nothing of mentions: an ordinary message pings all it mentions, an interaction's, users. */
export const ORDINARY_MENTIONS: AllowedMentions = {
  parse: ['users', 'roles', 'everyone'],
  users: [],
  roles: [],
  repliedUser: true,
};
export const INTERACTION_MENTIONS: AllowedMentions = { ...ORDINARY_MENTIONS, parse: ['users'] };

export interface Mentions {
  readonly users: readonly APIUser[];
  readonly roles: readonly Snowflake[];
  readonly everyone: boolean;
}

export function mentionsUser(content: string, userId: Snowflake): boolean {
  return content.includes(`<@${userId}>`) || content.includes(`<@!${userId}>`);
}

/**
 * Whom a message really pings: those mentioned in the text and allowed, and the author of the message replied to.
 * Everyone, and roles that are not mentionable, take the permission Mention Everyone.
 */
export function resolveMentions(
  world: World,
  message: {
    readonly content: string;
    readonly authorId: Snowflake;
    readonly channel: Channel;
    readonly repliedTo: APIUser | null;
    readonly allowed: AllowedMentions;
  },
): Mentions {
  const { allowed, content } = message;
  const mayMentionAll = world.may(message.authorId, message.channel, 'MentionEveryone');

  const userIds = new Set([...content.matchAll(/<@!?(\d{1,20})>/g)].map((match) => match[1] ?? ''));
  const users = [...userIds]
    .filter((id) => allowed.parse.includes('users') || allowed.users.includes(id))
    .flatMap((id) => world.user(id) ?? []);
  const { repliedTo } = message;
  if (repliedTo !== null && allowed.repliedUser && !users.some((user) => user.id === repliedTo.id)) {
    users.push(repliedTo);
  }

  const roleIds = new Set([...content.matchAll(/<@&(\d{1,20})>/g)].map((match) => match[1] ?? ''));
  const roles =
    message.channel.kind === 'direct'
      ? []
      : [...roleIds]
          .filter((id) => allowed.parse.includes('roles') || allowed.roles.includes(id))
          .filter(
            (id) => world.roles.has(id) && (mayMentionAll || world.roles.get(id)?.mentionable === true),
          );

  const everyone =
    /@(everyone|here)\b/.test(content) &&
    allowed.parse.includes('everyone') &&
    mayMentionAll &&
    message.channel.kind === 'guild';
  return { users, roles, everyone };
}
