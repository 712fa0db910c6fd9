import type { Command } from './command.ts';

/** Who asks, as far as the bot needs to know. */
export interface Asker {
  readonly id: string;
  readonly roleIds: readonly string[];
  /** Whether the asker has Manage Server (or Administrator) where the command is used; false in direct messages. */
  readonly canManageServer: boolean;
}

/** Who besides members with Manage Server may run admin commands. */
export interface AccessPolicy {
  readonly adminRoleIds: readonly string[];
  readonly adminUserIds: readonly string[];
}

/**
 * Whether the asker may run the command.
 *
 * It is asked at every invocation. Discord's `default_member_permissions` is no protection: a server's owner
 * can change it, it does not hold in direct messages, and buttons do not pass through it.
 */
export function mayRun(command: Command, asker: Asker, policy: AccessPolicy): boolean {
  if (command.access === 'everyone') return true;
  return (
    asker.canManageServer ||
    policy.adminUserIds.includes(asker.id) ||
    asker.roleIds.some((role) => policy.adminRoleIds.includes(role))
  );
}
