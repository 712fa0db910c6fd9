import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Snowflake } from './snowflake.ts';

/** A token of the form of real ones: the bot's id, a time and a signature, in base64. */
export function newToken(botId: Snowflake): string {
  const parts = [Buffer.from(botId), randomBytes(4), randomBytes(28)];
  return parts.map((part) => part.toString('base64url')).join('.');
}

/** Compares without telling by its time how much was right. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
