/**
 * What Discord would still read as markup in a text, by its documented syntax, once escaped pairs are taken
 * out. Written apart from the code that escapes, so that each checks the other.
 */
const LIVE: readonly (readonly [string, RegExp])[] = [
  ['emphasis, strike-through, spoiler or code', /[*_~|`]/],
  ['a mention, command, time, emoji or address in angle brackets', /[<>]/],
  ['a masked link', /[[\]]/],
  ['a ping of everyone or a channel', /[@#]/],
  ['an address', /[a-z]+:\/\//i],
  ['a named emoji', /:[\w+-]+:/],
  ['an invitation', /discord(?:app)?\.\w/i],
  ['a list item', /^[^\S\n]*[-+](?:\s|$)/m],
  ['a numbered list item', /^[^\S\n]*\d+\.(?:\s|$)/m],
];

/** Names of what is live in the Markdown; empty where it is plain text. */
export function liveMarkup(markdown: string): string[] {
  const rest = markdown.replace(/\\[^0-9A-Za-z\s]/g, '\u0001');
  return LIVE.filter(([, pattern]) => pattern.test(rest)).map(([name]) => name);
}
