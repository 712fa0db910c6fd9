import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const ID = '123456789012345678';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      dataDir: './data',
      cacheDir: './.cache',
      stateDir: './.state',
      access: { adminRoleIds: [], adminUserIds: [] },
      logLevel: 'info',
      port: 3000,
    });
  });

  it('takes an empty value as none', () => {
    const names = [
      'DISCORD_TOKEN',
      'DISCORD_GUILD_ID',
      'DISCORD_API_URL',
      'DATA_DIR',
      'CACHE_DIR',
      'STATE_DIR',
    ];
    const more = ['ADMIN_ROLE_IDS', 'ADMIN_USER_IDS', 'LOG_LEVEL', 'PORT'];
    const env = Object.fromEntries([...names, ...more].map((name, i) => [name, i % 2 === 0 ? '' : '  ']));
    expect(readConfig(env)).toEqual(readConfig({}));
  });

  it('reads every variable', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: ' abc.def.ghi ',
        DISCORD_GUILD_ID: ID,
        DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
        DATA_DIR: '/srv/event',
        CACHE_DIR: '/tmp/c',
        STATE_DIR: '/tmp/s',
        ADMIN_ROLE_IDS: `${ID}, 987654321098765432`,
        ADMIN_USER_IDS: ID,
        LOG_LEVEL: 'Debug',
        PORT: '0',
        SOMETHING_ELSE: 'x',
      }),
    ).toEqual({
      discordToken: 'abc.def.ghi',
      discordGuildId: ID,
      discordApiUrl: 'http://127.0.0.1:4000/api',
      dataDir: '/srv/event',
      cacheDir: '/tmp/c',
      stateDir: '/tmp/s',
      access: { adminRoleIds: [ID, '987654321098765432'], adminUserIds: [ID] },
      logLevel: 'debug',
      port: 0,
    });
  });

  it.each([
    [
      'DISCORD_GUILD_ID',
      'my server',
      'DISCORD_GUILD_ID holds "my server"; it takes an id of 17 to 20 digits',
    ],
    ['DISCORD_API_URL', 'discord.com/api', 'DISCORD_API_URL holds "discord.com/api"; it takes an address'],
    ['DISCORD_API_URL', 'https://discord.com/api/v10', "without Discord's version"],
    ['DISCORD_API_URL', 'ftp://host/api', 'it takes an address'],
    ['ADMIN_ROLE_IDS', `${ID},admins`, 'it takes ids of 17 to 20 digits, separated by commas'],
    ['ADMIN_USER_IDS', '12', 'ADMIN_USER_IDS holds "12"'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL holds "loud"; it takes one of trace, debug, info, warn, error, fatal, silent',
    ],
    ['PORT', '70000', 'PORT holds "70000"; it takes a port from 0 to 65535'],
    ['PORT', '-1', 'PORT holds "-1"; it takes a port from 0 to 65535'],
    ['PORT', '80.5', 'PORT holds "80.5"'],
  ])('refuses %s=%s in one line', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(message);
  });

  it('never shows a token, in whatever variable it was put', () => {
    const token = 'TUFkZVVwRm9yVGhpc1Rlc3Q.GaBcDe.notARealTokenButLongEnoughToLookLikeOne';
    for (const name of ['PORT', 'LOG_LEVEL', 'DISCORD_GUILD_ID', 'ADMIN_USER_IDS', 'DISCORD_API_URL']) {
      expect(() => readConfig({ [name]: token })).toThrow(name);
      expect(() => readConfig({ [name]: token })).not.toThrow('notAReal');
    }
    expect(() => readConfig({ DISCORD_TOKEN: `Bot ${token}` })).toThrow('DISCORD_TOKEN');
    expect(() => readConfig({ DISCORD_TOKEN: `Bot ${token}` })).not.toThrow('notAReal');
  });

  it('gives a configuration or one line, for any values', () => {
    const name = fc.constantFrom(
      'DISCORD_GUILD_ID',
      'DISCORD_API_URL',
      'DATA_DIR',
      'ADMIN_ROLE_IDS',
      'LOG_LEVEL',
      'PORT',
    );
    fc.assert(
      fc.property(name, fc.string({ unit: 'binary' }), (key, value) => {
        try {
          readConfig({ [key]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect((error as ConfigError).message).toMatch(/^[A-Z_]+ holds .+; it takes .+$/);
        }
      }),
    );
  });
});
