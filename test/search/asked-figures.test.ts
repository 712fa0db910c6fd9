import { describe, expect, it } from 'vitest';
import { askedFigures } from '../../src/search/asked-figures.ts';
import { ferrySearcher, language } from './newsroom.ts';

async function figuresAskedBy(question: string) {
  const { searcher } = await ferrySearcher();
  const { query } = await searcher.search(question);
  return askedFigures(query, language.lexicon);
}

describe('askedFigures', () => {
  it.each([
    ['how many people were killed on the ferry at dawn', ['killed']],
    ['injured', ['injured']],
    ['did anyone die', ['killed']],
    ['did people die', ['killed']],
    ['were there deaths or injuries', ['killed', 'injured']],
    ['how many were on the ferry when the bomber struck', ['attackers', 'aboard']],
  ])('prefers and shows the figures that %j asks for', async (question, roles) => {
    expect(await figuresAskedBy(question)).toEqual({ shown: roles, preferred: roles });
  });

  it.each([
    ['was anybody of the crew of the helicopter hurt', 'injured'],
    ['were police officers of the harbour injured', 'injured'],
    ['were any lifeguards hurt', 'injured'],
    ['were there any hostages in the harbour office', 'hostages'],
  ] as const)('shows the figures of %j, and prefers none', async (question, role) => {
    const { shown, preferred } = await figuresAskedBy(question);
    expect(shown).toContain(role);
    expect(preferred).toEqual([]);
  });

  it.each([
    'were the hostages tied up',
    'were the hostages still there',
    'do we know how the hostages escaped',
    'who were the hostages',
    'why were the hostages held',
    'when were the injured flown out',
    'is he dead',
    'was she hurt',
  ])('takes %j for no question about figures', async (question) => {
    expect(await figuresAskedBy(question)).toEqual({ shown: [], preferred: [] });
  });
});
