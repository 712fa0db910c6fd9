import { destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger };

/** Three parts with dots: what Discord's bot tokens look like wherever they stand in a text. */
const TOKEN = /[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g;
/** An interaction's or a webhook's token within a path of Discord's API. */
const PATH_TOKEN = /(\/(?:webhooks|interactions)\/\d+\/)[^\s/"'?]+/g;
const HIDDEN = '[hidden]';

/**
 * The log, as JSON lines on standard error (standard output belongs to answers). Tokens are hidden: under
 * their usual keys, and wherever a text holds something that looks like one.
 */
export function createLogger(
  level: LogLevel = 'info',
  stream: { write(line: string): unknown } = destination(2),
): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'token',
          '*.token',
          '*.*.token',
          'discordToken',
          '*.discordToken',
          'authorization',
          '*.authorization',
        ],
        censor: HIDDEN,
      },
    },
    {
      write: (line) => stream.write(line.replace(TOKEN, HIDDEN).replace(PATH_TOKEN, `$1${HIDDEN}`)),
    },
  );
}
