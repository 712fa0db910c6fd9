import { createHash } from 'node:crypto';
import type { Registry } from '../command/registry.ts';

/**
 * What a button remembers stands in its custom id, so that it still works after the process was restarted.
 * The first character is the version of the form; ids of another version are unknown.
 *
 * - `1a:<command>:<state>` calls `act(state)` of the command;
 * - `1d:<user>` deletes the message, for the user who asked for it and for moderators.
 */
export type ButtonPress =
  | { readonly kind: 'act'; readonly command: string; readonly state: string }
  | { readonly kind: 'delete'; readonly asker: string };

/** Leaves 70 of Discord's 100 characters for a state. */
const LONGEST_KEY = 26;
const LONGEST_STATE = 70;

/** @throws RangeError where the state is longer than an `Action` allows. */
export function actionId(command: string, state: string): string {
  if (state.length > LONGEST_STATE) {
    throw new RangeError(
      `The state of a button of ${command} has ${state.length} characters; ${LONGEST_STATE} fit.`,
    );
  }
  return `1a:${commandKey(command)}:${state}`;
}

export function deleteId(asker: string): string {
  return `1d:${asker}`;
}

/** What the button is for; undefined for an id of another version or program, or of a command that is gone. */
export function readCustomId(id: string, registry: Registry): ButtonPress | undefined {
  const [, asker] = /^1d:(\d+)$/.exec(id) ?? [];
  if (asker !== undefined) return { kind: 'delete', asker };
  const [, key, state] = /^1a:([^:]+):(.*)$/s.exec(id) ?? [];
  if (key === undefined || state === undefined) return undefined;
  const command = registry.commands.find((candidate) => commandKey(candidate.name) === key);
  return command === undefined ? undefined : { kind: 'act', command: command.name, state };
}

/** The command's name; for a name too long to stand beside a state, or with a colon in it, a digest of it. */
function commandKey(name: string): string {
  if (name.length <= LONGEST_KEY && !/[:~]/.test(name)) return name;
  return `~${createHash('sha256').update(name).digest('base64url').slice(0, 16)}`;
}
