import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../command/access.ts';

/** Who used a command or a button. */
export function askerOfInteraction(interaction: BaseInteraction): Asker {
  const roles = interaction.member?.roles;
  return {
    id: interaction.user.id,
    // In a server that the client has not cached, Discord's list of ids stands in place of the manager.
    roleIds: roles === undefined ? [] : Array.isArray(roles) ? roles : [...roles.cache.keys()],
    canManageServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** Who wrote a message. */
export function askerOfMessage({ author, member }: Message): Asker {
  return {
    id: author.id,
    roleIds: member === null ? [] : [...member.roles.cache.keys()],
    canManageServer: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}
