import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { escapeRegExp } from './escape-reg-exp.ts';
import { STOP_WORDS } from './stop-words.ts';

const CHAT_FORMS = readForms();
/** Those of several words, the longest first. */
const PHRASES = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’-])(?:${[...CHAT_FORMS.keys()]
    .filter((form) => /[^\p{L}\p{N}']/u.test(form))
    .sort((a, b) => b.length - a.length)
    .map((form) => escapeRegExp(form).replaceAll("'", "['’]"))
    .join('|')})(?![\p{L}\p{N}'’-])`,
  'giu',
);

/** Chat forms and colloquial words, and what they stand for, as whole words or phrases in lower case. */
function readForms(): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(import.meta.dirname, 'chat-forms.yaml'), 'utf8');
  return new Map(Object.entries(parse(text) as Record<string, string>));
}

/** "w/", "w/o", with the space behind it or without. */
const WITH = /(?<![\p{L}\p{N}])w\/(o\b)? ?/giu;

/**
 * Writes chat forms and colloquial words out: "whats up w/ the kids" becomes "what is up with the children". Letters of
 * an abbreviation (`U.S.`, `N. Korea`) and `pm` after a time of day stay.
 *
 * @param isName of a word in lower case, whether the articles use it as a name. Such a one stays, too: "min" for Min. Where
 * it would stand for a function word, it stays only beside another name, or where somebody asks who it is. Default: none.
 */
export function writeOut(question: string, isName: (word: string) => boolean = () => false): string {
  return question
    .replace(WITH, (_, without?: string) => (without ? 'without ' : 'with '))
    .replace(PHRASES, (phrase) => {
      const folded = foldedForm(phrase);
      return folded.split(' ').some(isName) ? phrase : (CHAT_FORMS.get(folded) ?? phrase);
    })
    .replace(/(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}'’]+/gu, (word, at: number, text: string) => {
      const folded = foldedForm(word);
      if (folded === 'pm' && /\d\s*$/.test(text.slice(0, at))) return word;
      if (folded === 'n' && !/^n\s/.test(text.slice(at))) return word;
      const form = CHAT_FORMS.get(folded);
      if (form === undefined || (isName(folded) && isMeantAsName(form, text, at, isName))) return word;
      return form;
    });
}

const foldedForm = (text: string) => text.toLowerCase().replaceAll('’', "'");

/** Whether a chat form that is a name as well is meant as one. */
function isMeantAsName(form: string, text: string, at: number, isName: (word: string) => boolean): boolean {
  if (form.split(' ').some((word) => !STOP_WORDS.has(word))) return true;
  const before = text.slice(0, at);
  const beside = [
    /[\p{L}'’]+(?=\W*$)/u.exec(before)?.[0],
    /^[\p{L}'’]+\W+([\p{L}'’]+)/u.exec(text.slice(at))?.[1],
  ];
  return (
    /\bwho(?:'?s| is| was)\s+$/i.test(before) || beside.some((word) => word && isName(word.toLowerCase()))
  );
}

const GREETING =
  /^(?:(?:hi|hey|hello|hiya|yo|gm|ok|okay|lol|thanks|thank you|thx|ty|cheers|please|good (?:morning|evening|afternoon))(?: (?:bot|there|all|everyone))?[\s,.!:–-]+)+(?=\S)(?!(?:bot|there|all|everyone)\W*$)|^(?:dear )?bot[,:]?\s+(?=\S)/i;

/** A question without a greeting or thanks before it; a text that is nothing else stays. */
export function withoutGreeting(text: string): string {
  return text.replace(GREETING, '');
}
