import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Snowflake } from '../snowflake.ts';
import type { MessageStore } from '../world/message-store.ts';
import type { FirstResponse, InteractionKind, InteractionOutcome, ResponseState } from './outcome.ts';

/** Where an interaction was started, and by what. */
export interface InteractionOrigin {
  readonly id: Snowflake;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly name: string;
  readonly commandId: Snowflake | null;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  /** The message whose component was used, or whose component opened the modal. */
  readonly sourceMessage: { readonly channelId: Snowflake; readonly id: Snowflake } | null;
  /** The message that a message command was used on. */
  readonly targetMessageId: Snowflake | null;
  readonly targetUserId: Snowflake | null;
  /** The interaction that the modal answered, for a modal's. */
  readonly openedBy: InteractionRecord | null;
  readonly startedAt: number;
}

/** One interaction from its start until its token is void, and the outcome that is drawn from it. */
export class InteractionRecord implements InteractionOutcome {
  readonly origin: InteractionOrigin;
  status: InteractionOutcome['status'] = 'waiting';
  failure: string | null = null;
  firstResponse: FirstResponse | null = null;
  acknowledgedAfter: number | null = null;
  answeredAfter: number | null = null;
  ephemeral = false;
  choices: readonly APIApplicationCommandOptionChoice[] | null = null;
  modal: APIModalInteractionResponseCallbackData | null = null;
  history: readonly ResponseState[] = [];
  /** The message that `@original` names. */
  responseId: Snowflake | null = null;
  followUpIds: readonly Snowflake[] = [];
  readonly #messages: MessageStore;

  constructor(origin: InteractionOrigin, messages: MessageStore) {
    this.origin = origin;
    this.#messages = messages;
  }

  get id(): Snowflake {
    return this.origin.id;
  }
  get kind(): InteractionKind {
    return this.origin.kind;
  }
  get name(): string {
    return this.origin.name;
  }
  get userId(): Snowflake {
    return this.origin.userId;
  }
  get channelId(): Snowflake {
    return this.origin.channelId;
  }
  get deferred(): boolean {
    return this.firstResponse === 'deferred message' || this.firstResponse === 'deferred update';
  }
  get message(): APIMessage | null {
    return this.responseId === null ? null : (this.#messages.find(this.responseId)?.message ?? null);
  }
  get followUps(): readonly APIMessage[] {
    return this.followUpIds.flatMap((id) => this.#messages.find(id)?.message ?? []);
  }

  /** Notes the response's state as it is now. */
  remember(after: number): void {
    const { message } = this;
    if (message !== null) this.history = [...this.history, { after, message }];
  }

  /** The outcome as JSON, without the token. */
  toJSON(): InteractionOutcome {
    const {
      id,
      kind,
      name,
      userId,
      channelId,
      status,
      failure,
      firstResponse,
      acknowledgedAfter,
      answeredAfter,
    } = this;
    const { deferred, ephemeral, message, history, followUps, choices, modal } = this;
    return {
      ...{
        id,
        kind,
        name,
        userId,
        channelId,
        status,
        failure,
        firstResponse,
        acknowledgedAfter,
        answeredAfter,
      },
      ...{ deferred, ephemeral, message, history, followUps, choices, modal },
    };
  }
}
