import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { askedRoles, asksForVictims } from '../../src/language/roles.ts';

const lexicon = await loadLexicon();

describe('askedRoles', () => {
  it.each([
    ['how many people died', ['killed']],
    ['DEATH TOLL', ['killed']],
    ['number of wounded', ['injured']],
    ['how many casualties', ['killed', 'injured']],
    ['how many are still missing', ['missing']],
    ['how many were saved', ['rescued']],
    ['how many were on board', ['aboard']],
    ['passengers and crew', ['passengers', 'crew']],
    ['how many gunmen', ['attackers']],
    ['hostages freed?', ['hostages']],
    ['how many were arrested', ['arrested']],
    ['how many had to leave their homes', ['evacuated']],
    ['how many bus passengers died', ['killed']],
    ['how many family members were hurt', ['injured']],
    ['how many explosions and how many people died', ['killed']],
    ['how many groups of attackers', ['attackers']],
  ])('%j speaks of %j', (question, roles) => {
    expect(askedRoles(question, lexicon)).toEqual(expect.arrayContaining(roles));
  });

  it.each([
    'who is the minister',
    'deadline for the skilled',
    'who is on the board',
    'how many hectares burned',
    'number of trees killed by the frost',
    '',
  ])('%j speaks of none', (question) => {
    expect(askedRoles(question, lexicon)).toEqual([]);
  });
});

describe('asksForVictims', () => {
  it.each([
    'who were the victims',
    'were any guests killed',
    'who was the first to be killed',
    'death toll?',
  ])('takes %j for a question about the dead', (question) => {
    expect(asksForVictims(question, lexicon)).toBe(true);
  });

  it.each([
    'who killed the guests',
    'how many gunmen died',
    'who is responsible for the deaths',
    'why did they have to die',
    'who was hurt',
    'did anyone claim the killings',
  ])('does not take %j for one', (question) => {
    expect(asksForVictims(question, lexicon)).toBe(false);
  });
});
