import type { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import { CloseCode, Opcode } from '../protocol.ts';
import type { GatewayTraffic } from '../traffic.ts';
import type { Identify, PresenceUpdate, RequestMembers, Resume } from './payloads.ts';
import { frame, identify, presenceUpdate, requestMembers, resume, SENDABLE } from './payloads.ts';
import type { GatewaySession } from './session.ts';

/** What a connection asks of the gateway that accepted it. */
export interface GatewayDesk {
  readonly clock: Clock;
  readonly heartbeatInterval: number;
  identify(connection: GatewayConnection, payload: Identify): void;
  resume(connection: GatewayConnection, payload: Resume): void;
  updatePresence(session: GatewaySession, payload: PresenceUpdate): void;
  requestMembers(session: GatewaySession, payload: RequestMembers): void;
  closed(connection: GatewayConnection, code: number): void;
  traffic(entry: Omit<GatewayTraffic, 'kind' | 'at'>): void;
}

/** Bytes of a payload that Discord still reads. https://docs.discord.com/developers/events/gateway#sending-events */
export const MAX_PAYLOAD = 4_096;
/** Payloads a minute before the connection is closed. */
const MAX_PAYLOADS_PER_MINUTE = 120;

/** One WebSocket of the bot: says hello, answers heartbeats, and takes what the bot sends to the gateway's desk. */
export class GatewayConnection {
  session: GatewaySession | null = null;
  readonly #socket: WebSocket;
  readonly #desk: GatewayDesk;
  #silent = false;
  #received: number[] = [];

  constructor(socket: WebSocket, desk: GatewayDesk) {
    this.#socket = socket;
    this.#desk = desk;
    socket.on('message', (data, isBinary) => this.#receive(data.toString(), isBinary));
    socket.on('close', (code) => desk.closed(this, code));
    socket.on('error', () => socket.terminate());
    this.send({ op: Opcode.Hello, d: { heartbeat_interval: desk.heartbeatInterval }, s: null, t: null });
  }

  send(payload: { op: number; d: unknown; s: number | null; t: string | null }): void {
    if (this.#silent || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#desk.traffic({
      direction: 'to bot',
      op: payload.op,
      event: payload.t,
      sequence: payload.s,
      data: withoutToken(payload.d),
    });
    this.#socket.send(JSON.stringify(payload));
  }

  refuse(why: keyof typeof CloseCode): void {
    refuseSocket(this.#socket, why);
  }

  /** Breaks the connection without a word, as a lost network does. */
  terminate(): void {
    this.#socket.terminate();
  }

  /** Keeps the connection open and never says or hears anything on it again. */
  fallSilent(): void {
    this.#silent = true;
  }

  #receive(text: string, isBinary: boolean): void {
    if (this.#silent) return;
    const parsed = frame.safeParse(
      isBinary || Buffer.byteLength(text) > MAX_PAYLOAD ? null : parseJson(text),
    );
    if (this.#tooFast()) {
      this.refuse('RateLimited');
    } else if (!parsed.success) {
      this.refuse('DecodeError');
    } else {
      const { op, d } = parsed.data;
      this.#desk.traffic({ direction: 'from bot', op, event: null, sequence: null, data: withoutToken(d) });
      this.#handle(op, d);
    }
  }

  #handle(op: number, data: unknown): void {
    const { session } = this;
    const desk = this.#desk;
    if (!SENDABLE.has(op)) {
      this.refuse('UnknownOpcode');
    } else if (op === Opcode.Heartbeat) {
      this.send({ op: Opcode.HeartbeatAck, d: null, s: null, t: null });
    } else if (op === Opcode.Identify || op === Opcode.Resume) {
      if (session !== null) this.refuse('AlreadyAuthenticated');
      else if (op === Opcode.Identify) this.#read(identify, data, (it) => desk.identify(this, it));
      else this.#read(resume, data, (it) => desk.resume(this, it));
    } else if (session === null) {
      this.refuse('NotAuthenticated');
    } else if (op === Opcode.PresenceUpdate) {
      this.#read(presenceUpdate, data, (it) => desk.updatePresence(session, it));
    } else if (op === Opcode.RequestGuildMembers) {
      this.#read(requestMembers, data, (it) => desk.requestMembers(session, it));
    }
  }

  #read<Payload>(
    schema: { safeParse(data: unknown): { success: true; data: Payload } | { success: false } },
    data: unknown,
    then: (payload: Payload) => void,
  ): void {
    const parsed = schema.safeParse(data);
    if (parsed.success) then(parsed.data);
    else this.refuse('DecodeError');
  }

  #tooFast(): boolean {
    const now = this.#desk.clock.now();
    this.#received = [...this.#received.filter((at) => at > now - 60_000), now];
    return this.#received.length > MAX_PAYLOADS_PER_MINUTE;
  }
}

const REASONS: Readonly<Record<keyof typeof CloseCode, string>> = {
  UnknownError: 'Unknown error.',
  UnknownOpcode: 'Unknown opcode.',
  DecodeError: 'Error while decoding payload.',
  NotAuthenticated: 'Not authenticated.',
  AuthenticationFailed: 'Authentication failed.',
  AlreadyAuthenticated: 'Already authenticated.',
  InvalidSequence: 'Invalid seq.',
  RateLimited: 'You are being rate limited.',
  SessionTimedOut: 'Session timed out.',
  InvalidShard: 'Invalid shard.',
  InvalidApiVersion: 'Invalid API version.',
  InvalidIntents: 'Invalid intent(s).',
  DisallowedIntents: 'Disallowed intent(s).',
};

export function refuseSocket(socket: WebSocket, why: keyof typeof CloseCode): void {
  socket.close(CloseCode[why], REASONS[why]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutToken(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'token' in data ? { ...data, token: ':token' } : data;
}
