import { describe, expect, it } from 'vitest';
import { ferrySearcher } from './newsroom.ts';

/** The words of the passage that begins so, from where it is about what is asked; undefined where it never is. */
async function aboutIt(question: string, beginning: string): Promise<string | undefined> {
  const { searcher } = await ferrySearcher();
  const { passages } = await searcher.search(question, { limit: 100 });
  const found = passages.find(({ passage }) => passage.text.startsWith(beginning));
  if (!found) throw new Error(`${question} does not find ${beginning}`);
  return Number.isFinite(found.askedFrom) ? found.passage.text.slice(found.askedFrom) : undefined;
}

describe('what is asked', () => {
  it('is spoken of from where its place is named', async () => {
    expect(await aboutIt('how many divers searched in the wreck', 'Divers')).toMatch(/^the wreck until/);
  });

  it('is spoken of from the beginning where no place is asked for', async () => {
    expect(await aboutIt('how many divers searched the strait', 'Divers')).toMatch(/^Divers/);
  });

  it('is never spoken of in a passage that lacks some of it', async () => {
    expect(await aboutIt('how many divers were in the helicopters', 'Divers')).toBeUndefined();
  });

  it('is spoken of where no word is for the count itself, or for its being the last', async () => {
    expect(await aboutIt('latest diver count', 'Divers')).toMatch(/^Divers/);
  });

  it('leaves aside what every article speaks of', async () => {
    expect(await aboutIt('how many people on the ferry were rescued', 'Captain Odalric')).toMatch(/^Captain/);
  });
});
