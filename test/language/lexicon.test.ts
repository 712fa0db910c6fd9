import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { lexiconOf } from './lexicon-of.ts';

const VESSELS = `
vessel: {words: [vessel, ship]}
ferry: {words: [ferry, car ferry], asks: [the boat thing], kinds: [vessel]}
catamaran: {words: [catamaran], kinds: [ferry], related: [harbour]}
harbour: {words: [harbour, port of call]}
`;

describe('a lexicon', () => {
  it('finds its words in any inflection, and its phrases as a whole', async () => {
    const lexicon = await lexiconOf({ 'a.yaml': VESSELS });
    const found = (text: string) =>
      lexicon.inText(tokenize(text)).map(({ concept, from, to }) => [concept, from, to]);
    expect(found('Ships and a Car Ferry left the ports of call')).toEqual([
      ['vessel', 0, 1],
      ['ferry', 3, 5],
      ['ferry', 4, 5],
      ['harbour', 7, 10],
    ]);
    expect(found('a port and a call')).toEqual([]);
  });

  it('knows words that occur in questions alone', async () => {
    const lexicon = await lexiconOf({ 'a.yaml': VESSELS });
    const tokens = tokenize('where is the boat thing');
    expect(lexicon.inQuestion(tokens).map(({ concept }) => concept)).toEqual(['ferry']);
    expect(lexicon.inText(tokens)).toEqual([]);
  });

  it('takes a function word alone for no evidence, but a name in capitals for one', async () => {
    const lexicon = await lexiconOf({
      'a.yaml': 'country: {words: [US, them]}\nmovement: {words: [get out]}',
    });
    const found = (text: string) => lexicon.inText(tokenize(text)).map(({ concept }) => concept);
    expect(found('get them to tell us')).toEqual([]);
    expect(found('The US told them to get out')).toEqual(['country', 'movement']);
  });

  it('lets a kind answer for its genus better than the genus for its kind', async () => {
    const { concepts } = await lexiconOf({ 'a.yaml': VESSELS });
    const closeness = (asked: string, given: string) => concepts.get(asked)?.answeredBy.get(given) ?? 0;
    expect(closeness('ferry', 'vessel')).toBeGreaterThan(closeness('vessel', 'ferry'));
    expect(closeness('vessel', 'ferry')).toBeGreaterThan(0);
    expect(closeness('catamaran', 'vessel')).toBeGreaterThan(0);
    expect(closeness('catamaran', 'harbour')).toBe(closeness('harbour', 'catamaran'));
    expect(closeness('ferry', 'harbour')).toBe(0);
  });

  it('adds up what several files say of one concept', async () => {
    const lexicon = await lexiconOf({
      'a.yaml': VESSELS,
      'b.yaml': 'ferry: {words: [ro-ro], related: [harbour]}',
      'notes.txt': 'not: [yaml',
    });
    const found = (text: string) => lexicon.inText(tokenize(text)).map(({ concept }) => concept);
    expect(found('the ro-ro')).toEqual(['ferry']);
    expect(found('the ferry')).toEqual(['ferry']);
    expect(lexicon.concepts.get('ferry')?.answeredBy.get('harbour')).toBeGreaterThan(0);
    expect(lexicon.concepts.get('ferry')?.answeredBy.get('vessel')).toBeGreaterThan(0);
  });

  it('takes words that YAML reads as numbers', async () => {
    const lexicon = await lexiconOf({ 'a.yaml': 'emergency: {words: [112]}' });
    expect(lexicon.inText(tokenize('Call 112!')).map(({ concept }) => concept)).toEqual(['emergency']);
  });

  it.each([
    ['a relation to what no file declares', 'raft: {words: [raft], kinds: [boat]}', /raft.*boat/],
    ['a slip in another relation', 'raft: {words: [raft], related: [vesel]}', /raft.*vesel/],
    ['text that is no YAML', 'raft: {words: [raft', /./],
    ['a concept that is there twice', 'raft: {words: [raft]}\nraft: {words: [float]}', /./],
    ['an unknown key', 'raft: {words: [raft], kind: [vessel]}', /kind/],
    ['a name with capitals', 'Raft: {words: [raft]}', /Raft/],
    ['words that are no list', 'raft: {words: raft}', /words/],
    ['a file without concepts', '', /./],
  ])('refuses %s, naming the file', async (_, text, reason) => {
    const loading = lexiconOf({ 'a.yaml': VESSELS, 'slips.yaml': text });
    await expect(loading).rejects.toThrow(/^slips\.yaml: /);
    await expect(loading).rejects.toThrow(reason);
  });

  it('refuses a concept for which no file gives a word', async () => {
    await expect(lexiconOf({ 'a.yaml': 'raft: {asks: [float]}' })).rejects.toThrow(/raft/);
  });
});

describe('the lexicon that comes with the program', async () => {
  const lexicon = await loadLexicon();

  it('gives every relation a closeness above 0 and at most 1, to a concept that it has', () => {
    for (const { name, answeredBy } of lexicon.concepts.values()) {
      for (const [other, closeness] of answeredBy) {
        expect(lexicon.concepts.has(other)).toBe(true);
        expect(other).not.toBe(name);
        expect(closeness).toBeGreaterThan(0);
        expect(closeness).toBeLessThanOrEqual(1);
      }
    }
  });

  it.each([
    ['Twelve people were killed.', 'Twelve people died.'],
    ['Police arrested him.', 'Police detained him.'],
  ])('knows that %j and %j may say the same', (one, other) => {
    const conceptsOf = (text: string) =>
      new Set(lexicon.inText(tokenize(text)).map(({ concept }) => concept));
    const related = [...conceptsOf(one)].filter((concept) =>
      [...conceptsOf(other)].some(
        (given) => given === concept || lexicon.concepts.get(concept)?.answeredBy.has(given),
      ),
    );
    expect(related).not.toEqual([]);
  });
});
