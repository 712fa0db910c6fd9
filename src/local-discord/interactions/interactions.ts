import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { EventHub } from '../events.ts';
import { refuse } from '../rest/api-error.ts';
import type { Snowflake, SnowflakeSource } from '../snowflake.ts';
import type { InteractionTraffic } from '../traffic.ts';
import type { MessageStore } from '../world/message-store.ts';
import type { FirstResponse } from './outcome.ts';
import { type InteractionOrigin, InteractionRecord } from './record.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback */
export const ACKNOWLEDGE_WITHIN = 3_000;
export const TOKEN_VALID_FOR = 15 * 60_000;
/** After a deferred update without more, the person no longer waits: such a response may be all there is. */
const QUIET_AFTER = 3_000;

/** What Discord's client shows where a bot failed. */
export const NO_RESPONSE = 'The application did not respond';
const INTERACTION_FAILED = 'This interaction failed';
const NO_CHOICES = 'Loading options failed';

export interface InteractionParts {
  readonly ids: SnowflakeSource;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly messages: MessageStore;
  readonly send: (payload: unknown) => void;
  readonly traffic: (entry: InteractionTraffic) => void;
}

interface Live {
  readonly record: InteractionRecord;
  readonly settle: (record: InteractionRecord) => void;
}

/** The interactions under way: when each must be acknowledged, answered and forgotten. */
export class Interactions {
  readonly #parts: InteractionParts;
  readonly #live = new Map<string, Live>();

  constructor(parts: InteractionParts) {
    this.#parts = parts;
  }

  /**
   * Starts an interaction and hands its payload to the bot. Resolves when the person sees an answer or a failure;
   * a deferred one, when it is edited.
   */
  start(
    origin: Omit<InteractionOrigin, 'id' | 'token' | 'startedAt'>,
    payloadOf: (origin: InteractionOrigin) => unknown,
  ): Promise<InteractionRecord> {
    const { clock, ids, messages } = this.#parts;
    const full: InteractionOrigin = {
      ...origin,
      id: ids.next(),
      token: randomBytes(48).toString('base64url'),
      startedAt: clock.now(),
    };
    const record = new InteractionRecord(full, messages);
    const settled = new Promise<InteractionRecord>((settle) => {
      this.#live.set(full.token, { record, settle });
    });
    clock.after(ACKNOWLEDGE_WITHIN, () => {
      if (record.status === 'waiting') this.#fail(record);
    });
    clock.after(TOKEN_VALID_FOR, () => {
      if (record.status === 'acknowledged') this.#fail(record);
      this.#live.delete(full.token);
    });
    this.#tell('created', record);
    this.#parts.send(payloadOf(full));
    return settled;
  }

  /** The interaction that waits for its first response. */
  forCallback(id: Snowflake, token: string): InteractionRecord {
    const record = this.#live.get(token)?.record;
    if (record === undefined || record.id !== id) throw refuse('unknownInteraction');
    if (record.firstResponse !== null) throw refuse('alreadyAcknowledged');
    if (record.status === 'failed') throw refuse('unknownInteraction');
    return record;
  }

  /** The interaction that a webhook's token stands for, within its fifteen minutes. */
  forWebhook(token: string): InteractionRecord {
    const record = this.#live.get(token)?.record;
    if (record === undefined) throw refuse('invalidWebhookToken');
    if (record.firstResponse === null) throw refuse('unknownWebhook');
    return record;
  }

  /** Notes the first response. What the person waits for has come, unless it is deferred. */
  respond(record: InteractionRecord, response: FirstResponse): void {
    record.firstResponse = response;
    record.acknowledgedAfter = this.elapsed(record);
    record.remember(record.acknowledgedAfter);
    if (response === 'deferred message' || response === 'deferred update') {
      record.status = 'acknowledged';
      this.#tell('acknowledged', record);
      if (response === 'deferred update') {
        this.#parts.clock.after(QUIET_AFTER, () => this.answered(record));
      }
    } else {
      this.#tell('acknowledged', record);
      this.answered(record);
    }
  }

  /** Notes that the person sees an answer: an edit, a follow-up, or the response gone. */
  answered(record: InteractionRecord): void {
    if (record.status === 'answered' || record.status === 'failed') return;
    record.status = 'answered';
    record.answeredAfter = this.elapsed(record);
    this.#end(record, 'answered');
  }

  elapsed(record: InteractionRecord): number {
    return this.#parts.clock.now() - record.origin.startedAt;
  }

  #fail(record: InteractionRecord): void {
    record.status = 'failed';
    record.failure =
      record.kind === 'autocomplete'
        ? NO_CHOICES
        : record.kind === 'component' || record.kind === 'modal'
          ? INTERACTION_FAILED
          : NO_RESPONSE;
    this.#end(record, 'failed');
  }

  #end(record: InteractionRecord, change: 'answered' | 'failed'): void {
    this.#tell(change, record);
    this.#parts.traffic({
      kind: 'interaction',
      at: this.#parts.clock.now(),
      name: record.name,
      acknowledgedAfter: record.acknowledgedAfter,
      answeredAfter: record.answeredAfter,
      outcome: record,
    });
    this.#live.get(record.origin.token)?.settle(record);
  }

  #tell(change: 'created' | 'acknowledged' | 'answered' | 'failed', record: InteractionRecord): void {
    this.#parts.events.emit('interaction', { change, outcome: record });
  }
}
