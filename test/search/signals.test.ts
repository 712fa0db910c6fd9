import { describe, expect, it } from 'vitest';
import type { Signals } from '../../src/search/signals.ts';
import { ferrySearcher } from './newsroom.ts';

/** The signals of the passage that begins so, for a question. */
async function signalsOf(question: string, beginning: string): Promise<Signals> {
  const { searcher } = await ferrySearcher();
  const { passages } = await searcher.search(question, { limit: 100 });
  const found = passages.find(({ passage }) => passage.text.startsWith(beginning));
  if (!found) throw new Error(`${question} does not find ${beginning}`);
  return found.signals;
}

describe('signals', () => {
  it('cover all that is asked about, or a part of it', async () => {
    const whole = await signalsOf('the harbour master blamed fog', 'The harbour master');
    expect(whole).toMatchObject({ coverage: 1, exact: 1, sentence: 1, complete: 1, heaviest: 1 });
    const part = await signalsOf('the harbour zeppelin', 'The harbour master');
    expect(part.coverage).toBeGreaterThan(0);
    expect(part.coverage).toBeLessThan(1);
    expect(part.complete).toBe(0);
  });

  it('tell a passage whose one sentence says it all from one that says it in two', async () => {
    const { sentence, coverage } = await signalsOf('steering inquiry', 'The minister said');
    expect(coverage).toBe(1);
    expect(sentence).toBeLessThan(1);
  });

  it('heed the passages around', async () => {
    const { context, coverage } = await signalsOf('helicopters captain', 'The US sent');
    expect(coverage).toBeLessThan(1);
    expect(context).toBeGreaterThan(0);
    expect((await signalsOf('helicopters', 'The US sent')).context).toBe(0);
  });

  it('tell which of the passages around adds what', async () => {
    const of = async (question: string) => {
      const { earlier, before, after } = await signalsOf(question, 'Captain Odalric');
      return { earlier: earlier > 0, before: before > 0, after: after > 0 };
    };
    expect(await of('aboard rescued')).toEqual({ earlier: true, before: false, after: false });
    expect(await of('injured rescued')).toEqual({ earlier: false, before: true, after: false });
    expect(await of('helicopters rescued')).toEqual({ earlier: false, before: false, after: true });
    expect(await of('rescued')).toEqual({ earlier: false, before: false, after: false });
  });

  it.each([
    ['the title of the article', 'alkyon inquiry', 'The minister said'],
    ['the heading above', 'crew helicopters', 'The US sent'],
  ])('heed %s', async (_, question, beginning) => {
    expect((await signalsOf(question, beginning)).title).toBeGreaterThan(0);
    expect((await signalsOf(question.split(' ')[1] ?? '', beginning)).title).toBe(0);
  });

  it('tell a passage that gives a number where a number is asked for', async () => {
    const asked = 'how many people died at sea';
    expect(await signalsOf(asked, 'Eleven people died')).toMatchObject({ measure: 1, figure: 1 });
    expect(await signalsOf('how many helicopters', 'The US sent')).toMatchObject({ measure: 1, figure: 0 });
    expect(await signalsOf('helicopters', 'The US sent')).toMatchObject({ measure: 0 });
  });

  it('tell the newest article, one that was corrected, and talk of another time', async () => {
    const oldest = await signalsOf('how many people were killed', 'At least 9');
    expect(oldest).toMatchObject({ fresh: 0, superseded: 1, background: 0 });
    expect(await signalsOf('candles', 'Relatives')).toMatchObject({ fresh: 1, superseded: 0 });
    expect(await signalsOf('another ferry burned', 'Divers')).toMatchObject({ background: 1 });
  });

  it('tell who is asked for, and that somebody who is asked about speaks', async () => {
    expect(await signalsOf('who was rescued', 'Captain Odalric')).toMatchObject({ person: 1, place: 0 });
    expect(await signalsOf('what did captain venn say', 'Captain Odalric')).toMatchObject({
      speech: 1,
      speaker: 1,
    });
    expect(await signalsOf('why was there a collision', 'The harbour master')).toMatchObject({ reason: 1 });
    expect(await signalsOf('why candles', 'Relatives lit')).toMatchObject({ reason: 0 });
  });

  it('are finite for any passage and question', async () => {
    const { searcher } = await ferrySearcher();
    for (const question of ['how many', 'who said that the ferry sank', 'fog fog fog', '9', 'US']) {
      for (const { signals } of (await searcher.search(question)).passages) {
        for (const [name, value] of Object.entries(signals)) expect(value, name).toSatisfy(Number.isFinite);
      }
    }
  });
});
