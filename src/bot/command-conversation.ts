import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Conversation } from '../command/dispatcher.ts';
import { askerOfInteraction } from './asker.ts';
import type { CommandIds } from './markdown.ts';
import { render } from './render.ts';

/**
 * The use of a slash command or of a message command. The reply is the first response itself where it comes in
 * time, else the edit of a deferred one, which keeps the visibility that it was deferred with.
 */
export function commandConversation(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  commandIds: CommandIds,
): Conversation {
  return {
    asker: askerOfInteraction(interaction),
    async defer(visibility) {
      await interaction.deferReply(visibility === 'private' ? { flags: MessageFlags.Ephemeral } : {});
    },
    async respond(reply) {
      const acknowledged = interaction.deferred || interaction.replied;
      const isPrivate = acknowledged ? interaction.ephemeral === true : reply.visibility === 'private';
      const body = render(reply, {
        embeds: interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks),
        commandIds,
        ...(isPrivate ? {} : { deletableBy: interaction.user.id }),
      });
      if (acknowledged) await interaction.editReply(body);
      else await interaction.reply(isPrivate ? { ...body, flags: MessageFlags.Ephemeral } : body);
    },
  };
}
