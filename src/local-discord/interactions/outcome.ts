import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Snowflake } from '../snowflake.ts';

export type InteractionKind =
  | 'slash'
  | 'message command'
  | 'user command'
  | 'autocomplete'
  | 'component'
  | 'modal';

/** How the bot first responded. */
export type FirstResponse =
  | 'message'
  | 'deferred message'
  | 'deferred update'
  | 'update'
  | 'choices'
  | 'modal';

/** A response as it stood at a time, in milliseconds after the interaction. */
export interface ResponseState {
  readonly after: number;
  readonly message: APIMessage;
}

/**
 * What came of something a person did. It goes on changing after it is handed out: the bot may still edit, delete
 * and follow up.
 */
export interface InteractionOutcome {
  readonly id: Snowflake;
  readonly kind: InteractionKind;
  /** The command's name, or the custom id. */
  readonly name: string;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  /** `waiting`: nothing yet. `acknowledged`: deferred, no answer yet. */
  readonly status: 'waiting' | 'acknowledged' | 'answered' | 'failed';
  /** What the person is shown where the bot failed, else null. */
  readonly failure: string | null;
  readonly firstResponse: FirstResponse | null;
  /** Milliseconds from the interaction to the bot's first response; null while there is none. */
  readonly acknowledgedAfter: number | null;
  /** Milliseconds to what the person waits for: a message, choices, a modal. */
  readonly answeredAfter: number | null;
  readonly deferred: boolean;
  /** Whether the response is for the person alone. */
  readonly ephemeral: boolean;
  /** The response, or the message that was updated, as it stands; null where there is none or it was deleted. */
  readonly message: APIMessage | null;
  /** Each state of the response, oldest first. A deferred response begins with its loading state. */
  readonly history: readonly ResponseState[];
  /** Follow-up messages as they stand, without deleted ones. */
  readonly followUps: readonly APIMessage[];
  readonly choices: readonly APIApplicationCommandOptionChoice[] | null;
  readonly modal: APIModalInteractionResponseCallbackData | null;
}
