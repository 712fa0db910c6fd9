import { describe, expect, it } from 'vitest';
import { preferredFirst } from '../../src/answer/preferred-first.ts';

const passage = (strength: number, isPreferred = false) => ({ strength, isPreferred });
const reversed = <Item>(items: readonly Item[]) => [...items].reverse();
const first = (...passages: readonly ReturnType<typeof passage>[]) =>
  preferredFirst(passages, ({ isPreferred }) => isPreferred, reversed);

describe('preferred passages', () => {
  it('stand first, in the order that is given', () => {
    const [all, one, other, two] = [passage(9), passage(8, true), passage(8), passage(7, true)];
    expect(first(all, one, other, two)).toEqual([two, one, all, other]);
  });

  it('leave all in that order where there are none, or where they fall far behind', () => {
    const [best, next, far] = [passage(9), passage(8), passage(5, true)];
    expect(first(best, next)).toEqual([next, best]);
    expect(first(best, next, far)).toEqual([far, next, best]);
    expect(first()).toEqual([]);
  });
});
