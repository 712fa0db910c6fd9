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
    const passages = [passage('old', 9, 0.2, 1), passage('new', 8, 0.9, 1), passage('newer', 5.9, 1, 1)];
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

  it('is left behind where it speaks far less strongly of how things stand', () => {
    const passages = [passage('old', 9, 0.2), passage('new', 6.9, 0.9)];
    expect(order('is the ferry still afloat', passages)).toEqual(['old', 'new']);
  });

  it('changes nothing about other questions, however alike the passages are, nor about none', () => {
    const passages = [passage('old', 9, 0.2), passage('new', 9, 0.9)];
    expect(order('who built the ferry', passages)).toEqual(['old', 'new']);
    expect(order('is it still there', [])).toEqual([]);
  });
});
