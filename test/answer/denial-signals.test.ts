import { describe, expect, it } from 'vitest';
import {
  DENIAL_SIGNALS,
  type DenialSignals,
  denialChance,
  denialSignals,
} from '../../src/answer/denial-signals.ts';
import type { Place } from '../../src/answer/place.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';

const ODDS = 3;

/** A claim, its denial by others, and what is told of both a day later. */
const ARTICLES = {
  'articles/claim.md': articleText(
    { publisher: 'Morrow Post', published: '2041-05-02T08:00:00Z' },
    'The brakes had been cut, a conductor said.\n\nThe depot denied that. It said that the brakes were new.\n\nThe line runs again.\n\nA driver said the tram was sound.',
  ),
  'articles/depot.md': articleText(
    { publisher: 'Radio Sund', published: '2041-05-02T09:00:00Z' },
    'The depot denied that the brakes had been cut.',
  ),
  'articles/evening.md': articleText(
    { publisher: 'Sund Evening', published: '2041-05-02' },
    'Nothing was wrong with the tram.',
  ),
  'articles/follow-up.md': articleText(
    { publisher: 'Morrow Post', published: '2041-05-03T08:00:00Z' },
    'The brakes were found in one piece.',
  ),
};

/** Passages as `article number`. */
async function signals(denying: string, asserting: string): Promise<DenialSignals> {
  const { articles } = await loadCorpus(await dataFolder(ARTICLES));
  const place = (name: string): Place => {
    const [id, number] = name.split(' ');
    const article = articles.find((one) => one.id === id);
    const passage = article?.passages[Number(number) - 1];
    if (!article || !passage) throw new Error(`no passage ${name}`);
    return { article, passage };
  };
  return denialSignals(place(denying), place(asserting), ODDS);
}

const none = { odds: ODDS, earlier: 0, samePublisher: 0, soonAfter: 0, negates: 0, negated: 0 };

describe('what tells that a passage denies another', () => {
  it.each([
    ['one that denies by its words, of the same hours', 'depot 1', 'claim 1', { negates: 1 }],
    ['two denials', 'depot 1', 'claim 2', { negates: 1, negated: 1 }],
    ['close behind, in one article', 'claim 2', 'claim 1', { soonAfter: 1, negates: 1 }],
    ['two behind, in one article', 'claim 3', 'claim 1', { soonAfter: 1 }],
    ['far behind', 'claim 4', 'claim 1', {}],
    ['before it', 'claim 1', 'claim 2', { negated: 1 }],
    ['later, of the same publisher', 'follow-up 1', 'claim 1', { samePublisher: 1 }],
    ['an hour earlier', 'claim 1', 'depot 1', { negated: 1 }],
    ['of the same day, without a time', 'evening 1', 'claim 1', {}],
    ['of the day before, without a time', 'evening 1', 'follow-up 1', { earlier: 1 }],
    ['a day earlier', 'claim 3', 'follow-up 1', { earlier: 1, samePublisher: 1 }],
  ])('%s', async (_, denying, asserting, told) => {
    expect(await signals(denying, asserting)).toEqual({ ...none, ...told });
  });

  it('raises or lowers the chance as it was fitted', async () => {
    const told = await signals('depot 1', 'claim 1');
    const chance = denialChance(told);
    for (const name of DENIAL_SIGNALS) {
      const raised = denialChance({ ...told, [name]: told[name] + 1 });
      if (['earlier', 'samePublisher', 'negated'].includes(name)) expect(raised).toBeLessThan(chance);
      else expect(raised).toBeGreaterThan(chance);
    }
  });
});
