/** What a line typed at the prompt means. */
export type TypedLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hint' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'as'; readonly who: 'member' | 'admin' }
  | { readonly kind: 'slash'; readonly line: string }
  | { readonly kind: 'press'; readonly number: number }
  | { readonly kind: 'direct'; readonly text: string }
  | { readonly kind: 'say'; readonly text: string };

/** Said once at the start, and for `?`. */
export const HINT = `Type as a member of the server would:
  /casualties                     a slash command; options as in /ask question: who claimed it
  @Attest how many were injured   a mention
  dm how many were injured        a direct message to the bot
  1                               presses the button with that number
  as admin, as member             changes who you are
  ?                               shows this again; Ctrl+C or quit stops`;

/** Reads a line; whatever is no command of the prompt is said in the channel. */
export function readTypedLine(typed: string): TypedLine {
  const line = typed.trim();
  const [, who] = /^as\s+(member|admin)$/i.exec(line) ?? [];
  const [, direct] = /^dm\s+(.+)$/is.exec(line) ?? [];
  if (line === '') return { kind: 'nothing' };
  if (line === '?') return { kind: 'hint' };
  if (/^(?:quit|exit)$/i.test(line)) return { kind: 'quit' };
  if (who !== undefined) return { kind: 'as', who: who.toLowerCase() === 'admin' ? 'admin' : 'member' };
  if (/^\d{1,2}$/.test(line)) return { kind: 'press', number: Number(line) };
  if (line.startsWith('/')) return { kind: 'slash', line };
  if (direct !== undefined) return { kind: 'direct', text: direct };
  return { kind: 'say', text: line };
}
