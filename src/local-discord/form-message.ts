import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Fields, Form } from './form.ts';
import { readRows } from './form-components.ts';
import { readEmbeds } from './form-embeds.ts';
import { LIMITS } from './limits.ts';
import type { AllowedMentions } from './mentions.ts';
import { MessageFlag } from './protocol.ts';
import type { Snowflake } from './snowflake.ts';

/** A message as a bot sends it. In an edit, what is `undefined` stays as it is, and what was null is empty here. */
export interface MessageForm {
  readonly content: string | undefined;
  readonly embeds: readonly APIEmbed[] | undefined;
  readonly components: readonly APIMessageTopLevelComponent[] | undefined;
  readonly allowedMentions: AllowedMentions | undefined;
  readonly flags: number;
  readonly nonce: string | number | undefined;
  readonly tts: boolean;
  readonly enforceNonce: boolean;
  readonly reference: { readonly messageId: Snowflake; readonly failIfNotExists: boolean } | undefined;
  /** The ids of the attachments that an edit keeps; `undefined` keeps all. */
  readonly attachments: readonly Fields[] | undefined;
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
const UNSUPPORTED = ['poll', 'sticker_ids', 'shared_client_theme'] as const;

export function readMessage(form: Form, value: unknown, use: MessageUse): MessageForm {
  const fields = form.fields(value) ?? {};
  for (const key of UNSUPPORTED) {
    const present = Array.isArray(fields[key])
      ? fields[key].length > 0
      : fields[key] !== undefined && fields[key] !== null;
    if (present)
      form.at(key).complain('LOCAL_DISCORD_UNSUPPORTED', `The local Discord does not support ${key}.`);
  }
  const isEdit = use === 'channel edit' || use === 'webhook edit';
  const cleared = <Value>(key: string, read: Value | undefined, empty: Value): Value | undefined =>
    isEdit && fields[key] === null ? empty : read;
  const nonce = fields['nonce'];
  if (nonce !== undefined && nonce !== null) form.at('nonce').text(nonce, LIMITS.nonce);
  return {
    content: cleared(
      'content',
      form.at('content').text(fields['content'], LIMITS.content, { trim: true }),
      '',
    ),
    embeds: cleared('embeds', readEmbeds(form.at('embeds'), fields['embeds']), []),
    components: cleared('components', readRows(form.at('components'), fields['components']), []),
    allowedMentions: readAllowedMentions(form.at('allowed_mentions'), fields['allowed_mentions']),
    flags: readFlags(form.at('flags'), fields['flags'], use),
    nonce: typeof nonce === 'string' || typeof nonce === 'number' ? nonce : undefined,
    tts: form.at('tts').boolean(fields['tts']) ?? false,
    enforceNonce: form.at('enforce_nonce').boolean(fields['enforce_nonce']) ?? false,
    reference: readReference(form.at('message_reference'), fields['message_reference']),
    attachments: form
      .at('attachments')
      .list(fields['attachments'])
      ?.map((item, index) => form.at('attachments', index).fields(item) ?? {}),
  };
}

/** Flags that may not be set are ignored, as Discord ignores them; Components V2 is beyond the local Discord. */
function readFlags(form: Form, value: unknown, use: MessageUse): number {
  const flags = form.integer(value) ?? 0;
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

function readAllowedMentions(form: Form, value: unknown): AllowedMentions | undefined {
  const fields = form.fields(value);
  if (fields === undefined) return undefined;
  const parse = (form.at('parse').list(fields['parse']) ?? []).flatMap(
    (kind, index) => form.at('parse', index).oneOf(kind, ['roles', 'users', 'everyone'] as const) ?? [],
  );
  const ids = (key: 'users' | 'roles') => {
    const limit = key === 'users' ? LIMITS.allowedUsers : LIMITS.allowedRoles;
    const list = form.at(key).list(fields[key], limit) ?? [];
    if (list.length > 0 && parse.includes(key)) {
      form.complain(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
      );
    }
    return list.flatMap((id, index) => form.at(key, index).snowflake(id) ?? []);
  };
  const repliedUser = form.at('replied_user').boolean(fields['replied_user']) ?? false;
  return { parse, users: ids('users'), roles: ids('roles'), repliedUser };
}

function readReference(form: Form, value: unknown): MessageForm['reference'] {
  const fields = form.fields(value);
  if (fields === undefined) return undefined;
  form.at('message_id').required(fields['message_id']);
  const messageId = form.at('message_id').snowflake(fields['message_id']);
  const type = form.at('type').integer(fields['type']) ?? 0;
  if (type !== 0)
    form.at('type').complain('LOCAL_DISCORD_UNSUPPORTED', 'The local Discord does not forward messages.');
  const failIfNotExists = form.at('fail_if_not_exists').boolean(fields['fail_if_not_exists']) ?? true;
  return messageId === undefined ? undefined : { messageId, failIfNotExists };
}
