import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONFIDENCE_WEIGHTS,
  CONFIDENCE_WEIGHTS_WITHOUT_VECTORS,
  type ConfidenceSignals,
  confidence,
  readConfidence,
} from '../../src/answer/confidence.ts';
import { ferrySearcher } from '../search/newsroom.ts';

async function signalsOf(question: string): Promise<ConfidenceSignals> {
  const { searcher } = await ferrySearcher();
  return readConfidence(await searcher.search(question));
}

describe('the signals of confidence', () => {
  it('speak against a question that finds nothing', async () => {
    expect(await signalsOf('qwertzu')).toMatchObject({ coverage: 0, strength: 0, lacking: 1 });
  });

  it('tell what the articles speak of from what they do not', async () => {
    const whole = await signalsOf('what did the harbour master blame');
    const part = await signalsOf('what did the harbour zeppelin blame');
    expect(whole.known).toBeGreaterThan(part.known);
    expect(whole.coverage).toBeGreaterThan(part.coverage);
    expect(part.lacking).toBeGreaterThan(whole.lacking);
  });

  it('tell that a number which is asked about is missing', async () => {
    expect((await signalsOf('were 77 people killed')).missingNames).toBeGreaterThan(0);
    expect((await signalsOf('were 12 people killed')).missingNames).toBe(0);
  });

  it('tell that a kind of thing is asked for which the best passage does not give', async () => {
    expect(await signalsOf('how much money did the candles cost')).toMatchObject({ typed: 1, wrongKind: 1 });
    expect(await signalsOf('how many helicopters')).toMatchObject({ typed: 1, wrongKind: 0 });
    expect(await signalsOf('helicopters')).toMatchObject({ typed: 0, wrongKind: 0 });
  });

  it('are finite', async () => {
    for (const question of ['', 'fog', 'how many', 'US', 'qwertzu fog']) {
      for (const value of Object.values(await signalsOf(question))) expect(value).toSatisfy(Number.isFinite);
    }
  });
});

describe('confidence', () => {
  it('lies between 0 and 1 whatever the signals', async () => {
    const base = await signalsOf('fog');
    const any = fc.record(
      Object.fromEntries(
        Object.keys(base).map((name) => [name, fc.double({ min: -3, max: 3, noNaN: true })]),
      ),
    );
    fc.assert(
      fc.property(
        any,
        fc.constantFrom(CONFIDENCE_WEIGHTS, CONFIDENCE_WEIGHTS_WITHOUT_VECTORS),
        (drawn, weights) => {
          const chance = confidence({ ...base, ...drawn }, weights);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is higher for a question that the articles answer than for one about something else', async () => {
    const chance = async (question: string) =>
      confidence(await signalsOf(question), CONFIDENCE_WEIGHTS_WITHOUT_VECTORS);
    expect(await chance('what did the harbour master blame')).toBeGreaterThan(
      await chance('who won the football championship'),
    );
  });
});
