import type { Clock } from '../clock.ts';

/** The next request to be told that it came too fast. */
export interface RefusedOnce {
  /** Part of the path; default every path. */
  readonly path?: string;
  /** Default every method. */
  readonly method?: string;
  /** Seconds until the bot may try again. */
  readonly retryAfter: number;
  /** Whether the limit is the one over all routes. Default false. */
  readonly global?: boolean;
}

/** Requests a second that a route takes. Far more than Discord's, so that no bot is slowed here. */
const PER_SECOND = 1_000;

/**
 * Rate limits as Discord tells them in each response's headers, generous; and refusals on demand, for tests.
 * https://docs.discord.com/developers/topics/rate-limits
 */
export class RateLimits {
  readonly #clock: Clock;
  #refusals: readonly RefusedOnce[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  refuseOnce(refusal: RefusedOnce): void {
    this.#refusals = [...this.#refusals, refusal];
  }

  /** The refusal that this request meets, which is used up with it. */
  refusal(method: string, path: string): RefusedOnce | null {
    const met = this.#refusals.find(
      (one) => (one.method ?? method).toUpperCase() === method && path.includes(one.path ?? ''),
    );
    this.#refusals = this.#refusals.filter((one) => one !== met);
    return met ?? null;
  }

  headers(bucket: string, refusal: RefusedOnce | null): Record<string, string> {
    const resetAfter = refusal?.retryAfter ?? 1;
    return {
      'X-RateLimit-Limit': String(PER_SECOND),
      'X-RateLimit-Remaining': refusal === null ? String(PER_SECOND - 1) : '0',
      'X-RateLimit-Reset': (this.#clock.now() / 1_000 + resetAfter).toFixed(3),
      'X-RateLimit-Reset-After': resetAfter.toFixed(3),
      'X-RateLimit-Bucket': bucket,
      ...(refusal === null
        ? {}
        : {
            'Retry-After': String(Math.ceil(refusal.retryAfter)),
            'X-RateLimit-Scope': refusal.global === true ? 'global' : 'user',
            ...(refusal.global === true ? { 'X-RateLimit-Global': 'true' } : {}),
          }),
    };
  }
}
