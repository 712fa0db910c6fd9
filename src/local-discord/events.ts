import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionOutcome } from './interactions/outcome.ts';
import type { Snowflake } from './snowflake.ts';
import type { TrafficEntry } from './traffic.ts';

/** A message as it stands in a channel, and who sees it: everyone there, or one person alone. */
export interface ShownMessage {
  readonly message: APIMessage;
  readonly visibleTo: 'everyone' | Snowflake;
}

/** What happens on the local Discord, for whoever draws it or waits for it. */
export interface LocalEvents {
  messageCreate: ShownMessage;
  messageUpdate: ShownMessage;
  messageDelete: {
    readonly id: Snowflake;
    readonly channelId: Snowflake;
    readonly visibleTo: ShownMessage['visibleTo'];
  };
  typing: { readonly channelId: Snowflake; readonly userId: Snowflake };
  interaction: {
    readonly change: 'created' | 'acknowledged' | 'answered' | 'failed';
    readonly outcome: InteractionOutcome;
  };
  commandsChanged: { readonly guildId: Snowflake | null };
  channelUpdate: { readonly channelId: Snowflake };
  presence: Presence | null;
  connection: { readonly state: 'connected' | 'resumed' | 'disconnected'; readonly sessionId: string };
  traffic: TrafficEntry;
}

/** What the bot shows beside its name; null on `LocalDiscord` while no session lives. */
export interface Presence {
  readonly status: string;
  readonly activities: readonly {
    readonly name: string;
    readonly type: number;
    readonly state?: string | null;
  }[];
  readonly afk: boolean;
}

export type LocalEventName = keyof LocalEvents;
export type Listener<Name extends LocalEventName> = (event: LocalEvents[Name]) => void;

/** Hands each event to its listeners at once and in order. A listener that throws stops neither the others nor us. */
export class EventHub {
  readonly #listeners = new Map<LocalEventName, Set<(event: never) => void>>();
  readonly #anything = new Set<() => void>();
  readonly #onListenerError: (error: unknown) => void;

  constructor(onListenerError: (error: unknown) => void) {
    this.#onListenerError = onListenerError;
  }

  /** The returned function takes the listener away again. */
  on<Name extends LocalEventName>(name: Name, listener: Listener<Name>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Calls `listener` after every event of whatever kind. */
  onAnything(listener: () => void): () => void {
    this.#anything.add(listener);
    return () => this.#anything.delete(listener);
  }

  emit<Name extends LocalEventName>(name: Name, event: LocalEvents[Name]): void {
    const listeners = (this.#listeners.get(name) ?? new Set()) as Set<Listener<Name>>;
    for (const listener of [...listeners]) this.#attempt(() => listener(event));
    for (const listener of [...this.#anything]) this.#attempt(listener);
  }

  #attempt(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#onListenerError(error);
    }
  }
}
