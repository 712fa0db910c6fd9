import type { APIAttachment, APIMessage, APIUser } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { Form } from '../forms/form.ts';
import type { MessageForm } from '../forms/message.ts';
import { MessageFlag, MessageType } from '../protocol.ts';
import { refuse } from '../rest/api-error.ts';
import type { Snowflake, SnowflakeSource } from '../snowflake.ts';
import { type AllowedMentions, resolveMentions } from './mentions.ts';
import type { MessageStore } from './message-store.ts';
import type { Channel, World } from './world.ts';

export interface MakerParts {
  readonly world: World;
  readonly messages: MessageStore;
  readonly ids: SnowflakeSource;
  readonly clock: Clock;
}

/** What a new message is made of. */
export interface Draft {
  readonly author: APIUser;
  readonly channel: Channel;
  readonly form: Pick<MessageForm, 'content' | 'embeds' | 'components' | 'flags' | 'nonce' | 'tts'>;
  readonly allowed: AllowedMentions;
  readonly attachments?: readonly APIAttachment[];
  readonly visibleTo?: 'everyone' | Snowflake;
  readonly repliedTo?: APIMessage | null;
  readonly type?: number;
  /** What an interaction's response has besides: the application, the metadata. */
  readonly extra?: Partial<APIMessage>;
}

/** Makes a message as Discord's JSON has it and puts it into its channel. */
export function createMessage(parts: MakerParts, draft: Draft): APIMessage {
  const { form, channel, repliedTo } = draft;
  const content = form.content ?? '';
  const mentions = resolveMentions(parts.world, {
    content,
    authorId: draft.author.id,
    channel,
    repliedTo: repliedTo?.author ?? null,
    allowed: draft.allowed,
  });
  const message = {
    id: parts.ids.next(),
    channel_id: channel.id,
    author: draft.author,
    content,
    timestamp: new Date(parts.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: form.tts ?? false,
    mention_everyone: mentions.everyone,
    mentions: [...mentions.users],
    mention_roles: [...mentions.roles],
    attachments: [...(draft.attachments ?? [])],
    embeds: [...(form.embeds ?? [])],
    components: [...(form.components ?? [])],
    pinned: false,
    type: draft.type ?? (repliedTo ? MessageType.Reply : MessageType.Default),
    flags: form.flags,
    ...(form.nonce === undefined ? {} : { nonce: form.nonce }),
    ...(repliedTo ? replyTo(parts.world, channel, repliedTo) : {}),
    ...draft.extra,
  } as APIMessage;
  parts.messages.create({ message, visibleTo: draft.visibleTo ?? 'everyone' });
  return message;
}

/** Changes what an edit names of a message and leaves the rest. */
export function editMessage(
  parts: MakerParts,
  message: APIMessage,
  channel: Channel,
  form: MessageForm,
  allowed: AllowedMentions,
  added: readonly APIAttachment[] = [],
): APIMessage {
  const kept = form.attachments?.map((one) => one.id);
  const attachments = [
    ...message.attachments.filter((attachment) => kept?.includes(attachment.id) ?? true),
    ...added,
  ];
  const content = form.content ?? message.content;
  const mentions = resolveMentions(parts.world, {
    content,
    authorId: message.author.id,
    channel,
    repliedTo: message.referenced_message?.author ?? null,
    allowed,
  });
  const rewritten =
    form.content === undefined
      ? {}
      : {
          mention_everyone: mentions.everyone,
          mentions: [...mentions.users],
          mention_roles: [...mentions.roles],
        };
  const embeds = form.embeds ?? message.embeds;
  const components = form.components ?? message.components ?? [];
  if (content === '' && embeds.length === 0 && components.length === 0 && attachments.length === 0) {
    throw refuse('emptyMessage');
  }
  const edited: APIMessage = {
    ...message,
    ...rewritten,
    content,
    embeds: [...embeds],
    components: [...components],
    attachments,
    flags: (((message.flags ?? 0) & ~MessageFlag.Loading) | form.flags) as NonNullable<APIMessage['flags']>,
    edited_timestamp:
      ((message.flags ?? 0) & MessageFlag.Loading) === 0 ? new Date(parts.clock.now()).toISOString() : null,
  };
  parts.messages.update(edited);
  return edited;
}

/** Refuses a message without anything to see. */
export function refuseEmpty(
  form: Pick<MessageForm, 'content' | 'embeds' | 'components'>,
  attachments: number,
): void {
  const something =
    (form.content ?? '') !== '' || (form.embeds ?? []).length > 0 || (form.components ?? []).length > 0;
  if (!something && attachments === 0) throw refuse('emptyMessage');
}

/** The message that a reply names, in the same channel and open to all there; null where a missing one is no matter. */
export function referencedMessage(
  parts: MakerParts,
  channel: Channel,
  reference: MessageForm['reference'],
): APIMessage | null {
  if (reference === undefined) return null;
  const found = parts.messages.get(channel.id, reference.messageId);
  if (found !== undefined && found.visibleTo === 'everyone') return found.message;
  if (!reference.failIfNotExists) return null;
  const form = Form.of({});
  form.at('message_reference').complain('REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  form.refuseIfUnsound();
  return null;
}

export function replyTo(
  world: World,
  channel: Channel,
  message: APIMessage,
): Pick<APIMessage, 'message_reference' | 'referenced_message'> {
  const { referenced_message: _nested, ...flat } = message;
  return {
    message_reference: {
      type: 0,
      message_id: message.id,
      channel_id: channel.id,
      ...(channel.kind === 'guild' ? { guild_id: world.guild.id } : {}),
    },
    referenced_message: flat,
  };
}
