import { ALL_PERMISSIONS, Permission, type PermissionName } from '../protocol.ts';
import type { Snowflake } from '../snowflake.ts';

/** What is allowed and denied in one channel to one role or one member. */
export interface Overwrite {
  readonly id: Snowflake;
  readonly kind: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** Whose permissions are asked for. `everyone` is the role that each member has; it is not among `roles`. */
export interface Holder {
  readonly id: Snowflake;
  readonly owner: boolean;
  readonly everyone: { readonly id: Snowflake; readonly permissions: bigint };
  readonly roles: readonly { readonly id: Snowflake; readonly permissions: bigint }[];
}

/** What a member may do in the server as a whole. */
export function guildPermissions(holder: Holder): bigint {
  if (holder.owner) return ALL_PERMISSIONS;
  const bits = holder.roles.reduce((sum, role) => sum | role.permissions, holder.everyone.permissions);
  return has(bits, 'Administrator') ? ALL_PERMISSIONS : bits;
}

/**
 * What a member may do in one channel: the server's permissions, then the channel's overwrites for everyone, for
 * the member's roles taken together, and for the member, each denying before it allows.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function channelPermissions(holder: Holder, overwrites: readonly Overwrite[]): bigint {
  const base = guildPermissions(holder);
  if (has(base, 'Administrator')) return ALL_PERMISSIONS;
  const roleIds = new Set(holder.roles.map((role) => role.id));
  const everyone = overwrites.filter((one) => one.kind === 'role' && one.id === holder.everyone.id);
  const roles = overwrites.filter((one) => one.kind === 'role' && roleIds.has(one.id));
  const member = overwrites.filter((one) => one.kind === 'member' && one.id === holder.id);
  const explicit = [everyone, roles, member].reduce((bits, step) => {
    const deny = step.reduce((sum, one) => sum | one.deny, 0n);
    const allow = step.reduce((sum, one) => sum | one.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
  return withoutImplied(explicit);
}

/** Who cannot see a channel can do nothing there; who cannot send can neither embed, attach nor mention all. */
function withoutImplied(bits: bigint): bigint {
  if (!has(bits, 'ViewChannel')) return 0n;
  if (has(bits, 'SendMessages')) return bits;
  return bits & ~permissionBits(['MentionEveryone', 'SendTTSMessages', 'AttachFiles', 'EmbedLinks']);
}

export function has(bits: bigint, name: PermissionName): boolean {
  return (bits & Permission[name]) !== 0n;
}

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | Permission[name], 0n);
}
