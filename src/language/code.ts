/** A block of code as chat marks it, with or without its end. */
const BLOCK = /```(?:[a-z]+\n)?([\s\S]*?)(?:```|$)/g;
const LINK = /(?:https?:\/\/|www\.)\S+|\bdiscord\.gg\/\S+/gi;
/** Tags of a page, and what Discord writes in their form: mentions, times, emoji. */
const TAG = /<\/?[a-z][a-z\d]*(?:\s+[a-z-]+=[^<>\s]*)*\s*\/?>|<[@#:][^<>\s]*>|<[at]:[^<>\s]*>/gi;
/** What marks text up, or refers to a note: spoilers, `[2]`, backslashes before a mark. */
const MARKUP = /\|\||\[\d{1,3}\]|\\(?=[^\p{L}\p{N}\s])/gu;
/** What programs hold and questions do not, by kind. */
const SIGNS = [
  /[{}]/,
  /;\s*$/m,
  /[=!<>]=|[-=]>|\+\+/,
  /&&|\$\(/,
  /\w\.\w+\(/,
  /\w\(\)/,
  /\w\[\w+\]/,
  /(?:^|\s)--?[a-z]+\b/m,
  /(?:^|\s)\/\//m,
  /"\s*:\s*["{[\d]/,
  /\\[a-z]/,
];
/** One kind may be a slip, or a question about signs. */
const MOST_KINDS = 1;
/** A sum to be worked out. */
const SUM =
  /^(?:(?:what(?:'?s| is)|calc(?:ulate)?|how much is) )?[\d(][\d .,()]*(?:[-+*^×÷] ?[\d(][\d .,()]*)*[+*^×÷] ?[\d(][\d .,()]*[?!= ]*$/i;
/** Nobody types longer ones. UTF-16 units. */
const LONGEST_SUM = 80;

/**
 * What somebody who reads English would take for words of a text: without links, tags and marks; nothing of a text that is
 * code throughout, or a sum.
 */
export function withoutCode(text: string): string {
  const words = text
    .replace(BLOCK, (_, block: string) => (isCode(block) ? ' ' : ` ${block} `))
    .replace(LINK, ' ')
    .replace(TAG, ' ')
    .replace(MARKUP, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return isCode(words) || (words.length <= LONGEST_SUM && SUM.test(words)) ? '' : words;
}

const isCode = (text: string) => SIGNS.filter((sign) => sign.test(text)).length > MOST_KINDS;
