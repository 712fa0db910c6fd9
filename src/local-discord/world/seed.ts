import type { APIUser } from 'discord-api-types/v10';
import { noFlags, type PermissionName, type PrivilegedIntent } from '../protocol.ts';
import type { Snowflake, SnowflakeSource } from '../snowflake.ts';
import { permissionBits } from './permissions.ts';
import { type Member, type Role, World } from './world.ts';

export interface WorldOptions {
  /** The application's and its bot's name. Default `Attest`. */
  readonly botName?: string;
  /** Default `Newsroom`. */
  readonly guildName?: string;
  /** Privileged intents switched on for the application in Discord's developer portal. Default none. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  /** The language of everybody's client, as interactions carry it. Default `en-US`. */
  readonly locale?: string;
  /** What the bot's own role allows besides what everyone may. Default: what an invitation usually asks for. */
  readonly botPermissions?: readonly PermissionName[];
}

/** The people of the world at its start. */
export interface People {
  /** An ordinary member. */
  readonly member: APIUser;
  /** Another ordinary member. */
  readonly secondMember: APIUser;
  /** Has Administrator, and so Manage Server, by the role Admins. */
  readonly admin: APIUser;
  /** Has Manage Messages by the role Moderators. */
  readonly moderator: APIUser;
  /** A bot that is not the one that connects. */
  readonly otherBot: APIUser;
  /** Owns the server and so may do anything; has no role. */
  readonly owner: APIUser;
}

export interface Seed {
  readonly world: World;
  readonly people: People;
  readonly roles: { readonly admins: Snowflake; readonly moderators: Snowflake; readonly bot: Snowflake };
  readonly channels: { readonly general: Snowflake; readonly adminsOnly: Snowflake };
}

const EVERYONE: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ChangeNickname',
  'UseExternalEmojis',
  'UseApplicationCommands',
  'SendMessagesInThreads',
];

/** One server with two channels: everybody is in `general`; the admins and the bot are in `adminsOnly`. */
export function seedWorld(ids: SnowflakeSource, now: number, options: WorldOptions = {}): Seed {
  const locale = options.locale ?? 'en-US';
  const applicationId = ids.next();
  const botName = options.botName ?? 'Attest';
  const bot = person(applicationId, botName, true);
  const people: People = {
    member: person(ids.next(), 'Mina'),
    secondMember: person(ids.next(), 'Samir'),
    admin: person(ids.next(), 'Ada'),
    moderator: person(ids.next(), 'Moss'),
    otherBot: person(ids.next(), 'Clockwork', true),
    owner: person(ids.next(), 'Olive'),
  };
  const guild = { id: ids.next(), name: options.guildName ?? 'Newsroom', ownerId: people.owner.id, locale };
  const world = new World({
    application: { id: applicationId, name: botName },
    bot,
    guild,
    privilegedIntents: new Set(options.privilegedIntents ?? []),
  });

  const addRole = (role: Omit<Role, 'mentionable' | 'color'> & Partial<Role>): Snowflake => {
    world.roles.set(role.id, { mentionable: false, color: 0, ...role });
    return role.id;
  };
  addRole({ id: guild.id, name: '@everyone', permissions: permissionBits(EVERYONE), position: 0 });
  const roles = {
    admins: addRole({
      id: ids.next(),
      name: 'Admins',
      permissions: permissionBits(['Administrator']),
      position: 3,
      color: 0xe74c3c,
    }),
    moderators: addRole({
      id: ids.next(),
      name: 'Moderators',
      permissions: permissionBits(['ManageMessages', 'ModerateMembers', 'MentionEveryone']),
      position: 2,
      color: 0x2ecc71,
      mentionable: true,
    }),
    bot: addRole({
      id: ids.next(),
      name: botName,
      permissions: permissionBits(options.botPermissions ?? ['ViewChannel', 'SendMessages', 'EmbedLinks']),
      position: 1,
      botId: applicationId,
    }),
  };

  const joinedAt = new Date(now).toISOString();
  const join = (user: APIUser, ...roleIds: Snowflake[]): void => {
    const member: Member = { user, roleIds, joinedAt, locale };
    world.members.set(user.id, member);
  };
  join(bot, roles.bot);
  join(people.member);
  join(people.secondMember);
  join(people.admin, roles.admins);
  join(people.moderator, roles.moderators);
  join(people.otherBot);
  join(people.owner);

  const general = ids.next();
  world.channels.set(general, {
    kind: 'guild',
    id: general,
    name: 'general',
    topic: 'Questions about the event',
    position: 0,
    overwrites: [],
  });
  const adminsOnly = ids.next();
  const view = permissionBits(['ViewChannel']);
  world.channels.set(adminsOnly, {
    kind: 'guild',
    id: adminsOnly,
    name: 'admins-only',
    topic: null,
    position: 1,
    overwrites: [
      { id: guild.id, kind: 'role', allow: 0n, deny: view },
      { id: roles.admins, kind: 'role', allow: view, deny: 0n },
      { id: roles.bot, kind: 'role', allow: view, deny: 0n },
    ],
  });
  return { world, people, roles, channels: { general, adminsOnly } };
}

function person(id: Snowflake, name: string, bot = false): APIUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(/[^a-z0-9._]+/g, '_'),
    discriminator: bot ? id.slice(-4) : '0',
    global_name: bot ? null : name,
    avatar: null,
    public_flags: noFlags(),
    ...(bot ? { bot: true } : {}),
  };
}
