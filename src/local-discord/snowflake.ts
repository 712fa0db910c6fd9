import type { Clock } from './clock.ts';

/** An id as Discord makes them: milliseconds since 2015 in the upper 42 bits, in decimal. */
export type Snowflake = string;

/** https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Makes ids that are unique and rise, even while the clock stands still or goes back. */
export class SnowflakeSource {
  readonly #clock: Clock;
  #last = 0n;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): Snowflake {
    const earliest = BigInt(this.#clock.now() - DISCORD_EPOCH) << 22n;
    this.#last = earliest > this.#last ? earliest : this.#last + 1n;
    return this.#last.toString();
  }
}

/** The order of two ids, which is the order of time. */
export function compareSnowflakes(a: Snowflake, b: Snowflake): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
