import type { Presence } from '../events.ts';
import { Intent, type IntentName } from '../protocol.ts';

/** An event as it was sent, kept to be sent again when the bot resumes. */
export interface SentEvent {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** Events that are kept for a bot that is away. Whoever missed more begins anew. */
const KEPT_EVENTS = 1_000;

/**
 * What the bot has between identifying and leaving for good, over as many connections as it takes: its intents,
 * its presence, and the events it was sent, numbered from 1.
 */
export class GatewaySession {
  readonly id: string;
  readonly intents: number;
  presence: Presence;
  #events: SentEvent[] = [];
  #sequence = 0;

  constructor(id: string, intents: number, presence: Presence) {
    this.id = id;
    this.intents = intents;
    this.presence = presence;
  }

  get sequence(): number {
    return this.#sequence;
  }

  wants(intent: IntentName): boolean {
    return (this.intents & Intent[intent]) !== 0;
  }

  /** Numbers an event and keeps it. */
  record(name: string, data: unknown): SentEvent {
    this.#sequence += 1;
    const event: SentEvent = { op: 0, t: name, s: this.#sequence, d: data };
    this.#events.push(event);
    if (this.#events.length > KEPT_EVENTS) this.#events = this.#events.slice(-KEPT_EVENTS);
    return event;
  }

  /** The events after a number; null where the number was never reached or what followed it is forgotten. */
  since(sequence: number): readonly SentEvent[] | null {
    const missed = this.#events.filter((event) => event.s > sequence);
    const known = sequence <= this.#sequence && missed.length === this.#sequence - sequence;
    return known ? missed : null;
  }
}
