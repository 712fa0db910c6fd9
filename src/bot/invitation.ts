import { PermissionFlagsBits } from 'discord.js';

/**
 * What the bot needs in a server, and nothing more. Read Message History is for replies: Discord refuses a
 * reply to a message from a bot without it. Threads have a right of their own to write.
 */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory;

/** The address at which somebody with Manage Server adds the bot to a server. */
export function invitationLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
