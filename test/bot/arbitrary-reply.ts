import fc from 'fast-check';
import type { Answer, Citation, Disagreement, Figure } from '../../src/answer/answer.ts';
import type { Action, Reply } from '../../src/command/reply.ts';
import type { RichText } from '../../src/command/rich-text.ts';
import {
  type Article,
  type ArticleId,
  FIGURE_ROLES,
  type Passage,
  type PassageId,
  type Published,
  type Span,
} from '../../src/corpus/model.ts';

/** Text that tries Discord's markup, characters of several units, and every length. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '@everyone',
    '<@1234567890>',
    '</help:123>',
    '<t:0:R>',
    '<:name:123>',
    ':smile:',
    '[label](https://evil.example)',
    'https://evil.example/?a=b',
    'discord.gg/abc',
    '\n# heading',
    '\n-# small',
    '\n> quoted',
    '\n- item',
    '\n1. item',
    '||spoiler||',
    '```\ncode\n```',
    '**bold** __under__ ~~gone~~',
    '\\',
    '👩‍👩‍👧‍👦',
    '🇪🇺',
    'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
    'about 40 people were injured. ',
    'He said: “We do not know.” ',
  ),
);

export const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 1, 1, 2, 20, 200))
  .map(([pieces, times]) =>
    pieces
      .join(' ')
      .repeat(times)
      .slice(0, 20_000)
      .replace(/\p{Surrogate}/gu, ''),
  );

const published: fc.Arbitrary<Published> = fc.constantFrom(
  { text: '2031-03-14', day: '2031-03-14' },
  { text: '2031-03-14T09:30:00+04:30', day: '2031-03-14', instant: Date.UTC(2031, 2, 14, 5, 0) },
  { text: '2031-03-15T23:59Z', day: '2031-03-15', instant: Date.UTC(2031, 2, 15, 23, 59) },
);

const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://example.org/a_(b)|c*d',
    `https://example.org/${'x'.repeat(3000)}`,
  ),
);

const article: fc.Arbitrary<Article> = fc
  .record({
    title: hostileText,
    publisher: hostileText,
    published,
    url: fc.option(url, { nil: undefined }),
    form: fc.constantFrom('full' as const, 'summary' as const),
  })
  .map(({ url, ...rest }) => ({
    id: 'an-article' as ArticleId,
    language: 'en',
    passages: [],
    ...rest,
    ...(url === undefined ? {} : { url }),
  }));

const passage: fc.Arbitrary<Passage> = hostileText.map((raw) => {
  const text = raw.replace(/\s+/g, ' ').trim() || 'x';
  const sentences: Span[] = [];
  for (const match of text.matchAll(/[^.]+\.?/g))
    sentences.push([match.index, match.index + match[0].length]);
  return {
    id: 'an-article#1' as PassageId,
    article: 'an-article' as ArticleId,
    number: 1,
    text,
    sentences: sentences.length === 0 ? [[0, text.length]] : sentences,
  };
});

function spanIn(text: string): fc.Arbitrary<Span> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
}

export const citation: fc.Arbitrary<Citation> = fc
  .tuple(article, passage, article)
  .chain(([of, said, later]) =>
    fc
      .record({
        highlights: fc.array(spanIn(said.text), { maxLength: 8 }),
        sentence: fc.nat(said.sentences.length - 1),
        revised: fc.constantFrom(undefined, 'corrected' as const, 'updated' as const),
      })
      .map(({ highlights, sentence, revised }) => ({
        article: of,
        passage: said,
        score: 0.5,
        highlights,
        focus: said.sentences[sentence] ?? [0, said.text.length],
        ...(revised === undefined ? {} : { revisedBy: { kind: revised, by: later } }),
      })),
  );

const figure: fc.Arbitrary<Figure> = fc
  .record({
    role: fc.constantFrom(...FIGURE_ROLES),
    value: fc.nat(),
    qualifier: fc.constantFrom(null, 'about' as const, 'at least' as const),
    attribution: fc.option(hostileText),
    article,
    passage,
    latest: fc.boolean(),
    isPart: fc.boolean(),
  })
  .map((rest) => ({ ...rest, span: [0, 1] as const }));

const disagreement: fc.Arbitrary<Disagreement> = fc.record({
  about: fc.oneof(fc.constantFrom(...FIGURE_ROLES), hostileText),
  kind: fc.constantFrom('incompatible' as const, 'imprecise' as const, 'denied' as const),
  sides: fc.array(fc.record({ article, passage }), { minLength: 2, maxLength: 3 }),
});

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    status: fc.constant('answered' as const),
    question: hostileText,
    passages: fc.array(citation, { minLength: 1, maxLength: 12 }),
    figures: fc.array(figure, { maxLength: 15 }),
    disagreements: fc.array(disagreement, { maxLength: 4 }),
    asOf: published,
  }),
  fc.record({
    status: fc.constant('unanswered' as const),
    question: hostileText,
    reason: fc.constantFrom('empty' as const, 'silent' as const, 'filtered' as const),
    suggestions: fc.array(fc.constantFrom('casualties', 'timeline'), { maxLength: 2 }),
    asOf: published,
  }),
);

const action: fc.Arbitrary<Action> = fc.record({
  label: hostileText,
  command: fc.oneof(
    fc.constantFrom('ask', 'Ask the articles', 'a:b'),
    fc.string({ minLength: 1, maxLength: 32 }),
  ),
  state: fc.string({ unit: 'grapheme', maxLength: 10 }),
  style: fc.constantFrom('primary' as const, 'secondary' as const),
  disabled: fc.boolean(),
});

export const richText: fc.Arbitrary<RichText> = fc.letrec<{ text: RichText }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    hostileText,
    hostileText.map((code) => ({ code })),
    fc.record({ link: hostileText, url }),
    fc.constantFrom('help', 'ask', 'Ask the articles').map((command) => ({ command })),
    fc.record({
      time: fc.date({ noInvalidDate: true }),
      style: fc.constantFrom('full' as const, 'relative' as const),
    }),
    tie('text').map((bold) => ({ bold })),
    tie('text').map((italic) => ({ italic })),
    fc.array(tie('text'), { maxLength: 6 }),
  ),
})).text;

const base = {
  visibility: fc.constantFrom('public' as const, 'private' as const),
  actions: fc.array(action, { maxLength: 20 }),
};

export const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    ...base,
    answer,
    heading: hostileText,
    offset: fc.nat(14),
    pageSize: fc.integer({ min: 1, max: 12 }),
    note: richText,
  }),
  fc.record({ kind: fc.constant('notice' as const), ...base, text: richText }),
  fc.record({
    kind: fc.constant('document' as const),
    ...base,
    title: hostileText,
    url,
    lead: richText,
    sections: fc.array(fc.record({ heading: hostileText, body: richText }), { maxLength: 8 }),
    footer: hostileText,
  }),
);
