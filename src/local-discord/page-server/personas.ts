import type { LocalDiscord } from '../local-discord.ts';
import type { Persona } from './wire.ts';

const ABOUT = {
  member: { title: 'Member', about: 'An ordinary member: sees what everyone sees.' },
  admin: {
    title: 'Admin',
    about: 'Has Administrator: sees the admins’ channel and is offered the admin commands.',
  },
  moderator: { title: 'Moderator', about: 'Has Manage Messages: may delete what others asked for.' },
  secondMember: { title: 'Another member', about: 'To see what others see of your messages.' },
  owner: { title: 'Owner', about: 'Owns the server: may do anything, and has no role.' },
} as const;
type Key = keyof typeof ABOUT;

/** Those whom the one at the page can be. */
export function personas({ people }: LocalDiscord): readonly Persona[] {
  return (Object.keys(ABOUT) as Key[]).map((key) => ({
    key,
    userId: people[key].id,
    name: people[key].global_name ?? people[key].username,
    ...ABOUT[key],
  }));
}

/** The persona of a key; the ordinary member for a key that nobody has. */
export function personaOf(discord: LocalDiscord, key: string | undefined): Persona {
  const all = personas(discord);
  const [first] = all;
  if (first === undefined) throw new Error('The local Discord has nobody to be.');
  return all.find((one) => one.key === key) ?? first;
}
