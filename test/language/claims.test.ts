import { describe, expect, it } from 'vitest';
import { asksWhoClaimed, isUnclaimed } from '../../src/language/claims.ts';

describe('asksWhoClaimed', () => {
  it.each([
    'who claimed it',
    'who claimed responsibility??',
    'has anyone taken responsibility',
    'did any group claim the fire',
    'Which organisation admitted responsibility',
  ])('takes %j for the question', (question) => {
    expect(asksWhoClaimed(question)).toBe(true);
  });

  it.each([
    'who claimed that 20 died',
    'who denied the claim',
    'who did it',
    'when was it claimed',
    'what did they claim',
    'who is responsible for the pier',
  ])('does not take %j for it', (question) => {
    expect(asksWhoClaimed(question)).toBe(false);
  });
});

describe('isUnclaimed', () => {
  it.each([
    'Nobody had claimed responsibility by noon.',
    'No armed group has yet claimed the fire.',
    'There was no immediate claim of responsibility.',
    'Responsibility has not been claimed, not yet been claimed by anybody.',
  ])('is told of %j', (text) => {
    expect(isUnclaimed(text)).toBe(true);
  });

  it.each([
    'The Tide Brothers claimed responsibility.',
    'They had no help. The Tide Brothers claimed responsibility.',
    'The claim of the Tide Brothers could not be verified.',
    'Not long after, the Tide Brothers claimed responsibility.',
    'The Tide Brothers, who have not set fires before, claimed it.',
    'No group claimed it for hours, until the Tide Brothers claimed responsibility.',
    'It is not clear who is responsible.',
  ])('is not told of %j', (text) => {
    expect(isUnclaimed(text)).toBe(false);
  });
});
