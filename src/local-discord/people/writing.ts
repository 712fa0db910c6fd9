import type { APIMessage } from 'discord-api-types/v10';
import { Form } from '../forms/form.ts';
import { LIMITS } from '../forms/limits.ts';
import { refuse } from '../rest/api-error.ts';
import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import { ORDINARY_MENTIONS } from '../world/mentions.ts';
import { createMessage, editMessage } from '../world/message-maker.ts';
import type { Sight } from './sight.ts';

export interface SayOptions {
  /** The message to reply to. */
  readonly replyTo?: Snowflake;
  /** Whether a reply pings whom it replies to. Default true, as in Discord's client. */
  readonly ping?: boolean;
}

/** A person's own messages. */
export class Writing {
  readonly #services: Services;
  readonly #sight: Sight;

  constructor(services: Services, sight: Sight) {
    this.#services = services;
    this.#sight = sight;
  }

  say(channelId: Snowflake, content: string, { replyTo, ping = true }: SayOptions = {}): APIMessage {
    return createMessage(this.#services, {
      author: this.#sight.user,
      channel: this.#sight.channel(channelId, 'SendMessages'),
      form: { content: checkedContent(content), flags: 0 },
      allowed: { ...ORDINARY_MENTIONS, repliedUser: ping },
      repliedTo: replyTo === undefined ? null : this.#sight.message(replyTo).message,
    });
  }

  edit(messageId: Snowflake, content: string): APIMessage {
    const { message } = this.#sight.message(messageId);
    if (message.author.id !== this.#sight.user.id) throw refuse('notYourMessage');
    const channel = this.#sight.channel(message.channel_id, 'SendMessages');
    const form = { content: checkedContent(content), flags: 0 };
    return editMessage(this.#services, message, channel, form, ORDINARY_MENTIONS);
  }

  /** Deletes an own message, dismisses a private one, or with Manage Messages deletes another's. */
  delete(messageId: Snowflake): void {
    const { message, visibleTo } = this.#sight.message(messageId);
    const own = message.author.id === this.#sight.user.id || visibleTo === this.#sight.user.id;
    if (!own) this.#sight.channel(message.channel_id, 'ManageMessages');
    this.#services.messages.delete(message.channel_id, messageId);
  }
}

function checkedContent(content: string): string {
  const form = Form.of({ content });
  const text = form.at('content').text(LIMITS.content, { trim: true }) ?? '';
  form.refuseIfUnsound();
  if (text === '') throw refuse('emptyMessage');
  return text;
}
