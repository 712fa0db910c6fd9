/** A block of code as chat marks it, with or without its end. */
const BLOCK = /```[\s\S]*?(?:```|$)/g;
const LINK = /(?:https?:\/\/|www\.)\S+|\bdiscord\.gg\/\S+/gi;
/** Tags, and what Discord writes in their form: mentions, times, emoji. */
const TAG = /<\/?[a-z][^<>]*>|<[@#:][^<>\s]*>|<[at]:[^<>\s]*>/gi;
/** What programs hold and questions do not: calls, operators, braces, ends of statements, paths of members. */
const SIGN =
  /[{}\\]|;\s*$|[=!<>]=|=>|&&|\|\||\$\(|\w\.\w+\(|\w\(\)|\w\[\d+\]|(?:^|\s)--?[a-z]+\b|(?:^|\s)\/\/|"\s*:\s*["{[\d]/gim;
/** One may be a slip, or a question about signs. */
const MOST_SIGNS = 1;
/** A sum to be worked out. */
const SUM =
  /^\W*(?:(?:what(?:'?s| is)|calc(?:ulate)?|how much is)\s+)?[\d(][\d\s.,()]*(?:[-+*/^×÷x=]\s*[\d(][\d\s.,()]*)+\W*$/i;
/** A stretch of years, a date or a score, which may stand in an article. */
const DATED = /^\W*\d{1,4}\s*[-/]\s*\d{1,4}(?:\s*[-/]\s*\d{1,4})?\W*$/;

/**
 * What somebody who reads English would take for words of a text: without blocks of code, links and tags; nothing of a text
 * that is code throughout, or a sum.
 */
export function withoutCode(text: string): string {
  const words = text.replace(BLOCK, ' ').replace(LINK, ' ').replace(TAG, ' ').trim();
  const signs = words.match(SIGN)?.length ?? 0;
  const isSum = SUM.test(words) && !DATED.test(words);
  return signs > MOST_SIGNS || isSum ? '' : words;
}
