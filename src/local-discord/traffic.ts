import type { InteractionOutcome } from './interactions/outcome.ts';

/** One thing that went over the wire between the bot and the local Discord. `at` is in milliseconds. */
export type TrafficEntry = RestTraffic | GatewayTraffic | InteractionTraffic;

export interface RestTraffic {
  readonly kind: 'rest';
  readonly at: number;
  readonly method: string;
  /** With tokens replaced by `:token`. */
  readonly path: string;
  readonly status: number;
  readonly duration: number;
  readonly request: unknown;
  readonly response: unknown;
}

export interface GatewayTraffic {
  readonly kind: 'gateway';
  readonly at: number;
  readonly direction: 'to bot' | 'from bot';
  readonly op: number;
  readonly event: string | null;
  readonly sequence: number | null;
  readonly data: unknown;
}

/** An interaction that has come to its end, with how long the bot took; null where it never came. */
export interface InteractionTraffic {
  readonly kind: 'interaction';
  readonly at: number;
  readonly name: string;
  readonly acknowledgedAfter: number | null;
  readonly answeredAfter: number | null;
  readonly outcome: InteractionOutcome;
}

/** Entries that are kept; older ones are forgotten. */
const KEPT = 1_000;

/** The last thousand entries, oldest first. */
export class TrafficLog {
  #entries: TrafficEntry[] = [];

  add(entry: TrafficEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
  }

  entries(): readonly TrafficEntry[] {
    return this.#entries.slice(-KEPT);
  }
}

/** A path without the interaction's token, which is as good as a password for fifteen minutes. */
export function withoutTokens(path: string): string {
  return path
    .replace(/(\/interactions\/[^/]+\/)[^/]+/, '$1:token')
    .replace(/(\/webhooks\/[^/]+\/)[^/?]+/, '$1:token');
}
