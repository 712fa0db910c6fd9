import type { APIMessage } from 'discord-api-types/v10';
import type { Snowflake } from '../snowflake.ts';
import { mentionsUser } from '../world/mentions.ts';

/** What decides which text the bot may read: who it is, and whether Message Content is switched on for it. */
export interface Reader {
  readonly botId: Snowflake;
  readonly messageContent: boolean;
}

/**
 * A message as the bot is given it. Without Message Content, text, embeds, attachments and components are empty
 * but in its own messages, in direct messages with it, and where the text itself mentions it; that a reply pings
 * it is not enough. The message that is replied to is judged by itself.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function asRead(message: APIMessage, reader: Reader, inDirectMessages: boolean): APIMessage {
  const inner = message.referenced_message;
  const referenced =
    inner === undefined || inner === null
      ? {}
      : { referenced_message: asRead(inner, reader, inDirectMessages) };
  const readable =
    reader.messageContent ||
    inDirectMessages ||
    message.author.id === reader.botId ||
    mentionsUser(message.content, reader.botId);
  return readable
    ? { ...message, ...referenced }
    : { ...message, ...referenced, content: '', embeds: [], attachments: [], components: [] };
}
