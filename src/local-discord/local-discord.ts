/**
 * A Discord on this machine: the gateway and the REST API that a bot connects to, and the people who use the bot,
 * driven by calls. It knows nothing of any bot's commands.
 */
import type {
  APIApplicationCommand,
  APIChannel,
  APIGuildMember,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';
import { type Clock, systemClock } from './clock.ts';
import { EventHub, type Listener, type LocalEventName, type Presence, type ShownMessage } from './events.ts';
import { type Drop, Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import { type Actor, actorFor } from './people/actor.ts';
import type { PermissionName } from './protocol.ts';
import { RateLimits, type RefusedOnce } from './rest/rate-limits.ts';
import { type Page, startServer } from './server.ts';
import type { Services } from './services.ts';
import { type Snowflake, SnowflakeSource } from './snowflake.ts';
import { newToken } from './token.ts';
import { type TrafficEntry, TrafficLog } from './traffic.ts';
import { Commands } from './world/commands.ts';
import { Files } from './world/files.ts';
import { channelJson, memberJson, roleJson } from './world/json.ts';
import { MessageStore } from './world/message-store.ts';
import { permissionBits } from './world/permissions.ts';
import { type People, seedWorld, type WorldOptions } from './world/seed.ts';

export { type Clock, ManualClock } from './clock.ts';
export type { LocalEventName, LocalEvents, Presence, ShownMessage } from './events.ts';
export type { Drop } from './gateway/gateway.ts';
export type { InteractionOutcome } from './interactions/outcome.ts';
export type { Actor } from './people/actor.ts';
export type { ModalValues } from './people/components.ts';
export type { OptionValues } from './people/slash-options.ts';
export type { SayOptions } from './people/writing.ts';
export type { PermissionName, PrivilegedIntent } from './protocol.ts';
export { ApiError } from './rest/api-error.ts';
export type { RefusedOnce } from './rest/rate-limits.ts';
export type { Snowflake } from './snowflake.ts';
export type { TrafficEntry } from './traffic.ts';
export type { People, WorldOptions } from './world/seed.ts';

export interface LocalDiscordOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** The bot's token. Default: made anew at each start. */
  readonly token?: string;
  readonly world?: WorldOptions;
  readonly clock?: Clock;
  /** Milliseconds between the bot's heartbeats. Default 41,250, as Discord's. */
  readonly heartbeatInterval?: number;
  /** Where faults of the local Discord itself are told. Default: standard error. */
  readonly logger?: { error(details: object, message: string): void };
}

/** What everyone, a role or a person may and may not do in a channel. */
export interface PermissionChange {
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

export interface LocalDiscord {
  /** For `DISCORD_API_URL`, discord.js's `rest.api`: `http://127.0.0.1:PORT/api`. */
  readonly apiUrl: string;
  readonly port: number;
  readonly token: string;
  readonly application: { readonly id: Snowflake; readonly name: string };
  readonly bot: APIUser;
  readonly guild: { readonly id: Snowflake; readonly name: string };
  readonly channels: { readonly general: Snowflake; readonly adminsOnly: Snowflake };
  readonly roles: { readonly admins: Snowflake; readonly moderators: Snowflake; readonly bot: Snowflake };
  readonly people: People;

  as(user: Snowflake | { readonly id: Snowflake }): Actor;
  /** The server's members, the bot among them, and their roles. */
  roster(): { readonly members: readonly APIGuildMember[]; readonly roles: readonly APIRole[] };
  channel(channelId: Snowflake): APIChannel | undefined;
  /** All messages of a channel, oldest first, private ones with whom they are for. */
  messages(channelId: Snowflake): readonly ShownMessage[];
  commandsFor(
    user: Snowflake | { readonly id: Snowflake },
    channelId: Snowflake,
  ): readonly APIApplicationCommand[];
  /** What the bot shows beside its name; null while it is offline. */
  presence(): Presence | null;
  /** The latest thousand things that went over the wire, oldest first. */
  traffic(): readonly TrafficEntry[];
  /** The returned function takes the listener away again. */
  on<Name extends LocalEventName>(name: Name, listener: Listener<Name>): () => void;
  /** Waits until `probe` gives something other than undefined, null or false; asks it again after each event. */
  until<Found>(probe: () => Found | undefined | null | false, timeout?: number): Promise<Found>;

  /** Replaces what a role (everyone's id is the guild's), a person or `'bot'` is allowed and denied in a channel. */
  setPermissions(
    channelId: Snowflake,
    holder: 'bot' | 'everyone' | Snowflake,
    change: PermissionChange,
  ): void;
  /** Tells the next matching REST request that it came too fast. */
  refuseOnce(refusal: RefusedOnce): void;
  dropConnection(how: Drop): void;
  /** Breaks the bot's connections and takes no new one until `openGateway()`. */
  shutGateway(): void;
  openGateway(): void;

  /** Serves a page, such as a Hono app, at every path but `/api`, `/attachments` and `/gateway`. */
  mount(page: Page): void;
  close(): Promise<void>;
}

/** Starts a local Discord on 127.0.0.1. Everything in it lives in memory and goes with it. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const clock = options.clock ?? systemClock;
  const report = (error: unknown, what: string): void => {
    if (options.logger !== undefined) options.logger.error({ err: error }, what);
    else console.error(what, error);
  };
  const events = new EventHub((error) => report(error, 'A listener of the local Discord failed'));
  const log = new TrafficLog();
  const traffic = (entry: TrafficEntry): void => {
    log.add(entry);
    events.emit('traffic', entry);
  };

  const ids = new SnowflakeSource(clock);
  const { world, people, roles, channels } = seedWorld(ids, clock.now(), options.world);
  const token = options.token ?? newToken(world.bot.id);
  const messages = new MessageStore(events);
  let port = 0;
  const origin = () => `http://127.0.0.1:${port}`;
  const gateway = new Gateway({
    world,
    messages,
    events,
    clock,
    token,
    traffic,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    url: () => `ws://127.0.0.1:${port}/gateway`,
  });
  const send = (payload: unknown) => gateway.sendInteraction(payload);
  const services: Services = {
    world,
    ids,
    clock,
    events,
    messages,
    commands: new Commands(world, ids, events),
    interactions: new Interactions({ ids, clock, events, messages, send, traffic }),
    gateway,
    rateLimits: new RateLimits(clock),
    files: new Files(ids, origin),
    token,
    origin,
    traffic,
  };
  const server = await startServer(services, options.port ?? 0, (error) =>
    report(error, 'The local Discord failed'),
  );
  port = server.port;

  const idOf = (user: Snowflake | { readonly id: Snowflake }): Snowflake =>
    typeof user === 'string' ? user : user.id;
  return {
    apiUrl: `${origin()}/api`,
    port,
    token,
    application: world.application,
    bot: world.bot,
    guild: world.guild,
    channels,
    roles,
    people,
    as: (user) => actorFor(services, idOf(user)),
    roster: () => ({
      members: [...world.members.values()].map(memberJson),
      roles: [...world.roles.values()].map(roleJson),
    }),
    channel(channelId) {
      const channel = world.channels.get(channelId);
      return channel === undefined ? undefined : channelJson(world, channel, messages.lastId(channelId));
    },
    messages: (channelId) => messages.in(channelId),
    commandsFor: (user, channelId) => actorFor(services, idOf(user)).commands(channelId),
    presence: () => gateway.presence,
    traffic: () => log.entries(),
    on: (name, listener) => events.on(name, listener),
    until: (probe, timeout) => until(events, probe, timeout),
    setPermissions(channelId, holder, change) {
      const channel = world.channels.get(channelId);
      if (channel?.kind !== 'guild') throw new Error(`The server has no channel ${channelId}.`);
      const id = holder === 'bot' ? world.bot.id : holder === 'everyone' ? world.guild.id : holder;
      world.setOverwrite(channel, {
        id,
        kind: world.roles.has(id) ? 'role' : 'member',
        allow: permissionBits(change.allow ?? []),
        deny: permissionBits(change.deny ?? []),
      });
      events.emit('channelUpdate', { channelId });
    },
    refuseOnce: (refusal) => services.rateLimits.refuseOnce(refusal),
    dropConnection: (how) => gateway.drop(how),
    shutGateway: () => gateway.shut(),
    openGateway: () => gateway.open(),
    mount: (page) => server.mount(page),
    close: () => server.close(),
  };
}

function until<Found>(
  events: EventHub,
  probe: () => Found | undefined | null | false,
  timeout = 5_000,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const attempt = (): boolean => {
      const found = probe();
      if (found === undefined || found === null || found === false) return false;
      clearTimeout(timer);
      stop();
      resolve(found);
      return true;
    };
    const stop = events.onAnything(() => void attempt());
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${timeout} ms in vain for something on the local Discord: ${probe}`));
    }, timeout);
    attempt();
  });
}
