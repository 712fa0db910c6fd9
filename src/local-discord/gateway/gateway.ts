import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import type { EventHub, Presence } from '../events.ts';
import { type CloseCode, Intent, KNOWN_INTENTS, Opcode, PRIVILEGED_INTENTS } from '../protocol.ts';
import { sameText } from '../token.ts';
import type { GatewayTraffic } from '../traffic.ts';
import { applicationJson, guildCreateJson, memberJson } from '../world/json.ts';
import type { MessageStore } from '../world/message-store.ts';
import type { World } from '../world/world.ts';
import { GatewayConnection, type GatewayDesk, refuseSocket } from './connection.ts';
import { dispatchesOf } from './dispatch.ts';
import type { Identify, PresenceUpdate, RequestMembers, Resume } from './payloads.ts';
import { GatewaySession } from './session.ts';

/**
 * Ways for the bot to lose its connection: closed so that it may resume, or so that it must identify anew; the
 * socket broken without a word; left open but dead, which the bot finds out by its heartbeats; asked to reconnect;
 * or told that its session is void.
 */
export type Drop =
  | 'close-resumable'
  | 'close-invalid'
  | 'broken'
  | 'silent'
  | 'asked-to-reconnect'
  | 'invalidated';

/** How long a session without a connection may still be resumed. Discord says "a few minutes". */
const RESUMABLE_FOR = 3 * 60_000;

export interface GatewayParts {
  readonly world: World;
  readonly messages: MessageStore;
  readonly events: EventHub;
  readonly clock: Clock;
  readonly token: string;
  readonly heartbeatInterval: number;
  /** The address that the bot is told to resume at. */
  readonly url: () => string;
  readonly traffic: (entry: GatewayTraffic) => void;
}

/** The event side of Discord: keeps the bot's sessions and sends them what their intents ask for. */
export class Gateway implements GatewayDesk {
  readonly clock: Clock;
  readonly heartbeatInterval: number;
  readonly #parts: GatewayParts;
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #connections = new Set<GatewayConnection>();
  #accepting = true;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.clock = parts.clock;
    this.heartbeatInterval = parts.heartbeatInterval;
    const send = (source: Parameters<typeof dispatchesOf>[0]) => {
      for (const session of this.#sessions.values()) {
        for (const { name, data } of dispatchesOf(source, session, parts))
          this.#dispatch(session, name, data);
      }
    };
    parts.events.on('messageCreate', (event) => send({ kind: 'messageCreate', event }));
    parts.events.on('messageUpdate', (event) => send({ kind: 'messageUpdate', event }));
    parts.events.on('messageDelete', (event) => send({ kind: 'messageDelete', event }));
    parts.events.on('channelUpdate', (event) => send({ kind: 'channelUpdate', event }));
  }

  /** Whether new connections are taken. */
  get accepting(): boolean {
    return this.#accepting;
  }

  get presence(): Presence | null {
    for (const connection of this.#connections)
      if (connection.session !== null) return connection.session.presence;
    return null;
  }

  accept(socket: WebSocket, query: URLSearchParams): void {
    const plain = (query.get('encoding') ?? 'json') === 'json' && query.get('compress') === null;
    if (query.get('v') !== '10') refuseSocket(socket, 'InvalidApiVersion');
    else if (!plain) refuseSocket(socket, 'DecodeError');
    else this.#connections.add(new GatewayConnection(socket, this));
  }

  /** Sends an interaction, which no intent keeps back. */
  sendInteraction(payload: unknown): void {
    for (const session of this.#sessions.values()) this.#dispatch(session, 'INTERACTION_CREATE', payload);
  }

  drop(how: Drop): void {
    for (const connection of [...this.#connections]) this.#drop(connection, how);
  }

  /** Breaks every connection and takes no new one until `open()`. */
  shut(): void {
    this.#accepting = false;
    for (const connection of this.#connections) connection.terminate();
  }

  open(): void {
    this.#accepting = true;
  }

  identify(connection: GatewayConnection, payload: Identify): void {
    const refusal = this.#refusal(payload);
    if (refusal === null) this.#begin(connection, payload);
    else connection.refuse(refusal);
  }

  #refusal(payload: Identify): keyof typeof CloseCode | null {
    const { world } = this.#parts;
    if (!this.#knows(payload.token)) return 'AuthenticationFailed';
    if (payload.intents < 0 || payload.intents > KNOWN_INTENTS || (payload.intents & ~KNOWN_INTENTS) !== 0)
      return 'InvalidIntents';
    const disallowed = PRIVILEGED_INTENTS.some(
      (name) => (payload.intents & Intent[name]) !== 0 && !world.privilegedIntents.has(name),
    );
    if (disallowed) return 'DisallowedIntents';
    const [shard, shards] = payload.shard ?? [0, 1];
    return shard < shards ? null : 'InvalidShard';
  }

  #knows(token: string): boolean {
    return sameText(token.replace(/^Bot /, ''), this.#parts.token);
  }

  #begin(connection: GatewayConnection, payload: Identify): void {
    const { world } = this.#parts;
    const id = randomBytes(16).toString('hex');
    const session = new GatewaySession(id, payload.intents, presenceOf(payload.presence ?? {}));
    this.#sessions.set(id, session);
    connection.session = session;
    this.#dispatch(session, 'READY', {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
      user_settings: {},
      relationships: [],
      private_channels: [],
      presences: [],
      guilds: [{ id: world.guild.id, unavailable: true }],
      session_id: id,
      session_type: 'normal',
      resume_gateway_url: this.#parts.url(),
      shard: payload.shard ?? [0, 1],
      application: { id: world.application.id, flags: applicationJson(world).flags },
      _trace: ['local-discord'],
    });
    if (session.wants('Guilds')) {
      this.#dispatch(
        session,
        'GUILD_CREATE',
        guildCreateJson(world, (id) => this.#parts.messages.lastId(id)),
      );
    }
    this.#parts.events.emit('connection', { state: 'connected', sessionId: id });
    this.#parts.events.emit('presence', session.presence);
  }

  resume(connection: GatewayConnection, payload: Resume): void {
    if (!this.#knows(payload.token)) {
      connection.refuse('AuthenticationFailed');
      return;
    }
    const session = this.#sessions.get(payload.session_id);
    const missed = session?.since(payload.seq) ?? null;
    if (session === undefined || missed === null) {
      connection.send({ op: Opcode.InvalidSession, d: false, s: null, t: null });
      return;
    }
    for (const other of this.#connections) {
      if (other !== connection && other.session === session) {
        other.session = null;
        other.refuse('UnknownError');
      }
    }
    connection.session = session;
    for (const event of missed) connection.send(event);
    this.#dispatch(session, 'RESUMED', { _trace: ['local-discord'] });
    this.#parts.events.emit('connection', { state: 'resumed', sessionId: session.id });
  }

  updatePresence(session: GatewaySession, payload: PresenceUpdate): void {
    session.presence = presenceOf(payload);
    this.#parts.events.emit('presence', session.presence);
  }

  requestMembers(session: GatewaySession, payload: RequestMembers): void {
    const { world } = this.#parts;
    const all = payload.user_ids === undefined && (payload.query ?? '') === '' && payload.limit === 0;
    if (payload.guild_id !== world.guild.id || (all && !session.wants('GuildMembers'))) return;
    const asked = payload.user_ids === undefined ? null : [payload.user_ids].flat();
    const found = [...world.members.values()]
      .filter(({ user }) => asked?.includes(user.id) ?? user.username.startsWith(payload.query ?? ''))
      .slice(0, asked === null && (payload.limit ?? 0) > 0 ? payload.limit : undefined);
    this.#dispatch(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: world.guild.id,
      members: found.map(memberJson),
      chunk_index: 0,
      chunk_count: 1,
      ...(asked === null ? {} : { not_found: asked.filter((id) => !world.members.has(id)) }),
      ...(payload.nonce === undefined ? {} : { nonce: payload.nonce }),
    });
  }

  closed(connection: GatewayConnection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (session === null) return;
    connection.session = null;
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    this.#parts.events.emit('connection', { state: 'disconnected', sessionId: session.id });
    this.#parts.events.emit('presence', this.presence);
    this.clock.after(RESUMABLE_FOR, () => {
      if (!this.#connected(session)) this.#sessions.delete(session.id);
    });
  }

  traffic(entry: Omit<GatewayTraffic, 'kind' | 'at'>): void {
    this.#parts.traffic({ kind: 'gateway', at: this.clock.now(), ...entry });
  }

  #dispatch(session: GatewaySession, name: string, data: unknown): void {
    const event = session.record(name, data);
    for (const connection of this.#connections) if (connection.session === session) connection.send(event);
  }

  #connected(session: GatewaySession): boolean {
    return [...this.#connections].some((connection) => connection.session === session);
  }

  #drop(connection: GatewayConnection, how: Drop): void {
    const { session } = connection;
    if (session !== null && (how === 'close-invalid' || how === 'invalidated'))
      this.#sessions.delete(session.id);
    const drops: Readonly<Record<Drop, () => void>> = {
      'close-resumable': () => connection.refuse('UnknownError'),
      'close-invalid': () => connection.refuse('SessionTimedOut'),
      broken: () => connection.terminate(),
      silent: () => connection.fallSilent(),
      'asked-to-reconnect': () => connection.send({ op: Opcode.Reconnect, d: null, s: null, t: null }),
      invalidated: () => {
        connection.session = null;
        connection.send({ op: Opcode.InvalidSession, d: false, s: null, t: null });
      },
    };
    drops[how]();
  }
}

function presenceOf(payload: PresenceUpdate): Presence {
  return {
    status: payload.status ?? 'online',
    activities: (payload.activities ?? []).map(({ name, type, state }) => ({
      name,
      type,
      state: state ?? null,
    })),
    afk: payload.afk ?? false,
  };
}
