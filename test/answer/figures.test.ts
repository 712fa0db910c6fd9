import { describe, expect, it } from 'vitest';
import { countedAs, namedSpeaker } from '../../src/answer/figures.ts';
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
    ['The report', 'The report'],
    ['She', null],
    ['its director, Dr Ada Holm', 'Dr Ada Holm'],
    ['Their lawyer, Ada Holm', 'Ada Holm'],
    ['its director', 'its director'],
    ['the auditors’ report', 'the auditors’ report'],
  ])('names for %j beside the publisher %j', async (attribution, named) => {
    const [article] = (await readFerry()).articles.filter(({ publisher }) => publisher === 'Morrow Post');
    if (!article) throw new Error('no article');
    expect(namedSpeaker({ attribution, article })).toBe(named);
  });

  it('names nobody for the report that a summary sums up', async () => {
    const [article] = (await readFerry()).articles;
    if (!article) throw new Error('no article');
    const summary = { ...article, form: 'summary' as const };
    expect(namedSpeaker({ attribution: 'The report', article: summary })).toBeNull();
    expect(namedSpeaker({ attribution: 'the auditors’ report', article: summary })).toBe(
      'the auditors’ report',
    );
  });
});

describe('countedAs', () => {
  it.each([
    ['attackers', 1, undefined, 'attacker'],
    ['attackers', 1, 2, 'attackers'],
    ['hostages', 3, undefined, 'hostages'],
    ['killed', 1, undefined, 'killed'],
  ] as const)('reads %s of %d to %d as %s', (role, value, max, words) => {
    expect(countedAs({ role, value, ...(max !== undefined && { max }) })).toBe(words);
  });
});
