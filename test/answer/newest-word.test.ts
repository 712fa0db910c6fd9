import { describe, expect, it } from 'vitest';
import { newestWordFirst } from '../../src/answer/newest-word.ts';

const passage = (name: string, strength: number, fresh: number, figure = 0) => ({
  name,
  strength,
  signals: { fresh, figure },
});
const order = (question: string, passages: readonly ReturnType<typeof passage>[]) =>
  newestWordFirst(question, passages).map(({ name }) => name);

describe('the newest word', () => {
  it('stands first among figures that speak nearly as strongly', () => {
    const passages = [passage('old', 9, 0.2, 1), passage('new', 8, 0.9, 1), passage('newer', 5, 1, 1)];
    expect(order('how many drowned', passages)).toEqual(['new', 'old', 'newer']);
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

  it('stands first in other questions only among the first three, where they speak as strongly', () => {
    const alike = [passage('old', 9, 0.2), passage('new', 8.8, 0.9)];
    expect(order('who built the ferry', alike)).toEqual(['new', 'old']);
    const late = [...'abc'].map((name) => passage(name, 9, 0.2));
    expect(order('who built the ferry', [...late, passage('new', 8.9, 0.9)])[0]).toBe('a');
  });

  it('changes nothing else about other questions, nor about none', () => {
    const passages = [passage('old', 9, 0.2), passage('new', 8.5, 0.9)];
    expect(order('who built the ferry', passages)).toEqual(['old', 'new']);
    expect(order('is it still there', [])).toEqual([]);
  });
});
