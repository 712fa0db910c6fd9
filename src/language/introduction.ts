import { verbForm } from './figure-verbs.ts';
import { STOP_WORDS } from './stop-words.ts';

const WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*";
/** What stands before a name without telling who bears it. */
const ADDRESS = /^(?:mr|mrs|ms|miss|sir|dr|mister)$/;
/** What behind a name tells who bears it: "Ilse Roe, 43", "Ilse Roe, who steers", "Ilse Roe, its owner", "Ilse Roe is the owner". */
const BEHIND =
  /^(?:,? \(?\d{1,3}\b(?! (?:people|others|of))|, (?:who|whose|the|an?|its|his|her|their|our|head|chief|leader|chairman|chairwoman|director|owner|founder|\p{Ll}[\p{L}-]* (?:of|at|for|in|with)) (?!said|told|added)|,? (?:is|was) (?:the|an?|one of|head|chief|leader)\b)/u;

/**
 * Whether a text tells beside a name who bears it: "the harbour master, Ilse Roe, said", "Commissioner Roe", "Roe, who
 * steers the ferry". It need not, where it only tells what somebody said or did.
 *
 * @param name its words in lower case, as asked for
 * @param isWord of a word in lower case, whether it is one of English: "Commissioner" and not "Jory"
 */
export function introduces(
  text: string,
  name: readonly string[],
  isWord: (word: string) => boolean,
): boolean {
  const last = name.at(-1);
  if (last === undefined) return false;
  for (const match of text.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(last)}(?![\\p{L}\\p{N}])`, 'giu'),
  )) {
    const end = match.index + match[0].length;
    if (BEHIND.test(text.slice(end)) || isTitled(text.slice(0, match.index), text.slice(end), isWord))
      return true;
  }
  return false;
}

/** Whether what stands before a name, its first names left out, tells who bears it. */
function isTitled(before: string, behind: string, isWord: (word: string) => boolean): boolean {
  let lead = before;
  for (;;) {
    const [piece, word = ''] = new RegExp(`(${WORD}) $`, 'u').exec(lead) ?? [];
    if (piece === undefined) break;
    const folded = word.toLowerCase();
    if (!/^\p{Lu}/u.test(word)) return isNoun(folded);
    if (!STOP_WORDS.has(folded) && !ADDRESS.test(folded) && isWord(folded) && isWithin(lead, piece))
      return true;
    lead = lead.slice(0, -piece.length);
  }
  // "the harbour master, Ilse Roe, said", not "in the harbour, Ilse Roe said"
  const [, noun] = new RegExp(`(${WORD}), $`, 'u').exec(lead) ?? [];
  if (noun === undefined || !/^(?:[,.;:)]|$)/.test(behind)) return false;
  return isNoun(noun) || (/^\p{Lu}/u.test(noun) && isWord(noun.toLowerCase()));
}

/** A title: not the first word of a sentence, which has a capital anyway, unless it is all there is before the name. */
const isWithin = (lead: string, piece: string) =>
  !/\b(?:after|before|when|in|on)\b\s*$/i.test(lead.slice(0, -piece.length));

const isNoun = (word: string) =>
  /^\p{Ll}/u.test(word) && !STOP_WORDS.has(word) && verbForm(word) === undefined && !/(?:ly|ing)$/.test(word);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
