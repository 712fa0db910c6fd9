import { ActivityType, Client, GatewayIntentBits, Options, Partials, type PresenceData } from 'discord.js';
import type { EventInfo } from '../corpus/model.ts';
import { cutPlain } from './cut.ts';
import { plainLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import { NO_MENTIONS } from './message-body.ts';

/**
 * A client of Discord without any privileged intent. What it keeps in memory is bounded, since a busy server
 * would otherwise fill it with messages that are never looked at again.
 *
 * @param apiUrl base of the REST API without the version; Discord's own where it is absent.
 */
export function createClient(event: EventInfo, apiUrl: string | undefined): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it, messages of direct channels that the client has not seen yet would be dropped.
    partials: [Partials.Channel],
    allowedMentions: NO_MENTIONS,
    presence: presenceFor(event),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 20,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 500, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
  });
}

/** The line under the bot's name: what it can be asked about. */
export function presenceFor(event: EventInfo): PresenceData {
  const state = cutPlain(`Ask me about ${plainLine(event.title)}`, LIMITS.activity);
  return { status: 'online', activities: [{ type: ActivityType.Custom, name: 'about', state }] };
}
