import type { Message } from 'discord.js';
import { type MentionNames, questionIn } from './question.ts';

/** What is asked in a message; empty where it has no text, or none that Discord shows the bot. */
export function questionOf(message: Message<boolean>): string {
  return questionIn(message.content, message.client.user.id, namesIn(message));
}

function namesIn({ mentions }: Message<boolean>): MentionNames {
  return {
    user: (id) => mentions.members?.get(id)?.displayName ?? mentions.users.get(id)?.displayName,
    role: (id) => mentions.roles.get(id)?.name,
    channel: (id) => {
      const channel = mentions.channels.get(id);
      return channel !== undefined && 'name' in channel ? (channel.name ?? undefined) : undefined;
    },
  };
}
