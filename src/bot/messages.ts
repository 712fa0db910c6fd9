import { ChannelType, type Message, MessageReferenceType } from 'discord.js';
import type { Request } from '../command/dispatcher.ts';
import type { RichText } from '../command/rich-text.ts';
import { messageConversation } from './message-conversation.ts';
import { mentions } from './question.ts';
import { questionOf } from './question-of-message.ts';
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
  const asked = questionOf(message);
  if (asked !== '') return service.dispatcher.handle(ask(asked), conversation);

  const repliedTo = await repliedMessage(message);
  if (repliedTo === undefined || repliedTo.author.id === botId) {
    return service.dispatcher.handle({ kind: 'run', command: 'help', options: {} }, conversation);
  }
  const quoted = questionOf(repliedTo);
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
