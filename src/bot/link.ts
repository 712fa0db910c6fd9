import type { Citation } from '../answer/answer.ts';
import { LIMITS } from './limits.ts';

/** From how many words on a sentence is named by its beginning and its end instead of as a whole. */
const LONG_SENTENCE = 12;
const WORDS_AT_EACH_END = 4;

/**
 * An address as Discord takes it in a masked link and in an embed, or undefined where it is no http or https
 * address or longer than Discord allows. Brackets are encoded, since they would end a masked link.
 */
export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  const target = href.replace(/[()<>\\`*|"']/g, percentEncode);
  return target.length <= LIMITS.url ? target : undefined;
}

/**
 * Where a citation can be read: the sentence in the article where it is the publisher's own text, else the
 * article. Undefined where the article's address is not known.
 */
export function citationLink({ article, passage, focus }: Citation): string | undefined {
  if (article.url === undefined) return undefined;
  const page = linkTarget(article.url);
  if (page === undefined || article.form === 'summary') return page;
  const fragment = textFragment(passage.text.slice(...focus));
  if (fragment === undefined) return page;
  const deep = withTextFragment(page, fragment);
  return deep.length <= LIMITS.url ? deep : page;
}

/**
 * The value of `text=` that makes a browser scroll to a sentence and mark it: the whole of a short sentence,
 * the first and last words of a long one. Undefined for a sentence without words, and for a very long one
 * without spaces, whose words only the browser could tell apart.
 *
 * https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function textFragment(sentence: string): string | undefined {
  const words = sentence.split(/\s+/).filter((word) => word !== '');
  if (!/[\p{L}\p{N}]/u.test(sentence)) return undefined;
  if (words.length < LONG_SENTENCE) {
    const whole = words.join(' ');
    return whole.length <= 200 ? encodeTerm(whole) : undefined;
  }
  const start = words.slice(0, WORDS_AT_EACH_END).join(' ');
  const end = words.slice(-WORDS_AT_EACH_END).join(' ');
  return `${encodeTerm(start)},${encodeTerm(end)}`;
}

function withTextFragment(page: string, fragment: string): string {
  const [address = '', hash] = page.split(/#(.*)/s);
  const element = hash?.split(':~:')[0] ?? '';
  return `${address}#${element}:~:text=${fragment}`;
}

/** `-`, `,` and `&` are syntax of the directive; the others would end a masked link. */
function encodeTerm(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{fffd}')).replace(
    /[-!'()*~_]/g,
    percentEncode,
  );
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
