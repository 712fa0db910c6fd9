import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PhraseMatch, PhraseTrie } from '../../src/language/phrase-trie.ts';

type Phrase = readonly [phrase: readonly string[], value: string];

/** What the trie is to find, found by comparing every phrase with every place. */
function naiveMatches(phrases: readonly Phrase[], terms: readonly string[]): readonly PhraseMatch<string>[] {
  const found = new Map<string, PhraseMatch<string>>();
  for (const [phrase, value] of phrases) {
    if (phrase.length === 0) continue;
    for (let from = 0; from + phrase.length <= terms.length; from++) {
      const to = from + phrase.length;
      if (phrase.every((term, index) => terms[from + index] === term)) {
        found.set(JSON.stringify([from, to, value]), { from, to, value });
      }
    }
  }
  return [...found.values()];
}

const sorted = (matches: readonly PhraseMatch<string>[]) =>
  matches.map(({ from, to, value }) => JSON.stringify([from, to, value])).sort();

function trieOf(phrases: readonly Phrase[]): PhraseTrie<string> {
  const trie = new PhraseTrie<string>();
  for (const [phrase, value] of phrases) trie.add(phrase, value);
  return trie;
}

const term = fc.constantFrom('a', 'b', 'c', '', '__proto__', 'constructor');
const phrase = fc.tuple(fc.array(term, { maxLength: 4 }), fc.constantFrom('x', 'y'));

describe('PhraseTrie', () => {
  it('finds what comparing every phrase with every place finds', () => {
    fc.assert(
      fc.property(
        fc.array(phrase, { maxLength: 12 }),
        fc.array(term, { maxLength: 20 }),
        (phrases, terms) => {
          expect(sorted(trieOf(phrases).matches(terms))).toEqual(sorted(naiveMatches(phrases, terms)));
        },
      ),
    );
  });

  it('gives matches by their start, overlapping ones included', () => {
    const trie = trieOf([
      [['coast', 'guard'], 'coastguard'],
      [['guard'], 'guard'],
      [['coast'], 'coast'],
    ]);
    expect(trie.matches(['the', 'coast', 'guard'])).toEqual([
      { from: 1, to: 2, value: 'coast' },
      { from: 1, to: 3, value: 'coastguard' },
      { from: 2, to: 3, value: 'guard' },
    ]);
  });

  it('gives a value once for a phrase that was added twice', () => {
    expect(
      trieOf([
        [['raft'], 'x'],
        [['raft'], 'x'],
        [['raft'], 'y'],
      ]).matches(['raft']),
    ).toHaveLength(2);
  });

  it('finds nothing for an empty phrase', () => {
    expect(trieOf([[[], 'x']]).matches(['raft'])).toEqual([]);
  });
});
