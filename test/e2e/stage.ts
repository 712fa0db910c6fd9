import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { type App, createApp } from '../../src/app.ts';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { unescapeText } from '../../src/bot/escape.ts';
import type { AccessPolicy } from '../../src/command/access.ts';
import {
  type Actor,
  type InteractionOutcome,
  type LocalDiscord,
  type LocalDiscordOptions,
  startLocalDiscord,
} from '../../src/local-discord/local-discord.ts';
import { createLogger } from '../../src/logger.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** The real bot, by the real client, on a local Discord with an invented event. */
export interface Stage {
  readonly discord: LocalDiscord;
  readonly newsroom: Newsroom;
  readonly app: App;
  readonly bot: Bot;
  /** Lines of the log, as JSON. */
  readonly log: readonly string[];
  readonly member: Actor;
  readonly other: Actor;
  readonly admin: Actor;
  readonly moderator: Actor;
  readonly general: string;
  /** Waits for the bot's reply to a message. */
  replyTo(message: APIMessage): Promise<APIMessage>;
  /** Waits until an outcome is answered for good: its message satisfies `done`. */
  settled(outcome: InteractionOutcome, done: (message: APIMessage) => boolean): Promise<APIMessage>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly world?: LocalDiscordOptions['world'];
  readonly policy?: AccessPolicy;
  readonly guildOnly?: boolean;
  readonly commandsDir?: string;
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const newsroom = await openNewsroom();
  const policy = options.policy ?? { adminRoleIds: [], adminUserIds: [] };
  const log: string[] = [];
  const logger = createLogger('debug', { write: (line) => log.push(line) });
  const { world, commandsDir } = options;
  const discord = await startLocalDiscord({ logger, ...(world === undefined ? {} : { world }) });
  const app = await createApp({
    dataDir: newsroom.dir,
    policy,
    logger,
    ...(commandsDir === undefined ? {} : { commandsDir }),
  });
  const bot = createBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    hideAdminCommands: policy.adminRoleIds.length + policy.adminUserIds.length === 0,
    dossier: app.dossier,
    registry: app.registry,
    dispatcher: app.dispatcher,
    logger,
    ...(options.guildOnly === true ? { guildId: discord.guild.id } : {}),
  });
  app.onReload(() => bot.refresh());
  await bot.start();

  const { people } = discord;
  return {
    discord,
    newsroom,
    app,
    bot,
    log,
    member: discord.as(people.member),
    other: discord.as(people.secondMember),
    admin: discord.as(people.admin),
    moderator: discord.as(people.moderator),
    general: discord.channels.general,
    async replyTo(message) {
      const shown = await discord.until(() =>
        discord
          .messages(message.channel_id)
          .find((candidate) => candidate.message.message_reference?.message_id === message.id),
      );
      return shown.message;
    },
    settled(outcome, done) {
      return discord.until(() =>
        outcome.message !== null && done(outcome.message) ? outcome.message : undefined,
      );
    },
    async close() {
      await bot.stop();
      await discord.close();
      await newsroom.close();
    },
  };
}

/** The message of an outcome that must have one. */
export function messageOf(outcome: InteractionOutcome): APIMessage {
  if (outcome.message === null) throw new Error(`no message: ${outcome.failure}`);
  return outcome.message;
}

/** All that a message says, as a reader sees it. */
export function readable(message: APIMessage): string {
  const of = (embed: APIEmbed) => [embed.author?.name, embed.title, embed.description, embed.footer?.text];
  return unescapeText([message.content, ...message.embeds.flatMap(of)].filter(Boolean).join('\n')).replaceAll(
    '**',
    '',
  );
}

/** A button under a message; a test may change it to see what an old one does. */
export interface StandingButton {
  readonly label: string;
  custom_id: string;
}

export function componentsOf(message: APIMessage): StandingButton[] {
  return (message.components ?? []).flatMap((row) =>
    'components' in row
      ? row.components.filter((component): component is typeof component & StandingButton => {
          return 'custom_id' in component && 'label' in component;
        })
      : [],
  );
}

/** The custom id of the button with a label. */
export function buttonOf(message: APIMessage, label: string): string {
  const button = componentsOf(message).find((candidate) => candidate.label === label);
  if (button === undefined) throw new Error(`no button ${label} in ${JSON.stringify(message.components)}`);
  return button.custom_id;
}
