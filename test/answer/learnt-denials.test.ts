import { describe, expect, it } from 'vitest';
import type { Disagreement } from '../../src/answer/answer.ts';
import { settleDenials } from '../../src/answer/learnt-denials.ts';
import type { Place } from '../../src/answer/place.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';
import { readFerry } from '../search/newsroom.ts';

const lexicon = await loadLexicon();
const corpus = await readFerry();
const places: readonly Place[] = corpus.articles.flatMap((article) =>
  article.passages.map((passage) => ({ article, passage })),
);
const [asserting, denying, third] = places;
if (!asserting || !denying || !third) throw new Error('the newsroom has too few passages');

const byRules: Disagreement = { about: 'fog', kind: 'denied', sides: [asserting, denying] };
const settle = (chance: number, denials: readonly Disagreement[], one = denying, other = asserting) =>
  settleDenials(
    denials,
    [{ denying: one.passage.id, asserting: other.passage.id, chance }],
    corpus,
    places,
    lexicon,
  );

describe('denials with what a model read of pairs of passages', () => {
  it('stay where the model does not speak against them', () => {
    expect(settle(0.5, [byRules])).toEqual([byRules]);
  });

  it('go where it does', () => {
    expect(settle(0.02, [byRules])).toEqual([]);
  });

  it('stay where the pair was not read', () => {
    expect(settle(0.02, [byRules], third)).toEqual([byRules]);
  });

  it('are added where the model is sure, once, what is asserted first', () => {
    expect(settle(0.9, [byRules])).toEqual([byRules]);
    expect(settle(0.9, [])).toMatchObject([{ kind: 'denied', sides: [asserting, denying] }]);
    expect(settle(0.9, [])[0]?.about).toMatch(/\S/);
    expect(settle(0.6, [])).toEqual([]);
  });

  it('are none of what is published later', () => {
    expect(settle(0.95, [], asserting, denying)).toEqual([]);
  });

  it('are none where each passage denies the other, since both deny one thing', () => {
    const both = [
      { denying: denying.passage.id, asserting: asserting.passage.id, chance: 0.9 },
      { denying: asserting.passage.id, asserting: denying.passage.id, chance: 0.2 },
    ];
    expect(settleDenials([], both, corpus, places, lexicon)).toEqual([]);
  });

  it('are left to the rules where these know which figures are denied', () => {
    const arrests: Disagreement = { about: 'arrested', kind: 'denied', sides: [third, denying] };
    expect(settle(0.9, [arrests])).toEqual([arrests]);
    expect(settle(0.9, [{ ...arrests, about: 'fog' }])).toHaveLength(2);
  });

  it('take a surer model where no word negates anything', async () => {
    const folder = await dataFolder({
      'articles/news.md': articleText(
        {},
        [
          'The crew opened the bow door, the mate said.',
          'The bow door was not opened, the owner said.',
          'The bow door stayed shut, the owner said. He had never before lost a ship.',
        ].join('\n\n'),
      ),
    });
    const news = await loadCorpus(folder);
    const [claim, negated, plain] = news.articles.flatMap((article) =>
      article.passages.map((passage) => ({ article, passage })),
    );
    if (!claim || !negated || !plain) throw new Error('the article has too few passages');
    const read = (denying: Place, chance: number) =>
      settleDenials(
        [],
        [{ denying: denying.passage.id, asserting: claim.passage.id, chance }],
        news,
        [claim, negated, plain],
        lexicon,
      ).length;
    expect([read(negated, 0.85), read(plain, 0.85), read(plain, 0.95)]).toEqual([1, 0, 1]);
  });
});
