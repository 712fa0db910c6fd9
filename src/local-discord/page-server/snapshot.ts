import type { APIGuildMember, APIRole, APIUser } from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import { personas } from './personas.ts';
import type { PageChannel, PageUser, Persona, Snapshot } from './wire.ts';

/** Everything that a person sees, as it stands now. */
export function snapshotFor(
  discord: LocalDiscord,
  me: Persona,
  run: string,
  wants: { readonly traffic: boolean; readonly library: boolean },
): Snapshot {
  const { members, roles } = discord.roster();
  const users = members.map((member) => {
    const user = pageUser(member.user, member, roles);
    return user.id === discord.bot.id ? { ...user, name: discord.application.name } : user;
  });
  return {
    run,
    me,
    personas: personas(discord),
    bot: users.find(({ id }) => id === discord.bot.id) ?? pageUser(discord.bot),
    guild: discord.guild,
    users,
    roles: roles.map(({ id, name, color }) => ({ id, name, color: hexColor(color) })),
    ...surroundings(discord, me),
    presence: discord.presence(),
    traffic: wants.traffic ? discord.traffic() : null,
    hasLibrary: wants.library,
  };
}

/** The channels that a person sees, with what stands and may be done in them. */
export function surroundings(
  discord: LocalDiscord,
  me: Persona,
): Pick<Snapshot, 'channels' | 'messages' | 'commands'> {
  const actor = discord.as(me.userId);
  actor.directChannel();
  const channels = actor.channels().flatMap((id) => pageChannel(discord, me, id) ?? []);
  return {
    channels,
    messages: Object.fromEntries(channels.map(({ id }) => [id, actor.messages(id)])),
    commands: Object.fromEntries(channels.map(({ id }) => [id, actor.commands(id)])),
  };
}

function pageChannel(discord: LocalDiscord, me: Persona, id: string): PageChannel | undefined {
  const channel = discord.channel(id);
  if (channel === undefined) return undefined;
  const actor = discord.as(me.userId);
  const isDirect = !('guild_id' in channel);
  return {
    key: isDirect ? 'direct' : `#${channel.name}`,
    id,
    kind: isDirect ? 'direct' : 'guild',
    name: isDirect ? discord.application.name : (channel.name ?? id),
    topic: 'topic' in channel ? (channel.topic ?? null) : null,
    isPrivate: !isDirect && !discord.as(discord.people.member).may(id, 'ViewChannel'),
    maySend: actor.may(id, 'SendMessages'),
    mayUseCommands: actor.may(id, 'UseApplicationCommands'),
    mayManageMessages: !isDirect && actor.may(id, 'ManageMessages'),
  };
}

function pageUser(user: APIUser, member?: APIGuildMember, roles: readonly APIRole[] = []): PageUser {
  const own = roles.filter((role) => member?.roles.includes(role.id) === true && role.color !== 0);
  const highest = [...own].sort((a, b) => b.position - a.position)[0];
  return {
    id: user.id,
    name: user.global_name ?? user.username,
    isBot: user.bot === true,
    color: highest === undefined ? null : hexColor(highest.color),
  };
}

function hexColor(color: number): string | null {
  return color === 0 ? null : `#${color.toString(16).padStart(6, '0')}`;
}
