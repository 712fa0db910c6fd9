import type { LocalDiscord } from '../local-discord.ts';
import type { Library } from './library.ts';
import type { Nonces } from './nonces.ts';
import { snapshotFor, surroundings } from './snapshot.ts';
import type { LiveEvent, PageOutcome, Persona } from './wire.ts';

/** How often a quiet stream says that it is alive, in milliseconds. */
const PULSE = 10_000;
/** Bytes that a page may leave unread; one further behind is cut off, and comes back to a fresh snapshot. */
const MOST_UNREAD = 32 * 1024 * 1024;

export interface LiveParts {
  readonly discord: LocalDiscord;
  readonly run: string;
  readonly nonces: Nonces;
  readonly library: Library | undefined;
}

/**
 * What one person sees, as server-sent events: a snapshot first, then whatever changes. Nothing can fall between
 * the two, since both are taken in one turn.
 */
export function liveStream(parts: LiveParts, me: Persona, withTraffic: boolean): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (event: LiveEvent): void => {
          if ((controller.desiredSize ?? 0) < 0) {
            stop();
            controller.close();
            return;
          }
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
        };
        stop = follow(parts, me, withTraffic, send);
        const wants = { traffic: withTraffic, library: parts.library !== undefined };
        send({ type: 'snapshot', snapshot: snapshotFor(parts.discord, me, parts.run, wants) });
      },
      cancel: () => stop(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_UNREAD }),
  );
}

/** Sends what happens in this person's sight. The returned function ends it. */
function follow(
  { discord, nonces, library }: LiveParts,
  me: Persona,
  withTraffic: boolean,
  send: (event: LiveEvent) => void,
): () => void {
  const actor = discord.as(me.userId);
  const sees = (visibleTo: string, channelId: string) =>
    (visibleTo === 'everyone' || visibleTo === me.userId) && actor.may(channelId, 'ViewChannel');
  const lookAround = () => send({ type: 'surroundings', ...surroundings(discord, me) });
  const pulse = setInterval(() => send({ type: 'alive' }), PULSE);
  pulse.unref();
  const ends = [
    discord.on('messageCreate', (shown) => {
      if (sees(shown.visibleTo, shown.message.channel_id)) send({ type: 'message', shown, isNew: true });
    }),
    discord.on('messageUpdate', (shown) => {
      if (sees(shown.visibleTo, shown.message.channel_id)) send({ type: 'message', shown, isNew: false });
    }),
    discord.on('messageDelete', ({ id, channelId, visibleTo }) => {
      if (sees(visibleTo, channelId)) send({ type: 'messageDelete', id, channelId });
    }),
    discord.on('typing', ({ channelId, userId }) => {
      if (userId !== me.userId && sees('everyone', channelId)) send({ type: 'typing', channelId, userId });
    }),
    discord.on('interaction', ({ change, outcome }) => {
      if (outcome.userId !== me.userId || outcome.kind === 'autocomplete') return;
      const { id, kind, name, channelId, failure, modal } = outcome;
      const nonce = nonces.of(id);
      const told: PageOutcome = { id, nonce, kind, name, channelId, change, failure, modal };
      send({ type: 'outcome', outcome: told });
    }),
    discord.on('commandsChanged', lookAround),
    discord.on('channelUpdate', lookAround),
    discord.on('presence', () => send({ type: 'presence', presence: discord.presence() })),
    discord.on('connection', () => send({ type: 'presence', presence: discord.presence() })),
    ...(withTraffic ? [discord.on('traffic', (entry) => send({ type: 'traffic', entry }))] : []),
    ...(library === undefined ? [] : [library.onChange(() => send({ type: 'library' }))]),
    () => clearInterval(pulse),
  ];
  return () => {
    for (const end of ends) end();
  };
}
