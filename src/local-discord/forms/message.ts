import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { MessageFlag } from '../protocol.ts';
import type { Snowflake } from '../snowflake.ts';
import type { AllowedMentions } from '../world/mentions.ts';
import { readRows } from './components.ts';
import { readEmbeds } from './embeds.ts';
import type { Form } from './form.ts';
import { LIMITS } from './limits.ts';

/** A message as it is sent. In an edit, what is `undefined` stays as it is; what was null has become empty. */
export interface MessageForm {
  readonly content?: string | undefined;
  readonly embeds?: readonly APIEmbed[] | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | undefined;
  readonly allowedMentions?: AllowedMentions | undefined;
  readonly flags: number;
  readonly nonce?: string | number | undefined;
  readonly tts?: boolean | undefined;
  readonly enforceNonce?: boolean | undefined;
  readonly reference?: { readonly messageId: Snowflake; readonly failIfNotExists: boolean } | undefined;
  /** What is said of uploads, and which attachments an edit keeps; `undefined` keeps all. */
  readonly attachments?: readonly AttachmentForm[] | undefined;
}

export interface AttachmentForm {
  /** The number of an upload, or the id of an attachment that is there. */
  readonly id: string;
  readonly description: string | undefined;
}

/** Where a message goes, which decides the flags it may have. */
export type MessageUse =
  | 'channel message'
  | 'channel edit'
  | 'interaction response'
  | 'deferral'
  | 'webhook edit';

const SENDABLE_FLAGS = MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications;
const FLAGS: Readonly<Record<MessageUse, number>> = {
  'channel message': SENDABLE_FLAGS,
  'channel edit': MessageFlag.SuppressEmbeds,
  'interaction response': SENDABLE_FLAGS | MessageFlag.Ephemeral,
  deferral: MessageFlag.Ephemeral,
  'webhook edit': MessageFlag.SuppressEmbeds,
};

/** Parts of a message that Discord has and this local one does not. */
const UNSUPPORTED = ['poll', 'sticker_ids', 'shared_client_theme'];

export function readMessage(form: Form, use: MessageUse): MessageForm {
  form.object();
  for (const key of UNSUPPORTED) {
    const { absent, value } = form.at(key);
    const given = !absent && !(Array.isArray(value) && value.length === 0);
    if (given)
      form.at(key).complain('LOCAL_DISCORD_UNSUPPORTED', `The local Discord does not support ${key}.`);
  }
  const isEdit = use === 'channel edit' || use === 'webhook edit';
  const read = <Value>(
    key: string,
    reader: (part: Form) => Value | undefined,
    empty: Value,
  ): Value | undefined => (isEdit && form.at(key).value === null ? empty : reader(form.at(key)));
  return {
    content: read('content', (part) => part.text(LIMITS.content, { trim: true }), ''),
    embeds: read('embeds', readEmbeds, []),
    components: read('components', readRows, []),
    allowedMentions: readAllowedMentions(form.at('allowed_mentions')),
    flags: readFlags(form.at('flags'), use),
    nonce: readNonce(form.at('nonce')),
    tts: form.at('tts').boolean(),
    enforceNonce: form.at('enforce_nonce').boolean(),
    reference: readReference(form.at('message_reference')),
    attachments: form
      .at('attachments')
      .list()
      ?.map((one) => ({ id: one.at('id').text() ?? '', description: one.at('description').text() })),
  };
}

/** Flags that may not be set here are ignored, as Discord ignores them. */
function readFlags(form: Form, use: MessageUse): number {
  const flags = form.integer() ?? 0;
  for (const name of ['IsComponentsV2', 'IsVoiceMessage'] as const) {
    if ((flags & MessageFlag[name]) !== 0) {
      form.complain(
        'LOCAL_DISCORD_UNSUPPORTED',
        `The local Discord does not support the message flag ${name}.`,
      );
    }
  }
  return flags & FLAGS[use];
}

function readNonce(form: Form): string | number | undefined {
  const text = form.text(LIMITS.nonce);
  return typeof form.value === 'number' ? form.value : text;
}

function readAllowedMentions(form: Form): AllowedMentions | undefined {
  if (form.object().absent) return undefined;
  const kinds = form.at('parse').list() ?? [];
  const parse = kinds.flatMap((kind) => kind.oneOf(['roles', 'users', 'everyone']) ?? []);
  const ids = (key: 'users' | 'roles') => {
    const list = form.at(key).list(key === 'users' ? LIMITS.allowedUsers : LIMITS.allowedRoles) ?? [];
    if (list.length > 0 && parse.includes(key)) {
      form.complain(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
      );
    }
    return list.flatMap((id) => id.snowflake() ?? []);
  };
  return {
    parse,
    users: ids('users'),
    roles: ids('roles'),
    repliedUser: form.at('replied_user').boolean() ?? false,
  };
}

function readReference(form: Form): MessageForm['reference'] {
  if (form.object().absent) return undefined;
  if ((form.at('type').integer() ?? 0) !== 0) {
    form.at('type').complain('LOCAL_DISCORD_UNSUPPORTED', 'The local Discord does not forward messages.');
  }
  const messageId = form.at('message_id').required().snowflake();
  const failIfNotExists = form.at('fail_if_not_exists').boolean() ?? true;
  return messageId === undefined ? undefined : { messageId, failIfNotExists };
}
