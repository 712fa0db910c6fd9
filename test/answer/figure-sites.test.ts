import { describe, expect, it } from 'vitest';
import { createSites } from '../../src/answer/figure-sites.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';

const lexicon = await loadLexicon();
const EVENT = `title: Raids in Orrin
date: 2041-05-02
aliases:
  Salt House: [salt hall, customs museum]
  Harbour Watch: [keepers of the bridge]
`;

/** The place at which the number of a text is counted. */
async function siteOf(text: string, number: string): Promise<string | undefined> {
  const folder = await dataFolder({ 'event.yaml': EVENT, 'articles/news.md': articleText({}, text) });
  const corpus = await loadCorpus(folder);
  const passage = corpus.articles[0]?.passages[0];
  if (!passage) throw new Error('no passage');
  const at = passage.text.indexOf(number);
  return createSites(corpus.event, lexicon).siteOf(passage, [at, at + number.length])?.name;
}

describe('the place at which a figure is counted', () => {
  it.each([
    ['Four men burst into the station and shot a clerk.', 'Four', undefined],
    ['Four men burst into the railway station and shot a clerk.', 'Four', 'railway station'],
    ['Raiders attacked the embassy, killing nine.', 'nine', 'embassy'],
    ['The siege of the embassy ended with the death of five raiders.', 'five', 'embassy'],
    ['Two raiders held the upper floors of the embassy.', 'Two', undefined],
    ['Two raiders held out in the upper floors of the embassy.', 'Two', 'embassy'],
    ['Nine died in the mosque and two at the bridge.', 'Nine', 'mosque'],
    ['Nine died in the mosque, at the bridge two.', 'two', 'bridge'],
    ['Nine died in the mosque and two at the bridge.', 'two', 'bridge'],
    ['Six were hurt in the salt hall.', 'Six', 'Salt House'],
    ['Raiders burst into a barracks outside Korr, killing six.', 'six', 'barracks'],
    ['Six raiders in the museum shot at guards.', 'Six', 'museum'],
    ['The radio counted one guard killed and 12 people wounded in the mosque.', 'one', 'mosque'],
    ['Security forces stormed the embassy, killing nine.', 'nine', 'embassy'],
    ['As many as nine people died in the mosque.', 'As many as nine', 'mosque'],
    ['Six were hurt in the customs museum.', 'Six', 'Salt House'],
  ])('in %j, of %s, is %s', async (text, number, site) => {
    expect(await siteOf(text, number)).toBe(site);
  });

  it('may stand in a sentence before', async () => {
    expect(await siteOf('Shots rang out in the museum. Eight were hurt there.', 'Eight')).toBe('museum');
    expect(await siteOf('Shots rang out in the museum. Eight were hurt.', 'Eight')).toBeUndefined();
    expect(await siteOf('News came from the museum. Two men had gone into its yard.', 'Two')).toBe('museum');
  });

  it.each([
    ['two are named', 'Nine died in the mosque, on the bridge or on the way.', 'Nine'],
    ['there are some', 'The museum shut. There were eight hurt.', 'eight'],
    ['it tells when', 'Soon after the museum nine were shot.', 'nine'],
    ['a total is of two', 'Nine people were killed in attacks on a hotel and a mosque.', 'Nine'],
    ['somebody speaks in it', 'The embassy said in its statement that nine people had died.', 'nine'],
    ['nothing happened in it', 'The embassy mourned. Nine of its citizens were killed.', 'Nine'],
    ['another count has it', 'Nineteen people died, eight of them in the mosque.', 'Nineteen'],
    [
      'another count has it, and its own place is unknown',
      'Ten died by the pond and two in the mosque.',
      'Ten',
    ],
    ['a thing is named by it', 'Nine were brought in on market carts.', 'Nine'],
    ['a town is named by it', 'Nine died in the attacks in Port Halvern.', 'Nine'],
    ['somebody was near it at other times', 'Nine boys died on their way to school.', 'Nine'],
    ['it is whose word it is', 'Nine were hurt, according to the embassy.', 'Nine'],
    ['it tells what went on', 'Nine were hurt, we heard while soldiers stormed the embassy.', 'Nine'],
    ['it is a speaker', 'The embassy counted nine dead.', 'nine'],
    ['a hospital took them in', 'Nine were treated in the hospital.', 'Nine'],
    ['people are named by it', 'Nine died among the keepers of the bridge.', 'Nine'],
  ])('is not told where %s', async (_, text, number) => {
    expect(await siteOf(text, number)).toBeUndefined();
  });
});

describe('the places that a question names', () => {
  it('are told in any way', async () => {
    const folder = await dataFolder({ 'event.yaml': EVENT, 'articles/news.md': articleText() });
    const { sitesIn } = createSites((await loadCorpus(folder)).event, lexicon);
    expect(sitesIn('embassy dead?').map(({ name }) => name)).toEqual(['embassy']);
    expect(sitesIn('was the salt hall hit after the bridge').map(({ name }) => name)).toEqual([
      'Salt House',
      'bridge',
    ]);
    expect(sitesIn('how many died')).toEqual([]);
  });
});
