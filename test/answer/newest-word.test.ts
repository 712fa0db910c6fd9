import { describe, expect, it } from 'vitest';
import { newestWordFirst } from '../../src/answer/newest-word.ts';

const passage = (name: string, strength: number, fresh: number, figure = 0, reading = 0) => ({
  name,
  strength,
  signals: { fresh, figure, reading },
});
const order = (question: string, passages: readonly ReturnType<typeof passage>[]) =>
  newestWordFirst(question, passages).map(({ name }) => name);

describe('the newest word', () => {
  it('stands first among figures that speak nearly as strongly', () => {
    const passages = [passage('old', 9, 0.2, 1), passage('new', 8, 0.9, 1), passage('newer', 6.9, 1, 1)];
    expect(order('how many drowned', passages)).toEqual(['new', 'old', 'newer']);
  });

  it('is no count of a part, which is much smaller than another', () => {
    const counts = new Map([
      ['all', 41],
      ['town', 6],
      ['later', 50],
    ]);
    const first = (...passages: readonly ReturnType<typeof passage>[]) =>
      newestWordFirst('how many were arrested', passages, ({ name }) => counts.get(name))[0]?.name;
    expect(first(passage('all', 9, 0.5, 1), passage('town', 9, 0.9, 1))).toBe('all');
    expect(first(passage('town', 9, 0.9, 1), passage('all', 8, 0.5, 1))).toBe('all');
    expect(first(passage('town', 9, 0.9, 1), passage('all', 5, 0.5, 1))).toBe('town');
    expect(first(passage('all', 9, 0.5, 1), passage('later', 9, 0.9, 1))).toBe('later');
    expect(first(passage('all', 9, 0.5, 1), passage('uncounted', 9, 0.9, 1))).toBe('uncounted');
  });

  it('is no passage without the figure', () => {
    const passages = [passage('old', 9, 0.2, 1), passage('new', 9, 0.9)];
    expect(order('how many drowned', passages)).toEqual(['old', 'new']);
  });

  it.each(['is the ferry still afloat', 'have they left yet', 'latest on the divers'])(
    'stands first where somebody asks how things stand now: %s',
    (question) => {
      const passages = [passage('old', 9, 0.2), passage('new', 8.5, 0.9)];
      expect(order(question, passages)).toEqual(['new', 'old']);
    },
  );

  it('is left behind where it speaks far less strongly of how things stand', () => {
    const passages = [passage('old', 9, 0.2), passage('new', 7.9, 0.9)];
    expect(order('is the ferry still afloat', passages)).toEqual(['old', 'new']);
  });

  it('stands first in other questions only among the first three, where it was read and answers as surely', () => {
    const old = passage('old', 9, 0.2, 0, 0.8);
    const first = (reading: number, strength = 8.5) =>
      order('who built the ferry', [old, passage('new', strength, 0.9, 0, reading)])[0];
    expect(first(0.8)).toBe('new');
    expect(first(0.7)).toBe('old');
    expect(first(0.9, 8.3)).toBe('old');
    const late = [...'abc'].map((name) => passage(name, 9, 0.2, 0, 0.8));
    expect(order('who built the ferry', [...late, passage('new', 8.9, 0.9, 0, 0.9)])[0]).toBe('a');
  });

  it('changes nothing about other questions where nothing was read, nor about none', () => {
    const passages = [passage('old', 9, 0.2), passage('new', 9, 0.9)];
    expect(order('who built the ferry', passages)).toEqual(['old', 'new']);
    expect(order('is it still there', [])).toEqual([]);
  });
});
