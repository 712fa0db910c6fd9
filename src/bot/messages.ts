import { ChannelType, type Message, MessageReferenceType } from 'discord.js';
import type { Request } from '../command/dispatcher.ts';
import type { RichText } from '../command/rich-text.ts';
import { messageConversation } from './message-conversation.ts';
import { type MentionNames, mentions, questionIn } from './question.ts';
import type { BotService } from './service.ts';

/**
 * Answers a message that is meant for the bot: one that mentions it in its text, or any direct message. All
 * others (of bots, of webhooks, to everyone, to roles, replies that only ping) are left alone.
 */
export async function handleMessage(message: Message, service: BotService): Promise<void> {
  if (message.author.bot || message.webhookId !== null || message.system) return;
  const botId = message.client.user.id;
  const direct = message.channel.type === ChannelType.DM;
  if (!direct && !mentions(message.content, botId)) return;

  const conversation = messageConversation(message, service.commandIds());
  const asked = questionIn(message.content, botId, namesIn(message));
  if (asked !== '') return service.dispatcher.handle(ask(asked), conversation);

  const repliedTo = await repliedMessage(message);
  if (repliedTo === undefined || repliedTo.author.id === botId) {
    return service.dispatcher.handle({ kind: 'run', command: 'help', options: {} }, conversation);
  }
  const quoted = questionIn(repliedTo.content, botId, namesIn(repliedTo));
  if (quoted !== '') return service.dispatcher.handle(ask(quoted), conversation);
  await conversation.respond({ kind: 'notice', text: WITHHELD });
}

/**
 * Discord withholds the text of messages that neither mention the bot nor are sent to it. A message command is
 * the way to hand it over.
 */
const WITHHELD: RichText = [
  'Discord does not let me read the message you replied to. Open its menu, then Apps, then ',
  { bold: 'Ask the articles' },
  '; or mention me with the question in the same message.',
];

function ask(question: string): Request {
  return { kind: 'run', command: 'ask', options: { question } };
}

/** The message that this one replies to; undefined where it is no reply, or the other is gone or out of reach. */
async function repliedMessage(message: Message): Promise<Message | undefined> {
  if (message.reference?.messageId === undefined) return undefined;
  if (message.reference.type !== MessageReferenceType.Default) return undefined;
  try {
    return await message.fetchReference();
  } catch {
    return undefined;
  }
}

function namesIn(message: Message): MentionNames {
  return {
    user: (id) => {
      const member = message.mentions.members?.get(id);
      return member?.displayName ?? message.mentions.users.get(id)?.displayName;
    },
    role: (id) => message.mentions.roles.get(id)?.name,
    channel: (id) => {
      const channel = message.mentions.channels.get(id);
      return channel !== undefined && 'name' in channel ? (channel.name ?? undefined) : undefined;
    },
  };
}
