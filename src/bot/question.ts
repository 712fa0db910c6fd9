/** Names to show in place of the ids in a message's text. */
export interface MentionNames {
  readonly user: (id: string) => string | undefined;
  readonly role: (id: string) => string | undefined;
  readonly channel: (id: string) => string | undefined;
}

/** Whether the text itself mentions the user. The automatic ping of a reply stands in no text. */
export function mentions(content: string, userId: string): boolean {
  return content.includes(`<@${userId}>`) || content.includes(`<@!${userId}>`);
}

/**
 * What is asked in a message: its text without the bot's mention, with the names of whoever and whatever else
 * is mentioned, so that an id is never searched for. Empty for a bare mention.
 */
export function questionIn(content: string, botId: string, names: MentionNames): string {
  return content
    .replace(/<@!?(\d+)>/g, (_mention, id: string) => (id === botId ? ' ' : (names.user(id) ?? 'someone')))
    .replace(/<@&(\d+)>/g, (_mention, id: string) => names.role(id) ?? 'a role')
    .replace(/<#(\d+)>/g, (_mention, id: string) => names.channel(id) ?? 'a channel')
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(/^[,:;–—-]+\s*(?=[\p{L}\p{N}])/u, '')
    .replace(/<a?:(\w+):\d+>/g, ':$1:');
}
