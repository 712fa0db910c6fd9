import { randomUUID } from 'node:crypto';
import { config as readEnvFile } from 'dotenv';
import { type App, createApp } from './app.ts';
import { type Bot, createBot } from './bot/bot.ts';
import { whyNoConnection } from './bot/connection-error.ts';
import { RegistryError } from './command/registry.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { CorpusError } from './corpus/corpus-error.ts';
import { libraryOf } from './library.ts';
import { type LocalDiscord, startLocalDiscord } from './local-discord/local-discord.ts';
import { createPage } from './local-discord/page-server/page.ts';
import { type BuiltPage, loadSite } from './local-discord/page-server/site.ts';
import { createLogger, type Logger } from './logger.ts';
import { describeApp, howToAsk } from './start-report.ts';
import { openPrompt, type Prompt } from './terminal/prompt.ts';

/** How long a stop waits for what is under way, in milliseconds. */
const PATIENCE = 4_000;

/** A start that cannot go on for a reason that its message tells; no trace is needed. */
class StartError extends Error {}

/** What is open and must be closed, the last opened first. */
type Closing = () => Promise<void>;

async function start(config: Config, logger: Logger, closings: Closing[]): Promise<void> {
  // The page is built while the articles are read.
  const site = config.discordToken === undefined ? pageOf(config) : undefined;
  const begun = performance.now();
  const { dataDir, cacheDir } = config;
  const app = await createApp({ dataDir, cacheDir, policy: config.access, logger });
  const indexed = performance.now() - begun;
  say(describeApp(app, config.dataDir, indexed));

  if (config.discordToken !== undefined) {
    await startOnDiscord(app, config, config.discordToken, logger, closings);
  } else {
    await startLocally(app, config, site ?? pageOf(config), logger, closings);
  }
}

/** The local Discord's page, built where it is not yet. Without it the bot answers all the same. */
function pageOf({ cacheDir }: Config): Promise<BuiltPage> {
  const site = loadSite(cacheDir);
  site.catch((error: unknown) =>
    say(`The page could not be built, and the bot goes on without it: ${error}`),
  );
  return site;
}

async function startOnDiscord(
  app: App,
  config: Config,
  token: string,
  logger: Logger,
  closings: Closing[],
): Promise<void> {
  const { discordApiUrl: apiUrl, discordGuildId: guildId } = config;
  const bot = connect(app, config, logger, closings, {
    token,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(guildId === undefined ? {} : { guildId }),
  });
  const { name, invitation } = await started(bot);
  say(`${name} is on Discord.\nAdd it to a server: ${invitation}\n${howToAsk(name)}`);
}

async function startLocally(
  app: App,
  config: Config,
  site: Promise<BuiltPage>,
  logger: Logger,
  closings: Closing[],
): Promise<void> {
  const discord = await listen(config.port, logger);
  closings.push(() => discord.close());
  discord.mount(createPage(discord, { site, library: libraryOf(app) }));
  const bot = connect(app, config, logger, closings, { token: discord.token, apiUrl: discord.apiUrl });
  const { name } = await started(bot);
  say(
    `No DISCORD_TOKEN is set: ${name} is on a local Discord, at ${new URL('/', discord.apiUrl).href}\n${howToAsk(name)}`,
  );
  if (process.stdin.isTTY) prompt(discord, app, closings);
}

function prompt(discord: LocalDiscord, app: App, closings: Closing[]): void {
  const opened: Prompt = openPrompt({
    discord,
    registry: app.registry,
    onQuit: () => process.emit('SIGINT'),
  });
  closings.push(async () => opened.close());
}

function connect(
  app: App,
  config: Config,
  logger: Logger,
  closings: Closing[],
  where: { readonly token: string; readonly apiUrl?: string; readonly guildId?: string },
): Bot {
  const { adminRoleIds, adminUserIds } = config.access;
  const { dossier, registry, dispatcher } = app;
  const hideAdminCommands = adminRoleIds.length + adminUserIds.length === 0;
  const bot = createBot({ ...where, hideAdminCommands, dossier, registry, dispatcher, logger });
  app.onReload(() => bot.refresh());
  closings.push(() => bot.stop(PATIENCE));
  return bot;
}

async function started(bot: Bot): ReturnType<Bot['start']> {
  try {
    return await bot.start();
  } catch (error) {
    const reason = whyNoConnection(error);
    throw reason === undefined ? error : new StartError(reason, { cause: error });
  }
}

async function listen(port: number, logger: Logger): Promise<LocalDiscord> {
  try {
    return await startLocalDiscord({ port, logger });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new StartError(
      `Port ${port} is taken by another program; set PORT to another one, or to 0 for any.`,
    );
  }
}

/** Why the program cannot start, in words for whoever started it; undefined for an error of its own. */
function startFailure(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof ConfigError || error instanceof StartError) return error.message;
  if (error instanceof CorpusError) {
    return `The data folder ${config?.dataDir} cannot be used:\n${error.message}`;
  }
  if (error instanceof RegistryError) return `The commands cannot be registered:\n${error.message}`;
  return undefined;
}

/**
 * Stops on the first signal, within a few seconds. A later one ends the process at once; not one that follows
 * closely, since npm passes on the Ctrl+C that the terminal has sent to the program already.
 */
function stopOnSignal(closings: Closing[], logger: Logger): void {
  let stoppingSince: number | undefined;
  const stop = async (signal: string) => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > 1_000) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    logger.info(`${signal}: stopping`);
    setTimeout(() => process.exit(0), PATIENCE + 1_000).unref();
    for (const close of [...closings].reverse()) {
      await close().catch((error: unknown) => logger.warn({ err: error }, 'not closed cleanly'));
    }
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
}

/** Whatever no handler caught is logged, and the bot goes on answering. */
function surviveErrors(logger: Logger): void {
  process.on('unhandledRejection', (error) => {
    logger.error({ err: error, id: randomUUID() }, 'a rejection that nothing handled');
  });
  process.on('uncaughtException', (error) => {
    // Nobody reads our output any more. Logging that would fail in the same way, again and again.
    if ('code' in error && error.code === 'EPIPE') return;
    logger.error({ err: error, id: randomUUID() }, 'an error that nothing caught');
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

let config: Config | undefined;
try {
  readEnvFile({ quiet: true });
  config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const closings: Closing[] = [];
  stopOnSignal(closings, logger);
  await start(config, logger, closings);
  surviveErrors(logger);
} catch (error) {
  const failure = startFailure(error, config);
  process.stderr.write(`${failure ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
