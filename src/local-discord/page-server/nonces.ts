import type { InteractionOutcome, LocalDiscord } from '../local-discord.ts';

/** Interactions that are remembered; older ones have long been drawn. */
const KEPT = 200;

/** Which request of a page started which interaction, and the modals that may still be filled in. */
export class Nonces {
  readonly #nonces = new Map<string, string>();
  readonly #outcomes = new Map<string, InteractionOutcome>();
  #current: string | null = null;

  constructor(discord: LocalDiscord) {
    discord.on('interaction', ({ change, outcome }) => {
      if (change !== 'created' || outcome.kind === 'autocomplete') return;
      if (this.#current !== null) keep(this.#nonces, outcome.id, this.#current);
      keep(this.#outcomes, outcome.id, outcome);
    });
  }

  /** Runs `start`, whose interaction begins within it, under the page's mark. */
  under<Result>(nonce: string, start: () => Result): Result {
    this.#current = nonce;
    try {
      return start();
    } finally {
      this.#current = null;
    }
  }

  /** The page's mark of an interaction; null for one that no page started. */
  of(interactionId: string): string | null {
    return this.#nonces.get(interactionId) ?? null;
  }

  outcome(interactionId: string): InteractionOutcome | undefined {
    return this.#outcomes.get(interactionId);
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
}
