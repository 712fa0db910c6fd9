import { DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';

const UNREACHABLE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Why Discord could not be connected to, in one line; undefined where it is an error of another kind. */
export function whyNoConnection(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return 'Discord does not take DISCORD_TOKEN (not shown); copy it anew from the application’s page, Bot → Reset Token.';
  }
  const code = codeOf(error);
  if (code !== undefined && UNREACHABLE.has(code)) {
    return `Discord cannot be reached (${code}); check the network, and DISCORD_API_URL if it is set.`;
  }
  if (error instanceof HTTPError) {
    return `Discord answers with ${error.status} (${error.method} ${error.url}); try again later, or check DISCORD_API_URL.`;
  }
  return undefined;
}

/** The code of the error, or of what caused it. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
