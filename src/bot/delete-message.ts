import { PermissionFlagsBits } from 'discord.js';
import type { Press } from './button-conversation.ts';
import { NO_MENTIONS } from './message-body.ts';
import { privately } from './privately.ts';

/**
 * Deletes the message that a `Delete` button stands on. Only for the one who asked for it and for those who may
 * manage messages in that channel: Discord shows buttons to everybody, so it is checked here.
 */
export async function deleteMessage(interaction: Press, asker: string): Promise<void> {
  const moderates = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (interaction.user.id !== asker && !moderates) {
    await interaction.reply({
      content: 'Only the one who asked, or somebody who may manage messages here, can delete this.',
      allowedMentions: NO_MENTIONS,
      ...privately,
    });
    return;
  }
  // By the interaction's own token, which needs no right in the channel.
  await interaction.deferUpdate();
  await interaction.deleteReply();
}
