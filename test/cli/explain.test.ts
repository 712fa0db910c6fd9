import { describe, expect, it } from 'vitest';
import { explanationText } from '../../src/cli/explain.ts';
import { createDossier } from '../../src/dossier.ts';
import { WEIGHTS, WEIGHTS_WITHOUT_VECTORS } from '../../src/search/weights.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';

const BODY = `Twelve people were injured in the fire, the hospital at Fjordby said.

The roof of the cannery fell in at noon.

Two men were arrested at the harbour on the following day.
`;

async function cannery() {
  const dataDir = await dataFolder({ 'articles/post.md': articleText({}, BODY) });
  const dossier = await createDossier({ dataDir });
  await dossier.complete;
  return dossier;
}

describe('an explanation', { timeout: 60_000 }, () => {
  it('adds up: the signals by their weights are the strength, and give the chance', async () => {
    const { parts } = await (await cannery()).explain('how many people were injured');
    expect(parts).toHaveLength(1);
    for (const { result, confidence } of parts) {
      const weights = result.hasVectors ? WEIGHTS : WEIGHTS_WITHOUT_VECTORS;
      expect(result.passages).not.toHaveLength(0);
      for (const { signals, strength } of result.passages)
        expect(sum(signals, weights)).toBeCloseTo(strength);
      const logOdds = sum(confidence.signals, confidence.weights) + confidence.weights.bias;
      expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(confidence.chance);
    }
  });

  it('shows what the answer shows, in its order', async () => {
    const dossier = await cannery();
    const question = 'when did the roof fall in';
    const { parts } = await dossier.explain(question);
    const answer = await dossier.ask(question);
    const shown = parts.flatMap(({ shown }) => shown.map(({ passage }) => passage.id));
    expect(shown).not.toHaveLength(0);
    expect(answer.status === 'answered' && answer.passages.map(({ passage }) => passage.id)).toEqual(shown);
  });

  it('names the slots with their terms, the chance, and each signal as value × weight', async () => {
    const text = explanationText(await (await cannery()).explain('how many people were injured'));
    expect(text).toMatch(/^how many people were injured\nAsks for: count\./);
    expect(text).toMatch(/ {2}injured \(word\), weight \d\.\d\d: injur 1\.00, ~injury 0\.85/);
    expect(text).toMatch(/Chance that the articles answer: 0\.\d{3}, so it is answered/);
    expect(text).toContain('1. Fjord Post, 2 May 2041 (post, passage 1)');
    expect(text).toMatch(/ {5}coverage +1\.000 × +-?\d\.\d{3} = +-?\d\.\d{3}/);
  });

  it('says that a question is refused, and what is spoken of nowhere', async () => {
    const text = explanationText(await (await cannery()).explain('who won the football championship'));
    expect(text).toContain('so it is refused');
    expect(text).toMatch(/football \(word, spoken of nowhere\)/);
    expect(text).not.toContain('in the answer');
  });

  it('explains each question of a text by itself, and nothing where nothing is asked', async () => {
    const dossier = await cannery();
    const { parts } = await dossier.explain('who was arrested, and when did the roof fall in');
    expect(parts.map(({ question }) => question)).toEqual(['who was arrested', 'when did the roof fall in']);
    expect(explanationText(await dossier.explain('qwertzu'))).toContain('words stand for nothing');
    expect(explanationText(await dossier.explain('?!'))).toBe('?!\nThere is no question in this line.');
  });
});

function sum<Name extends string>(
  signals: { readonly [Key in Name]: number },
  weights: { readonly [Key in NoInfer<Name>]: number },
): number {
  return (Object.keys(signals) as Name[]).reduce((all, name) => all + signals[name] * weights[name], 0);
}
