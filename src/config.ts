import { z } from 'zod';
import type { AccessPolicy } from './command/access.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment, read and checked. Paths are as given: relative to the working directory. */
export interface Config {
  /** Absent: the program runs against the local Discord. Never to be logged. */
  readonly discordToken?: string;
  /** The one server to register commands in; absent: globally. */
  readonly discordGuildId?: string;
  /** Base of Discord's REST API without the version and without a slash at the end. */
  readonly discordApiUrl?: string;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly stateDir: string;
  /** Who may run admin commands besides members with Manage Server. */
  readonly access: AccessPolicy;
  readonly logLevel: LogLevel;
  /** Of the local Discord's page; 0 takes any that is free. */
  readonly port: number;
}

/** Raised where a variable holds a value that it does not take. The message is one line, without secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const SNOWFLAKE = /^\d{17,20}$/;
const ID = "an id of 17 to 20 digits (Discord's Developer Mode, then Copy ID)";
const IDS = 'ids of 17 to 20 digits, separated by commas';
const API_URL = "an address such as https://host/api, without Discord's version";
const LEVELS = `one of ${LOG_LEVELS.join(', ')}`;

const ids = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,;]+/).filter((id) => id !== ''))
  .refine((list) => list.every((id) => SNOWFLAKE.test(id)), IDS);

const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine((path) => !path.includes('\0'), 'a folder');

const environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+(?:\.[\w-]+)*$/, 'the token alone, as Discord shows it under Bot → Reset Token')
    .optional(),
  DISCORD_GUILD_ID: z.string().regex(SNOWFLAKE, ID).optional(),
  DISCORD_API_URL: z
    .string()
    .refine(isApiUrl, API_URL)
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: folder('./data'),
  CACHE_DIR: folder('./.cache'),
  STATE_DIR: folder('./.state'),
  ADMIN_ROLE_IDS: ids,
  ADMIN_USER_IDS: ids,
  LOG_LEVEL: z.string().toLowerCase().pipe(z.enum(LOG_LEVELS, LEVELS)).default('info'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'a port from 0 to 65535'))
    .default(3000),
});

/**
 * Reads the environment; an empty value is as none.
 *
 * @throws ConfigError for the first variable whose value cannot be used.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const reading = environment.safeParse(filled);
  if (!reading.success) {
    const issue = reading.error.issues[0];
    const name = String(issue?.path[0]);
    throw new ConfigError(`${name} ${held(name, filled[name])}; it takes ${issue?.message}`);
  }
  const { DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL, ...rest } = reading.data;
  return {
    ...(DISCORD_TOKEN !== undefined && { discordToken: DISCORD_TOKEN }),
    ...(DISCORD_GUILD_ID !== undefined && { discordGuildId: DISCORD_GUILD_ID }),
    ...(DISCORD_API_URL !== undefined && { discordApiUrl: DISCORD_API_URL }),
    dataDir: rest.DATA_DIR,
    cacheDir: rest.CACHE_DIR,
    stateDir: rest.STATE_DIR,
    access: { adminRoleIds: rest.ADMIN_ROLE_IDS, adminUserIds: rest.ADMIN_USER_IDS },
    logLevel: rest.LOG_LEVEL,
    port: rest.PORT,
  };
}

/** A token is described; one that was put into the wrong variable is not shown either. */
function held(name: string, value: string | undefined): string {
  if (name === 'DISCORD_TOKEN') return 'holds something that is no token (not shown)';
  const looksSecret = /[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/.test(value ?? '');
  if (looksSecret) return 'holds what looks like a token (not shown)';
  return `holds ${JSON.stringify((value ?? '').slice(0, 80))}`;
}

function isApiUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash, pathname } = new URL(text);
  if (username || password || search || hash) return false;
  return (protocol === 'https:' || protocol === 'http:') && !/\/v\d+\/*$/.test(pathname);
}
