import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationLink, linkTarget, textFragment } from '../../src/bot/link.ts';
import { citationOf } from './citations.ts';

describe('text fragments', () => {
  it('names a short sentence as a whole', () => {
    expect(textFragment('Two people were killed.')).toBe('Two%20people%20were%20killed.');
  });

  it('names a long sentence by its beginning and its end', () => {
    const sentence = 'The lorry had been carrying cement, and its trailer lay across the western pier.';
    expect(textFragment(sentence)).toBe('The%20lorry%20had%20been,across%20the%20western%20pier.');
  });

  it('encodes what the directive would read as syntax', () => {
    expect(textFragment('Well-known, R&D (50%)')).toBe('Well%2Dknown%2C%20R%26D%20%2850%25%29');
  });

  it('gives none for a text without words', () => {
    expect(textFragment(' – … ')).toBeUndefined();
  });

  it('decodes to words of the sentence, and holds no bare syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (sentence) => {
        const fragment = textFragment(sentence);
        if (fragment === undefined) return;
        expect(fragment).toMatch(/^[A-Za-z0-9.%]+(?:,[A-Za-z0-9.%]+)?$/);
        const folded = sentence.replace(/\s+/g, ' ').trim();
        for (const part of fragment.split(',')) expect(folded).toContain(decodeURIComponent(part));
      }),
    );
  });
});

describe('the link of a citation', () => {
  const text = 'Nobody knows. Two people were killed.';

  it('leads to the sentence that answers, in the publisher’s own text', () => {
    expect(citationLink(citationOf(text, { focus: 'Two' }))).toBe(
      'https://gazette.example/bridge#:~:text=Two%20people%20were%20killed.',
    );
  });

  it('keeps a fragment that the address has already', () => {
    const article = { url: 'https://gazette.example/bridge?a=b#top' };
    expect(citationLink(citationOf(text, { focus: 'Two', article }))).toBe(
      'https://gazette.example/bridge?a=b#top:~:text=Two%20people%20were%20killed.',
    );
  });

  it('leads to the article alone for a summary', () => {
    const article = { form: 'summary' as const };
    expect(citationLink(citationOf(text, { article }))).toBe('https://gazette.example/bridge');
  });

  it('is none where the address is not known', () => {
    const { url: _url, ...article } = citationOf(text).article;
    expect(citationLink({ ...citationOf(text), article })).toBeUndefined();
  });
});

describe('a link’s target', () => {
  it.each([
    'javascript:alert(1)',
    'ftp://files.example',
    'no address',
    `https://a.example/${'x'.repeat(2100)}`,
  ])('refuses %.40s', (url) => {
    expect(linkTarget(url)).toBeUndefined();
  });

  it('encodes what would end a masked link', () => {
    expect(linkTarget('https://a.example/b_(c)>d')).toBe('https://a.example/b_%28c%29%3Ed');
  });
});
