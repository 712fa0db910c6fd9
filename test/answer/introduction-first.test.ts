import { describe, expect, it } from 'vitest';
import { introductionFirst } from '../../src/answer/introduction-first.ts';

const passage = (strength: number, introduces = false) => ({ strength, introduces });

describe('passages about a name', () => {
  it('begin with the first that tells who bears it', () => {
    const [said, told, later] = [passage(9), passage(8, true), passage(7, true)];
    expect(introductionFirst([said, told, later])).toEqual([told, said, later]);
  });

  it('stay in their order where none does, or where it falls far behind', () => {
    const none = [passage(9), passage(8)];
    expect(introductionFirst(none)).toEqual(none);
    const far = [passage(9), passage(5, true)];
    expect(introductionFirst(far)).toEqual(far);
    expect(introductionFirst([])).toEqual([]);
  });
});
