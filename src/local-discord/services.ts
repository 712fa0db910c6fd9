import type { Clock } from './clock.ts';
import type { EventHub } from './events.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { RateLimits } from './rest/rate-limits.ts';
import type { SnowflakeSource } from './snowflake.ts';
import type { TrafficEntry } from './traffic.ts';
import type { Commands } from './world/commands.ts';
import type { Files } from './world/files.ts';
import type { MessageStore } from './world/message-store.ts';
import type { World } from './world/world.ts';

/** The parts of a local Discord, as its routes and its people use them. */
export interface Services {
  readonly world: World;
  readonly ids: SnowflakeSource;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly messages: MessageStore;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly gateway: Gateway;
  readonly rateLimits: RateLimits;
  readonly files: Files;
  readonly token: string;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: () => string;
  readonly traffic: (entry: TrafficEntry) => void;
}
