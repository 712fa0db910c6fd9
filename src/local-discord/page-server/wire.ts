/**
 * What goes between the page and its server, for both of them. Plain data; no ids of the server outlive it, so
 * people and channels have names (`key`) too, by which a page finds them again after a restart.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Presence, ShownMessage } from '../events.ts';
import type { InteractionKind } from '../interactions/outcome.ts';
import type { TrafficEntry } from '../traffic.ts';

/** Somebody whom the one at the page can be. */
export interface Persona {
  readonly key: string;
  readonly userId: string;
  readonly name: string;
  /** `Member`, `Admin`, … */
  readonly title: string;
  /** What this person can do, in a sentence. */
  readonly about: string;
}

export interface PageUser {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  /** `#rrggbb` of the highest role with a colour; null for none. */
  readonly color: string | null;
}

export interface PageRole {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
}

export interface PageChannel {
  readonly key: string;
  readonly id: string;
  readonly kind: 'guild' | 'direct';
  readonly name: string;
  readonly topic: string | null;
  /** Whether only some members see it. */
  readonly isPrivate: boolean;
  readonly maySend: boolean;
  readonly mayUseCommands: boolean;
  readonly mayManageMessages: boolean;
}

/** All that one person sees. Whatever happens later comes as a `LiveEvent`. */
export interface Snapshot {
  /** Another one means that the server has been started anew. */
  readonly run: string;
  readonly me: Persona;
  readonly personas: readonly Persona[];
  readonly bot: PageUser;
  readonly guild: { readonly id: string; readonly name: string };
  readonly users: readonly PageUser[];
  readonly roles: readonly PageRole[];
  readonly channels: readonly PageChannel[];
  readonly messages: Readonly<Record<string, readonly ShownMessage[]>>;
  readonly commands: Readonly<Record<string, readonly APIApplicationCommand[]>>;
  readonly presence: Presence | null;
  /** Null where the page did not ask for it. */
  readonly traffic: readonly TrafficEntry[] | null;
  readonly hasLibrary: boolean;
}

/** What became of something that the person did. */
export interface PageOutcome {
  readonly id: string;
  /** The mark that the page gave its request; null where another page made it. */
  readonly nonce: string | null;
  readonly kind: InteractionKind;
  readonly name: string;
  readonly channelId: string;
  readonly change: 'created' | 'acknowledged' | 'answered' | 'failed';
  readonly failure: string | null;
  readonly modal: APIModalInteractionResponseCallbackData | null;
}

export type LiveEvent =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'message'; readonly shown: ShownMessage; readonly isNew: boolean }
  | { readonly type: 'messageDelete'; readonly id: string; readonly channelId: string }
  | { readonly type: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly type: 'outcome'; readonly outcome: PageOutcome }
  | {
      readonly type: 'surroundings';
      readonly channels: Snapshot['channels'];
      readonly messages: Snapshot['messages'];
      readonly commands: Snapshot['commands'];
    }
  | { readonly type: 'presence'; readonly presence: Presence | null }
  | { readonly type: 'traffic'; readonly entry: TrafficEntry }
  | { readonly type: 'library' }
  | { readonly type: 'alive' };

type Values = Readonly<Record<string, string | number | boolean>>;

/** Something that the person does. */
export type Deed =
  | { readonly do: 'slash'; readonly channelId: string; readonly name: string; readonly options: Values }
  | { readonly do: 'press'; readonly messageId: string; readonly customId: string }
  | {
      readonly do: 'select';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly do: 'submitModal';
      readonly outcomeId: string;
      readonly values: Readonly<Record<string, string | readonly string[]>>;
    }
  | {
      readonly do: 'messageCommand';
      readonly channelId: string;
      readonly messageId: string;
      readonly name: string;
    }
  | {
      readonly do: 'userCommand';
      readonly channelId: string;
      readonly userId: string;
      readonly name: string;
    }
  | {
      readonly do: 'say';
      readonly channelId: string;
      readonly content: string;
      readonly replyTo: string | null;
    }
  | { readonly do: 'edit'; readonly messageId: string; readonly content: string }
  | { readonly do: 'delete'; readonly messageId: string };

export interface DeedRequest {
  /** The key of the persona who acts. */
  readonly as: string;
  readonly nonce: string;
  readonly deed: Deed;
}

export interface AutocompleteRequest {
  readonly as: string;
  readonly channelId: string;
  readonly name: string;
  readonly focused: string;
  readonly partial: string;
  readonly others: Values;
}

export type AutocompleteAnswer =
  | { readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly error: string };

/** Why a deed was refused at once; what the bot makes of it comes as an event. */
export type DeedAnswer = { readonly ok: true } | { readonly ok: false; readonly error: string };

/** What the bot answers from, where its program tells it. */
export interface LibraryOverview {
  readonly title: string;
  /** ISO date-time. */
  readonly indexedAt: string;
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly published: string;
    readonly url: string | null;
    readonly passages: number;
    /** `full`, `summary`, … */
    readonly form: string;
    /** Why it is not used any more; null while it is. */
    readonly retracted: string | null;
  }[];
  readonly problems: readonly {
    readonly severity: 'error' | 'warning';
    readonly where: string;
    readonly message: string;
  }[];
}
