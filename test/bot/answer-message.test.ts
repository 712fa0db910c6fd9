import { describe, expect, it } from 'vitest';
import type { Answered, Figure } from '../../src/answer/answer.ts';
import { readHeading } from '../../src/bot/heading.ts';
import { render } from '../../src/bot/render.ts';
import type { AnswerReply } from '../../src/command/reply.ts';
import type { Article } from '../../src/corpus/model.ts';
import { articleOf, citationOf, passageOf } from './citations.ts';

const place = { embeds: true, commandIds: new Map<string, string>() };
const later: Article = articleOf({
  publisher: 'Harbour Courier',
  published: { text: '2031-03-15T10:00:00Z', day: '2031-03-15', instant: Date.UTC(2031, 2, 15, 10) },
});

function answerOf(changes: Partial<Answered> = {}): Answered {
  return {
    status: 'answered',
    question: 'how many',
    passages: [citationOf('About 12 were injured.', { highlight: '12' })],
    figures: [],
    disagreements: [],
    asOf: { text: '2031-03-14', day: '2031-03-14' },
    ...changes,
  };
}

function replyOf(answer: AnswerReply['answer'], changes: Partial<AnswerReply> = {}): AnswerReply {
  return { kind: 'answer', answer, heading: 'how many', ...changes };
}

function figureOf(value: number, article: Article, changes: Partial<Figure> = {}): Figure {
  return {
    role: 'injured',
    value,
    qualifier: null,
    attribution: null,
    article,
    passage: passageOf(`${value} were injured.`, value),
    span: [0, 2],
    latest: false,
    isPart: false,
    ...changes,
  };
}

describe('an answer', () => {
  it('shows the question, as of when it is, and each passage with its publisher, date and link', () => {
    const { embeds } = render(replyOf(answerOf()), place);
    expect(embeds).toEqual([
      { author: { name: 'how many' }, footer: { text: 'As of 14 March 2031' } },
      {
        author: { name: 'Quay Gazette · 14 March 2031' },
        title: 'Bridge falls',
        url: 'https://gazette.example/bridge#:~:text=About%2012%20were%20injured.',
        description: '> “About **12** were injured.”',
        footer: { text: '¶ 1' },
      },
    ]);
  });

  it('names a summary as one and never sets it in quotation marks', () => {
    const cited = citationOf('About 12 were injured.', { article: { form: 'summary' } });
    const { embeds } = render(replyOf(answerOf({ passages: [cited] })), place);
    expect(embeds[1]?.description).toBe('*Summary of Quay Gazette’s report:* About 12 were injured.');
    const { content } = render(replyOf(answerOf({ passages: [cited] })), { ...place, embeds: false });
    expect(content).toContain('(summary)');
    expect(content).not.toMatch(/[“”]/);
  });

  it('says which later article corrects or updates a passage', () => {
    const cited = { ...citationOf('One.'), revisedBy: { kind: 'corrected' as const, by: later } };
    const { embeds } = render(replyOf(answerOf({ passages: [cited] })), place);
    expect(embeds[1]?.footer?.text).toBe('¶ 1 · Corrected by Harbour Courier, 15 March 2031, 10:00 UTC');
  });

  it('lists figures in order of time with who gave them, the latest marked', () => {
    const figures = [
      figureOf(19, later, { latest: true, attribution: 'the *mayor*' }),
      figureOf(12, articleOf(), { qualifier: 'about', max: 15 }),
    ];
    const { embeds } = render(replyOf(answerOf({ figures })), place);
    expect(embeds[0]?.description?.split('\n')).toEqual([
      '**about 12–15 injured** · Quay Gazette, 14 March 2031',
      '**19 injured** (the \\*mayor\\*) · Harbour Courier, 15 March 2031, 10:00 UTC · **latest**',
    ]);
  });

  it('says where a figure was counted, and keeps those of several places apart', () => {
    const figures = [
      figureOf(12, articleOf(), { site: 'old *mill*' }),
      figureOf(12, later, { site: 'quay' }),
    ];
    const { embeds } = render(replyOf(answerOf({ figures })), place);
    expect(embeds[0]?.description?.split('\n')).toEqual([
      '**12 injured**, old \\*mill\\* · Quay Gazette, 14 March 2031',
      '**12 injured**, quay · Harbour Courier, 15 March 2031, 10:00 UTC',
    ]);
  });

  it('says what sources differ about, with both sides and no verdict', () => {
    const sides = [
      {
        article: articleOf(),
        passage: passageOf('12 were injured.', 12),
        figure: figureOf(12, articleOf()),
      },
      { article: later, passage: passageOf('19 were injured.', 19), figure: figureOf(19, later) },
    ];
    const figures = [figureOf(12, articleOf()), figureOf(19, later)];
    const disagreements = [{ about: 'injured', kind: 'incompatible' as const, sides }];
    const { embeds } = render(replyOf(answerOf({ figures, disagreements })), place);
    expect(embeds[0]?.description).toContain(
      '**Sources differ** on injured: [Quay Gazette](<https://gazette.example/bridge>) (14 March 2031, ¶ 12): 12 injured · ' +
        '[Harbour Courier](<https://gazette.example/bridge>) (15 March 2031, 10:00 UTC, ¶ 19): 19 injured',
    );
  });

  it('says who reports what another reports as denied', () => {
    const sides = [
      { article: articleOf(), passage: passageOf('The mayor was on the bridge.', 3) },
      { article: later, passage: passageOf('The mayor was not on the bridge.', 4) },
    ];
    const disagreements = [{ about: 'presence', kind: 'denied' as const, sides }];
    const { embeds } = render(replyOf(answerOf({ disagreements })), place);
    expect(embeds[0]?.description).toBe(
      '**Sources differ**: [Quay Gazette](<https://gazette.example/bridge>) (14 March 2031, ¶ 3) — reported as denied: ' +
        '[Harbour Courier](<https://gazette.example/bridge>) (15 March 2031, 10:00 UTC, ¶ 4)',
    );
  });

  it('tells the thousands of a figure, and both counts of a passage that differs from itself', () => {
    const passage = passageOf('1200 were injured, or 1300.', 7);
    const figures = [1200, 1300].map((value) => figureOf(value, articleOf(), { passage }));
    const sides = figures.map((figure) => ({ article: articleOf(), passage, figure }));
    const disagreements = [{ about: 'injured', kind: 'incompatible' as const, sides }];
    const { embeds } = render(replyOf(answerOf({ figures, disagreements })), place);
    expect(embeds[0]?.description).toContain('**1,200 injured** · Quay Gazette');
    expect(embeds[0]?.description).toMatch(/¶ 7\): 1,200 injured · .*¶ 7\): 1,300 injured$/);
  });

  it('says how many figures do not fit, and keeps the newest', () => {
    const figures = Array.from({ length: 40 }, (_, index) => figureOf(index, articleOf()));
    const description = render(replyOf(answerOf({ figures })), place).embeds[0]?.description ?? '';
    expect(description).toMatch(/^\*and \d+ more figures, not shown here\*/);
    expect(description).toContain('**39 injured**');
  });

  it('says which part of the passages is shown', () => {
    const passages = Array.from({ length: 12 }, (_, index) => citationOf(`Passage ${index + 1}.`));
    const { embeds } = render(replyOf(answerOf({ passages }), { offset: 5, pageSize: 5 }), place);
    expect(embeds).toHaveLength(6);
    expect(embeds[0]?.footer?.text).toBe('As of 14 March 2031 · passages 6–10 of 12');
    expect(embeds[1]?.description).toContain('Passage 6');
  });

  it('shows a note of the command above the passages', () => {
    const { embeds } = render(replyOf(answerOf(), { note: 'only *one* publisher' }), place);
    expect(embeds[0]?.description).toBe('only \\*one\\* publisher');
  });
});

describe('a refusal', () => {
  const refusal = { status: 'unanswered' as const, question: 'q', suggestions: [] };

  it('says that the articles do not say, and nothing else as if it were an answer', () => {
    const { embeds } = render(replyOf({ ...refusal, reason: 'silent' }), place);
    expect(embeds).toEqual([{ author: { name: 'how many' }, description: 'The articles do not say.' }]);
  });

  it('offers topics to press', () => {
    const actions = [{ label: '/timeline', command: 'timeline', state: '0' }];
    const { embeds, components } = render(replyOf({ ...refusal, reason: 'silent' }, { actions }), place);
    expect(embeds[0]?.description).toContain('These topics come nearest:');
    expect(components[0]?.components[0]).toMatchObject({ label: '/timeline', custom_id: '1a:timeline:0' });
  });

  it('says that a filter left the answer out', () => {
    const { embeds } = render(replyOf({ ...refusal, reason: 'filtered' }), place);
    expect(embeds[0]?.description).toContain('within the publisher or date asked for');
  });
});

describe('the heading of a message', () => {
  const hostile = 'what of **bold** <@1> [x](https://y.example) | and so on';

  it.each([
    ['a short question', hostile, true],
    ['a question longer than an author line', hostile.repeat(8), true],
    ['a short question in plain text', hostile, false],
  ])('is found again: %s', (_what, heading, embeds) => {
    const body = render(replyOf(answerOf(), { heading }), { ...place, embeds });
    expect(readHeading(body)).toBe(heading);
  });

  it('is not found where it had to be cut', () => {
    const body = render(replyOf(answerOf(), { heading: 'word '.repeat(1200) }), place);
    expect(readHeading(body)).toBeUndefined();
  });
});
