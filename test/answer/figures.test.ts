import { describe, expect, it } from 'vitest';
import { namedSpeaker } from '../../src/answer/figures.ts';
import { readFerry } from '../search/newsroom.ts';

describe('namedSpeaker', () => {
  it.each([
    ['the Coastguard', 'the Coastguard'],
    ['Those reports', 'Those reports'],
    ['the paper mill', 'the paper mill'],
    [null, null],
    ['Morrow Post', null],
    ['the paper', null],
    ['This newspaper', null],
    ['The report', null],
    ['the auditors’ report', 'the auditors’ report'],
  ])('names for %j beside the publisher %j', async (attribution, named) => {
    const [article] = (await readFerry()).articles.filter(({ publisher }) => publisher === 'Morrow Post');
    if (!article) throw new Error('no article');
    expect(namedSpeaker({ attribution, article })).toBe(named);
  });
});
