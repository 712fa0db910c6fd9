import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ShownMessage } from '../events.ts';
import type { LibraryOverview, PageChannel, PageUser, Snapshot } from '../page-server/wire.ts';
import { Draft } from './composer/draft.ts';

/** Something that the person did and the bot has not answered yet, or failed to. */
export interface Pending {
  readonly nonce: string;
  readonly channelId: string;
  readonly kind: 'command' | 'component' | 'modal';
  /** What was done, for whoever reads it: `/casualties`. */
  readonly label: string;
  /** The message and component that were used; null for a command. */
  readonly source: { readonly messageId: string; readonly customId: string } | null;
  readonly failure: string | null;
}

export interface OpenModal {
  readonly outcomeId: string;
  readonly modal: APIModalInteractionResponseCallbackData;
  readonly error: string | null;
}

export type Panel = 'none' | 'traffic' | 'library';
export type Menu = { readonly kind: 'personas' } | { readonly kind: 'message'; readonly messageId: string };

/** All that the page shows. Views read it; whoever changes it calls `changed()`. */
export class State {
  snapshot: Snapshot | null = null;
  /** `lost` once a connection that stood has broken. */
  connection: 'connecting' | 'live' | 'lost' = 'connecting';
  personaKey: string;
  channelKey = '#general';
  panel: Panel = 'none';
  drawerOpen = false;
  menu: Menu | null = null;
  modal: OpenModal | null = null;
  library: LibraryOverview | null = null;
  pending: readonly Pending[] = [];
  /** Channels with something new in them, by key. */
  unread: ReadonlySet<string> = new Set();
  /** Who is typing where, and until when in milliseconds. */
  typing: ReadonlyMap<string, number> = new Map();
  /** Said to screen readers, politely. */
  announcement = '';
  /** The message row that Tab goes to. */
  focusedMessageId: string | null = null;
  /** Puts the cursor where one types. The composer sets it. */
  focusComposer: () => void = () => {};
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();
  #scheduled = false;

  constructor(personaKey: string) {
    this.personaKey = personaKey;
  }

  /** Draws anew, once for all changes of one turn. */
  changed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const listener of this.#listeners) listener();
    });
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  get channel(): PageChannel | undefined {
    const channels = this.snapshot?.channels ?? [];
    return channels.find(({ key }) => key === this.channelKey) ?? channels[0];
  }

  get messages(): readonly ShownMessage[] {
    const { channel } = this;
    return channel === undefined ? [] : (this.snapshot?.messages[channel.id] ?? []);
  }

  /** What is being typed in the current channel. It outlives lost connections and changes of channel. */
  get draft(): Draft {
    const key = this.channel?.key ?? this.channelKey;
    const draft = this.#drafts.get(key) ?? new Draft();
    this.#drafts.set(key, draft);
    return draft;
  }

  user(id: string): PageUser | undefined {
    return this.snapshot?.users.find((one) => one.id === id);
  }

  announce(text: string): void {
    this.announcement = text;
    this.changed();
  }
}
