import type { APIMessage } from 'discord-api-types/v10';
import type { EventHub, ShownMessage } from '../events.ts';
import type { Snowflake } from '../snowflake.ts';

/** The messages of all channels, private ones among them. Each change is told to the event hub. */
export class MessageStore {
  readonly #channels = new Map<Snowflake, Map<Snowflake, ShownMessage>>();
  readonly #lastIds = new Map<Snowflake, Snowflake>();
  readonly #events: EventHub;

  constructor(events: EventHub) {
    this.#events = events;
  }

  /** The messages of a channel, oldest first. */
  in(channelId: Snowflake): readonly ShownMessage[] {
    return [...(this.#channels.get(channelId)?.values() ?? [])];
  }

  get(channelId: Snowflake, messageId: Snowflake): ShownMessage | undefined {
    return this.#channels.get(channelId)?.get(messageId);
  }

  find(messageId: Snowflake): ShownMessage | undefined {
    for (const messages of this.#channels.values()) {
      const found = messages.get(messageId);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  lastId(channelId: Snowflake): Snowflake | null {
    return this.#lastIds.get(channelId) ?? null;
  }

  create(shown: ShownMessage): void {
    const { channel_id: channelId, id } = shown.message;
    const messages = this.#channels.get(channelId) ?? new Map<Snowflake, ShownMessage>();
    this.#channels.set(channelId, messages);
    messages.set(id, shown);
    if (shown.visibleTo === 'everyone') this.#lastIds.set(channelId, id);
    this.#events.emit('messageCreate', shown);
  }

  update(message: APIMessage): void {
    const old = this.get(message.channel_id, message.id);
    if (old === undefined) return;
    const shown = { ...old, message };
    this.#channels.get(message.channel_id)?.set(message.id, shown);
    this.#events.emit('messageUpdate', shown);
  }

  delete(channelId: Snowflake, id: Snowflake): void {
    const old = this.get(channelId, id);
    if (old === undefined) return;
    this.#channels.get(channelId)?.delete(id);
    this.#events.emit('messageDelete', { id, channelId, visibleTo: old.visibleTo });
  }
}
