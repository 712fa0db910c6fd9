import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import type { MessageForm } from '../forms/message.ts';
import { MessageFlag, MessageType } from '../protocol.ts';
import { refuse } from '../rest/api-error.ts';
import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import { INTERACTION_MENTIONS } from '../world/mentions.ts';
import { createMessage, editMessage, refuseEmpty } from '../world/message-maker.ts';
import { interactionMetadata, TYPE_OF_KIND } from './payload.ts';
import type { InteractionRecord } from './record.ts';

/** Answers an interaction with a message, private where its flags say so. */
export function respondWithMessage(
  services: Services,
  record: InteractionRecord,
  form: MessageForm,
  attachments: readonly APIAttachment[],
): APIMessage {
  refuseEmpty(form, attachments.length);
  record.ephemeral = (form.flags & MessageFlag.Ephemeral) !== 0;
  const message = postResponse(services, record, form, attachments, null);
  record.responseId = message.id;
  services.interactions.respond(record, 'message');
  return message;
}

/** Shows that the bot is thinking. Whether the answer will be private is settled here. */
export function deferMessage(services: Services, record: InteractionRecord, flags: number): APIMessage {
  record.ephemeral = (flags & MessageFlag.Ephemeral) !== 0;
  const message = postResponse(services, record, { flags: flags | MessageFlag.Loading }, [], null);
  record.responseId = message.id;
  services.interactions.respond(record, 'deferred message');
  return message;
}

/** Edits the message that a component stands in, as the response or, without a form, later. */
export function respondWithUpdate(
  services: Services,
  record: InteractionRecord,
  form: MessageForm | null,
  attachments: readonly APIAttachment[],
): APIMessage {
  const source = record.origin.sourceMessage;
  const shown = source === null ? undefined : services.messages.get(source.channelId, source.id);
  if (shown === undefined) throw refuse('unknownMessage');
  record.responseId = shown.message.id;
  record.ephemeral = shown.visibleTo !== 'everyone';
  if (form === null) {
    services.interactions.respond(record, 'deferred update');
    return shown.message;
  }
  const message = applyEdit(services, record, shown.message, form, attachments);
  services.interactions.respond(record, 'update');
  return message;
}

/** Suggests values for the option that the person types. */
export function respondWithChoices(
  services: Services,
  record: InteractionRecord,
  choices: NonNullable<InteractionRecord['choices']>,
): void {
  record.choices = choices;
  services.interactions.respond(record, 'choices');
}

/** Opens a modal for the person to fill in. */
export function respondWithModal(
  services: Services,
  record: InteractionRecord,
  modal: NonNullable<InteractionRecord['modal']>,
): void {
  record.modal = modal;
  services.interactions.respond(record, 'modal');
}

/** Sends one more message. Right after a deferral it becomes the deferred response itself. */
export function followUp(
  services: Services,
  record: InteractionRecord,
  form: MessageForm,
  attachments: readonly APIAttachment[],
): APIMessage {
  const original = record.message;
  if (original !== null && ((original.flags ?? 0) & MessageFlag.Loading) !== 0) {
    return editResponse(services, record, original, { ...form, flags: 0 }, attachments);
  }
  refuseEmpty(form, attachments.length);
  const message = postResponse(services, record, form, attachments, record.responseId);
  record.followUpIds = [...record.followUpIds, message.id];
  services.interactions.answered(record);
  return message;
}

/** Edits a response or a follow-up with the interaction's token. */
export function editResponse(
  services: Services,
  record: InteractionRecord,
  message: APIMessage,
  form: MessageForm,
  attachments: readonly APIAttachment[],
): APIMessage {
  const edited = applyEdit(services, record, message, form, attachments);
  if (message.id === record.responseId) record.remember(services.interactions.elapsed(record));
  services.interactions.answered(record);
  return edited;
}

/** The message that a webhook's path names: `@original`, or one that this interaction sent. */
export function messageOf(services: Services, record: InteractionRecord, name: string): APIMessage {
  const id: Snowflake | null = name === '@original' ? record.responseId : name;
  const own = id !== null && (id === record.responseId || record.followUpIds.includes(id));
  const found = own ? services.messages.find(id) : undefined;
  if (found === undefined) throw refuse('unknownMessage');
  return found.message;
}

function applyEdit(
  services: Services,
  record: InteractionRecord,
  message: APIMessage,
  form: MessageForm,
  attachments: readonly APIAttachment[],
): APIMessage {
  const channel = services.world.channels.get(record.channelId);
  if (channel === undefined) throw refuse('unknownChannel');
  return editMessage(
    services,
    message,
    channel,
    form,
    form.allowedMentions ?? INTERACTION_MENTIONS,
    attachments,
  );
}

function postResponse(
  services: Services,
  record: InteractionRecord,
  form: MessageForm,
  attachments: readonly APIAttachment[],
  originalId: Snowflake | null,
): APIMessage {
  const { world, messages } = services;
  const { origin } = record;
  const channel = world.channels.get(origin.channelId);
  if (channel === undefined) throw refuse('unknownChannel');
  const isPrivate = (form.flags & MessageFlag.Ephemeral) !== 0;
  const followed = originalId ?? origin.sourceMessage?.id ?? null;
  const repliedTo = followed === null ? null : (messages.find(followed)?.message ?? null);
  const command =
    origin.kind === 'slash' || origin.kind === 'message command' || origin.kind === 'user command';
  return createMessage(services, {
    author: world.bot,
    channel,
    form,
    allowed: { ...(form.allowedMentions ?? INTERACTION_MENTIONS), repliedUser: false },
    attachments,
    visibleTo: isPrivate ? origin.userId : 'everyone',
    repliedTo,
    ...(command && originalId === null
      ? { type: origin.kind === 'slash' ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand }
      : {}),
    extra: {
      application_id: world.application.id,
      webhook_id: world.application.id,
      interaction_metadata: interactionMetadata(services, origin, originalId),
      ...(command && originalId === null
        ? {
            interaction: {
              id: origin.id,
              type: TYPE_OF_KIND[origin.kind],
              name: origin.name,
              user: world.user(origin.userId),
            },
          }
        : {}),
    } as unknown as Partial<APIMessage>,
  });
}
