import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Dispatcher } from '../command/dispatcher.ts';
import type { Registry } from '../command/registry.ts';
import type { Dossier } from '../dossier.ts';
import type { Logger } from '../logger.ts';
import { createClient, presenceFor } from './client.ts';
import { deployCommands } from './deploy.ts';
import { handleInteraction } from './interactions.ts';
import { invitationLink } from './invitation.ts';
import type { CommandIds } from './markdown.ts';
import { handleMessage } from './messages.ts';
import type { BotService } from './service.ts';

export interface BotOptions {
  readonly token: string;
  /** Base of Discord's REST API without the version; Discord's own where it is absent. */
  readonly apiUrl?: string;
  /** The one server to register commands in; globally where it is absent. */
  readonly guildId?: string;
  /** Whether Discord hides admin commands from members without Manage Server. */
  readonly hideAdminCommands: boolean;
  readonly dossier: Dossier;
  readonly registry: () => Registry;
  readonly dispatcher: Dispatcher;
  readonly logger: Logger;
}

/** The bot on Discord. */
export interface Bot {
  /**
   * Connects, and registers the commands. A failure to register is logged and the bot stays, since mentions work
   * without.
   *
   * @throws where Discord cannot be reached or does not take the token.
   */
  start(): Promise<{ readonly name: string; readonly invitation: string }>;
  /** Registers commands that changed, and shows the event's title anew: after a reload. Never rejects. */
  refresh(): Promise<void>;
  /** Takes nothing new, waits for what is under way (at most `patience` milliseconds), and disconnects. */
  stop(patience?: number): Promise<void>;
}

/** Connects commands to Discord by the real client. */
export function createBot(options: BotOptions): Bot {
  const { dispatcher, dossier, logger, registry } = options;
  const client = createClient(dossier.corpus.event, options.apiUrl);
  let commandIds: CommandIds = new Map();
  let stopping = false;
  const service: BotService = { dispatcher, registry, commandIds: () => commandIds, logger };

  /** An error in a handler is logged with an id and goes no further: the process stays up. */
  async function guarded(what: string, handle: () => Promise<void>): Promise<void> {
    if (stopping) return;
    try {
      await handle();
    } catch (error) {
      logger.error({ err: error, id: randomUUID() }, `${what} could not be answered`);
    }
  }

  client.on(Events.InteractionCreate, (interaction) => {
    void guarded('an interaction', () => handleInteraction(interaction, service));
  });
  client.on(Events.MessageCreate, (message) => {
    void guarded('a message', () => handleMessage(message, service));
  });
  logTroubles(client, logger, () => stopping);

  async function deploy(ready: Client<true>): Promise<void> {
    try {
      const { guildId, hideAdminCommands } = options;
      const registration = { hideAdminCommands, ...(guildId === undefined ? {} : { guildId }) };
      commandIds = await deployCommands(client.rest, ready.application.id, registry(), registration, logger);
    } catch (error) {
      logger.error({ err: error, id: randomUUID() }, 'the commands could not be registered');
    }
  }

  return {
    async start() {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(options.token);
      const connected = await ready;
      await deploy(connected);
      return { name: connected.user.username, invitation: invitationLink(connected.application.id) };
    },
    async refresh() {
      if (!client.isReady()) return;
      client.user.setPresence(presenceFor(dossier.corpus.event));
      await deploy(client);
    },
    async stop(patience = 5_000) {
      stopping = true;
      const waiting = new AbortController();
      const enough = setTimeout(patience, undefined, { signal: waiting.signal }).catch(() => undefined);
      await Promise.race([dispatcher.idle(), enough]);
      waiting.abort();
      await client.destroy();
    },
  };
}

/** What goes wrong on the connection is logged; discord.js reconnects by itself. */
function logTroubles(client: Client, logger: Logger, stopping: () => boolean): void {
  client.on(Events.Error, (error) => logger.error({ err: error, id: randomUUID() }, 'the client failed'));
  client.on(Events.Warn, (warning) => logger.warn(warning));
  client.on(Events.ShardError, (error, shard) =>
    logger.error({ err: error, shard }, 'the connection failed'),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    if (!stopping()) logger.info({ shard }, 'reconnecting to Discord');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    if (!stopping())
      logger.error({ code, shard }, 'Discord closed the connection for good; start the bot again');
  });
  client.on(Events.Invalidated, () => logger.error('Discord ended the session; start the bot again'));
  client.rest.on('rateLimited', ({ route, timeToReset }) => {
    logger.warn({ route, timeToReset }, 'Discord asks to slow down');
  });
}
