import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  type Actor,
  type LocalDiscord,
  type LocalDiscordOptions,
  startLocalDiscord,
} from '../../src/local-discord/local-discord.ts';

export const USUAL_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

export interface Stage {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
  readonly member: Actor;
  readonly general: string;
}

export interface Handlers {
  interaction?(interaction: Interaction): unknown;
  message?(message: Message): unknown;
}

/** A local Discord that goes with the test. */
export async function openDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** A local Discord with the real client logged in to it. What a handler throws fails the test's wait with a log line. */
export async function openStage(
  handlers: Handlers = {},
  options: LocalDiscordOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<Stage> {
  const discord = await openDiscord(options);
  const client = await logIn(discord, handlers, clientOptions);
  return { discord, client, member: discord.as(discord.people.member), general: discord.channels.general };
}

export async function logIn(
  discord: LocalDiscord,
  handlers: Handlers = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: USUAL_INTENTS,
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl },
    ...clientOptions,
  });
  onTestFinished(() => client.destroy());
  client.on(Events.Error, () => {});
  client.on(Events.InteractionCreate, async (interaction) => handlers.interaction?.(interaction));
  client.on(Events.MessageCreate, async (message) => handlers.message?.(message));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

/** Calls the REST API as the bot does, without the client. */
export async function call(
  discord: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly json: unknown; readonly headers: Headers }> {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      Authorization: `Bot ${discord.token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? null : JSON.parse(text), headers: response.headers };
}
