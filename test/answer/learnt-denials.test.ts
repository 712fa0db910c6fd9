import { describe, expect, it } from 'vitest';
import type { Disagreement } from '../../src/answer/answer.ts';
import { settleDenials } from '../../src/answer/learnt-denials.ts';
import type { Place } from '../../src/answer/place.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { readFerry } from '../search/newsroom.ts';

const lexicon = await loadLexicon();
const corpus = await readFerry();
const places: readonly Place[] = corpus.articles.flatMap((article) =>
  article.passages.map((passage) => ({ article, passage })),
);
const [asserting, denying, third] = places;
if (!asserting || !denying || !third) throw new Error('the newsroom has too few passages');

const byRules: Disagreement = { about: 'fog', kind: 'denied', sides: [asserting, denying] };
/** What is settled where a model gave these odds, in natural logarithms, to one pair. */
const settle = (odds: number, denials: readonly Disagreement[], one = denying, other = asserting) =>
  settleDenials(
    denials,
    [{ denying: one.passage.id, asserting: other.passage.id, odds }],
    corpus,
    places,
    lexicon,
  );

describe('denials with what a model read of pairs of passages', () => {
  it('stay where the model does not speak against them', () => {
    expect(settle(0, [byRules])).toEqual([byRules]);
  });

  it('go where it does', () => {
    expect(settle(-9, [byRules])).toEqual([]);
  });

  it('stay where the pair was not read', () => {
    expect(settle(-9, [byRules], third)).toEqual([byRules]);
  });

  it('are told apart by who published them and where they stand', () => {
    const [first] = corpus.articles;
    const pairs = places.flatMap((one) => places.map((other) => [one, other] as const));
    const between = (isWanted: (one: Place, other: Place) => boolean) => {
      const found = pairs.find(([one, other]) => one !== other && isWanted(one, other));
      if (!found) throw new Error('no such pair');
      return found;
    };
    const behind = between(
      (one, other) =>
        one.article === first && other.article === first && one.passage.number === other.passage.number + 1,
    );
    const samePublisher = between(
      (one, other) => one.article !== other.article && one.article.publisher === other.article.publisher,
    );
    expect(settle(3, [], ...behind)).toMatchObject([{ sides: [behind[1], behind[0]] }]);
    expect(settle(3, [], ...samePublisher)).toEqual([]);
  });

  it('are added where the model is sure, once, what is asserted first', () => {
    expect(settle(9, [byRules])).toEqual([byRules]);
    expect(settle(9, [])).toMatchObject([{ kind: 'denied', sides: [asserting, denying] }]);
    expect(settle(9, [])[0]?.about).toMatch(/\S/);
    expect(settle(0.5, [])).toEqual([]);
  });
});
