import { type Message, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Conversation } from '../command/dispatcher.ts';
import { askerOfMessage } from './asker.ts';
import type { CommandIds } from './markdown.ts';
import type { MessageBody } from './message-body.ts';
import { render } from './render.ts';

/**
 * A mention or a direct message. The answer is a reply to it; nothing can be private here, so that notices are
 * seen by all who see the channel. Rejects where the bot may not write there.
 */
export function messageConversation(message: Message, commandIds: CommandIds): Conversation {
  let shown: Message | undefined;
  return {
    asker: askerOfMessage(message),
    async defer() {
      if (message.channel.isSendable()) await message.channel.sendTyping();
    },
    async respond(reply) {
      const permissions = ownPermissions(message);
      const body = render(reply, {
        embeds: permissions?.has(PermissionFlagsBits.EmbedLinks) ?? true,
        commandIds,
        deletableBy: message.author.id,
      });
      shown = shown === undefined ? await send(message, body, permissions) : await shown.edit(body);
    },
  };
}

async function send(
  message: Message,
  body: MessageBody,
  permissions: Readonly<PermissionsBitField> | null,
): Promise<Message> {
  const mayReply = permissions?.has(PermissionFlagsBits.ReadMessageHistory) ?? true;
  // Where the message was deleted meanwhile, the answer is an ordinary message.
  if (mayReply) return message.reply({ ...body, failIfNotExists: false });
  if (!message.channel.isSendable()) throw new Error('The bot cannot write in this channel.');
  return message.channel.send(body);
}

/** What the bot may do in the message's channel; null in direct messages and where it is not known. */
function ownPermissions(message: Message): Readonly<PermissionsBitField> | null {
  if (!message.inGuild()) return null;
  return message.channel.permissionsFor(message.client.user);
}
