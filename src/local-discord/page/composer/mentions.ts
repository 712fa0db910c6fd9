import type { State } from '../state.ts';

export interface Mentionable {
  readonly name: string;
  /** As it is sent. */
  readonly code: string;
  readonly about: string;
}

/** Whom a message can mention: the bot first, then people, then roles. */
export function mentionables({ snapshot, channel }: State): readonly Mentionable[] {
  if (snapshot === null) return [];
  const users = snapshot.users.filter(
    ({ id }) => channel?.kind !== 'direct' || id === snapshot.bot.id || id === snapshot.me.userId,
  );
  const people = [...users]
    .sort((a, b) => Number(b.id === snapshot.bot.id) - Number(a.id === snapshot.bot.id))
    .map(({ id, name, isBot }) => ({ name, code: `<@${id}>`, about: isBot ? 'App' : 'Member' }));
  if (channel?.kind === 'direct') return people;
  const roles = snapshot.roles
    .filter(({ id, name }) => id !== snapshot.guild.id && name !== snapshot.bot.name)
    .map(({ id, name }) => ({ name, code: `<@&${id}>`, about: 'Role' }));
  const all = ['everyone', 'here'].map((name) => ({
    name,
    code: `@${name}`,
    about: 'Everyone who sees this channel',
  }));
  return [...people, ...roles, ...all];
}

/** The name that is being typed at the cursor, after an `@`. */
export function typedMention(
  text: string,
  cursor: number,
): { readonly from: number; readonly typed: string } | undefined {
  const match = /(?:^|[\s(])@([\p{L}\p{N}_.-]{0,32})$/u.exec(text.slice(0, cursor));
  return match === null ? undefined : { from: cursor - (match[1]?.length ?? 0) - 1, typed: match[1] ?? '' };
}

export function matchingMentions(all: readonly Mentionable[], typed: string): readonly Mentionable[] {
  const query = typed.toLowerCase();
  return all.filter(({ name }) => name.toLowerCase().startsWith(query)).slice(0, 8);
}

/** The text as it is sent: every `@Name` of somebody known becomes a mention. */
export function encodeMentions(text: string, all: readonly Mentionable[]): string {
  const names = all.map(({ name }) => name).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const known = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const mention = new RegExp(`(^|[\\s(])@(${known})(?![\\p{L}\\p{N}_])`, 'giu');
  return text.replace(mention, (whole, before: string, name: string) => {
    const found = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return found === undefined ? whole : `${before}${found.code}`;
  });
}
