import { describe, expect, it } from 'vitest';
import type { Disagreement, DisagreementKind, Side } from '../../src/answer/answer.ts';
import { groupDisagreements } from '../../src/answer/disagreements.ts';
import { articleOf, passageOf } from '../bot/citations.ts';

const side = (number: number): Side => ({ article: articleOf(), passage: passageOf('Text.', number) });

function pairOf(about: string, kind: DisagreementKind, one: number, other: number): Disagreement {
  return { about, kind, sides: [side(one), side(other)] };
}

const grouped = (...pairs: readonly Disagreement[]) =>
  groupDisagreements(pairs).map(({ about, kind, sides, denying }) => {
    const numbers = (some: readonly Side[]) => some.map(({ passage }) => passage.number);
    return { about, kind, sides: numbers(sides), denying: numbers(denying) };
  });

describe('groupDisagreements', () => {
  it('puts together what has a passage in common, each passage once', () => {
    expect(
      grouped(
        pairOf('killed', 'imprecise', 1, 2),
        pairOf('killed', 'incompatible', 5, 6),
        pairOf('killed', 'incompatible', 2, 3),
      ),
    ).toEqual([
      { about: 'killed', kind: 'incompatible', sides: [1, 2, 3], denying: [] },
      { about: 'killed', kind: 'incompatible', sides: [5, 6], denying: [] },
    ]);
  });

  it('puts groups together that a later pair joins', () => {
    expect(
      grouped(
        pairOf('killed', 'imprecise', 1, 2),
        pairOf('killed', 'imprecise', 3, 4),
        pairOf('killed', 'imprecise', 2, 3),
      ),
    ).toEqual([{ about: 'killed', kind: 'imprecise', sides: [1, 2, 3, 4], denying: [] }]);
  });

  it('keeps those who deny apart from those who assert', () => {
    expect(
      grouped(
        pairOf('blame', 'denied', 1, 9),
        pairOf('blame', 'denied', 2, 9),
        pairOf('blame', 'denied', 1, 8),
      ),
    ).toEqual([{ about: 'blame', kind: 'denied', sides: [1, 2], denying: [9, 8] }]);
  });

  it('does not let a denial of one thing deny what that denies', () => {
    expect(grouped(pairOf('blame', 'denied', 1, 2), pairOf('blame', 'denied', 2, 3))).toEqual([
      { about: 'blame', kind: 'denied', sides: [1], denying: [2] },
      { about: 'blame', kind: 'denied', sides: [2], denying: [3] },
    ]);
  });

  it('keeps figures apart from denials, and one thing from another', () => {
    expect(
      grouped(
        pairOf('hostages', 'denied', 1, 2),
        pairOf('hostages', 'incompatible', 1, 2),
        pairOf('killed', 'incompatible', 1, 2),
      ),
    ).toHaveLength(3);
  });

  it('names a passage that differs from itself once', () => {
    expect(grouped(pairOf('killed', 'incompatible', 1, 1))).toEqual([
      { about: 'killed', kind: 'incompatible', sides: [1], denying: [] },
    ]);
  });
});
