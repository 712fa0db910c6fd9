/** "who is", and nothing but one name of a few words behind it. */
const WHO_IS =
  /^\s*(?:(?:and|so|but|ok|wait)\s+)?who\s+(?:is|was|are|were)\s+((?:[\p{L}'’.-]+\s+){0,3}[\p{L}'’.-]+?)\s*[?!.]*\s*$/iu;

/**
 * What a question is about that asks who somebody is: the name alone, since reports tell it beside the name ("the harbour
 * master, Ilse Roe") and not in words that answer. Any other question stays as it is.
 *
 * @param isName of a word in lower case, whether it is part of a name.
 */
export function askedName(question: string, isName: (word: string) => boolean): string {
  const name = WHO_IS.exec(question)?.[1];
  const words =
    name
      ?.toLowerCase()
      .replace(/[.’]/g, (mark) => (mark === '.' ? '' : "'"))
      .split(/\s+/) ?? [];
  return name !== undefined && words.every(isName) ? name : question;
}
