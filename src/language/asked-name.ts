import { tokenize } from './tokens.ts';

/** "who is", and nothing but one name of a few words behind it. */
const WHO_IS =
  /^\s*(?:(?:and|so|but|ok|wait)\s+)?who\s+(?:is|was|are|were)\s+((?:[\p{L}'’.-]+\s+){0,3}[\p{L}'’.-]+?)\s*[?!.]*\s*$/iu;

/**
 * What a question is about that asks who somebody is: the name alone, since reports tell it beside the name ("the harbour
 * master, Ilse Roe") and not in words that answer. Any other question stays as it is.
 *
 * @param isName of a token's word, whether it is part of a name.
 */
export function askedName(question: string, isName: (word: string) => boolean): string {
  const name = WHO_IS.exec(question)?.[1];
  if (name === undefined) return question;
  const tokens = tokenize(name);
  return tokens.length > 0 && tokens.every(({ word }) => isName(word)) ? name : question;
}
