import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { createLogger } from '../../src/logger.ts';
import { openStage, type Stage } from './stage.ts';

function puts(stage: Stage): number {
  return stage.discord
    .traffic()
    .filter((entry) => entry.kind === 'rest' && entry.method === 'PUT' && entry.path.includes('/commands'))
    .length;
}

function secondBot(stage: Stage, guildId?: string) {
  const log: string[] = [];
  const bot = createBot({
    token: stage.discord.token,
    apiUrl: stage.discord.apiUrl,
    hideAdminCommands: true,
    dossier: stage.app.dossier,
    registry: stage.app.registry,
    dispatcher: stage.app.dispatcher,
    logger: createLogger('info', { write: (line) => log.push(line) }),
    ...(guildId === undefined ? {} : { guildId }),
  });
  return { bot, log };
}

describe('the registration of commands', () => {
  it('puts nothing at a second start, since nothing differs', async () => {
    const stage = await openStage();
    try {
      expect(puts(stage)).toBe(1);
      const { bot } = secondBot(stage);
      await bot.start();
      expect(puts(stage)).toBe(1);
      await bot.stop();
    } finally {
      await stage.close();
    }
  });

  it('is in one server where one is named, also not twice, and leaves global ones with a word', async () => {
    const stage = await openStage();
    try {
      const first = secondBot(stage, stage.discord.guild.id);
      await first.bot.start();
      expect(puts(stage)).toBe(2);
      expect(first.log.join('')).toContain('registered globally as well');
      await first.bot.stop();
      const second = secondBot(stage, stage.discord.guild.id);
      await second.bot.start();
      expect(puts(stage)).toBe(2);
      await second.bot.stop();
    } finally {
      await stage.close();
    }
  });

  it('that Discord refuses is logged, and mentions are answered all the same', async () => {
    const stage = await openStage();
    try {
      const { bot, log } = secondBot(stage, '100000000000000000');
      await bot.start();
      expect(log.join('')).toContain('the commands could not be registered');
      await bot.stop();
    } finally {
      await stage.close();
    }
  });
});

describe('a start', () => {
  it('shows what can be asked about, and an invitation with the least rights', async () => {
    const stage = await openStage();
    try {
      expect(stage.discord.presence()?.activities[0]?.state).toBe(
        'Ask me about Collapse of the Sorrel Quay bridge',
      );
      const { bot } = secondBot(stage);
      const { invitation } = await bot.start();
      const query = new URL(invitation).searchParams;
      expect(query.get('client_id')).toBe(stage.discord.application.id);
      expect(query.get('scope')).toBe('bot applications.commands');
      expect(BigInt(query.get('permissions') ?? 0)).toBe(
        (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 38n),
      );
      await bot.stop();
    } finally {
      await stage.close();
    }
  });
});
