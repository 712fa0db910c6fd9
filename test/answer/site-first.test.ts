import { describe, expect, it } from 'vitest';
import { siteFirst } from '../../src/answer/site-first.ts';

const passage = (strength: number, isThere = false) => ({ strength, isThere });
const reversed = <Item>(items: readonly Item[]) => [...items].reverse();
const first = (...passages: readonly ReturnType<typeof passage>[]) =>
  siteFirst(passages, ({ isThere }) => isThere, reversed);

describe('passages about a figure at one place', () => {
  it('begin with those that state it there, in the order that is given', () => {
    const [all, one, other, two] = [passage(9), passage(8, true), passage(8), passage(7, true)];
    expect(first(all, one, other, two)).toEqual([two, one, all, other]);
  });

  it('are all put in that order where none does, or where those fall far behind', () => {
    const [best, next, far] = [passage(9), passage(8), passage(5, true)];
    expect(first(best, next)).toEqual([next, best]);
    expect(first(best, next, far)).toEqual([far, next, best]);
    expect(first()).toEqual([]);
  });
});
