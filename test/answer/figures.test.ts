import { describe, expect, it } from 'vitest';
import { namedSpeaker } from '../../src/answer/figures.ts';
import { readFerry } from '../search/newsroom.ts';

describe('namedSpeaker', () => {
  it.each([
    ['the Coastguard', 'the Coastguard'],
    ['unconfirmed reports', 'unconfirmed reports'],
    ['the reporters', 'the reporters'],
    [null, null],
    ['Morrow Post', null],
    ['Those reports', null],
    ['the paper', null],
    ['its account', null],
  ])('names for %j beside the publisher %j', async (attribution, named) => {
    const [article] = (await readFerry()).articles.filter(({ publisher }) => publisher === 'Morrow Post');
    if (!article) throw new Error('no article');
    expect(namedSpeaker({ attribution, article })).toBe(named);
  });
});
