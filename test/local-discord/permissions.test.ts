import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_PERMISSIONS, Permission, type PermissionName } from '../../src/local-discord/protocol.ts';
import {
  channelPermissions,
  guildPermissions,
  type Holder,
  type Overwrite,
} from '../../src/local-discord/world/permissions.ts';

const NAMES = Object.keys(Permission) as PermissionName[];
/** Permissions that follow from no other and take no other away. */
const PLAIN: readonly PermissionName[] = [
  'ManageMessages',
  'ReadMessageHistory',
  'AddReactions',
  'UseApplicationCommands',
];

const bits = (...names: PermissionName[]): bigint => names.reduce((sum, name) => sum | Permission[name], 0n);
const some = fc.subarray([...PLAIN]).map((names) => bits(...names));
const overwrite = (id: string, kind: 'role' | 'member'): fc.Arbitrary<Overwrite> =>
  fc.record({ id: fc.constant(id), kind: fc.constant(kind), allow: some, deny: some });

/** Discord's rule for one permission, told the other way round: the last who has a say decides. */
function decided(name: PermissionName, holder: Holder, overwrites: readonly Overwrite[]): boolean {
  const says = (one: Overwrite[], what: 'allow' | 'deny') =>
    one.some((it) => (it[what] & Permission[name]) !== 0n);
  const member = overwrites.filter((one) => one.kind === 'member' && one.id === holder.id);
  const roles = overwrites.filter(
    (one) => one.kind === 'role' && holder.roles.some((role) => role.id === one.id),
  );
  const everyone = overwrites.filter((one) => one.kind === 'role' && one.id === holder.everyone.id);
  for (const level of [member, roles, everyone]) {
    if (says(level, 'allow')) return true;
    if (says(level, 'deny')) return false;
  }
  return (guildPermissions(holder) & Permission[name]) !== 0n;
}

describe('permissions in a channel', () => {
  it('are decided by the member’s overwrite, then the roles’, then everyone’s, then the server', () => {
    const visible = bits('ViewChannel', 'SendMessages');
    const cases = fc.record({
      everyone: some,
      roles: fc.array(some, { maxLength: 3 }),
      overwrites: fc.tuple(
        fc.option(overwrite('everyone', 'role'), { nil: null }),
        fc.option(overwrite('role0', 'role'), { nil: null }),
        fc.option(overwrite('role1', 'role'), { nil: null }),
        fc.option(overwrite('other', 'role'), { nil: null }),
        fc.option(overwrite('me', 'member'), { nil: null }),
        fc.option(overwrite('you', 'member'), { nil: null }),
      ),
    });
    fc.assert(
      fc.property(cases, ({ everyone, roles, overwrites }) => {
        const holder: Holder = {
          id: 'me',
          owner: false,
          everyone: { id: 'everyone', permissions: everyone | visible },
          roles: roles.map((permissions, index) => ({ id: `role${index}`, permissions })),
        };
        const present = overwrites.filter((one) => one !== null);
        const held = channelPermissions(holder, present);
        for (const name of PLAIN)
          expect((held & Permission[name]) !== 0n).toBe(decided(name, holder, present));
      }),
    );
  });

  it('are all for the owner and for administrators, whatever is denied', () => {
    const deny: Overwrite = { id: 'me', kind: 'member', allow: 0n, deny: bits(...NAMES) };
    const base = { id: 'me', owner: false, everyone: { id: 'everyone', permissions: 0n }, roles: [] };
    expect(channelPermissions({ ...base, owner: true }, [deny])).toBe(ALL_PERMISSIONS);
    const roles = [{ id: 'admins', permissions: bits('Administrator') }];
    expect(channelPermissions({ ...base, roles }, [deny])).toBe(ALL_PERMISSIONS);
  });

  it('are none where the channel is hidden, and no embeds or pings where nothing may be sent', () => {
    const everything = bits(
      'ViewChannel',
      'SendMessages',
      'EmbedLinks',
      'MentionEveryone',
      'ReadMessageHistory',
    );
    const holder: Holder = {
      id: 'me',
      owner: false,
      everyone: { id: 'everyone', permissions: everything },
      roles: [],
    };
    const denying = (name: PermissionName): Overwrite[] => [
      { id: 'everyone', kind: 'role', allow: 0n, deny: bits(name) },
    ];
    expect(channelPermissions(holder, denying('ViewChannel'))).toBe(0n);
    expect(channelPermissions(holder, denying('SendMessages'))).toBe(
      bits('ViewChannel', 'ReadMessageHistory'),
    );
  });
});
