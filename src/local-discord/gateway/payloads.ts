import { z } from 'zod';
import { Opcode } from '../protocol.ts';

/** What the bot may send over the gateway. https://docs.discord.com/developers/events/gateway-events#send-events */

const activity = z.looseObject({ name: z.string(), type: z.number().int(), state: z.string().nullish() });

const presence = z.looseObject({
  status: z.string().optional(),
  activities: z.array(activity).nullish(),
  afk: z.boolean().optional(),
});

export const frame = z.looseObject({ op: z.number().int(), d: z.unknown() });

export const identify = z.looseObject({
  token: z.string(),
  intents: z.number().int(),
  properties: z.looseObject({}),
  shard: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]).optional(),
  presence: presence.nullish(),
});
export type Identify = z.infer<typeof identify>;

export const resume = z.looseObject({
  token: z.string(),
  session_id: z.string(),
  seq: z.number().int().nonnegative(),
});
export type Resume = z.infer<typeof resume>;

export const presenceUpdate = presence;
export type PresenceUpdate = z.infer<typeof presenceUpdate>;

export const requestMembers = z.looseObject({
  guild_id: z.string(),
  query: z.string().optional(),
  limit: z.number().int().optional(),
  user_ids: z.union([z.string(), z.array(z.string())]).optional(),
  nonce: z.string().optional(),
});
export type RequestMembers = z.infer<typeof requestMembers>;

/** The opcodes that a bot may send; what is not here closes the connection with 4001. */
export const SENDABLE: ReadonlySet<number> = new Set([
  Opcode.Heartbeat,
  Opcode.Identify,
  Opcode.PresenceUpdate,
  Opcode.VoiceStateUpdate,
  Opcode.Resume,
  Opcode.RequestGuildMembers,
  Opcode.RequestSoundboardSounds,
  Opcode.RequestChannelInfo,
]);
