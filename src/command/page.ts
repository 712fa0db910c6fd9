import { createHash } from 'node:crypto';
import type { Filters } from '../answer/answer.ts';
import type { Corpus } from '../corpus/model.ts';
import { UserError } from '../user-error.ts';
import { publishersOf } from './filters.ts';

/** Which part of an answer a message shows. */
export interface Page {
  /** How many passages stand before it. */
  readonly offset: number;
  readonly filters: Filters;
}

/**
 * A page as the state of a button: `5`, `5,s2031-03-14`, `5,p1a2b3c4d5e`. Publishers' names can be longer than
 * a state may be, so a mark of the name stands for it. At most 40 characters for offsets below a million.
 */
export function encodePage({ offset, filters }: Page): string {
  const parts = [String(offset)];
  if (filters.since !== undefined) parts.push(`s${filters.since}`);
  if (filters.publisher !== undefined) parts.push(`p${markOf(filters.publisher)}`);
  return parts.join(',');
}

/**
 * Reads the state of a button back.
 *
 * @throws UserError where it is none of ours, or where its publisher has left the articles since.
 */
export function decodePage(state: string, corpus: Corpus): Page {
  const parts = /^(\d{1,6})(?:,s(\d{4}-\d{2}-\d{2}))?(?:,p([0-9a-f]{10}))?$/.exec(state);
  if (!parts) throw new UserError(OUTDATED);
  const [, offset, since, mark] = parts;
  return {
    offset: Number(offset),
    filters: {
      ...(mark !== undefined && { publisher: publisherOfMark(mark, corpus) }),
      ...(since !== undefined && { since }),
    },
  };
}

export const OUTDATED = 'This button is from an older version of me. Please ask again.';

/** A short stand-in for a publisher's name that stays the same whatever else is published. */
export function markOf(publisher: string): string {
  return createHash('sha256').update(publisher.toLowerCase()).digest('hex').slice(0, 10);
}

/** @throws UserError where no publisher of the corpus has that mark. */
export function publisherOfMark(mark: string, corpus: Corpus): string {
  const publisher = publishersOf(corpus).find((name) => markOf(name) === mark);
  if (publisher === undefined) {
    throw new UserError(
      'I no longer have an article by the publisher that this button is about. Please ask again.',
    );
  }
  return publisher;
}
