/**
 * Where text of articles and of users becomes Discord's Markdown: the one place that knows what is markup.
 *
 * A backslash before a character that is neither letter, digit nor space makes Discord show the character as
 * it is. So the escaped text reads the same as the original, and nothing in it is live: no emphasis, spoiler,
 * code, quotation, heading, small print, list, masked link, address, mention (`@everyone` as well), channel,
 * clickable command, timestamp, custom or named emoji, or invitation.
 */

/** Characters that mark something wherever they stand; `<` opens mentions, commands, times and emoji alike. */
const ANYWHERE = String.raw`[\\*_~\x60|<>[\]#@]`;

/**
 * `https://` and other schemes, and `:name:` of an emoji. A colon near the end counts too, since the text may
 * go on in another piece.
 */
const COLON = String.raw`:(?=\/|[\w+~-]*(?::|(?![^])))`;

/** What the names of hosts of invitations end with, the whole name first. */
const HOST_ENDINGS = ['discord', 'discordapp'].flatMap((name) =>
  Array.from(name, (_letter, start) => name.slice(start)),
);

/**
 * `discord.gg/…` is an invitation even without a scheme. The name may have begun in a piece before this one, and
 * what follows the dot may stand in the next.
 */
const INVITATION = String.raw`(?<=discord(?:app)?|(?<![^])(?:${HOST_ENDINGS.join('|')}|))\.(?=\w|(?![^]))`;

/** `- item` at the start of a line; `* item`, `# heading`, `-# small` and `> quote` fall under ANYWHERE. */
const BULLET = String.raw`(?<=^[^\S\n]*)[-+](?=\s|[#]|(?![^]))`;

/** `1. item` at the start of a line. The digits may stand in a piece before this one. */
const NUMBERED = String.raw`(?<=^[^\S\n]*\d*)\.(?=\s|(?![^]))`;

const LIVE = new RegExp([ANYWHERE, COLON, INVITATION, BULLET, NUMBERED].join('|'), 'gim');

/** The text as Markdown that shows it unchanged; at most twice as long. Safe in any position and order. */
export function escapeText(text: string): string {
  return text.replace(LIVE, '\\$&');
}

/**
 * The same for a piece that marks of emphasis part from what stands before and after it: it begins no line, and
 * no address or emoji goes on beyond it.
 */
export function escapeInline(text: string): string {
  return text === '' ? '' : escapeText(`x${text} x`).slice(1, -2);
}

/** What a reader sees of an escaped text: the inverse of `escapeText`. */
export function unescapeText(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/**
 * The text as the label of a masked link. Discord matches a label's brackets even where they are escaped, so
 * that one bracket alone would break the link: they become round ones.
 */
export function escapeLabel(text: string): string {
  return escapeText(foldSpace(text).replaceAll('[', '(').replaceAll(']', ')'));
}

/**
 * The text as one line without markup, for the places where Discord reads none: an embed's author and footer,
 * labels of buttons. Control characters and those that turn the direction of writing are left out.
 */
export function plainLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  return foldSpace(text.replace(/[\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, ''));
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
